import { decision, everyPeriod, flowTo } from '../parts';
import { inventoryBalance } from '../balances/inventory-balance';

/** Units that leave on a lane in a period; they arrive after the lead time. */
export const transport = decision<'lane' | 'period'>({
  id: 'transport',
  title: 'Transport',
  equation: String.raw`y_{l,t} \ge 0`,
  symbol: 'y',
  unit: 'units',
  index: ['lane', 'period'],
  keys: everyPeriod('lane', (problem, lane, period) => {
    const { fixed, maximum, arrival } = problem.lanes[lane];
    const quantity = fixed[period];
    return quantity !== null ? quantity > 0 : maximum[period] > 0 && arrival[period] < problem.periods.length;
  }),
  flows: [
    flowTo(inventoryBalance, (problem, { lane, period }, add) => {
      const { from, to, arrival } = problem.lanes[lane];
      add({ item: from, period }, -1);
      if (arrival[period] < problem.periods.length) add({ item: to, period: arrival[period] }, 1);
    }),
  ],
});
