import { costTermTitles } from '../../domain/cost-of-plan';
import { overtime } from '../decisions/overtime';
import { costTerm, rated } from '../parts';

/** Cost of added capacity, on top of the production cost. */
export const overtimeCost = costTerm({
  id: 'overtime',
  title: costTermTitles.overtime,
  equation: String.raw`\sum_{r,t} c^{o}_{r,t} o_{r,t}`,
  prices: [rated(overtime, (problem, { resource, period }) => problem.resources[resource].overtimeCost[period])],
});
