import type { PerPeriod } from '../domain/planning-problem';
import type { LinearProgramme } from '../lp/linear-programme';
import { withColumns } from '../lp/extend-programme';
import { solveOnce } from '../lp/solver';
import type { SolveOptions, Solver } from '../lp/solver';
import type { AssembledModel } from '../formulation/assemble';

/** A bound that must hold while the least capacity is sought. */
export interface ColumnCeiling {
  readonly column: number;
  readonly upper: number;
}

/**
 * The least total of extra capacity of a resource, and when, that lets the limits of a model hold with these ceilings on
 * single columns; null where no capacity does that (or the solver has no answer).
 */
export function leastCapacity(
  model: AssembledModel,
  solver: Solver,
  resource: number,
  ceilings: readonly ColumnCeiling[],
  options: SolveOptions,
): PerPeriod | null {
  const { problem } = model;
  const rows = problem.periods.map((_period, period) => model.rowOf('resource_capacity', { resource, period }));
  const columnUpper = model.lp.columnUpper.slice();
  for (const { column, upper } of ceilings) columnUpper[column] = Math.max(model.lp.columnLower[column], upper);
  const free: LinearProgramme = {
    ...model.lp,
    columnUpper,
    objective: new Float64Array(model.lp.columnCount),
    objectiveOffset: 0,
  };
  const limited = rows.filter((row) => row >= 0);
  const extras = limited.map((row) => ({ cost: 1, lower: 0, upper: Infinity, rows: [row], values: [-1] }));
  const outcome = solveOnce(solver, withColumns(free, extras), options);
  if (outcome.kind !== 'optimal') return null;
  return rows.map((row) => (row < 0 ? 0 : roundedUp(outcome.values[model.lp.columnCount + limited.indexOf(row)])));
}

/** Up to the fourth decimal, so that the amount shown is enough. */
export function roundedUp(amount: number): number {
  return Math.max(0, Math.ceil(amount * 1e4 - 1e-3) / 1e4);
}
