import type { PlanningProblem } from './planning-problem';

/** Length of a period in lengths of the first one, e.g. 4.4 for a month after weeks. */
export function periodLength({ periods }: Pick<PlanningProblem, 'periods'>, period: number): number {
  return periods[period].length ?? 1;
}
