import { parseRectangle, splitAddress, type Rectangle } from './addresses';
import { isErrorText } from './calculation';
import type { Json } from './json';
import type { OpenWorkbook } from './open-workbook';
import { findSheet, type NameModel, type SheetModel } from './workbook-model';

/** What a defined name stands for. */
export type NameMeaning =
  | { kind: 'Range'; sheet: SheetModel; area: Rectangle }
  | { kind: 'String' | 'Double' | 'Boolean' | 'Error'; value: Json }
  | { kind: 'Array'; value: Json[][] };

/** The range a reference such as `=Sheet1!$A$1:$B$2` means; undefined for unions, lost and external references. */
export function referencedRange(
  book: OpenWorkbook,
  refersTo: string,
  within?: SheetModel,
): { sheet: SheetModel; area: Rectangle } | undefined {
  const { sheet: sheetName, cells } = splitAddress(refersTo.replace(/^=/, ''));
  const sheet = sheetName === undefined ? within : findSheet(book.model, sheetName);
  const area = parseRectangle(cells);
  return sheet && area && { sheet, area };
}

/** What the name means now. */
export function meaningOf(book: OpenWorkbook, name: NameModel): NameMeaning {
  const own = book.model.sheets.find(({ id }) => id === name.sheetId);
  const range = referencedRange(book, name.refersTo, own ?? book.model.sheets[0]);
  if (range) return { kind: 'Range', ...range };
  if (/#REF!/.test(name.refersTo)) return { kind: 'Error', value: '#REF!' };
  const constant = /^=\{(.*)\}$/.exec(name.refersTo);
  if (constant) return { kind: 'Array', value: constant[1].split(';').map((row) => row.split(',').map(readConstant)) };
  if (/\[/.test(name.refersTo)) return { kind: 'Error', value: '#REF!' };
  const rows = book.calculation.evaluate(name.refersTo, own ?? book.model.sheets[0]);
  if (rows.length > 1 || rows[0]?.length > 1) return { kind: 'Array', value: rows };
  const value = rows[0]?.[0] ?? '';
  if (isErrorText(value)) return { kind: 'Error', value };
  if (typeof value === 'number') return { kind: 'Double', value };
  return typeof value === 'boolean' ? { kind: 'Boolean', value } : { kind: 'String', value };
}

function readConstant(text: string): Json {
  const plain = text.trim();
  if (/^".*"$/.test(plain)) return plain.slice(1, -1);
  if (/^(true|false)$/i.test(plain)) return plain.toLowerCase() === 'true';
  return Number.isNaN(Number(plain)) ? plain : Number(plain);
}

/** The name in exactly this scope, in any case. */
export function findName(book: OpenWorkbook, name: string, sheetId: string | undefined): NameModel | undefined {
  return book.model.names.find(
    (candidate) => candidate.sheetId === sheetId && candidate.name.toLowerCase() === name.toLowerCase(),
  );
}
