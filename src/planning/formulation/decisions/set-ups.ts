import type { PlanningProblem } from '../../domain/planning-problem';
import { decision, keysWhere } from '../parts';
import { production } from './production';

/** Whether a source needs a yes-or-no in a period: a set-up that costs or uses something, or a smallest lot. */
export function needsSetUp(problem: PlanningProblem, source: number, period: number): boolean {
  const { setupCost, setupUses, minLot, lotPeriods } = problem.sources[source];
  return setupCost[period] > 0 || setupUses.some(({ use }) => use > 0) || (minLot > 0 && period < lotPeriods);
}

/** Whether a source produces in a period: 1 or 0. */
export const setUps = decision<'source' | 'period'>({
  id: 'set_ups',
  title: 'Set-ups',
  equation: String.raw`z_{s,t} \in \{0, 1\}`,
  symbol: 'z',
  unit: 'set-ups',
  index: ['source', 'period'],
  keys: keysWhere(production, (problem, { source, period }) => needsSetUp(problem, source, period)),
  upper: () => 1,
  whole: () => true,
  flows: [],
});
