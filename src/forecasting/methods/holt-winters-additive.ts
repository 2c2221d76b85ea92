import { minimise } from '../numerics/minimise';
import { trendSlope } from './theta';
import { mean, type Method } from './method';

/** First level, slope and seasonal indices. */
interface FirstState {
  level: number;
  slope: number;
  indices: number[];
}

/** Averages over the first two seasons. */
function firstState(series: readonly number[], season: number): FirstState {
  if (season === 1) return { level: series[0], slope: trendSlope(series.slice(0, 10)), indices: [0] };
  const first = mean(series.slice(0, season));
  const slope = (mean(series.slice(season, 2 * season)) - first) / season;
  const centre = (season - 1) / 2;
  const indices = Array.from({ length: season }, (_, k) => series[k] - first - slope * (k - centre));
  return { level: first - slope * (centre + 1), slope, indices };
}

/**
 * Sum of squared one-step errors; `forecasts`, where given, receives the one-step forecasts of the series, then those of as
 * many more periods, without updates, as it has room for. `indices` is room for the seasonal indices.
 */
function run(
  series: readonly number[],
  start: FirstState,
  [alpha, beta, gamma]: readonly number[],
  indices: Float64Array,
  forecasts: number[] | null,
): number {
  const season = indices.length;
  indices.set(start.indices);
  let { level, slope } = start;
  let squares = 0;
  for (let t = 0, k = 0; t < series.length; t++) {
    const forecast = level + slope + indices[k];
    if (forecasts) forecasts[t] = forecast;
    squares += (series[t] - forecast) ** 2;
    const before = level;
    level = alpha * (series[t] - indices[k]) + (1 - alpha) * (level + slope);
    slope = beta * (level - before) + (1 - beta) * slope;
    if (season > 1) indices[k] = gamma * (series[t] - level) + (1 - gamma) * indices[k];
    k = k + 1 === season ? 0 : k + 1;
  }
  for (let t = series.length; forecasts && t < forecasts.length; t++) {
    forecasts[t] = level + (t - series.length + 1) * slope + indices[t % season];
  }
  return squares;
}

/**
 * Additive level, trend and season: the "AAA version of exponential smoothing" that Excel documents for FORECAST.ETS.
 * The smoothing constants minimise the squared one-step errors. A history shorter than two seasons has no season.
 */
export const holtWintersAdditive: Method = {
  id: 'forecastEts',
  title: 'Excel FORECAST.ETS (AAA)',
  source: 'Winters (1960), Management Science 6, 324–342; Microsoft, FORECAST.ETS function (AAA exponential smoothing)',
  minimumPoints: 2,
  forecast(series, horizon, seasonLength) {
    const season = series.length >= 2 * seasonLength ? Math.max(1, seasonLength) : 1;
    const n = series.length;
    const start = firstState(series, season);
    const indices = new Float64Array(season);
    const best = minimise((point) => run(series, start, point, indices, null), {
      start: [0.3, 0.1, 0.1],
      lower: [0.001, 0.001, 0.001],
      upper: [0.999, 0.999, 0.999],
    });
    const all = new Array<number>(n + horizon);
    run(series, start, best.point, indices, all);
    return { fitted: all.slice(0, n), future: all.slice(n) };
  },
};
