import { decision, everyPeriod } from '../parts';

/** Storage units above the threshold of a warehouse, up to its capacity. */
export const overflow = decision<'warehouse' | 'period'>({
  id: 'overflow',
  title: 'Overflow',
  equation: String.raw`0 \le f_{h,t} \le (1 - \theta_h) C_{h,t}`,
  symbol: 'f',
  unit: 'storage units',
  index: ['warehouse', 'period'],
  keys: everyPeriod(
    'warehouse',
    (problem, warehouse, period) =>
      problem.warehouses[warehouse].overflowCost !== null && problem.warehouses[warehouse].capacity[period] < Infinity,
  ),
  upper: (problem, { warehouse, period }) => {
    const { overflowThreshold, overflowLimit, capacity } = problem.warehouses[warehouse];
    return overflowLimit ?? (1 - overflowThreshold) * capacity[period];
  },
  flows: [],
});
