import { mayBeLate } from '../../domain/demand-terms';
import { demandBalance } from '../balances/demand-balance';
import { decision, everyPeriod, flowTo } from '../parts';

/** Units wanted by now, still open at the end of the period, delivered later. None are open after the last period. */
export const backorders = decision<'demand' | 'period'>({
  id: 'backorders',
  title: 'Backorders',
  equation: String.raw`b_{k,t} \ge 0, \quad b_{k,T} = 0`,
  symbol: 'b',
  unit: 'units',
  index: ['demand', 'period'],
  keys: everyPeriod(
    'demand',
    (problem, demand, period) => mayBeLate(problem.demands[demand]) && period + 1 < problem.periods.length,
  ),
  flows: [
    flowTo(demandBalance, (_problem, { demand, period }, add) => {
      add({ demand, period }, 1);
      add({ demand, period: period + 1 }, -1);
    }),
  ],
});
