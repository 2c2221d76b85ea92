import { decision, everyPeriod } from '../parts';

/** Capacity units by which a resource is used less than it should. */
export const underUse = decision<'resource' | 'period'>({
  id: 'under_use',
  title: 'Use below the minimum',
  equation: String.raw`m_{r,t} \ge 0`,
  symbol: 'm',
  unit: 'capacity units',
  index: ['resource', 'period'],
  keys: everyPeriod('resource', (problem, resource, period) => problem.resources[resource].minUse[period] > 0),
  flows: [],
});

/** Capacity units by which a resource is used more than it should. */
export const overUse = decision<'resource' | 'period'>({
  id: 'over_use',
  title: 'Use above the target',
  equation: String.raw`g_{r,t} \ge 0`,
  symbol: 'g',
  unit: 'capacity units',
  index: ['resource', 'period'],
  keys: everyPeriod(
    'resource',
    (problem, resource, period) => problem.resources[resource].targetUse[period] < Infinity,
  ),
  flows: [],
});
