import { simulateEts } from './methods/ets-non-seasonal';
import { mean } from './methods/method';
import { negativeBinomialQuantile } from './numerics/distributions';
import type { Random } from './numerics/random';
import { pathModel, pointForecast, type PointForecast } from './point-forecast';
import { normalQuantile } from './safety-stock/normal-distribution';
import { withSeason } from './seasonality';

/** How uncertain a forecast is: standard deviations of its errors, in the unit of the series. */
export interface ForecastDeviation {
  /** One entry per future period: deviation of that single period's demand from its forecast. */
  single: number[];
  /** Entry L − 1: deviation of the sum of the first L periods from the sum of their forecasts. */
  cumulative: number[];
}

/** Random futures drawn for the simulated-path deviation. */
const PATHS = 400;
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

/** Deviations of the futures of the series' state space model from their own average. */
function simulatedDeviation(series: readonly number[], point: PointForecast, random: Random): ForecastDeviation {
  const horizon = point.future.length;
  const fit = pathModel(series, point.season);
  const single = new Array<number>(horizon).fill(0);
  const cumulative = new Array<number>(horizon).fill(0);
  const centre = point.trend;
  const offset = simulateEts({ ...fit, deviation: 0 }, horizon, random);
  for (let p = 0; p < PATHS; p++) {
    let sum = 0;
    simulateEts(fit, horizon, random).forEach((value, h) => {
      const t = series.length + h;
      const error = withSeason(centre[h] + value - offset[h], point.season, t) - withSeason(centre[h], point.season, t);
      sum += error;
      single[h] += error * error;
      cumulative[h] += sum * sum;
    });
  }
  const root = (value: number): number => Math.sqrt(value / PATHS);
  return { single: single.map(root), cumulative: cumulative.map(root) };
}

/** Errors of past forecasts relative to a deviation, listed by horizon. */
interface RelativeErrors {
  single: number[][];
  cumulative: number[][];
}

/** Forecasts from origins in the second half of the history, compared with what happened, relative to the simulated paths. */
function rollingErrors(series: readonly number[], seasonLength: number, simulated: ForecastDeviation): RelativeErrors {
  const n = series.length;
  const periods = simulated.single.length;
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
      if (simulated.single[h] > 0) single[h].push(error / simulated.single[h]);
      if (simulated.cumulative[h] > 0) cumulative[h].push(sum / simulated.cumulative[h]);
    }
  }
  return { single, cumulative };
}

/**
 * The larger of the simulated deviation and that of past forecasts at each horizon. A few origins say little about one
 * horizon, so errors at neighbouring horizons count too, and the farthest horizon with errors speaks for those beyond.
 * A variance estimated from k origins makes the next error Student t with k degrees of freedom, whose variance is
 * k / (k − 2) times the estimate.
 *
 * Source: Geisser (1993), Predictive Inference: An Introduction, section 2.2 (predictive distribution of a normal variable).
 */
function larger(simulated: readonly number[], relative: readonly (readonly number[])[]): number[] {
  let ratio = 1;
  return simulated.map((deviation, h) => {
    const near = relative.slice(Math.max(0, h - NEIGHBOURS), h + NEIGHBOURS + 1);
    const origins = Math.max(LEAST_FREEDOM, ...near.map((errors) => errors.length));
    const errors = near.flat();
    if (errors.length > 0) ratio = Math.max(1, rootMeanSquare(errors) * Math.sqrt(origins / (origins - 2)));
    return deviation * ratio;
  });
}

/** Deviations for demand in most periods: the larger of simulated paths and rolling origins. */
export function regularDeviation(
  series: readonly number[],
  seasonLength: number,
  point: PointForecast,
  random: Random,
): ForecastDeviation {
  const simulated = simulatedDeviation(series, point, random);
  const relative = rollingErrors(series, seasonLength, simulated);
  return {
    single: larger(simulated.single, relative.single),
    cumulative: larger(simulated.cumulative, relative.cumulative),
  };
}

/**
 * Deviations for intermittent demand. Simulated paths of a level with independent errors have deviation σ√L over L periods;
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
