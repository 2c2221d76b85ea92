import { costTermTitles } from '../../domain/cost-of-plan';
import { periodLength } from '../../domain/period-length';
import { excessInventory } from '../decisions/inventory';
import { costTerm, rated } from '../parts';

/** Cost of inventory above a soft maximum. */
export const maximumInventoryCost = costTerm({
  id: 'maxInventory',
  title: costTermTitles.maxInventory,
  equation: String.raw`\sum_{i,t} c^{max}_i \ell_t w_{i,t}`,
  prices: [
    rated(
      excessInventory,
      (problem, { item, period }) => (problem.items[item].maxInventoryCost ?? 0) * periodLength(problem, period),
    ),
  ],
});
