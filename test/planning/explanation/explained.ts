import { openPlanning } from '../../../src/planning';
import type { Explanation, PlannedOutcome, PlanningProblem, PlanningSession, Solver } from '../../../src/planning';

export interface ExplainedPlan {
  readonly session: PlanningSession;
  readonly planned: PlannedOutcome;
  readonly explanations: readonly Explanation[];
}

/** Plans a problem, explains it without hurry, and hands everything to `use`; null where there is no plan. */
export function explained<T>(problem: PlanningProblem, solver: Solver, use: (plan: ExplainedPlan) => T): T | null {
  const session = openPlanning(problem, solver, () => 0);
  try {
    const planned = session.run({ clock: () => 0 });
    if (planned.kind !== 'planned') return null;
    return use({ session, planned, explanations: session.explain(planned, 60_000) });
  } finally {
    session.dispose();
  }
}

/** The sentences of one kind. */
export function sentencesOf(explanations: readonly Explanation[], kind: Explanation['kind']): string[] {
  return explanations.filter((explanation) => explanation.kind === kind).map(({ sentence }) => sentence);
}
