import { costTermTitles } from '../../domain/cost-of-plan';
import { stockRated } from '../decisions/inventory';
import { costTerm } from '../parts';

/** Holding cost on the inventory at the end of each period. */
export const holdingCost = costTerm({
  id: 'holding',
  title: costTermTitles.holding,
  equation: String.raw`\sum_{i,t} h_{i,t} I_{i,t}`,
  prices: stockRated((problem, { item, period }) => problem.items[item].holdingCost[period]),
});
