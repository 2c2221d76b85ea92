import { deliveryIsDecided, mayBeShort } from '../../domain/demand-terms';
import { demandBalance } from '../balances/demand-balance';
import { inventoryBalance } from '../balances/inventory-balance';
import { decision, everyPeriod, flowTo } from '../parts';

/** Units of a period's demand that are never delivered. */
export const shortage = decision<'demand' | 'period'>({
  id: 'shortage',
  title: 'Shortage',
  equation: String.raw`0 \le n_{k,t} \le D_{k,t}`,
  symbol: 'n',
  unit: 'units',
  index: ['demand', 'period'],
  keys: everyPeriod(
    'demand',
    (problem, demand, period) =>
      problem.demands[demand].quantity[period] > 0 && mayBeShort(problem, problem.demands[demand]),
  ),
  upper: (problem, { demand, period }) => problem.demands[demand].quantity[period],
  flows: [
    flowTo(demandBalance, (problem, key, add) => {
      if (deliveryIsDecided(problem.demands[key.demand])) add(key, 1);
    }),
    flowTo(inventoryBalance, (problem, { demand, period }, add) => {
      const wanted = problem.demands[demand];
      if (!deliveryIsDecided(wanted)) add({ item: wanted.item, period }, 1);
    }),
  ],
});
