import type { CellValue } from '../workbook';
import type { CellStyle } from '../sheet-content';
import type { Places, PlanRow } from './plan-row';

/** A line of the sheet: a row of the plan, a heading, free cells, or nothing. Its place follows from the order of lines. */
export type SheetLine = PlanRow | FreeLine;

/** Cells of one line outside the time grid: key figures, checks, tables. */
export interface FreeLine {
  readonly kind: 'freeLine';
  /** Written once every line has its place. */
  readonly cells: (places: LinePlaces) => readonly FreeCell[];
}

/** A cell by its column; `formula` without the leading `=`. */
export interface FreeCell {
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string | null;
  readonly style?: CellStyle;
}

/** Places of rows, and of free lines by column. */
export interface LinePlaces extends Places {
  /** Address of a column's cell on a line, e.g. `F12`. */
  address(line: SheetLine, column: number): string;
}

/** A line with the same cells wherever it lands. */
export function freeLine(cells: readonly FreeCell[] | ((places: LinePlaces) => readonly FreeCell[])): FreeLine {
  return { kind: 'freeLine', cells: typeof cells === 'function' ? cells : () => cells };
}

/** An empty line. */
export function blankLine(): FreeLine {
  return freeLine([]);
}

/** Columns left of the periods. */
export const ownerColumn = 0;
export const measureColumn = 1;
export const totalColumn = 2;
export const openingColumn = 3;
export const firstPeriodColumn = 4;
