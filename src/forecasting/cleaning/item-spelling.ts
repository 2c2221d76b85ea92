import type { RawHistoryRow } from './history';

/** The canonical item of every row, in the order of the rows; null where a row names no item. */
export interface ItemSpelling {
  items: (string | null)[];
}

interface Spelling {
  text: string;
  rows: number;
  /** The dates as written: two spellings that share them are two items, not one. */
  dates: Set<string | number>;
}

const NO_ITEM = /^(|n\/?a|#n\/a|nan|null|none|-+|\?+)$/i;

/** Letters and digits only, lower case: what is left of a name when case, spaces, dashes and other marks do not count. */
export function spellingKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Maps spelling variants to one item. Names that differ in case, spaces or marks are one item unless both run side by side on the same
 * days; a rare name is mapped to a frequent one when it differs by a prefix, leading zeros, a mistaken O or l, or one letter, fits
 * exactly one of them, and falls on days that the frequent one does not have. `known` are the item names of the plan, if given.
 */
export function canonicalItems(rows: readonly RawHistoryRow[], known: readonly string[] = []): ItemSpelling {
  const spellings = countSpellings(rows);
  const canonical = new Map<string, string>();
  const groups = new Map<string, Spelling[]>();
  const knownByKey = new Map(known.map((item) => [spellingKey(item), item]));
  for (const spelling of spellings.values()) {
    const key = spellingKey(spelling.text) || spelling.text;
    const group = groups.get(key);
    if (group) group.push(spelling);
    else groups.set(key, [spelling]);
  }
  const items: Spelling[] = [];
  for (const [key, group] of groups) {
    for (const item of itemsOfGroup(group, knownByKey.get(key))) {
      items.push(item.merged);
      for (const variant of item.variants) canonical.set(variant, item.merged.text);
    }
  }
  const renamed = mapRareNames(items, new Set(known));
  return {
    items: rows.map((row) => {
      if (row.item === null || NO_ITEM.test(row.item.trim())) return null;
      const name = canonical.get(row.item) ?? row.item;
      return renamed.get(name) ?? name;
    }),
  };
}

function countSpellings(rows: readonly RawHistoryRow[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const { item, date } of rows) {
    if (item === null || NO_ITEM.test(item.trim())) continue;
    let spelling = spellings.get(item);
    if (!spelling) spellings.set(item, (spelling = { text: item, rows: 0, dates: new Set() }));
    spelling.rows++;
    if (date !== null && date !== '') spelling.dates.add(date);
  }
  return spellings;
}

function itemsOfGroup(group: Spelling[], known: string | undefined): { merged: Spelling; variants: string[] }[] {
  const result: { merged: Spelling; variants: string[] }[] = [];
  const byRows = [...group].sort(
    (a, b) =>
      Number(b.text === known) - Number(a.text === known) ||
      b.rows - a.rows ||
      a.text.length - b.text.length ||
      (a.text < b.text ? -1 : 1),
  );
  for (const spelling of byRows) {
    const home = result.find(({ merged }) => spelling.rows < 20 || overlap(spelling.dates, merged.dates) <= 0.5);
    if (home) {
      home.variants.push(spelling.text);
      home.merged.rows += spelling.rows;
      for (const date of spelling.dates) home.merged.dates.add(date);
    } else {
      const text = result.length === 0 ? (known ?? spelling.text.trim()) : spelling.text;
      result.push({
        merged: { text, rows: spelling.rows, dates: new Set(spelling.dates) },
        variants: [spelling.text],
      });
    }
  }
  return result;
}

function overlap(dates: Set<string | number>, others: Set<string | number>): number {
  let shared = 0;
  for (const date of dates) if (others.has(date)) shared++;
  return dates.size === 0 ? 0 : shared / dates.size;
}

/** Forms under which a misspelt name can meet the right one. */
function looseForms(text: string): string[] {
  const key = spellingKey(text);
  const zerosDropped = key.replace(/0+(?=\d)/g, (zeros, at: number) => (/\d/.test(key[at - 1] ?? '') ? zeros : ''));
  const digitsRead = key
    .replace(/(?<=\d)o+|o+(?=\d)/g, (letters) => '0'.repeat(letters.length))
    .replace(/(?<=\d)[il]+|[il]+(?=\d)/g, (letters) => '1'.repeat(letters.length));
  return [`zeros:${zerosDropped}`, `digits:${digitsRead}`];
}

function mapRareNames(items: readonly Spelling[], known: ReadonlySet<string>): Map<string, string> {
  const renamed = new Map<string, string>();
  const smallest = Math.min(...items.map((item) => item.rows), Infinity);
  const largest = Math.max(...items.map((item) => item.rows), 0);
  if (smallest * 10 > largest) return renamed;
  const frequent = items.filter((item) => item.rows >= smallest * 10);
  const byForm = indexByForm(frequent);
  const byKey = new Map(frequent.map((item) => [spellingKey(item.text), item]));
  const byDigits = new Map<string, Spelling[]>();
  for (const item of frequent) {
    const digits = digitsOf(item.text);
    byDigits.set(digits, [...(byDigits.get(digits) ?? []), item]);
  }
  for (const rare of items) {
    if (known.has(rare.text) || rare.rows * 10 > largest) continue;
    const near = new Set(looseForms(rare.text).flatMap((form) => byForm.get(form) ?? []));
    for (const item of byDigits.get(digitsOf(rare.text)) ?? []) if (differsByPrefixOrLetter(rare, item)) near.add(item);
    const bare = byKey.get(withoutFirstWord(rare.text));
    if (bare) near.add(bare);
    near.delete(rare);
    const fitting = [...near].filter(
      (item) =>
        rare.rows * 10 <= item.rows && overlap(rare.dates, item.dates) <= 0.2 + 1 / Math.max(2, rare.dates.size),
    );
    if (fitting.length === 1) renamed.set(rare.text, fitting[0].text);
  }
  return renamed;
}

function indexByForm(items: readonly Spelling[]): Map<string, Spelling[]> {
  const byForm = new Map<string, Spelling[]>();
  for (const item of items) {
    for (const form of looseForms(item.text)) byForm.set(form, [...(byForm.get(form) ?? []), item]);
  }
  return byForm;
}

/** The key of what follows the first word: “Item Widget blue” is “Widget blue” with a word that says what it is. */
function withoutFirstWord(text: string): string {
  return spellingKey(text.trim().replace(/^\p{L}+[\s:#.-]+/u, ''));
}

/** The numbers in a name without leading zeros: what makes SKU-001 another item than SKU-002. */
function digitsOf(text: string): string {
  return (spellingKey(text).match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, '')).join('-');
}

function differsByPrefixOrLetter(rare: Spelling, item: Spelling): boolean {
  const rareLetters = spellingKey(rare.text).replace(/\d/g, '');
  const letters = spellingKey(item.text).replace(/\d/g, '');
  if (/\d/.test(rare.text)) {
    if (rareLetters.endsWith(letters) || letters.endsWith(rareLetters)) return true;
    return letters.length >= 3 && isOneEditApart(rareLetters, letters);
  }
  return letters.length >= 5 && isOneEditApart(rareLetters, letters);
}

/** One letter inserted, left out or replaced, or two neighbours swapped (Damerau 1964). */
function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
