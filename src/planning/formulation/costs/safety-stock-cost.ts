import { costTermTitles } from '../../domain/cost-of-plan';
import { periodLength } from '../../domain/period-length';
import { safetyStockGap } from '../decisions/inventory';
import { costTerm, rated } from '../parts';

/** Cost of inventory below a soft safety stock. */
export const safetyStockCost = costTerm({
  id: 'safetyStock',
  title: costTermTitles.safetyStock,
  equation: String.raw`\sum_{i,t} c^{SS}_i \ell_t v_{i,t}`,
  prices: [
    rated(
      safetyStockGap,
      (problem, { item, period }) => (problem.items[item].safetyStockCost ?? 0) * periodLength(problem, period),
    ),
  ],
});
