import { costTermTitles } from '../../domain/cost-of-plan';
import { excessInventory } from '../decisions/inventory';
import { costTerm, rated } from '../parts';

/** Cost of inventory above a soft maximum. */
export const maximumInventoryCost = costTerm({
  id: 'maxInventory',
  title: costTermTitles.maxInventory,
  equation: String.raw`\sum_{i,t} c^{max}_i w_{i,t}`,
  prices: [rated(excessInventory, (problem, { item }) => problem.items[item].maxInventoryCost ?? 0)],
});
