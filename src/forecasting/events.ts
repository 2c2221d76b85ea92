import { findSeason, smoothTrend, withSeason, withoutSeason } from './seasonality';

/** Something that moves demand in the periods it touches: a promotion, a moving holiday, a closure. */
export interface EventRegressor {
  name: string;
  /** Its strength per period, history then future: 1 where it fills its usual share of the period, 0 where it is absent. */
  values: readonly number[];
  /** Known effect at strength 1 as a fraction of demand (0.2 for 20 % more); estimated from the history where absent. */
  effect?: number;
}

/** The effect of an event as used in the forecast. */
export interface EventEffect {
  name: string;
  /** Fraction of the demand without it, at strength 1. */
  effect: number;
  /** Whether the planner gave it or the history did. */
  origin: 'given' | 'estimated';
}

/** Passes of estimating season and events in turn; the remainder shrinks by about a season's length each time. */
const PASSES = 4;
/** Demand cannot fall below this fraction of its normal value because of events. */
const LEAST_FACTOR = 0.02;

/** What demand is multiplied by in period t. */
export function eventFactor(events: readonly EventRegressor[], effects: readonly EventEffect[], t: number): number {
  const change = events.reduce((sum, event, k) => sum + (event.values[t] ?? 0) * effects[k].effect, 0);
  return Math.max(LEAST_FACTOR, 1 + change);
}

/** The solution of a small symmetric system by Gaussian elimination; a column without information gets 0. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < size; i++) {
    if (Math.abs(rows[i][i]) < 1e-12) continue;
    for (let j = 0; j < size; j++) {
      if (j === i) continue;
      const factor = rows[j][i] / rows[i][i];
      for (let k = i; k <= size; k++) rows[j][k] -= factor * rows[i][k];
    }
  }
  return rows.map((row, i) => (Math.abs(row[i]) < 1e-12 ? 0 : row[size] / row[i]));
}

/** Least-squares effects of the events on the relative deviations from the base, each shrunk by its own noise. */
function regress(deviations: readonly number[], columns: readonly (readonly number[])[]): number[] {
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, t) => sum + value * b[t], 0);
  const effects = solve(
    columns.map((row) => columns.map((column) => dot(row, column))),
    columns.map((row) => dot(row, deviations)),
  );
  const residual = deviations.map((value, t) => value - effects.reduce((sum, b, k) => sum + b * columns[k][t], 0));
  const noise = dot(residual, residual) / Math.max(1, deviations.length - columns.length);
  return effects.map((effect, k) => {
    const information = dot(columns[k], columns[k]);
    const signal = effect * effect * information;
    return signal + noise > 0 ? (effect * signal) / (signal + noise) : 0;
  });
}

/**
 * The effect of every event on a gap-free history: given ones as they are, the others by regression of the demand relative
 * to trend and season on the events' strengths, season and events estimated in turn. An event that always falls on the same
 * position of the season is part of the season, and its effect here is then about 0.
 *
 * Source: Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., section 7.4 (intervention
 * variables); shrinkage as in Miller & Williams (2003), Int. J. Forecasting 19, 669–684.
 */
export function eventEffects(
  history: readonly number[],
  seasonLength: number,
  events: readonly EventRegressor[],
): EventEffect[] {
  let effects = events.map((event): EventEffect => ({
    name: event.name,
    effect: event.effect ?? 0,
    origin: event.effect === undefined ? 'estimated' : 'given',
  }));
  const estimated = effects.flatMap((effect, k) => (effect.origin === 'estimated' ? [k] : []));
  if (estimated.length === 0 || history.length < 2 * estimated.length + 4) return effects;
  for (let pass = 0; pass < PASSES; pass++) {
    const normal = history.map((value, t) => value / eventFactor(events, effects, t));
    const season = findSeason(normal, seasonLength);
    const adjusted = normal.map((value, t) => withoutSeason(value, season, t));
    const base = smoothTrend(adjusted, seasonLength).map((level, t) => withSeason(level, season, t));
    const given = effects.map((effect) => (effect.origin === 'given' ? effect : { ...effect, effect: 0 }));
    const deviations = history.map((value, t) => (base[t] > 0 ? value / base[t] - eventFactor(events, given, t) : 0));
    const found = regress(
      deviations,
      estimated.map((k) => history.map((_, t) => events[k].values[t] ?? 0)),
    );
    effects = effects.map((effect, k) => {
      const position = estimated.indexOf(k);
      return position < 0 ? effect : { ...effect, effect: found[position] };
    });
  }
  return effects;
}
