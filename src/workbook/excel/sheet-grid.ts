import type { SheetCell } from '../sheet-content';
import { contentEntry } from './range-cells';

/** Rows of a sheet that go to Excel in one request. */
export interface GridBlock {
  readonly row: number;
  readonly entries: readonly (readonly (string | number | boolean)[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

/** Most characters of JSON in one block; Excel on the web refuses requests above 5 MB. */
const blockCharacters = 2_500_000;

/** The sheet's cells from A1 on as blocks of whole rows; an empty cell becomes an empty entry. */
export function gridBlocks(cells: readonly SheetCell[]): readonly GridBlock[] {
  const rowCount = Math.max(0, ...cells.map(({ row }) => row + 1));
  const columnCount = Math.max(0, ...cells.map(({ column }) => column + 1));
  const entries = Array.from({ length: rowCount }, () => Array<string | number | boolean>(columnCount).fill(''));
  const numberFormats = Array.from({ length: rowCount }, () => Array<string>(columnCount).fill('General'));
  for (const { row, column, value, formula, style } of cells) {
    entries[row][column] = contentEntry(formula === undefined ? value : { formula });
    if (style?.numberFormat !== undefined) numberFormats[row][column] = style.numberFormat;
  }
  const blocks: { row: number; size: number; entries: (typeof entries)[number][]; numberFormats: string[][] }[] = [];
  entries.forEach((line, row) => {
    const size = JSON.stringify(line).length + JSON.stringify(numberFormats[row]).length;
    let block = blocks[blocks.length - 1];
    if (!block || block.size + size > blockCharacters) {
      block = { row, size: 0, entries: [], numberFormats: [] };
      blocks.push(block);
    }
    block.size += size;
    block.entries.push(line);
    block.numberFormats.push(numberFormats[row]);
  });
  return blocks;
}
