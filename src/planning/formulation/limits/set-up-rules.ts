import { lots } from '../decisions/lots';
import { production } from '../decisions/production';
import { setUps } from '../decisions/set-ups';
import { keysWhere, limit, term } from '../parts';
import { productionCeiling } from './production-ceiling';

/** Nothing is made without a set-up. */
export const setUpForProduction = limit<'source' | 'period'>({
  id: 'set_up_for_production',
  title: 'Production needs a set-up',
  equation: String.raw`x_{s,t} - M_{s,t} z_{s,t} \le 0`,
  index: ['source', 'period'],
  keys: setUps.keys,
  sense: '<=',
  rightHandSide: () => 0,
  terms: [term(production), term(setUps, (problem, key) => -productionCeiling(problem, key))],
});

/** What is made is at least the smallest lot. */
export const smallestLot = limit<'source' | 'period'>({
  id: 'smallest_lot',
  title: 'Smallest lot',
  equation: String.raw`x_{s,t} - \ell_s z_{s,t} \ge 0`,
  index: ['source', 'period'],
  keys: keysWhere(setUps, (problem, { source, period }) => {
    const { minLot, lotPeriods, fixed } = problem.sources[source];
    return minLot > 0 && period < lotPeriods && fixed[period] === null;
  }),
  sense: '>=',
  rightHandSide: () => 0,
  terms: [term(production), term(setUps, (problem, { source }) => -problem.sources[source].minLot)],
});

/** What is made is a whole number of lots. */
export const lotSize = limit<'source' | 'period'>({
  id: 'lot_size',
  title: 'Lot size',
  equation: String.raw`x_{s,t} - q_s k_{s,t} = 0`,
  index: ['source', 'period'],
  keys: lots.keys,
  sense: '=',
  rightHandSide: () => 0,
  terms: [term(production), term(lots, (problem, { source }) => -problem.sources[source].lotSize)],
});
