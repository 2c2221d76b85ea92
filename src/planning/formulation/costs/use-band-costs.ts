import { costTermTitles } from '../../domain/cost-of-plan';
import { overUse, underUse } from '../decisions/use-band';
import { costTerm, rated } from '../parts';

/** Penalty for using a resource less than it should be. */
export const minimumUseCost = costTerm({
  id: 'minCapacity',
  title: costTermTitles.minCapacity,
  equation: String.raw`\sum_{r,t} c^{m}_r m_{r,t}`,
  prices: [rated(underUse, (problem, { resource }) => problem.resources[resource].minUseCost)],
});

/** Penalty for using a resource more than it should be. */
export const targetUseCost = costTerm({
  id: 'targetCapacity',
  title: costTermTitles.targetCapacity,
  equation: String.raw`\sum_{r,t} c^{g}_r g_{r,t}`,
  prices: [rated(overUse, (problem, { resource }) => problem.resources[resource].targetUseCost)],
});
