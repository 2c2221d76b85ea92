import type { SheetCell, SheetContent } from '../../../src/workbook/sheet-content';

/** The value of a cell. */
export function textAt(sheet: SheetContent, row: number, column: number): SheetCell['value'] | undefined {
  return sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value;
}

/** Cells of the rows that bear a label in column A or B. */
export function rowsOf(sheet: SheetContent, label: string): readonly (readonly SheetCell[])[] {
  const rows = new Set(sheet.cells.filter(({ column, value }) => column < 2 && value === label).map(({ row }) => row));
  return [...rows].map((row) => sheet.cells.filter((cell) => cell.row === row));
}

/** The value beside a label of the panel. */
export function figure(sheet: SheetContent, label: string): SheetCell['value'] | undefined {
  return rowsOf(sheet, label)[0]?.find(({ column }) => column === 1)?.value;
}

/** Total of the first row with a measure. */
export function total(sheet: SheetContent, measure: string): SheetCell['value'] | undefined {
  const row = sheet.cells.find(({ column, value }) => column === 1 && value === measure)?.row;
  return sheet.cells.find((cell) => cell.row === row && cell.column === 2)?.value;
}

/** Cells of a row's periods. */
export function periods(cells: readonly SheetCell[], count: number): SheetCell[] {
  return cells.filter(({ column }) => column >= 4 && column < 4 + count);
}
