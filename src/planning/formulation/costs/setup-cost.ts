import { costTermTitles } from '../../domain/cost-of-plan';
import { setUps } from '../decisions/set-ups';
import { costTerm, rated } from '../parts';

/** Cost of every period in which a source produces. */
export const setupCost = costTerm({
  id: 'setup',
  title: costTermTitles.setup,
  equation: String.raw`\sum_{s,t} c^{z}_{s,t} z_{s,t}`,
  prices: [rated(setUps, (problem, { source, period }) => problem.sources[source].setupCost[period])],
});
