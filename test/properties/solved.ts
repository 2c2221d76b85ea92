import type { Plan, PlanningProblem, SolveOutcome, Solver } from '../../src/planning';
import { assemble } from '../../src/planning/formulation/assemble';
import type { AssembledModel } from '../../src/planning/formulation/assemble';
import { formulationFor, prioritiesOf } from '../../src/planning/formulation/formulation';
import { readBack } from '../../src/planning/formulation/read-back';
import { solveByPriority } from '../../src/planning/formulation/solve-by-priority';

export interface Solved {
  readonly model: AssembledModel;
  readonly plan: Plan;
  readonly objective: number;
  readonly outcome: Extract<SolveOutcome, { kind: 'optimal' }>;
}

/** The optimal plan of a problem; null where no plan satisfies the limits. Nothing else may ever come out. */
export function solved(problem: PlanningProblem, solver: Solver): Solved | null {
  const model = assemble(problem, formulationFor(problem.mode));
  const outcome = solveByPriority(model, prioritiesOf(problem.mode), solver, { clock: () => 0 });
  if (outcome.kind === 'infeasible') return null;
  if (outcome.kind !== 'optimal') throw new Error(`The solve ended as ${JSON.stringify(outcome)}`);
  return { model, plan: readBack(model, outcome.values), objective: outcome.objective, outcome };
}

/** Sum of all quantities of a matrix. */
export function totalOf(matrix: readonly (readonly number[])[]): number {
  return matrix.reduce((sum, row) => row.reduce((inner, quantity) => inner + quantity, sum), 0);
}
