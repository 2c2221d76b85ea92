import { columnName } from '../../src/workbook/address';
import { emptySheet } from '../../src/workbook/book-content';
import type { BookContent } from '../../src/workbook/book-content';
import type { SheetCell } from '../../src/workbook/sheet-content';
import type { CellValue } from '../../src/workbook/workbook';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';

/** Values of a named range: a single cell, a row, or rows. `{ down: [...] }` is a column. */
export type CaseInput =
  CellValue | readonly CellValue[] | readonly (readonly CellValue[])[] | { readonly down: readonly CellValue[] };

/** A workbook with one sheet that holds each named input below the other, as a planner could type it. */
export function caseBookContent(inputs: Readonly<Record<string, CaseInput>>): BookContent {
  const cells: SheetCell[] = [];
  const names: { name: string; refersTo: string }[] = [];
  let row = 1;
  for (const [name, input] of Object.entries(inputs)) {
    const values = rowsOf(input);
    // Away from the sheet's edge and with an empty column and row between, so that no neighbour is taken for a label.
    values.forEach((line, r) => line.forEach((value, c) => cells.push({ row: row + r, column: 3 + c, value })));
    const end = `$${columnName(3 + values[0].length - 1)}$${row + values.length}`;
    names.push({ name, refersTo: `Data!$D$${row + 1}:${end}` });
    cells.push({ row, column: 0, value: name });
    row += values.length + 2;
  }
  return { sheets: [{ ...emptySheet('Data'), cells }], names, tables: [] };
}

/** The bytes of such a workbook. */
export function caseBook(inputs: Readonly<Record<string, CaseInput>>): Uint8Array {
  return buildXlsx(caseBookContent(inputs));
}

function rowsOf(input: CaseInput): readonly (readonly CellValue[])[] {
  if (Array.isArray(input)) {
    const list: readonly unknown[] = input;
    return Array.isArray(list[0]) ? (input as readonly (readonly CellValue[])[]) : [input as readonly CellValue[]];
  }
  if (input !== null && typeof input === 'object' && 'down' in input) return input.down.map((value) => [value]);
  return [[input as CellValue]];
}
