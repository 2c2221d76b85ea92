import { etsImpulse } from './methods/ets-non-seasonal';
import { mean } from './methods/method';
import { negativeBinomialQuantile } from './numerics/distributions';
import { pathModel, pointForecast, type PointForecast } from './point-forecast';
import { normalQuantile } from './safety-stock/normal-distribution';
import { seasonFactor } from './seasonality';

/** How uncertain a forecast is: standard deviations of its errors, in the unit of the series. */
export interface ForecastDeviation {
  /** One entry per future period: deviation of that single period's demand from its forecast. */
  single: number[];
  /** Entry L − 1: deviation of the sum of the first L periods from the sum of their forecasts. */
  cumulative: number[];
}

/** Rolling origins for the other deviation; each one costs a forecast. */
const ORIGINS = 8;
/** Horizons on either side whose past errors count for a horizon. */
const NEIGHBOURS = 3;
/** Fewest degrees of freedom with which a deviation exists. */
const LEAST_FREEDOM = 4;

/** Partial sums. */
export function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}

/** Root mean square. */
function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)));
}

/**
 * Deviations of the random futures of the series' state space model, in closed form: what those of simulated paths tend to
 * with their number. Demand is linear in the innovations, each of which lives on with the model's impulse, times the season.
 *
 * Source: Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, sections 6.2 and 6.4 (lead-time
 * demand).
 */
export function pathDeviation(series: readonly number[], point: PointForecast): ForecastDeviation {
  const horizon = point.future.length;
  const fit = pathModel(series, point.season);
  const impulse = etsImpulse(fit, horizon);
  const factors = Array.from({ length: horizon }, (_, h) => seasonFactor(point.season, series.length + h));
  const single: number[] = [];
  const cumulative: number[] = [];
  // Of each innovation so far: its part of the sum of all periods up to now.
  const parts = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    let ofPeriod = 0;
    let ofSum = 0;
    for (let origin = 0; origin <= h; origin++) {
      const part = factors[h] * impulse[h - origin];
      parts[origin] += part;
      ofPeriod += part * part;
      ofSum += parts[origin] * parts[origin];
    }
    single.push(fit.deviation * Math.sqrt(ofPeriod));
    cumulative.push(fit.deviation * Math.sqrt(ofSum));
  }
  return { single, cumulative };
}

/** Errors of past forecasts relative to a deviation, listed by horizon. */
interface RelativeErrors {
  single: number[][];
  cumulative: number[][];
}

/** Forecasts from origins in the second half of the history, compared with what happened, relative to the model's paths. */
function rollingErrors(series: readonly number[], seasonLength: number, paths: ForecastDeviation): RelativeErrors {
  const n = series.length;
  const periods = paths.single.length;
  const single: number[][] = Array.from({ length: periods }, () => []);
  const cumulative: number[][] = Array.from({ length: periods }, () => []);
  const earliest = Math.max(Math.ceil(n / 2), Math.min(n - 1, 2 * seasonLength + 1));
  const origins = Math.min(ORIGINS, n - earliest);
  for (let k = 0; k < origins; k++) {
    const origin = earliest + Math.floor((k * (n - earliest)) / origins);
    const horizon = Math.min(n - origin, periods);
    const { future } = pointForecast(series.slice(0, origin), horizon, seasonLength);
    let sum = 0;
    for (let h = 0; h < horizon; h++) {
      const error = series[origin + h] - future[h];
      sum += error;
      if (paths.single[h] > 0) single[h].push(error / paths.single[h]);
      if (paths.cumulative[h] > 0) cumulative[h].push(sum / paths.cumulative[h]);
    }
  }
  return { single, cumulative };
}

/**
 * The larger of the paths' deviation and that of past forecasts at each horizon. A few origins say little about one
 * horizon, so errors at neighbouring horizons count too, and the farthest horizon with errors speaks for those beyond.
 * A variance estimated from k origins makes the next error Student t with k degrees of freedom, whose variance is
 * k / (k − 2) times the estimate.
 *
 * Source: Geisser (1993), Predictive Inference: An Introduction, section 2.2 (predictive distribution of a normal variable).
 */
function larger(paths: readonly number[], relative: readonly (readonly number[])[]): number[] {
  let ratio = 1;
  return paths.map((deviation, h) => {
    const near = relative.slice(Math.max(0, h - NEIGHBOURS), h + NEIGHBOURS + 1);
    const origins = Math.max(LEAST_FREEDOM, ...near.map((errors) => errors.length));
    const errors = near.flat();
    if (errors.length > 0) ratio = Math.max(1, rootMeanSquare(errors) * Math.sqrt(origins / (origins - 2)));
    return deviation * ratio;
  });
}

/** Deviations for demand in most periods: the larger of the model's paths and rolling origins. */
export function regularDeviation(
  series: readonly number[],
  seasonLength: number,
  point: PointForecast,
): ForecastDeviation {
  const paths = pathDeviation(series, point);
  const relative = rollingErrors(series, seasonLength, paths);
  return {
    single: larger(paths.single, relative.single),
    cumulative: larger(paths.cumulative, relative.cumulative),
  };
}

/**
 * Deviations for intermittent demand. Paths of a level with independent errors have deviation σ√L over L periods;
 * the errors of past forecasts are those of the one-step rates held for L periods, at every origin after the first third.
 */
export function intermittentDeviation(series: readonly number[], point: PointForecast): ForecastDeviation {
  const horizon = point.future.length;
  const n = series.length;
  const start = Math.floor(n / 3);
  const past = series.map((value, t) => value - point.fitted[t]).slice(Math.min(start, n - 1));
  const one = rootMeanSquare(past);
  const cumulative: number[] = [];
  let last = one;
  for (let length = 1; length <= horizon; length++) {
    const errors: number[] = [];
    for (let t = start; t + length <= n; t++) {
      let sum = 0;
      for (let k = 0; k < length; k++) sum += series[t + k];
      errors.push(sum - length * point.fitted[t]);
    }
    // Overlapping sums of a long span say little; beyond a third of the history the growth of the paths continues.
    if (length * 3 <= n && errors.length > 0) last = Math.max(one * Math.sqrt(length), rootMeanSquare(errors));
    else last *= Math.sqrt(length / (length - 1 || 1));
    cumulative.push(last);
  }
  return { single: new Array<number>(horizon).fill(cumulative[0] ?? one), cumulative };
}

/** The family of distributions of future demand. */
export type ForecastDistribution = 'normal' | 'negativeBinomial';

/**
 * The quantile of future demand with a given mean and deviation; never below 0. For the negative binomial, demand counts in
 * multiples of `unit`.
 */
export function demandQuantile(
  distribution: ForecastDistribution,
  probability: number,
  expected: number,
  deviation: number,
  unit: number,
): number {
  if (!(expected > 0) && !(deviation > 0)) return 0;
  if (distribution === 'normal') return Math.max(0, expected + normalQuantile(probability) * deviation);
  const variance = (deviation / unit) ** 2;
  return unit * negativeBinomialQuantile(probability, expected / unit, variance);
}
