import { costTermTitles } from '../../domain/cost-of-plan';
import { shortage } from '../decisions/shortage';
import { costTerm, rated } from '../parts';

/** Cost of demand that is never delivered. */
export const shortageCost = costTerm({
  id: 'shortage',
  title: costTermTitles.shortage,
  equation: String.raw`\sum_{k,t} c^{n}_{k,t} n_{k,t}`,
  prices: [rated(shortage, (problem, { demand, period }) => problem.demands[demand].shortageCost?.[period] ?? 0)],
});
