import { production } from '../decisions/production';
import { bound } from '../parts';

/** Production stays between the planner's least and most. */
export const productionLimits = bound<'source' | 'period'>({
  id: 'production_limits',
  title: 'Least and most production',
  equation: String.raw`\underline x_{s,t} \le x_{s,t} \le \bar x_{s,t}`,
  decision: production,
  lower: (problem, { source, period }) => problem.sources[source].minimum[period],
  upper: (problem, { source, period }) => problem.sources[source].maximum[period],
});

/** Production that the planner fixed is not touched. */
export const fixedProduction = bound<'source' | 'period'>({
  id: 'fixed_production',
  title: 'Fixed production',
  equation: String.raw`x_{s,t} = \tilde x_{s,t}`,
  decision: production,
  lower: (problem, { source, period }) => problem.sources[source].fixed[period] ?? -Infinity,
  upper: (problem, { source, period }) => problem.sources[source].fixed[period] ?? Infinity,
});
