import { inventory, safetyStockMayBeMissed } from '../decisions/inventory';
import { bound } from '../parts';

/** Inventory does not end a period above its maximum; where that is soft, `excess_inventory` holds what stands above. */
export const maximumInventory = bound<'item' | 'period'>({
  id: 'maximum_inventory',
  title: 'Maximum inventory',
  equation: String.raw`\hat I_{i,t} \le \bar I_{i,t}`,
  decision: inventory,
  // A safety stock above a soft maximum, or a soft one above any maximum, leaves room up to the safety stock.
  upper: (problem, key) => {
    const { maxInventory, maxInventoryCost, safetyStock } = problem.items[key.item];
    const isOneSoft = maxInventoryCost !== null || safetyStockMayBeMissed(problem, key);
    return isOneSoft ? Math.max(maxInventory[key.period], safetyStock[key.period]) : maxInventory[key.period];
  },
});
