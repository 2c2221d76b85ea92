import { growingList, numbers, wholeNumbers } from './growing-list';
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
  const objective = growingList(numbers);
  const lowers = growingList(numbers);
  const uppers = growingList(numbers);
  const kinds = growingList((length) => new Uint8Array(length));
  const starts = growingList(wholeNumbers);
  const rows = growingList(wholeNumbers);
  const values = growingList(numbers);
  // Where the current column already has an entry in a row, the position of that entry, else something before its start.
  const positionInRow = new Int32Array(rowCount).fill(-1);
  let first = 0;
  return {
    count: () => starts.length,
    start(cost, lower, upper, kind) {
      first = rows.length;
      starts.push(first);
      objective.push(cost);
      lowers.push(lower);
      uppers.push(upper);
      kinds.push(kind);
    },
    add(row, amount) {
      if (amount === 0) return;
      const position = positionInRow[row];
      if (position >= first && rows.values[position] === row) {
        values.values[position] += amount;
        return;
      }
      positionInRow[row] = rows.length;
      rows.push(row);
      values.push(amount);
    },
    finish() {
      const columnCount = starts.length;
      starts.push(rows.length);
      return {
        columnCount,
        objective: objective.finished(),
        columnLower: lowers.finished(),
        columnUpper: uppers.finished(),
        columnKinds: kinds.finished(),
        matrix: { starts: starts.finished(), rows: rows.finished(), values: values.finished() },
      };
    },
  };
}
