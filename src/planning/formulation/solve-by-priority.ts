import type { Duals, SolveOptions, SolveOutcome, Solver, SolverSession } from '../lp/solver';
import { objectiveOf } from './assemble';
import type { AssembledModel } from './assemble';
import type { Priority } from './parts';

/**
 * How much a later goal may worsen an earlier one, relative (and absolute for small values): rounding only, because cost
 * takes whatever it is given. The second is for a point that an earlier goal reached by the tolerance of the solver.
 */
const slackOfPriority = 1e-12;
const slackAfterRounding = 1e-7;

export interface PrioritySolveOptions extends SolveOptions {
  /** Milliseconds on some clock. */
  readonly clock: () => number;
}

/**
 * Minimises the goals one after another, each within what the earlier ones reached, and cost last.
 *
 * The outcome is that of the last goal. A price is only reported where no earlier goal stands in its way: a unit of capacity
 * that would first of all cure a shortage has no price in money.
 */
export function solveByPriority(
  model: AssembledModel,
  goals: readonly Priority[],
  solver: Solver,
  options: PrioritySolveOptions,
): SolveOutcome {
  const session = solver.open(model.lp);
  try {
    return solveInSession(model, goals, session, options);
  } finally {
    session.dispose();
  }
}

function solveInSession(
  model: AssembledModel,
  goals: readonly Priority[],
  session: SolverSession,
  options: PrioritySolveOptions,
): SolveOutcome {
  const deadline =
    options.timeLimitSeconds === undefined ? Infinity : options.clock() + 1000 * options.timeLimitSeconds;
  const solve = () => {
    const timeLimitSeconds = deadline === Infinity ? undefined : Math.max(0.05, (deadline - options.clock()) / 1000);
    return session.solve({ ...options, timeLimitSeconds });
  };
  const guards: { readonly row: number; readonly reached: number }[] = [];
  const solveWithinGuards = () => {
    const outcome = solve();
    if (outcome.kind !== 'infeasible' || guards.length === 0) return outcome;
    for (const { row, reached } of guards)
      session.changeRowBounds(row, -Infinity, withSlack(reached, slackAfterRounding));
    return solve();
  };
  for (const goal of goals) {
    const objective = objectiveOf(model, goal);
    if (objective.every((rate) => rate === 0)) continue;
    session.changeObjective(objective, 0);
    const outcome = solveWithinGuards();
    // An early stop inside an earlier goal still is a feasible plan, but its objective is not money: the cost is that of the point.
    if (outcome.kind === 'stoppedEarly') return { ...outcome, objective: costAt(model, outcome.values), gap: Infinity };
    if (outcome.kind !== 'optimal') return outcome;
    const columns = Int32Array.from([...objective.keys()].filter((column) => objective[column] !== 0));
    const reached = outcome.objective;
    const values = Float64Array.from(columns, (column) => objective[column]);
    guards.push({ row: session.addRow(-Infinity, withSlack(reached, slackOfPriority), columns, values), reached });
  }
  if (guards.length > 0) session.changeObjective(model.lp.objective, model.lp.objectiveOffset);
  const outcome = solveWithinGuards();
  return outcome.kind === 'optimal' ? { ...outcome, duals: validDuals(outcome.duals, guards) } : outcome;
}

function withSlack(reached: number, slack: number): number {
  return reached + slack * Math.max(1, Math.abs(reached));
}

function validDuals(duals: Duals | null, guards: readonly { readonly row: number }[]): Duals | null {
  return duals && guards.every(({ row }) => Math.abs(duals.rows[row]) < 1e-9) ? duals : null;
}

/** Total cost of a point. */
export function costAt({ lp }: AssembledModel, values: Float64Array): number {
  let cost = lp.objectiveOffset;
  for (let column = 0; column < lp.columnCount; column++) cost += lp.objective[column] * values[column];
  return cost;
}
