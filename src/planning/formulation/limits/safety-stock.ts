import { inventory } from '../decisions/inventory';
import { bound } from '../parts';

/** Inventory does not end a period below safety stock; where that is soft, `safety_stock_gap` fills what is missing. */
export const safetyStock = bound<'item' | 'period'>({
  id: 'safety_stock',
  title: 'Safety stock',
  equation: String.raw`\hat I_{i,t} \ge SS_{i,t}`,
  decision: inventory,
  lower: (problem, { item, period }) => problem.items[item].safetyStock[period],
  price: {
    unit: 'money/unit',
    means: (price, problem, { item, period }) =>
      `One unit less of safety stock of ${problem.items[item].name} in ${problem.periods[period].label} saves ${price}.`,
  },
});
