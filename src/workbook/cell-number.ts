import { number, sayIn, worded } from '../planning/index';
import type { Issue, Said } from '../planning/index';
import type { Cell } from './workbook';

/** What can be wrong with a cell. */
export const cellTexts = {
  notCalculated: '{what} has a formula whose value the file does not hold.',
  openAndSave: 'Open the workbook once in Excel and save it, so that the formula is calculated.',
  errorValue: '{what} has the error {error}.',
  replaceError: 'Replace the error by a number.',
  correctFormula: 'Correct the formula, or the cells it refers to, so that it gives a value.',
  noNumber: '{what} has {shown} where a number belongs.',
  enterNumber: 'Enter a number.',
  tooSmall: '{what} has {value}, but cannot be less than {least}.',
  enterAtLeast: 'Enter a number of at least {least}.',
  tooLarge: '{what} has {value}, but cannot be more than {most}.',
  enterFraction: 'Enter a fraction from 0 to 1, for example 0.87 for 87 %.',
  enterAtMost: 'Enter a number of at most {most}.',
  notWhole: '{what} has {value} where a whole number belongs.',
  enterWhole: 'Enter a whole number.',
  numberAsText: '{what} has the number "{text}" stored as text.',
  convertText: 'Convert it to a number: select the cell and choose Convert to Number, or type the number again.',
  textForNumber: '{what} has the text "{text}" where a number belongs.',
  enterOrClear: 'Enter a number, or clear the cell.',
  numberAlone: 'Enter the number alone ({number}); words such as units belong in a heading or in the number format.',
} as const;

const say = sayIn(cellTexts);

/** What a cell must hold to count as a number of an input or a column. */
export interface NumberRules {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly whole: boolean;
}

/** A cell read as a number: its value, nothing, or what is wrong with it (two sentences for an issue). */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'blank' }
  | ({ readonly kind: 'wrong' } & Pick<Issue, 'code' | 'message' | 'fix' | 'said'>);

/** Whether a cell holds nothing; a formula that gives an empty text counts as nothing too. */
export function isBlank(cell: Cell): boolean {
  if (cell.uncalculated === true) return false;
  return cell.value === null || (typeof cell.value === 'string' && cell.value.trim() === '');
}

/** The number of a cell that holds one within the rules, as most cells do; null for anything else. */
export function plainNumber(cell: Cell, rules: NumberRules): number | null {
  const { value } = cell;
  if (typeof value !== 'number' || !Number.isFinite(value) || cell.uncalculated === true) return null;
  if (rules.whole && !Number.isInteger(value)) return null;
  return value >= (rules.minimum ?? -Infinity) && value <= (rules.maximum ?? Infinity) ? value : null;
}

/** Reads a cell of `what` (a name or a column, as the planner knows it) as a number. */
export function readNumber(cell: Cell, what: string, rules: NumberRules): NumberReading {
  if (isBlank(cell)) return { kind: 'blank' };
  return unreadable(cell, what) ?? checked(cell, what, rules);
}

/** What is wrong with a cell that no reading can use: a formula without a value, or an Excel error; null when usable. */
export function unreadable(cell: Cell, what: string): Extract<NumberReading, { kind: 'wrong' }> | null {
  if (cell.uncalculated === true) {
    return wrong('not-calculated', say('notCalculated', { what }), say('openAndSave'));
  }
  if (typeof cell.value === 'object' && cell.value !== null) {
    return wrong(
      'error-value',
      say('errorValue', { what, error: cell.value.error }),
      cell.formula === null ? say('replaceError') : say('correctFormula'),
    );
  }
  return null;
}

function checked(cell: Cell, what: string, rules: NumberRules): NumberReading {
  const { value } = cell;
  if (typeof value === 'string') return wrongText(value.trim(), what);
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    const shown = typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    return wrong('not-a-number', say('noNumber', { what, shown }), say('enterNumber'));
  }
  if (rules.minimum !== null && value < rules.minimum) {
    return wrong(
      'negative',
      say('tooSmall', { what, value: number(value), least: number(rules.minimum) }),
      say('enterAtLeast', { least: number(rules.minimum) }),
    );
  }
  if (rules.maximum !== null && value > rules.maximum) {
    return wrong(
      'too-large',
      say('tooLarge', { what, value: number(value), most: number(rules.maximum) }),
      rules.maximum === 1 ? say('enterFraction') : say('enterAtMost', { most: number(rules.maximum) }),
    );
  }
  if (rules.whole && !Number.isInteger(value)) {
    return wrong('not-whole', say('notWhole', { what, value: number(value) }), say('enterWhole'));
  }
  return { kind: 'number', value };
}

/** Digits with signs, separators, a percent sign or the sign of a currency: a number that Excel holds as text. */
const numberInWords = /^[-+(]?\s*[$€£¥]?\s*[-+]?\d[\d\s.,'’\u00a0\u202f]*(?:e[-+]?\d+)?\s*[%$€£¥]?\)?$/i;

/** A number and a word, such as a unit or the letters of a currency. */
const numberWithWord = /^(?:\p{L}+\.?\s*)?([-+]?\d[\d.,'’]*)(?:\s*\p{L}+\.?)?$/u;

function wrongText(text: string, what: string): NumberReading {
  if (numberInWords.test(text)) {
    return wrong('number-as-text', say('numberAsText', { what, text }), say('convertText'));
  }
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const alone = numberWithWord.exec(text)?.[1];
  return wrong(
    'not-a-number',
    say('textForNumber', { what, text: shown }),
    alone === undefined ? say('enterOrClear') : say('numberAlone', { number: alone }),
  );
}

function wrong(code: string, message: Said, fix: Said): Extract<NumberReading, { kind: 'wrong' }> {
  return { kind: 'wrong', code, ...worded(message, fix) };
}
