import { makePlan } from '../../src/planning';
import type { PlanOptions, PlanOutcome, PlanningProblem, Solver } from '../../src/planning';

export type Planned = Extract<PlanOutcome, { kind: 'planned' }>;

/** The plan of a problem that must have one. */
export function planned(problem: PlanningProblem, solver: Solver, options: Partial<PlanOptions> = {}): Planned {
  const outcome = makePlan(problem, solver, { clock: () => performance.now(), ...options });
  if (outcome.kind !== 'planned') throw new Error(`There is no plan: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** Money of one cost term. */
export function costOf({ cost }: Planned, id: string): number {
  const found = cost.terms.find((term) => term.id === id);
  if (!found) throw new Error(`There is no cost term ${id}.`);
  return found.total;
}
