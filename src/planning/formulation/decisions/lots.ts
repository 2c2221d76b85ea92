import { decision } from '../parts';
import { production } from './production';

/** Number of lots that a source makes in a period, where production comes in multiples of a lot. */
export const lots = decision<'source' | 'period'>({
  id: 'lots',
  title: 'Lots',
  equation: String.raw`k_{s,t} \in \mathbb{N}`,
  symbol: 'k',
  unit: 'lots',
  index: ['source', 'period'],
  keys: function* (problem) {
    for (const key of production.keys(problem)) {
      const { lotSize, lotPeriods, fixed } = problem.sources[key.source];
      if (lotSize > 0 && key.period < lotPeriods && fixed[key.period] === null) yield key;
    }
  },
  whole: () => true,
  flows: [],
});
