import { overtime } from '../decisions/overtime';
import { workers } from '../decisions/workforce';
import { limit, periodsWhere, term, termTo } from '../parts';

/** Overtime is worked by the workers there are. */
export const overtimePerWorker = limit<'period'>({
  id: 'overtime_per_worker',
  title: 'Overtime per worker',
  equation: String.raw`o_{r(W),t} - \bar h_t W_t \le 0`,
  index: ['period'],
  keys: periodsWhere((problem, period) => {
    const { workforce } = problem;
    if (workforce === null || workforce.overtimePerWorker[period] === Infinity) return false;
    return problem.resources[workforce.resource].overtimeCapacity[period] > 0;
  }),
  sense: '<=',
  rightHandSide: () => 0,
  terms: [
    termTo(overtime, (problem, { resource, period }, add) => {
      if (problem.workforce?.resource === resource) add({ period }, 1);
    }),
    term(workers, (problem, { period }) => -(problem.workforce?.overtimePerWorker[period] ?? 0)),
  ],
});
