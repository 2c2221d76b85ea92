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

/** The sheet's rows of cells from A1 on as blocks of whole rows; an empty cell becomes an empty entry. */
export function sheetGrid(rows: readonly (readonly SheetCell[])[]): SheetGrid {
  const columnCount = rows.reduce((most, row) => Math.max(most, (row[row.length - 1]?.column ?? -1) + 1), 0);
  const blocks: { readonly row: number; readonly entries: GridBlock['entries'][number][] }[] = [];
  let size = Infinity;
  rows.forEach((cells, row) => {
    const entries = Array<string | number | boolean>(columnCount).fill('');
    let characters = 3 * columnCount;
    for (const { column, value, formula } of cells) {
      const entry = contentEntry(formula === undefined ? value : { formula });
      entries[column] = entry;
      // A number has up to 18 characters; what a text has to escape hardly matters.
      characters += typeof entry === 'string' ? entry.length : 18;
    }
    if (size + characters > blockCharacters) {
      size = 0;
      blocks.push({ row, entries: [] });
    }
    size += characters;
    blocks[blocks.length - 1].entries.push(entries);
  });
  return { rowCount: rows.length, columnCount, blocks };
}
