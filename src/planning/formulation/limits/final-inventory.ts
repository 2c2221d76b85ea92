import { inventory } from '../decisions/inventory';
import { bound } from '../parts';

/** The last period ends with at least this inventory. */
export const finalInventory = bound<'item' | 'period'>({
  id: 'final_inventory',
  title: 'Final inventory',
  equation: String.raw`\hat I_{i,T} \ge F_i`,
  decision: inventory,
  lower: (problem, { item, period }) =>
    period === problem.periods.length - 1 ? problem.items[item].finalInventory : -Infinity,
});
