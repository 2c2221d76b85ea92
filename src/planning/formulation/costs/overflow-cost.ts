import { costTermTitles } from '../../domain/cost-of-plan';
import { overflow } from '../decisions/overflow';
import { costTerm, rated } from '../parts';

/** Cost of stock above the threshold of a warehouse. */
export const overflowCost = costTerm({
  id: 'overflow',
  title: costTermTitles.overflow,
  equation: String.raw`\sum_{h,t} c^{f}_{h,t} f_{h,t}`,
  prices: [
    rated(overflow, (problem, { warehouse, period }) => problem.warehouses[warehouse].overflowCost?.[period] ?? 0),
  ],
});
