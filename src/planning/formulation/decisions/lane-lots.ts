import { decision, keysWhere } from '../parts';
import type { PlanningProblem } from '../../domain/planning-problem';
import { transport } from './transport';

/** Whether the lot rules of a lane hold in a period: not where the planner fixed what it carries. */
function lotsHold(problem: PlanningProblem, lane: number, period: number): boolean {
  const { lotPeriods, fixed } = problem.lanes[lane];
  return period < lotPeriods && fixed[period] === null;
}

/** Whether anything leaves on a lane in a period (1 or 0), where a smallest quantity is asked for. */
export const laneSetUps = decision<'lane' | 'period'>({
  id: 'lane_set_ups',
  title: 'Shipments',
  equation: String.raw`z^{y}_{l,t} \in \{0, 1\}`,
  symbol: String.raw`z^{y}`,
  unit: 'shipments',
  index: ['lane', 'period'],
  keys: keysWhere(
    transport,
    (problem, { lane, period }) => problem.lanes[lane].minLot > 0 && lotsHold(problem, lane, period),
  ),
  upper: () => 1,
  whole: () => true,
  flows: [],
});

/** Number of lots that leave on a lane in a period, where it carries multiples of a lot. */
export const laneLots = decision<'lane' | 'period'>({
  id: 'lane_lots',
  title: 'Transport lots',
  equation: String.raw`k^{y}_{l,t} \in \mathbb{N}`,
  symbol: String.raw`k^{y}`,
  unit: 'lots',
  index: ['lane', 'period'],
  keys: keysWhere(
    transport,
    (problem, { lane, period }) => problem.lanes[lane].lotSize > 0 && lotsHold(problem, lane, period),
  ),
  whole: () => true,
  flows: [],
});
