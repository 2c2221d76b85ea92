import type { SheetCell } from '../sheet-content';
import { contentEntry } from './range-cells';

/** Rows of a sheet, from column A on, that go to Excel in one request. */
export interface GridBlock {
  readonly row: number;
  readonly entries: readonly (readonly (string | number | boolean)[])[];
}

/** The cells of a sheet as Excel takes them. */
export interface SheetGrid {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly blocks: readonly GridBlock[];
}

/**
 * Most characters of JSON in one block. Excel on the web refuses requests above 5 MB, and while Office.js packs one, the page does
 * not answer.
 */
const blockCharacters = 200_000;

/** The sheet's cells from A1 on as blocks of whole rows; an empty cell becomes an empty entry. */
export function sheetGrid(cells: readonly SheetCell[]): SheetGrid {
  let rowCount = 0;
  let columnCount = 0;
  for (const { row, column } of cells) {
    rowCount = Math.max(rowCount, row + 1);
    columnCount = Math.max(columnCount, column + 1);
  }
  const entries = Array.from({ length: rowCount }, () => Array<string | number | boolean>(columnCount).fill(''));
  const sizes = Array<number>(rowCount).fill(3 * columnCount);
  for (const { row, column, value, formula } of cells) {
    const entry = contentEntry(formula === undefined ? value : { formula });
    entries[row][column] = entry;
    // A number has up to 18 characters; what a text has to escape hardly matters.
    sizes[row] += typeof entry === 'string' ? entry.length : 18;
  }
  const blocks: { row: number; size: number; entries: (typeof entries)[number][] }[] = [];
  entries.forEach((line, row) => {
    let block = blocks[blocks.length - 1];
    if (!block || block.size + sizes[row] > blockCharacters) {
      block = { row, size: 0, entries: [] };
      blocks.push(block);
    }
    block.size += sizes[row];
    block.entries.push(line);
  });
  return { rowCount, columnCount, blocks: blocks.map(({ row, entries: lines }) => ({ row, entries: lines })) };
}
