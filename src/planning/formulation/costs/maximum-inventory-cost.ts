import { excessInventory } from '../decisions/inventory';
import { costTerm, rated } from '../parts';

/** Cost of inventory above a soft maximum. */
export const maximumInventoryCost = costTerm({
  id: 'maxInventory',
  title: 'Inventory above its maximum',
  equation: String.raw`\sum_{i,t} c^{max}_i w_{i,t}`,
  prices: [rated(excessInventory, (problem, { item }) => problem.items[item].maxInventoryCost ?? 0)],
});
