import { cellAddress } from '../address';
import type { CellStyle, SheetCell } from '../sheet-content';
import type { CellValue } from '../workbook';

/** A line of the sheet; its cells are written once every line has its place. */
export interface Line {
  readonly cells: (at: AddressOf) => readonly LineCell[];
}

/** Address of a line's cell, e.g. `C12`; with `$` before the row where it must not move. */
export type AddressOf = (line: Line, column: number) => string;

/** A cell by its column; `formula` without the leading `=`. */
export interface LineCell {
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string | null;
  readonly style?: CellStyle;
}

/** A line whose cells know where the others stand. */
export function line(cells: readonly LineCell[] | ((at: AddressOf) => readonly LineCell[])): Line {
  return { cells: typeof cells === 'function' ? cells : () => cells };
}

/** An empty line. */
export function blank(): Line {
  return line([]);
}

/** Row of each line, counted from 0. */
export function rowsOf(lines: readonly Line[]): (line: Line) => number {
  const rows = new Map(lines.map((each, row) => [each, row]));
  return (each) => {
    const row = rows.get(each);
    if (row === undefined) throw new Error('A formula of the comparison refers to a line that is not on the sheet.');
    return row;
  };
}

/** All cells, from top to bottom. */
export function drawn(lines: readonly Line[], rowOf: (line: Line) => number): readonly SheetCell[] {
  const at: AddressOf = (each, column) => cellAddress(rowOf(each), column);
  return lines.flatMap((each, row) =>
    each.cells(at).map(({ column, value, formula, style }) => ({
      row,
      column,
      value,
      ...(formula ? { formula: `=${formula}` } : {}),
      ...(style ? { style } : {}),
    })),
  );
}
