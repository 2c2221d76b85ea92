import { costTermTitles } from './cost-of-plan';
import type { CostTermId } from './cost-of-plan';
import { exactText, listText, moneyText, quantityText } from './quantity-text';

/** What stands in a sentence: a name as it is, or something that each language writes its own way. */
export type SaidValue =
  | string
  /** `exact`: as many digits as there are, up to six after the point. `number`: as a cell holds it. */
  | { readonly kind: 'quantity' | 'money' | 'exact' | 'number'; readonly of: number }
  /** A number of something, e.g. `8 months`. */
  | { readonly kind: 'count'; readonly of: number; readonly word: CountWord }
  /** The same with the number as a cell holds it. */
  | { readonly kind: 'tally'; readonly of: number; readonly word: CountWord }
  | { readonly kind: 'word'; readonly word: CountWord }
  | { readonly kind: 'costTerm'; readonly of: CostTermId }
  /** What a family of limits is called, in lower case. */
  | { readonly kind: 'title'; readonly of: string }
  /** `a, b or c` */
  | { readonly kind: 'either'; readonly of: readonly SaidValue[] }
  /** Labels of the first and last of several. */
  | { readonly kind: 'span'; readonly from: string; readonly to: string }
  | { readonly kind: 'list'; readonly of: readonly SaidValue[]; readonly most?: number }
  /** Sentences or parts of them, one right after the other. */
  | { readonly kind: 'row'; readonly of: readonly Said[] }
  | Said;

export type PeriodWord = 'month' | 'week' | 'quarter' | 'day' | 'period';
export type CountWord =
  | PeriodWord
  | `unit-${PeriodWord}`
  | 'unit'
  | 'item'
  | 'resource'
  | 'cell'
  | 'row'
  | 'column'
  | 'warehouse'
  | 'source'
  | 'lane';

/** A sentence (or a part of one) in English, and what it is made of, so that it can be said in another language. */
export interface Said {
  readonly kind: 'said';
  readonly text: string;
  /** Its key in the catalogue of every language. */
  readonly code: string;
  readonly values: Readonly<Record<string, SaidValue>>;
}

/** Names in braces in a pattern. */
type Places<Pattern extends string> = Pattern extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;

/** The same sentences in another language: a pattern for each, with the same names in braces. */
export type Translation<Texts extends Readonly<Record<string, string>>> = Readonly<Record<keyof Texts, string>>;

/** Says sentences of a catalogue, whose patterns name in braces what stands there. */
export function sayIn<const Texts extends Readonly<Record<string, string>>>(texts: Texts) {
  return <Code extends keyof Texts & string>(
    code: Code,
    ...given: [Places<Texts[Code]>] extends [never] ? [] : [Readonly<Record<Places<Texts[Code]>, SaidValue>>]
  ): Said => {
    const values: Readonly<Record<string, SaidValue>> = given[0] ?? {};
    return { kind: 'said', text: filled(texts[code], values, inEnglish), code, values };
  };
}

/** A pattern with its values. */
export function filled(pattern: string, values: Said['values'], write: (value: SaidValue) => string): string {
  return pattern.replace(/\{(\w+)\}/g, (_place, name: string) => write(values[name] ?? ''));
}

/** Sentences as one text. */
export function textOf(said: readonly Said[]): string {
  return said.map(({ text }) => text).join(' ');
}

/** Parts of a sentence, one right after the other. */
export function row(of: readonly Said[]): SaidValue {
  return { kind: 'row', of };
}

export function word(of: CountWord): SaidValue {
  return { kind: 'word', word: of };
}

export function costTerm(of: CostTermId): SaidValue {
  return { kind: 'costTerm', of };
}

export function quantity(of: number): SaidValue {
  return { kind: 'quantity', of };
}

export function money(of: number): SaidValue {
  return { kind: 'money', of };
}

/** A number as a cell holds it. */
export function number(of: number): SaidValue {
  return { kind: 'number', of };
}

export function count(of: number, word: CountWord): SaidValue {
  return { kind: 'count', of, word };
}

export function tally(of: number, word: CountWord): SaidValue {
  return { kind: 'tally', of, word };
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function list(of: readonly SaidValue[], most?: number): SaidValue {
  return { kind: 'list', of, ...(most === undefined ? {} : { most }) };
}

function inEnglish(value: SaidValue): string {
  if (typeof value === 'string') return value;
  switch (value.kind) {
    case 'quantity':
      return quantityText(value.of);
    case 'money':
      return moneyText(value.of);
    case 'exact':
      return exactText(value.of);
    case 'number':
      return String(value.of);
    case 'count': {
      const text = quantityText(value.of);
      return `${text} ${value.word}${text === '1' ? '' : 's'}`;
    }
    case 'tally':
      return `${value.of} ${value.word}${value.of === 1 ? '' : 's'}`;
    case 'either': {
      const texts = value.of.map(inEnglish);
      return texts.length === 1 ? texts[0] : `${texts.slice(0, -1).join(', ')} or ${texts[texts.length - 1]}`;
    }
    case 'costTerm':
      return costTermTitles[value.of].toLowerCase();
    case 'title':
      return value.of;
    case 'word':
      return value.word;
    case 'span':
      return value.from === value.to ? value.from : `${value.from} to ${value.to}`;
    case 'list':
      return listText(value.of.map(inEnglish), value.most);
    case 'row':
      return value.of.map(({ text }) => text).join('');
    case 'said':
      return value.text;
  }
}
