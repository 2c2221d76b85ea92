import type { PlanningProblem } from './domain/planning-problem';
import type { Solver } from './lp/solver';
import type { PlanOutcome } from './plan-outcome';
import { openPlanning } from './planning-session';
import type { PlanOptions } from './planning-session';

/** Reasons take at most this share of the time that the plan itself took, */
const shareForReasons = 0.1;
/** but this much they always have: no planner notices it. */
const leastMillisecondsForReasons = 500;

/**
 * The whole story: check the data, assemble the linear programme, solve it (goal after goal where the mode has several),
 * read the plan back, audit it, give the reasons. Whoever wants to go on asking opens a `PlanningSession`.
 */
export function makePlan(problem: PlanningProblem, solver: Solver, options: PlanOptions): PlanOutcome {
  const session = openPlanning(problem, solver, options.clock);
  try {
    const outcome = session.run(options);
    if (outcome.kind !== 'planned') return outcome;
    const { assemble, solve } = outcome.solver.milliseconds;
    const milliseconds = Math.max(leastMillisecondsForReasons, shareForReasons * (assemble + solve));
    return { ...outcome, explanations: session.explain(outcome, milliseconds) };
  } finally {
    session.dispose();
  }
}
