import { costTermTitles } from '../../domain/cost-of-plan';
import { production } from '../decisions/production';
import { costTerm, rated } from '../parts';

/** Variable cost of making. */
export const productionCost = costTerm({
  id: 'production',
  title: costTermTitles.production,
  equation: String.raw`\sum_{s,t} c_{s,t} x_{s,t}`,
  prices: [rated(production, (problem, { source, period }) => problem.sources[source].cost[period])],
});
