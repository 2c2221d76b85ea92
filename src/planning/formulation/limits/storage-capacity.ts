import type { PlanningProblem } from '../../domain/planning-problem';
import { stockTerms } from '../decisions/inventory';
import { overflow } from '../decisions/overflow';
import { everyPeriod, limit, term } from '../parts';

/** What is on hand fits into the usable part of the warehouse; what stands above is overflow. */
export const storageCapacity = limit<'warehouse' | 'period'>({
  id: 'storage_capacity',
  title: 'Warehouse capacity',
  equation: String.raw`\sum_{i \in h} \sigma_i I_{i,t} - f_{h,t} \le \theta_h C_{h,t}`,
  index: ['warehouse', 'period'],
  keys: everyPeriod(
    'warehouse',
    (problem, warehouse, period) => problem.warehouses[warehouse].capacity[period] < Infinity,
  ),
  sense: '<=',
  rightHandSide: (problem, { warehouse, period }) =>
    problem.warehouses[warehouse].overflowThreshold * problem.warehouses[warehouse].capacity[period],
  terms: [
    ...stockTerms((problem, { item, period }, add) => {
      for (const warehouse of warehousesOf(problem)[item]) add({ warehouse, period }, problem.items[item].storageUse);
    }),
    term(overflow, () => -1),
  ],
  price: {
    unit: 'money/storage unit',
    means: (price, problem, { warehouse, period }) =>
      `One more usable unit of ${problem.warehouses[warehouse].name} in ${problem.periods[period].label} saves ${-price}.`,
  },
});

const warehousesByProblem = new WeakMap<PlanningProblem, readonly (readonly number[])[]>();

/** Warehouses that hold each item, found once per problem. */
function warehousesOf(problem: PlanningProblem): readonly (readonly number[])[] {
  const known = warehousesByProblem.get(problem);
  if (known) return known;
  const found: number[][] = problem.items.map(() => []);
  problem.warehouses.forEach(({ items }, warehouse) => items.forEach((item) => found[item].push(warehouse)));
  warehousesByProblem.set(problem, found);
  return found;
}
