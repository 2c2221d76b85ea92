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
  return withColumns(lp, [column]);
}

/** The same programme with more columns after its own, numbered from the former `columnCount`. */
export function withColumns(lp: LinearProgramme, columns: readonly ExtraColumn[]): LinearProgramme {
  const { starts, rows, values } = lp.matrix;
  const ends: number[] = [];
  let end = rows.length;
  for (const column of columns) ends.push((end += column.rows.length));
  const extended = (own: Float64Array, more: (column: ExtraColumn) => number) =>
    joined(own, Float64Array.from(columns, more));
  return {
    ...lp,
    columnCount: lp.columnCount + columns.length,
    objective: extended(lp.objective, ({ cost }) => cost),
    columnLower: extended(lp.columnLower, ({ lower }) => lower),
    columnUpper: extended(lp.columnUpper, ({ upper }) => upper),
    columnKinds: joined(lp.columnKinds, new Uint8Array(columns.length).fill(columnKind.continuous)),
    matrix: {
      starts: joined(starts, Int32Array.from(ends)),
      rows: joined(rows, Int32Array.from(columns.flatMap((column) => column.rows))),
      values: joined(values, Float64Array.from(columns.flatMap((column) => column.values))),
    },
  };
}

function joined<A extends Float64Array | Int32Array | Uint8Array>(own: A, more: A): A {
  const all = new (own.constructor as new (length: number) => A)(own.length + more.length);
  all.set(own, 0);
  all.set(more, own.length);
  return all;
}
