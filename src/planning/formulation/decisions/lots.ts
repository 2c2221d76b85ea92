import { decision, keysWhere } from '../parts';
import { production } from './production';

/** Number of lots that a source makes in a period, where production comes in multiples of a lot. */
export const lots = decision<'source' | 'period'>({
  id: 'lots',
  title: 'Lots',
  equation: String.raw`k_{s,t} \in \mathbb{N}`,
  symbol: 'k',
  unit: 'lots',
  index: ['source', 'period'],
  keys: keysWhere(production, (problem, { source, period }) => {
    const { lotSize, lotPeriods, fixed } = problem.sources[source];
    return lotSize > 0 && period < lotPeriods && fixed[period] === null;
  }),
  whole: () => true,
  flows: [],
});
