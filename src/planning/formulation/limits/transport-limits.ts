import { transport } from '../decisions/transport';
import { bound } from '../parts';

/** A lane carries at most so much, except where the planner fixed it. */
export const transportLimits = bound<'lane' | 'period'>({
  id: 'transport_limits',
  title: 'Most transport',
  equation: String.raw`y_{l,t} \le \bar y_{l,t}`,
  decision: transport,
  upper: (problem, { lane, period }) => {
    const { fixed, maximum } = problem.lanes[lane];
    return fixed[period] === null ? maximum[period] : Infinity;
  },
});

/** Transport that the planner fixed is not touched. */
export const fixedTransport = bound<'lane' | 'period'>({
  id: 'fixed_transport',
  title: 'Fixed transport',
  equation: String.raw`y_{l,t} = \tilde y_{l,t}`,
  decision: transport,
  lower: (problem, { lane, period }) => problem.lanes[lane].fixed[period] ?? -Infinity,
  upper: (problem, { lane, period }) => problem.lanes[lane].fixed[period] ?? Infinity,
});
