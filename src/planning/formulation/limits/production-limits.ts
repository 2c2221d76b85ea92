import { production } from '../decisions/production';
import { bound } from '../parts';

/** Production stays between the planner's least and most, except where the planner fixed it: the exact word wins. */
export const productionLimits = bound<'source' | 'period'>({
  id: 'production_limits',
  title: 'Least and most production',
  equation: String.raw`\underline x_{s,t} \le x_{s,t} \le \bar x_{s,t}`,
  decision: production,
  lower: (problem, { source, period }) => {
    const { fixed, minimum } = problem.sources[source];
    return fixed[period] === null ? minimum[period] : -Infinity;
  },
  upper: (problem, { source, period }) => {
    const { fixed, maximum } = problem.sources[source];
    return fixed[period] === null ? maximum[period] : Infinity;
  },
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
