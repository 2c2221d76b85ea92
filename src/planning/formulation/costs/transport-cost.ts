import { costTermTitles } from '../../domain/cost-of-plan';
import { transport } from '../decisions/transport';
import { costTerm, rated } from '../parts';

/** Cost of moving units between locations. */
export const transportCost = costTerm({
  id: 'transport',
  title: costTermTitles.transport,
  equation: String.raw`\sum_{l,t} c^{y}_{l,t} y_{l,t}`,
  prices: [rated(transport, (problem, { lane, period }) => problem.lanes[lane].cost[period])],
});
