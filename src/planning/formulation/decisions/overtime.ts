import { decision, everyPeriod } from '../parts';

/** Capacity units added to a resource. */
export const overtime = decision<'resource' | 'period'>({
  id: 'overtime',
  title: 'Overtime',
  equation: String.raw`0 \le o_{r,t} \le \bar o_{r,t}`,
  symbol: 'o',
  unit: 'capacity units',
  index: ['resource', 'period'],
  keys: everyPeriod(
    'resource',
    (problem, resource, period) => problem.resources[resource].overtimeCapacity[period] > 0,
  ),
  upper: (problem, { resource, period }) => problem.resources[resource].overtimeCapacity[period],
  flows: [],
});
