import { columnName, quotedSheetName } from '../../src/workbook/address';
import { emptySheet } from '../../src/workbook/book-content';
import type { BookNameContent } from '../../src/workbook/book-content';
import type { CellStyle, SheetCell, SheetContent } from '../../src/workbook/sheet-content';
import type { CellValue } from '../../src/workbook/workbook';

/** How the samples look: a planner's workbook, not a dashboard. */
export const look = {
  title: { bold: true, fontSize: 14 },
  note: { italic: true, fontColor: '595959', wrap: false },
  heading: { bold: true, fill: 'DDEBF7', borderBottom: 'thin', align: 'center' },
  label: { fill: 'F2F2F2' },
  /** Blue figures are what a planner types. */
  input: { fontColor: '1F4E9E' },
} as const satisfies Record<string, CellStyle>;

/** A sheet that is written row by row, and the names that point into it. */
export interface SheetBuilder {
  readonly put: (row: number, column: number, value: CellValue, style?: CellStyle) => void;
  readonly formula: (row: number, column: number, formula: string, value: CellValue, style?: CellStyle) => void;
  readonly name: (name: string, row: number, column: number, rowCount?: number, columnCount?: number) => void;
  readonly finish: (widths: readonly number[], freeze: SheetContent['freeze']) => SheetContent;
  readonly names: readonly BookNameContent[];
}

export function sheetBuilder(sheet: string): SheetBuilder {
  const cells: SheetCell[] = [];
  const names: BookNameContent[] = [];
  const put: SheetBuilder['put'] = (row, column, value, style) => {
    cells.push({ row, column, value, style });
  };
  return {
    put,
    formula: (row, column, formula, value, style) => {
      cells.push({ row, column, value, formula, style });
    },
    name: (name, row, column, rowCount = 1, columnCount = 1) => {
      const first = `$${columnName(column)}$${row + 1}`;
      const last = `$${columnName(column + columnCount - 1)}$${row + rowCount}`;
      const range = rowCount * columnCount === 1 ? first : `${first}:${last}`;
      names.push({ name, refersTo: `${quotedSheetName(sheet)}!${range}` });
    },
    finish: (columnWidths, freeze) => ({
      ...emptySheet(sheet),
      cells,
      columnWidths,
      freeze,
      print: { orientation: 'landscape', fitToWidth: 1, titleRows: null, titleColumns: null },
    }),
    names,
  };
}

/** Excel's serial number of the first day of a month written `2025-12`. */
export function monthSerial(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return Date.UTC(year, number - 1, 1) / 86_400_000 + 25_569;
}
