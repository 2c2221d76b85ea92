import { transport } from '../decisions/transport';
import { bound } from '../parts';

/** A lane carries at most so much. */
export const transportLimits = bound<'lane' | 'period'>({
  id: 'transport_limits',
  title: 'Most transport',
  equation: String.raw`y_{l,t} \le \bar y_{l,t}`,
  decision: transport,
  upper: (problem, { lane, period }) => problem.lanes[lane].maximum[period],
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
