import { costTermTitles } from '../../domain/cost-of-plan';
import { safetyStockGap } from '../decisions/inventory';
import { costTerm, rated } from '../parts';

/** Cost of inventory below a soft safety stock. */
export const safetyStockCost = costTerm({
  id: 'safetyStock',
  title: costTermTitles.safetyStock,
  equation: String.raw`\sum_{i,t} c^{SS}_i v_{i,t}`,
  prices: [rated(safetyStockGap, (problem, { item }) => problem.items[item].safetyStockCost ?? 0)],
});
