import { fitPair, type PairFit } from '../numerics/least-squares-pair';
import { minimiseOnInterval } from '../numerics/minimise-on-interval';
import type { Method } from './method';

/** Points before the trend line is defined (a slope needs two), which say nothing about the parameters. */
const WARM_UP = 2;
/** The first level may lie this many times the largest value away from zero. */
const START_REACH = 10;
/** Weight 1 − 1/θ of the trend at the largest θ of the search, 1000. */
const MOST_WEIGHT = 0.999;

/** The parameters of the model: the smoothing constant, the first level and the weight 1 − 1/θ of the trend. */
interface Parameters {
  alpha: number;
  start: number;
  weight: number;
}

/** The linear trend through the first t points, one entry per t: intercept and slope. */
interface TrendLines {
  intercept: Float64Array;
  slope: Float64Array;
}

function trendLines(series: readonly number[]): TrendLines {
  const n = series.length;
  const lines = { intercept: new Float64Array(n), slope: new Float64Array(n) };
  let average = 0;
  let slope = 0;
  for (let t = 0; t < n; t++) {
    lines.slope[t] = slope;
    lines.intercept[t] = t === 0 ? 0 : average - ((t + 1) / 2) * slope;
    const count = t + 1;
    slope = t === 0 ? 0 : ((count - 2) * slope + (6 / count) * (series[t] - average)) / (count + 1);
    average = (t * average + series[t]) / count;
  }
  return lines;
}

/**
 * The best first level and trend weight for a smoothing constant, and the squared one-step errors after the warm-up: the
 * forecast is linear in both, so that no search is needed.
 */
function bestLinear(
  series: readonly number[],
  { intercept, slope }: TrendLines,
  alpha: number,
  reach: number,
): PairFit {
  const keep = 1 - alpha;
  let level = 0;
  let decay = 1; // (1 − α)^t: what is left of the first level
  let [uu, up, uq, pp, pq, qq] = [0, 0, 0, 0, 0, 0];
  for (let t = 0; t < series.length; t++) {
    if (t >= WARM_UP) {
      const error = series[t] - level;
      const trend = decay * intercept[t] + ((1 - decay * keep) / alpha) * slope[t];
      uu += error * error;
      up += error * decay;
      uq += error * trend;
      pp += decay * decay;
      pq += decay * trend;
      qq += trend * trend;
    }
    level = alpha * series[t] + keep * level;
    decay *= keep;
  }
  return fitPair({ uu, up, uq, pp, pq, qq }, [-reach, reach], [0, MOST_WEIGHT]);
}

/** The one-step forecasts of the series and, the forecasts taken for demand, of `horizon` further periods. */
function run(series: readonly number[], horizon: number, { alpha, start, weight }: Parameters): number[] {
  const n = series.length;
  const forecasts = new Array<number>(n + horizon);
  let level = start;
  let average = 0;
  let intercept = 0;
  let slope = 0;
  let decay = 1; // (1 − α)^t
  for (let t = 0; t < n + horizon; t++) {
    const trend = decay * intercept + ((1 - decay * (1 - alpha)) / alpha) * slope;
    const forecast = level + weight * trend;
    forecasts[t] = forecast;
    const value = t < n ? series[t] : forecast;
    const count = t + 1;
    const before = average;
    level = alpha * value + (1 - alpha) * level;
    average = (t * average + value) / count;
    slope = t === 0 ? 0 : ((count - 2) * slope + (6 / count) * (value - before)) / (count + 1);
    intercept = average - ((count + 1) / 2) * slope;
    decay *= 1 - alpha;
  }
  return forecasts;
}

/**
 * The dynamic optimised theta model (DOTM): the theta line's coefficient, the smoothing constant and the first level
 * minimise the squared one-step errors, and the linear trend is re-estimated at every point.
 */
export const dynamicOptimisedTheta: Method = {
  id: 'dotm',
  title: 'Dynamic optimised theta',
  source: 'Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler (2016), Int. J. Forecasting 32, 1151–1161, eqs. 12–19',
  minimumPoints: 4,
  forecast(series, horizon) {
    const n = series.length;
    const reach = START_REACH * (Math.max(...series.map(Math.abs)) || 1);
    const lines = trendLines(series);
    const alpha = minimiseOnInterval((at) => bestLinear(series, lines, at, reach).squares, 0.1, 0.99).at;
    const { first, second } = bestLinear(series, lines, alpha, reach);
    const all = run(series, horizon, { alpha, start: first, weight: second });
    return { fitted: all.slice(0, n), future: all.slice(n) };
  },
};
