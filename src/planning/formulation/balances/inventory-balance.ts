import { deliveryIsDecided } from '../../domain/demand-terms';
import type { PlanningProblem } from '../../domain/planning-problem';
import { balance, everyPeriod } from '../parts';

/** What comes in, less what goes out, is what stays: one row per item and period. */
export const inventoryBalance = balance<'item' | 'period'>({
  id: 'inventory_balance',
  title: 'Inventory balance',
  equation: String.raw`I_{i,t-1} + \text{supply}_{i,t} - \text{use}_{i,t} - I_{i,t} = D_{i,t} - R_{i,t} \quad (I_{i,0} \text{ given})`,
  index: ['item', 'period'],
  keys: everyPeriod('item'),
  sense: '=',
  rightHandSide: (problem, { item, period }) =>
    demandWithoutDecision(problem, item, period) -
    problem.items[item].receipts[period] -
    (period === 0 ? problem.items[item].openingInventory : 0),
  price: {
    unit: 'money/unit',
    means: (price, problem, { item, period }) =>
      `One more unit of ${problem.items[item].name} wanted in ${problem.periods[period].label} costs ${price}.`,
  },
});

/** Demand that leaves in its own period without a delivery decision, units. */
function demandWithoutDecision(problem: PlanningProblem, item: number, period: number): number {
  let quantity = 0;
  for (const index of demandsOf(problem)[item]) {
    const demand = problem.demands[index];
    if (!deliveryIsDecided(demand)) quantity += demand.quantity[period];
  }
  return quantity;
}

const demandsByProblem = new WeakMap<PlanningProblem, readonly (readonly number[])[]>();

/** Positions of the demands of each item, found once per problem. */
function demandsOf(problem: PlanningProblem): readonly (readonly number[])[] {
  const known = demandsByProblem.get(problem);
  if (known) return known;
  const found: number[][] = problem.items.map(() => []);
  problem.demands.forEach((demand, index) => found[demand.item].push(index));
  demandsByProblem.set(problem, found);
  return found;
}
