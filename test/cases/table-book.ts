import { emptySheet } from '../../src/workbook/book-content';
import type { BookContent } from '../../src/workbook/book-content';
import type { CellValue } from '../../src/workbook/workbook';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';

/** Tables by name: a row of headings, then the body. */
export type CaseTables = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

/** A workbook with one sheet per table, and single values as named constants. */
export function tableBookContent(tables: CaseTables, constants: Readonly<Record<string, number>> = {}): BookContent {
  const entries = Object.entries(tables);
  return {
    sheets: entries.map(([name, rows]) => ({
      ...emptySheet(name.replace('SOP_', '')),
      cells: rows.flatMap((row, r) => row.map((value, c) => ({ row: r, column: c, value }))),
    })),
    names: Object.entries(constants).map(([name, value]) => ({ name, refersTo: String(value) })),
    tables: entries.map(([name, rows]) => ({
      name,
      reference: {
        sheet: name.replace('SOP_', ''),
        row: 0,
        column: 0,
        rowCount: Math.max(2, rows.length),
        columnCount: rows[0].length,
      },
      headers: rows[0].map(String),
    })),
  };
}

/** The bytes of such a workbook. */
export function tableBook(tables: CaseTables, constants: Readonly<Record<string, number>> = {}): Uint8Array {
  return buildXlsx(tableBookContent(tables, constants));
}
