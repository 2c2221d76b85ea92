import { inventory, safetyStockMayBeMissed } from '../decisions/inventory';
import { bound } from '../parts';

/** Inventory does not end a period above its maximum; where that is soft, `excess_inventory` holds what stands above. */
export const maximumInventory = bound<'item' | 'period'>({
  id: 'maximum_inventory',
  title: 'Maximum inventory',
  equation: String.raw`\hat I_{i,t} \le \bar I_{i,t}`,
  decision: inventory,
  // A soft safety stock above the maximum leaves room for the part that must be missed.
  upper: (problem, { item, period }) =>
    safetyStockMayBeMissed(problem, { item, period })
      ? Math.max(problem.items[item].maxInventory[period], problem.items[item].safetyStock[period])
      : problem.items[item].maxInventory[period],
});
