import { costTermTitles } from '../../domain/cost-of-plan';
import { backorders } from '../decisions/backorders';
import { costTerm, rated } from '../parts';

/** Cost of every period that a unit is late. */
export const backorderCost = costTerm({
  id: 'backorder',
  title: costTermTitles.backorder,
  equation: String.raw`\sum_{k,t} c^{b}_{k,t} b_{k,t}`,
  prices: [rated(backorders, (problem, { demand, period }) => problem.demands[demand].backorderCost?.[period] ?? 0)],
});
