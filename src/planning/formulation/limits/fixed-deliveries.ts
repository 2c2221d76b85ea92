import { deliveries } from '../decisions/deliveries';
import { bound } from '../parts';

/** Deliveries that the planner fixed are not touched. */
export const fixedDeliveries = bound<'demand' | 'period'>({
  id: 'fixed_deliveries',
  title: 'Fixed deliveries',
  equation: String.raw`d_{k,t} = \tilde d_{k,t}`,
  decision: deliveries,
  lower: (problem, { demand, period }) => problem.demands[demand].fixedDelivery[period] ?? -Infinity,
  upper: (problem, { demand, period }) => problem.demands[demand].fixedDelivery[period] ?? Infinity,
});
