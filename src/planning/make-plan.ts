import type { PlanningProblem } from './domain/planning-problem';
import type { Solver } from './lp/solver';
import type { PlannedOutcome, PlanOutcome } from './plan-outcome';
import { openPlanning } from './planning-session';
import type { PlanOptions } from './planning-session';

export interface MakePlanOptions extends PlanOptions {
  /** False: no reasons are sought, for whoever only compares plans. */
  readonly reasons?: boolean;
  /** Hears of the plan as soon as it has passed its audit, while the reasons are still to be found. */
  readonly onPlan?: (planned: PlannedOutcome) => void;
}

/**
 * Milliseconds for the reasons of a plan that took so many: a tenth, or as much as no planner notices. The short runs have
 * more, because most of their time is the solver getting up to speed.
 */
function timeForReasons(milliseconds: number): number {
  return milliseconds < 400 ? 1500 : Math.max(500, 0.1 * milliseconds);
}

/**
 * The whole story: check the data, assemble the linear programme, solve it (goal after goal where the mode has several),
 * read the plan back, audit it, give the reasons. Whoever wants to go on asking opens a `PlanningSession`.
 */
export function makePlan(problem: PlanningProblem, solver: Solver, options: MakePlanOptions): PlanOutcome {
  const session = openPlanning(problem, solver, options.clock);
  try {
    const outcome = session.run(options);
    if (outcome.kind !== 'planned') return outcome;
    if (options.reasons === false) return outcome;
    options.onPlan?.(outcome);
    const { assemble, solve } = outcome.solver.milliseconds;
    return { ...outcome, explanations: session.explain(outcome, timeForReasons(assemble + solve)) };
  } finally {
    session.dispose();
  }
}
