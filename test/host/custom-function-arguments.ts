import { isErrorText } from './calculation';
import type { FunctionMetadata } from './custom-function-metadata';
import type { Json } from './json';
import { findName, meaningOf, referencedRange } from './names';
import type { OpenWorkbook } from './open-workbook';
import { cellKey, type CellValue, type SheetModel } from './workbook-model';

/** Arguments as the add-in gets them, or the error Excel shows without calling the function. */
export type GivenArguments = { kind: 'values'; values: Json[] } | { kind: 'error'; code: string };

type Metadata = FunctionMetadata['functions'][number];

/** Evaluates the text between the parentheses of a custom function's call. */
export function readArguments(book: OpenWorkbook, sheet: SheetModel, metadata: Metadata, text: string): GivenArguments {
  const parts = splitArguments(text);
  const { parameters } = metadata;
  const repeats = parameters.slice(-1)[0]?.repeating === true;
  if (parts.length > parameters.length && !repeats) return { kind: 'error', code: '#VALUE!' };
  const values: Json[] = [];
  for (const [i, parameter] of parameters.entries()) {
    const part = parts[i] ?? '';
    if (part === '') {
      if (!parameter.optional && !parameter.repeating) return { kind: 'error', code: '#VALUE!' };
      values.push(null);
      continue;
    }
    const rows = evaluate(book, sheet, part);
    if (rows.some((row) => row.some(isErrorText))) return { kind: 'error', code: '#VALUE!' };
    const isMatrix = parameter.dimensionality === 'matrix';
    if (!isMatrix && (rows.length > 1 || rows[0].length > 1)) return { kind: 'error', code: '#VALUE!' };
    const converted = rows.map((row) => row.map((value) => convert(value, parameter.type)));
    if (converted.some((row) => row.includes(undefined))) return { kind: 'error', code: '#VALUE!' };
    const clean = converted.map((row) => row.map((value) => value ?? null));
    values.push(isMatrix ? clean : clean[0][0]);
  }
  return { kind: 'values', values };
}

function convert(value: CellValue, type: string | undefined): CellValue | undefined {
  if (type === 'number') {
    if (value === '') return 0;
    const number = typeof value === 'boolean' ? undefined : Number(value);
    return number === undefined || Number.isNaN(number) ? undefined : number;
  }
  if (type === 'string') return String(value);
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  return value;
}

function evaluate(book: OpenWorkbook, sheet: SheetModel, part: string): CellValue[][] {
  const name = findName(book, part, sheet.id) ?? findName(book, part, undefined);
  const meaning = name && meaningOf(book, name);
  const range = meaning?.kind === 'Range' ? meaning : referencedRange(book, part, sheet);
  if (!range) return book.calculation.evaluate(`=${part}`, sheet);
  const { top, left, rows, columns } = range.area;
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => range.sheet.cells.get(cellKey(top + i, left + j))?.value ?? ''),
  );
}

/** Splits at the commas that stand outside parentheses, braces and quotes. */
function splitArguments(text: string): string[] {
  if (text.trim() === '') return [];
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const letter of text) {
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '(' || letter === '{') depth += 1;
    else if (letter === ')' || letter === '}') depth -= 1;
    if (letter === ',' && depth === 0 && !quote) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
