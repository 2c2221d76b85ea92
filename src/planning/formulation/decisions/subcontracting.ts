import { decision, everyPeriod, flowTo } from '../parts';
import { inventoryBalance } from '../balances/inventory-balance';

/** Units bought instead of made. */
export const subcontracting = decision<'subcontract' | 'period'>({
  id: 'subcontracting',
  title: 'Subcontracting',
  equation: String.raw`0 \le u_{q,t} \le \bar u_{q,t}`,
  symbol: 'u',
  unit: 'units',
  index: ['subcontract', 'period'],
  keys: everyPeriod(
    'subcontract',
    (problem, subcontract, period) => problem.subcontracts[subcontract].limit[period] > 0,
  ),
  upper: (problem, { subcontract, period }) => problem.subcontracts[subcontract].limit[period],
  flows: [
    flowTo(inventoryBalance, (problem, { subcontract, period }, add) =>
      add({ item: problem.subcontracts[subcontract].item, period }, 1),
    ),
  ],
});
