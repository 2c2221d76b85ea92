import { withColumns } from '../lp/extend-programme';
import type { ExtraColumn } from '../lp/extend-programme';
import type { Duals, SolveOutcome, Solver } from '../lp/solver';
import { objectiveOf } from './assemble';
import type { AssembledModel } from './assemble';
import { levelFractions } from './fair-share';
import { minimiseSegments, segmentColumns } from './fair-share-segments';
import { goalSession } from './goal-session';
import type { GoalSession, PrioritySolveOptions } from './goal-session';
import type { Priority } from './parts';

export type { PrioritySolveOptions } from './goal-session';

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
  const extras = extraColumns(model, goals);
  const lp = extras.length > 0 ? withColumns(model.lp, extras) : model.lp;
  const session = solver.open(lp);
  try {
    return reachGoals(model, goals, goalSession(session, lp, options));
  } finally {
    session.dispose();
  }
}

/** Columns that goals about fractions need besides the model's own: segments, or the largest fraction. */
function extraColumns(model: AssembledModel, goals: readonly Priority[]): readonly ExtraColumn[] {
  if (!goals.some(({ fractions }) => fractions)) return [];
  return segmentColumns(model) ?? [{ cost: 0, lower: 0, upper: Infinity, rows: [], values: [] }];
}

function reachGoals(model: AssembledModel, goals: readonly Priority[], within: GoalSession): SolveOutcome {
  let reached = false;
  for (const goal of goals) {
    const stopped = goal.fractions ? reachFractions(model, goal, within) : reachSum(model, goal, within);
    if (stopped === 'nothing') continue;
    reached = true;
    // An early stop inside an earlier goal still is a feasible plan, but its objective is not money: the cost is that of the point.
    if (stopped?.kind === 'stoppedEarly') {
      return { ...stopped, objective: costAt(model, stopped.values), gap: Infinity };
    }
    if (stopped) return stopped;
  }
  if (reached) {
    const objective = new Float64Array(within.columnCount);
    objective.set(model.lp.objective);
    within.session.changeObjective(objective, model.lp.objectiveOffset);
  }
  const outcome = within.solve();
  return outcome.kind === 'optimal' ? { ...outcome, duals: validDuals(outcome.duals, within.guardRows()) } : outcome;
}

/** Null where the goal is reached; `nothing` where the model has no part in it; else how the solve ended. */
function reachSum(model: AssembledModel, goal: Priority, within: GoalSession): SolveOutcome | 'nothing' | null {
  const objective = objectiveOf(model, goal);
  const columns = Int32Array.from([...objective.keys()].filter((column) => objective[column] !== 0));
  if (columns.length === 0) return 'nothing';
  const values = Float64Array.from(columns, (column) => objective[column]);
  const outcome = within.minimise(columns, values);
  if (outcome.kind !== 'optimal') return outcome;
  within.guard(columns, values, outcome.objective);
  return null;
}

function reachFractions(model: AssembledModel, goal: Priority, within: GoalSession): SolveOutcome | 'nothing' | null {
  return model.problem.fairShareSegments
    ? minimiseSegments(model, goal, within)
    : levelFractions(model, goal, within, model.lp.columnCount);
}

function validDuals(duals: Duals | null, guardRows: readonly number[]): Duals | null {
  return duals && guardRows.every((row) => Math.abs(duals.rows[row]) < 1e-9) ? duals : null;
}

/** Total cost of a point. */
export function costAt({ lp }: AssembledModel, values: Float64Array): number {
  let cost = lp.objectiveOffset;
  for (let column = 0; column < lp.columnCount; column++) cost += lp.objective[column] * values[column];
  return cost;
}
