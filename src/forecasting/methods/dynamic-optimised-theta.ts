import { minimise } from '../numerics/minimise';
import type { Method } from './method';

/** Points before the trend line is defined (a slope needs two), which say nothing about the parameters. */
const WARM_UP = 2;

/** One-step forecasts of the dynamic optimised theta model over the series and `horizon` further periods. */
function run(series: readonly number[], horizon: number, alpha: number, start: number, theta: number): number[] {
  const n = series.length;
  const forecasts = new Array<number>(n + horizon);
  const weight = 1 - 1 / theta;
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
    const scale = Math.max(...series.map(Math.abs)) || 1;
    const best = minimise(
      ([alpha, start, theta]) => {
        const trial = run(series, 0, alpha, start * scale, theta);
        let sum = 0;
        for (let t = WARM_UP; t < n; t++) sum += (series[t] - trial[t]) ** 2;
        return sum;
      },
      { start: [0.5, series[0] / scale, 2], lower: [0.1, -10, 1], upper: [0.99, 10, 1000] },
    );
    const [alpha, start, theta] = best.point;
    const all = run(series, horizon, alpha, start * scale, theta);
    return { fitted: all.slice(0, n), future: all.slice(n) };
  },
};
