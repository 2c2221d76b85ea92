import type { PlanningProblem } from '../domain/planning-problem';
import { assemble } from '../formulation/assemble';
import { formulationFor } from '../formulation/formulation';
import { withColumns } from '../lp/extend-programme';
import type { SolveOptions, Solver } from '../lp/solver';
import { roundedUp } from './least-capacity';

/** The problem with so many more workers allowed in every period. */
export function withMoreWorkers(problem: PlanningProblem, extra: number): PlanningProblem {
  const { workforce } = problem;
  if (!workforce) return problem;
  return { ...problem, workforce: { ...workforce, maxWorkers: workforce.maxWorkers.map((most) => most + extra) } };
}

/**
 * The least number by which the most workers must grow, the same in every period, for the limits to hold; null where more workers
 * are not enough, or their number is not limited.
 */
export function leastMoreWorkers(problem: PlanningProblem, solver: Solver, options: SolveOptions): number | null {
  const { workforce } = problem;
  if (!workforce || workforce.maxWorkers.every((most) => most === Infinity)) return null;
  const model = assemble(withMoreWorkers(problem, Infinity), formulationFor(problem.mode));
  const more = model.lp.columnCount;
  const free = { ...model.lp, objective: new Float64Array(more), objectiveOffset: 0 };
  const session = solver.open(withColumns(free, [{ cost: 1, lower: 0, upper: Infinity, rows: [], values: [] }]));
  try {
    workforce.maxWorkers.forEach((most, period) => {
      if (most === Infinity) return;
      const columns = Int32Array.of(model.columnOf('workers', { period }), more);
      session.addRow(-Infinity, most, columns, Float64Array.of(1, -1));
    });
    const outcome = session.solve(options);
    if (outcome.kind !== 'optimal') return null;
    const amount = workforce.wholeWorkers ? Math.ceil(outcome.objective - 1e-6) : roundedUp(outcome.objective);
    return amount > 0 ? amount : null;
  } finally {
    session.dispose();
  }
}
