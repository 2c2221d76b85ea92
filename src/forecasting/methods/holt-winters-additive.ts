import { minimise } from '../numerics/minimise';
import { trendSlope } from './theta';
import { mean, type Method } from './method';

/** First level, slope and seasonal indices: averages over the first two seasons. */
function firstState(series: readonly number[], season: number): { level: number; slope: number; indices: number[] } {
  if (season === 1) return { level: series[0], slope: trendSlope(series.slice(0, 10)), indices: [0] };
  const first = mean(series.slice(0, season));
  const slope = (mean(series.slice(season, 2 * season)) - first) / season;
  const centre = (season - 1) / 2;
  const indices = Array.from({ length: season }, (_, k) => series[k] - first - slope * (k - centre));
  return { level: first - slope * (centre + 1), slope, indices };
}

/** One-step forecasts of the series, then `horizon` more without updates. */
function run(series: readonly number[], horizon: number, season: number, point: readonly number[]): number[] {
  const [alpha, beta, gamma] = point;
  const state = firstState(series, season);
  let { level, slope } = state;
  const indices = [...state.indices];
  const forecasts: number[] = [];
  for (let t = 0; t < series.length; t++) {
    const k = t % season;
    forecasts.push(level + slope + indices[k]);
    const before = level;
    level = alpha * (series[t] - indices[k]) + (1 - alpha) * (level + slope);
    slope = beta * (level - before) + (1 - beta) * slope;
    if (season > 1) indices[k] = gamma * (series[t] - level) + (1 - gamma) * indices[k];
  }
  for (let h = 1; h <= horizon; h++) {
    forecasts.push(level + h * slope + indices[(series.length + h - 1) % season]);
  }
  return forecasts;
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
    const best = minimise(
      (point) => {
        const trial = run(series, 0, season, point);
        let sum = 0;
        for (let t = 0; t < n; t++) sum += (series[t] - trial[t]) ** 2;
        return sum;
      },
      { start: [0.3, 0.1, 0.1], lower: [0.001, 0.001, 0.001], upper: [0.999, 0.999, 0.999] },
    );
    const all = run(series, horizon, season, best.point);
    return { fitted: all.slice(0, n), future: all.slice(n) };
  },
};
