import { minimise } from '../numerics/minimise';
import type { Method } from './method';

/** Points before the trend line is defined (a slope needs two), which say nothing about the parameters. */
const WARM_UP = 2;

/**
 * Sum of squared one-step errors after the warm-up; `forecasts`, where given, receives the one-step forecasts of the series
 * and of `horizon` further periods.
 */
function run(
  series: readonly number[],
  horizon: number,
  [alpha, start, theta]: readonly number[],
  forecasts: number[] | null,
): number {
  const n = series.length;
  const weight = 1 - 1 / theta;
  let level = start;
  let average = 0;
  let intercept = 0;
  let slope = 0;
  let decay = 1; // (1 − α)^t
  let squares = 0;
  for (let t = 0; t < n + horizon; t++) {
    const trend = decay * intercept + ((1 - decay * (1 - alpha)) / alpha) * slope;
    const forecast = level + weight * trend;
    if (forecasts) forecasts[t] = forecast;
    const value = t < n ? series[t] : forecast;
    if (t >= WARM_UP && t < n) squares += (value - forecast) ** 2;
    const count = t + 1;
    const before = average;
    level = alpha * value + (1 - alpha) * level;
    average = (t * average + value) / count;
    slope = t === 0 ? 0 : ((count - 2) * slope + (6 / count) * (value - before)) / (count + 1);
    intercept = average - ((count + 1) / 2) * slope;
    decay *= 1 - alpha;
  }
  return squares;
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
    const scale = Math.max(...series.map(Math.abs)) || 1;
    const natural = ([alpha, start, theta]: readonly number[]): number[] => [alpha, start * scale, theta];
    const best = minimise((point) => run(series, 0, natural(point), null), {
      start: [0.5, series[0] / scale, 2],
      lower: [0.1, -10, 1],
      upper: [0.99, 10, 1000],
    });
    const all = new Array<number>(n + horizon);
    run(series, horizon, natural(best.point), all);
    return { fitted: all.slice(0, n), future: all.slice(n) };
  },
};
