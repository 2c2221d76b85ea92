import { decision, everyPeriod, flowTo } from '../parts';
import { inventoryBalance } from '../balances/inventory-balance';

/** Units that a source starts to make in a period. They arrive after the lead time; components are used at the start. */
export const production = decision<'source' | 'period'>({
  id: 'production',
  title: 'Production',
  equation: String.raw`x_{s,t} \ge 0`,
  symbol: 'x',
  unit: 'units',
  index: ['source', 'period'],
  keys: everyPeriod('source', (problem, source, period) => {
    const { fixed, maximum, minimum, arrival } = problem.sources[source];
    const quantity = fixed[period];
    if (quantity !== null) return quantity > 0;
    const arrives = arrival[period] < problem.periods.length;
    // A least production above the most has its column, so that the contradiction reaches the solver.
    return minimum[period] > 0 || (maximum[period] > 0 && arrives);
  }),
  flows: [
    flowTo(inventoryBalance, (problem, { source, period }, add) => {
      const { item, arrival, components } = problem.sources[source];
      if (arrival[period] < problem.periods.length) add({ item, period: arrival[period] }, 1);
      for (const component of components) {
        // A co-product comes out with the product; a component goes in at the start.
        const when = component.quantity < 0 ? arrival[period] : period;
        if (when < problem.periods.length) add({ item: component.item, period: when }, -component.quantity);
      }
    }),
  ],
});
