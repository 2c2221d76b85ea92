import type { Area } from '../address';

/** A rectangle on a sheet in Excel. */
export function rangeOf(sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount);
}

/** One number format for all cells of a range; Office.js takes a single value for them, whatever its types say. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.set({ numberFormat: format as unknown as string[][] });
}
