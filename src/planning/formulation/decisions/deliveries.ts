import { deliveryIsDecided } from '../../domain/demand-terms';
import { demandBalance } from '../balances/demand-balance';
import { inventoryBalance } from '../balances/inventory-balance';
import { decision, everyPeriod, flow, flowTo } from '../parts';

/** Units delivered to a demand in a period, for that period or an earlier one. */
export const deliveries = decision<'demand' | 'period'>({
  id: 'deliveries',
  title: 'Deliveries',
  equation: String.raw`d_{k,t} \ge 0`,
  symbol: 'd',
  unit: 'units',
  index: ['demand', 'period'],
  keys: everyPeriod('demand', (problem, demand) => deliveryIsDecided(problem.demands[demand])),
  flows: [
    flow(demandBalance),
    flowTo(inventoryBalance, (problem, { demand, period }, add) =>
      add({ item: problem.demands[demand].item, period }, -1),
    ),
  ],
});
