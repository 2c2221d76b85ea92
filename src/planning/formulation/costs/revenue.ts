import type { PlanningProblem } from '../../domain/planning-problem';
import { shortage } from '../decisions/shortage';
import { costTerm, rated } from '../parts';

/**
 * Revenue, as a negative cost. Everything wanted is delivered in the end or short, so revenue is that of all demand less
 * that of the shortage.
 */
export const revenue = costTerm({
  id: 'revenue',
  title: 'Revenue',
  equation: String.raw`-\sum_{k,t} p_{k,t} (D_{k,t} - n_{k,t})`,
  prices: [rated(shortage, (problem, { demand, period }) => problem.demands[demand].price[period])],
  constant: (problem: PlanningProblem) => {
    let total = 0;
    for (const { price, quantity } of problem.demands) quantity.forEach((units, t) => (total += units * price[t]));
    return -total;
  },
});
