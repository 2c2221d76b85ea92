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
  for (let column = 0; column < to.columnLower.length; column++) {
    const [lower, upper] = [to.columnLower[column], to.columnUpper[column]];
    if (lower !== from.columnLower[column] || upper !== from.columnUpper[column]) {
      session.changeColumnBounds(column, lower, upper);
    }
  }
  for (let row = 0; row < to.rowLower.length; row++) {
    const [lower, upper] = [to.rowLower[row], to.rowUpper[row]];
    if (lower !== from.rowLower[row] || upper !== from.rowUpper[row]) session.changeRowBounds(row, lower, upper);
  }
  if (to.objectiveOffset !== from.objectiveOffset || !sameNumbers(to.objective, from.objective)) {
    session.changeObjective(to.objective, to.objectiveOffset);
  }
}

type Numbers = Float64Array | Int32Array | Uint8Array;

function sameNumbers(one: Numbers, other: Numbers): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let position = 0; position < one.length; position++) if (one[position] !== other[position]) return false;
  return true;
}
