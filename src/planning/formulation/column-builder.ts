import type { LinearProgramme } from '../lp/linear-programme';

type Columns = Pick<
  LinearProgramme,
  'columnCount' | 'objective' | 'columnLower' | 'columnUpper' | 'columnKinds' | 'matrix'
>;

/** Collects columns one after another into sparse arrays. */
export interface ColumnBuilder {
  count(): number;
  start(cost: number, lower: number, upper: number, kind: number): void;
  /** Adds to the current column's coefficient in a row. */
  add(row: number, amount: number): void;
  finish(): Columns;
}

export function columnBuilder(rowCount: number): ColumnBuilder {
  const objective: number[] = [];
  const lowers: number[] = [];
  const uppers: number[] = [];
  const kinds: number[] = [];
  const starts: number[] = [];
  const rows: number[] = [];
  const values: number[] = [];
  // Where the current column already has an entry in a row, the position of that entry, else something before its start.
  const positionInRow = new Int32Array(rowCount).fill(-1);
  return {
    count: () => starts.length,
    start(cost, lower, upper, kind) {
      starts.push(rows.length);
      objective.push(cost);
      lowers.push(lower);
      uppers.push(upper);
      kinds.push(kind);
    },
    add(row, amount) {
      if (amount === 0) return;
      const position = positionInRow[row];
      if (position >= starts[starts.length - 1] && rows[position] === row) {
        values[position] += amount;
        return;
      }
      positionInRow[row] = rows.length;
      rows.push(row);
      values.push(amount);
    },
    finish: () => ({
      columnCount: starts.length,
      objective: new Float64Array(objective),
      columnLower: new Float64Array(lowers),
      columnUpper: new Float64Array(uppers),
      columnKinds: new Uint8Array(kinds),
      matrix: {
        starts: new Int32Array([...starts, rows.length]),
        rows: new Int32Array(rows),
        values: new Float64Array(values),
      },
    }),
  };
}
