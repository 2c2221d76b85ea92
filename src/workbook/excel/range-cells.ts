import type { Area } from '../address';
import { cellText } from '../cell-text';
import type { Cell, CellValue } from '../workbook';

/** What Excel tells of the cells of a range, as `Excel.Range` gives it after `load`. */
export interface LoadedRange {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
  readonly valueTypes: readonly (readonly string[])[];
}

/** A rectangle of a sheet with its cells. */
export interface RawBlock {
  readonly sheet: string;
  readonly area: Area;
  readonly loaded: LoadedRange;
}

/** Properties to load for `LoadedRange`. */
export const rangeProperties = 'values,formulas,numberFormat,text,valueTypes';

/** One cell of a loaded range. */
export function loadedCell(range: LoadedRange, row: number, column: number): Cell {
  const given = range.values[row][column];
  const entry = range.formulas[row][column];
  const format = range.numberFormat[row][column];
  const numberFormat = typeof format === 'string' && format !== '' ? format : 'General';
  const value = cellValue(given, range.valueTypes[row][column]);
  // Text entered after an apostrophe may start with an equals sign; then it is its own value.
  const formula = typeof entry === 'string' && entry.startsWith('=') && entry !== given ? entry : null;
  return { value, numberFormat, text: shownText(range.text[row][column], value, numberFormat), formula };
}

function cellValue(given: unknown, type: string): CellValue {
  if (type === 'Empty') return null;
  if (type === 'Error') return { error: String(given) };
  if (typeof given === 'number' || typeof given === 'boolean') return given;
  return given === null || given === undefined ? null : String(given);
}

/** A column that is too narrow shows `####`, which says nothing about the value. */
function shownText(text: string, value: CellValue, numberFormat: string): string | null {
  return typeof value === 'number' && /^#+$/.test(text) ? cellText(value, numberFormat, false) : text;
}

/**
 * What to enter in a cell so that it holds the value: Excel reads entered text as if it were typed. Text that could be taken for
 * a formula, number, date or truth value (in any language) gets an apostrophe, which Excel does not keep as part of it.
 */
export function cellEntry(value: CellValue): string | number | boolean {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value !== 'string') return value;
  return value === '' || isPlainWords(value) ? value : `'${value}`;
}

/** Two words or more without any digit or sign in front are no value in any language. */
function isPlainWords(text: string): boolean {
  return /^\p{L}{2,}(?: \(?\p{L}+[).,:]?)+$/u.test(text);
}

/** Entry for a cell with a formula, or a constant. */
export function contentEntry(content: CellValue | { readonly formula: string }): string | number | boolean {
  return typeof content === 'object' && content !== null && 'formula' in content ? content.formula : cellEntry(content);
}

/** Entries that put the cells of a range back as they were. */
export function formerEntries(range: LoadedRange): (string | number | boolean)[][] {
  return range.values.map((line, row) =>
    line.map((_, column) => {
      const { formula, value } = loadedCell(range, row, column);
      return contentEntry(formula === null ? value : { formula });
    }),
  );
}
