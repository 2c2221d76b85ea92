import type { PlanningProblem } from '../../domain/planning-problem';
import { laneLots, laneSetUps } from '../decisions/lane-lots';
import { transport } from '../decisions/transport';
import { limit, term } from '../parts';
import type { Key } from '../parts';
import { networkRequirement } from './network-requirement';

/** Nothing leaves on a lane without a shipment. */
export const shipmentForTransport = limit<'lane' | 'period'>({
  id: 'shipment_for_transport',
  title: 'Transport needs a shipment',
  equation: String.raw`y_{l,t} - M^{y}_{l,t} z^{y}_{l,t} \le 0`,
  index: ['lane', 'period'],
  keys: laneSetUps.keys,
  sense: '<=',
  rightHandSide: () => 0,
  terms: [term(transport), term(laneSetUps, (problem, key) => -transportCeiling(problem, key))],
});

/** What leaves on a lane is at least the smallest quantity. */
export const smallestTransport = limit<'lane' | 'period'>({
  id: 'smallest_transport',
  title: 'Smallest transport',
  equation: String.raw`y_{l,t} - \ell^{y}_l z^{y}_{l,t} \ge 0`,
  index: ['lane', 'period'],
  keys: laneSetUps.keys,
  sense: '>=',
  rightHandSide: () => 0,
  terms: [term(transport), term(laneSetUps, (problem, { lane }) => -problem.lanes[lane].minLot)],
});

/** What leaves on a lane is a whole number of lots. */
export const transportLotSize = limit<'lane' | 'period'>({
  id: 'transport_lot_size',
  title: 'Transport lot size',
  equation: String.raw`y_{l,t} - q^{y}_l k^{y}_{l,t} = 0`,
  index: ['lane', 'period'],
  keys: laneLots.keys,
  sense: '=',
  rightHandSide: () => 0,
  terms: [term(transport), term(laneLots, (problem, { lane }) => -problem.lanes[lane].lotSize)],
});

/** Most that a lane could sensibly carry in a period, units: what the network could want of the product, in one go. */
function transportCeiling(problem: PlanningProblem, { lane, period }: Key<'lane' | 'period'>): number {
  const { from, maximum, minLot, lotSize } = problem.lanes[lane];
  return Math.min(maximum[period], networkRequirement(problem, problem.items[from].product) + minLot + lotSize);
}
