import type { Label } from '../read-labels';
import type { TableRow } from '../read-table';

/** Positions of the items (or resources) that a text names: all, one, several with commas between, or patterns with * and ?. */
export function chosenRows(words: string, labels: readonly string[], what: string, row: TableRow): number[] | null {
  const all = labels.map((_, position) => position);
  if (words.trim() === '' || words.trim() === '*') return all;
  const pieces = piecesOf(words, labels);
  const unknown = pieces.filter((piece) => !labels.some((label) => matches(label, piece)));
  if (unknown.length > 0) {
    row.report(
      'error',
      'unknown-item',
      'Item',
      `No ${what} is called ${unknown.map((piece) => `"${piece.trim()}"`).join(', ')}.`,
      `Enter names of ${what}s as the workbook has them, commas between them, or a pattern such as ${labels[0].slice(0, 3)}*.`,
    );
    return null;
  }
  return all.filter((position) => pieces.some((piece) => matches(labels[position], piece)));
}

/** The labels that a text names, as far as it names any; for showing while it is typed. */
export function chosenLabels(words: string, labels: readonly string[]): readonly string[] {
  const pieces = piecesOf(words, labels);
  return labels.filter((label) => pieces.some((piece) => matches(label, piece)));
}

/** Names and patterns that stand in a text with commas between; a label may itself have a comma. */
function piecesOf(words: string, labels: readonly string[]): readonly string[] {
  if (labels.some((label) => matches(label, words))) return [words];
  return words.split(/[,;]/).filter((piece) => piece.trim() !== '');
}

/** Excel's wildcards: * for any characters, ? for one, ~ before one that is meant as it is. */
function matches(label: string, pattern: string): boolean {
  const wanted = pattern.trim();
  if (label.trim().toLowerCase() === wanted.toLowerCase()) return true;
  if (!/[*?]/.test(wanted)) return false;
  const expression = wanted.replace(/~[*?~]|[\\^$.|+()[\]{}*?]/g, (found) => {
    if (found.length === 2) return `\\${found[1]}`;
    return found === '*' ? '.*' : found === '?' ? '.' : `\\${found}`;
  });
  return new RegExp(`^${expression}$`, 'is').test(label.trim());
}

/** First and last position of the periods that a row names; null where a label is unknown or the span runs backwards. */
export function chosenPeriods(row: TableRow, periods: readonly Label[]): readonly [number, number] | null {
  const from = positionOf(row, 'Period from', periods, 0);
  const to = positionOf(row, 'Period to', periods, periods.length - 1);
  if (from === null || to === null) return null;
  if (from <= to) return [from, to];
  row.report(
    'error',
    'backward-span',
    'Period to',
    `The span from ${periods[from].text} to ${periods[to].text} runs backwards.`,
    'Let Period to be the same as Period from, or a later one.',
  );
  return null;
}

function positionOf(row: TableRow, column: string, periods: readonly Label[], whenBlank: number): number | null {
  if (row.isBlank(column)) return whenBlank;
  const text = row.text(column);
  const serial = row.number(column);
  const found = periods.findIndex(
    (period) =>
      period.text.toLowerCase() === text.toLowerCase() ||
      (period.date !== null && (period.date === text || (serial !== null && period.value === serial))),
  );
  if (found >= 0) return found;
  row.report(
    'error',
    'unknown-period',
    column,
    `No period is called "${text}".`,
    `Enter the label of a period as the workbook has it, e.g. ${periods[0].text}.`,
  );
  return null;
}
