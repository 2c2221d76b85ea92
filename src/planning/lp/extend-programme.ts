import { columnKind } from './linear-programme';
import type { LinearProgramme } from './linear-programme';

/** A continuous column to add. */
export interface ExtraColumn {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  /** Row numbers and coefficients. */
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** The same programme with one more column, which is the last; its number is the former `columnCount`. */
export function withColumn(lp: LinearProgramme, column: ExtraColumn): LinearProgramme {
  const { starts, rows, values } = lp.matrix;
  return {
    ...lp,
    columnCount: lp.columnCount + 1,
    objective: Float64Array.from([...lp.objective, column.cost]),
    columnLower: Float64Array.from([...lp.columnLower, column.lower]),
    columnUpper: Float64Array.from([...lp.columnUpper, column.upper]),
    columnKinds: Uint8Array.from([...lp.columnKinds, columnKind.continuous]),
    matrix: {
      starts: Int32Array.from([...starts, rows.length + column.rows.length]),
      rows: Int32Array.from([...rows, ...column.rows]),
      values: Float64Array.from([...values, ...column.values]),
    },
  };
}
