import { overUse, underUse } from '../decisions/use-band';
import { limit, term } from '../parts';
import { resourceLoad } from './resource-load';

/** A resource is used at least so much, or what is missing costs. */
export const minimumUse = limit<'resource' | 'period'>({
  id: 'minimum_use',
  title: 'Minimum use',
  equation: String.raw`\sum_s a_{r,s} x_{s,t} + \sum_s a'_{r,s} z_{s,t} + m_{r,t} \ge \underline K_{r,t}`,
  index: ['resource', 'period'],
  keys: underUse.keys,
  sense: '>=',
  rightHandSide: (problem, { resource, period }) => problem.resources[resource].minUse[period],
  terms: [...resourceLoad, term(underUse)],
});

/** A resource is used at most so much, or what is above costs. */
export const targetUse = limit<'resource' | 'period'>({
  id: 'target_use',
  title: 'Target use',
  equation: String.raw`\sum_s a_{r,s} x_{s,t} + \sum_s a'_{r,s} z_{s,t} - g_{r,t} \le \hat K_{r,t}`,
  index: ['resource', 'period'],
  keys: overUse.keys,
  sense: '<=',
  rightHandSide: (problem, { resource, period }) => problem.resources[resource].targetUse[period],
  terms: [...resourceLoad, term(overUse, () => -1)],
});
