import type { LinearProgramme } from './linear-programme';
import type { SolverSession } from './solver';

/** The numbers of a programme that can change while it stays with a solver. */
export type ProgrammeFigures = Pick<
  LinearProgramme,
  'objective' | 'objectiveOffset' | 'columnLower' | 'columnUpper' | 'rowLower' | 'rowUpper'
>;

/** Whether two programmes differ in bounds, right-hand sides and objective at most. */
export function sameMatrix(one: LinearProgramme, other: LinearProgramme): boolean {
  return (
    one.columnCount === other.columnCount &&
    one.rowCount === other.rowCount &&
    sameNumbers(one.columnKinds, other.columnKinds) &&
    sameNumbers(one.matrix.starts, other.matrix.starts) &&
    sameNumbers(one.matrix.rows, other.matrix.rows) &&
    sameNumbers(one.matrix.values, other.matrix.values) &&
    one.columnFamilies.length === other.columnFamilies.length &&
    one.columnFamilies.every(({ id, keys }, family) => {
      const counterpart = other.columnFamilies[family];
      return counterpart.id === id && sameNumbers(keys, counterpart.keys);
    })
  );
}

/** Tells a session that holds the figures `from` what differs in `to`. */
export function applyDifference(session: SolverSession, from: ProgrammeFigures, to: ProgrammeFigures): void {
  const columns = changedBounds(from.columnLower, from.columnUpper, to.columnLower, to.columnUpper);
  if (columns) session.changeColumnsBounds(columns.numbers, columns.lower, columns.upper);
  const rows = changedBounds(from.rowLower, from.rowUpper, to.rowLower, to.rowUpper);
  if (rows) session.changeRowsBounds(rows.numbers, rows.lower, rows.upper);
  if (to.objectiveOffset !== from.objectiveOffset || !sameNumbers(to.objective, from.objective)) {
    session.changeObjective(to.objective, to.objectiveOffset);
  }
}

/** Numbers and new bounds of the columns or rows whose bounds differ; null where none do. */
function changedBounds(fromLower: Float64Array, fromUpper: Float64Array, lower: Float64Array, upper: Float64Array) {
  const changed: number[] = [];
  for (let number = 0; number < lower.length; number++) {
    if (lower[number] !== fromLower[number] || upper[number] !== fromUpper[number]) changed.push(number);
  }
  if (changed.length === 0) return null;
  const at = (bounds: Float64Array) => Float64Array.from(changed, (number) => bounds[number]);
  return { numbers: Int32Array.from(changed), lower: at(lower), upper: at(upper) };
}

type Numbers = Float64Array | Int32Array | Uint8Array;

function sameNumbers(one: Numbers, other: Numbers): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let position = 0; position < one.length; position++) if (one[position] !== other[position]) return false;
  return true;
}
