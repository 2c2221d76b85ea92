import { columnKind } from '../planning';
import type { EditedProgramme } from './edited-programme';
import { forEachAdded } from './edited-programme';

/** Absolute violation of a row or a bound that rounding explains, in the units of the row. */
const absoluteTolerance = 1e-6;
/** Violation of a row that rounding explains, relative to the sum of the magnitudes of its terms. */
const relativeTolerance = 1e-9;
/** Distance from a whole number that a solver may leave. */
const integralityTolerance = 1e-5;

/** Objective of a point, offset included. */
export function objectiveAt(programme: EditedProgramme, values: Float64Array): number {
  let total = programme.objectiveOffset;
  for (let column = 0; column < values.length; column++) total += programme.objective[column] * values[column];
  return total;
}

/**
 * Whether a point keeps all rows, bounds and whole numbers within rounding. Computed from the programme alone, so that no
 * solver has to be believed.
 */
export function isFeasiblePoint(programme: EditedProgramme, values: Float64Array): boolean {
  const { columnLower, columnUpper, columnKinds, rowLower, rowUpper } = programme;
  if (values.length !== programme.columnCount) return false;
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (!Number.isFinite(value)) return false;
    const allowed = absoluteTolerance + relativeTolerance * Math.abs(value);
    if (value < columnLower[column] - allowed || value > columnUpper[column] + allowed) return false;
    const mustBeWhole = columnKinds[column] === columnKind.integer;
    if (mustBeWhole && Math.abs(value - Math.round(value)) > integralityTolerance) return false;
  }
  const activity = new Float64Array(rowLower.length);
  const magnitude = new Float64Array(rowLower.length);
  const count = (row: number, term: number) => {
    activity[row] += term;
    magnitude[row] += Math.abs(term);
  };
  const { starts, rows, values: coefficients } = programme.matrix;
  for (let column = 0; column < programme.columnCount; column++) {
    const value = values[column];
    if (value === 0) continue;
    for (let entry = starts[column]; entry < starts[column + 1]; entry++)
      count(rows[entry], coefficients[entry] * value);
  }
  forEachAdded(programme, (row, column, coefficient) => count(row, coefficient * values[column]));
  for (let row = 0; row < activity.length; row++) {
    const allowed = absoluteTolerance + relativeTolerance * magnitude[row];
    if (activity[row] < rowLower[row] - allowed || activity[row] > rowUpper[row] + allowed) return false;
  }
  return true;
}

/**
 * The point a caller may use: integer columns on exact whole numbers where the rows allow it (a solver leaves 2.9999999),
 * every column within its bounds. Null when the point is not feasible.
 */
export function usablePoint(programme: EditedProgramme, values: Float64Array): Float64Array | null {
  if (!isFeasiblePoint(programme, values)) return null;
  const exact = values.slice();
  let moved = false;
  for (let column = 0; column < exact.length; column++) {
    const { columnLower, columnUpper, columnKinds } = programme;
    const whole = columnKinds[column] === columnKind.integer ? Math.round(values[column]) : values[column];
    exact[column] = Math.min(Math.max(whole, columnLower[column]), columnUpper[column]) + 0;
    moved ||= exact[column] !== values[column];
  }
  return !moved || isFeasiblePoint(programme, exact) ? exact : values;
}
