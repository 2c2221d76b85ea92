import { costTermTitles } from '../../domain/cost-of-plan';
import { subcontracting } from '../decisions/subcontracting';
import { costTerm, rated } from '../parts';

/** Cost of units bought instead of made. */
export const subcontractCost = costTerm({
  id: 'subcontract',
  title: costTermTitles.subcontract,
  equation: String.raw`\sum_{q,t} c^{u}_{q,t} u_{q,t}`,
  prices: [rated(subcontracting, (problem, { subcontract, period }) => problem.subcontracts[subcontract].cost[period])],
});
