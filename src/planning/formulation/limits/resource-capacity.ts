import { overtime } from '../decisions/overtime';
import { workers } from '../decisions/workforce';
import { everyPeriod, limit, term, termTo } from '../parts';
import { resourceLoad } from './resource-load';

/** What is made in a period fits into regular capacity, the hours of the workers and overtime. */
export const resourceCapacity = limit<'resource' | 'period'>({
  id: 'resource_capacity',
  title: 'Capacity',
  equation: String.raw`\sum_s a_{r,s} x_{s,t} + \sum_s a'_{r,s} z_{s,t} - o_{r,t} - h_t W_t \le K_{r,t}`,
  index: ['resource', 'period'],
  keys: everyPeriod('resource', (problem, resource, period) => problem.resources[resource].capacity[period] < Infinity),
  sense: '<=',
  rightHandSide: (problem, { resource, period }) => problem.resources[resource].capacity[period],
  terms: [
    ...resourceLoad,
    term(overtime, () => -1),
    termTo(workers, ({ workforce }, { period }, add) => {
      if (workforce) add({ resource: workforce.resource, period }, -workforce.hoursPerWorker[period]);
    }),
  ],
  price: {
    unit: 'money/capacity unit',
    means: (price, problem, { resource, period }) =>
      `One more unit of ${problem.resources[resource].name} in ${problem.periods[period].label} saves ${-price}.`,
  },
});
