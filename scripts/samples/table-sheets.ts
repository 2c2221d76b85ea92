import { emptySheet } from '../../src/workbook/book-content';
import type { BookContent } from '../../src/workbook/book-content';
import type { SheetCell, SheetContent } from '../../src/workbook/sheet-content';
import type { CellValue } from '../../src/workbook/workbook';
import { look } from './sheet-builder';

/** An input table on a sheet of its own. */
export interface SampleTable {
  readonly name: string;
  readonly sheet: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

const firstRow = 2;

/** A workbook of a sheet with notes and one sheet per table. */
export function tableWorkbook(title: string, notes: readonly string[], tables: readonly SampleTable[]): BookContent {
  const about: SheetContent = {
    ...emptySheet('About'),
    cells: [
      { row: 0, column: 0, value: title, style: look.title },
      ...notes.map((value, i): SheetCell => ({
        row: 2 + i,
        column: 0,
        value,
        style: { wrap: true, verticalAlign: 'top' },
      })),
    ],
    columnWidths: [110],
  };
  return {
    sheets: [about, ...tables.map(sheetOf)],
    names: [],
    tables: tables.map(({ name, sheet, headings, rows }) => ({
      name,
      reference: { sheet, row: firstRow, column: 0, rowCount: rows.length + 1, columnCount: headings.length },
      headers: headings,
    })),
  };
}

function sheetOf({ sheet, title, headings, rows }: SampleTable): SheetContent {
  const widths = headings.map((heading, c) =>
    Math.min(32, Math.max(heading.length + 4, ...rows.map((row) => String(row[c] ?? '').length + 2))),
  );
  return {
    ...emptySheet(sheet),
    cells: [
      { row: 0, column: 0, value: title, style: look.title },
      ...headings.map((value, column): SheetCell => ({ row: firstRow, column, value, style: look.heading })),
      ...rows.flatMap((row, r) =>
        row.flatMap((value, column): SheetCell[] =>
          value === null
            ? []
            : [{ row: firstRow + 1 + r, column, value, style: typeof value === 'number' ? look.input : look.label }],
        ),
      ),
    ],
    columnWidths: widths,
    freeze: { rows: firstRow + 1, columns: 0 },
  };
}
