import type { SheetCell } from '../sheet-content';

/** The cells of a sheet by row number, each row from left to right; a row without cells is empty. */
export function cellRows(cells: Iterable<SheetCell>): readonly (readonly SheetCell[])[] {
  const rows: SheetCell[][] = [];
  const unordered = new Set<SheetCell[]>();
  for (const cell of cells) {
    while (rows.length <= cell.row) rows.push([]);
    const row = rows[cell.row];
    // Most sheets come in reading order, and then nothing is left to sort.
    if (row.length > 0 && row[row.length - 1].column > cell.column) unordered.add(row);
    row.push(cell);
  }
  for (const row of unordered) row.sort((one, other) => one.column - other.column);
  return rows;
}
