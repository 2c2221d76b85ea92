import type { PlanningProblem } from '../../domain/planning-problem';
import { inventoryBalance } from '../balances/inventory-balance';
import { decision, everyPeriod, flowTo, rated, termTo } from '../parts';
import type { AddEntry, Decision, Flow, Key, Rated, Term } from '../parts';

type ItemPeriod = 'item' | 'period';

/** Stock leaves this period's balance and enters the next one's; `sign` −1 for stock that is missing. */
const carried = (sign: 1 | -1): Flow<ItemPeriod> =>
  flowTo(inventoryBalance, (problem, { item, period }, add) => {
    add({ item, period }, -sign);
    if (period + 1 < problem.periods.length) add({ item, period: period + 1 }, sign);
  });

/**
 * Units on hand at the end of a period. Where safety stock (or the maximum) is soft, this is the part between the two, and
 * what is missing below or stands above is a decision of its own: limits of a single column are bounds, not rows.
 */
export const inventory = decision<ItemPeriod>({
  id: 'inventory',
  title: 'Inventory within its limits',
  equation: String.raw`I_{i,t} = \hat I_{i,t} - v_{i,t} + w_{i,t}, \quad \hat I_{i,t} \ge 0`,
  symbol: String.raw`\hat I`,
  unit: 'units',
  index: ['item', 'period'],
  keys: everyPeriod('item'),
  flows: [carried(1)],
});

/** Units by which inventory stays below a soft safety stock. */
export const safetyStockGap = decision<ItemPeriod>({
  id: 'safety_stock_gap',
  title: 'Safety stock missed',
  equation: String.raw`0 \le v_{i,t} \le SS_{i,t}`,
  symbol: 'v',
  unit: 'units',
  index: ['item', 'period'],
  keys: everyPeriod('item', (problem, item, period) => safetyStockMayBeMissed(problem, { item, period })),
  lower: (problem, { item, period }) =>
    Math.max(0, problem.items[item].safetyStock[period] - hardMaximum(problem, { item, period })),
  upper: (problem, { item, period }) => {
    const { safetyStock, finalInventory } = problem.items[item];
    // What must be there after the last period cannot be missed.
    return period === problem.periods.length - 1
      ? Math.max(0, safetyStock[period] - finalInventory)
      : safetyStock[period];
  },
  flows: [carried(-1)],
});

/** Units by which inventory stands above a soft maximum. */
export const excessInventory = decision<ItemPeriod>({
  id: 'excess_inventory',
  title: 'Inventory above its maximum',
  equation: String.raw`w_{i,t} \ge 0`,
  symbol: 'w',
  unit: 'units',
  index: ['item', 'period'],
  keys: everyPeriod(
    'item',
    (problem, item, period) =>
      problem.items[item].maxInventoryCost !== null && problem.items[item].maxInventory[period] < Infinity,
  ),
  flows: [carried(1)],
});

/** Whether a plan may end the period below safety stock. */
export function safetyStockMayBeMissed(problem: PlanningProblem, { item, period }: Key<ItemPeriod>): boolean {
  return problem.items[item].safetyStockCost !== null && problem.items[item].safetyStock[period] > 0;
}

/** Most inventory that is allowed at any price, units. */
function hardMaximum(problem: PlanningProblem, { item, period }: Key<ItemPeriod>): number {
  return problem.items[item].maxInventoryCost === null ? problem.items[item].maxInventory[period] : Infinity;
}

const stockParts: readonly { readonly of: Decision<ItemPeriod>; readonly sign: 1 | -1 }[] = [
  { of: inventory, sign: 1 },
  { of: safetyStockGap, sign: -1 },
  { of: excessInventory, sign: 1 },
];

/** Everything on hand as terms of a limit on rows that `entries` names, e.g. the warehouse that holds the item. */
export function stockTerms(entries: (problem: PlanningProblem, key: Key<ItemPeriod>, add: AddEntry) => void): Term[] {
  return stockParts.map(({ of, sign }) =>
    termTo(of, (problem, key, add) => entries(problem, key, (row, amount) => add(row, sign * amount))),
  );
}

/** Everything on hand, priced. */
export function stockRated(rate: (problem: PlanningProblem, key: Key<ItemPeriod>) => number): Rated[] {
  return stockParts.map(({ of, sign }) => rated(of, (problem, key) => sign * rate(problem, key)));
}
