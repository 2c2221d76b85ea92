import { deliveryIsDecided } from '../../domain/demand-terms';
import { balance, everyPeriod } from '../parts';

/**
 * Every unit of a demand is delivered in time, later, or never. Only for demands whose delivery is a decision.
 *
 * Backorders are kept first in, first out: with one lateness rate per demand, which of two open units is delivered first
 * changes no cost, and the older first is the least late. That takes one column per period instead of one per pair of periods.
 */
export const demandBalance = balance<'demand' | 'period'>({
  id: 'demand_balance',
  title: 'Demand balance',
  equation: String.raw`d_{k,t} + n_{k,t} + b_{k,t} - b_{k,t-1} = D_{k,t}`,
  index: ['demand', 'period'],
  keys: everyPeriod('demand', (problem, demand) => deliveryIsDecided(problem.demands[demand])),
  sense: '=',
  rightHandSide: (problem, { demand, period }) => problem.demands[demand].quantity[period],
});
