import { minimise } from '../numerics/minimise';
import { flat, mean, type Method } from './method';

/** Every level in turn: `levels[t]` is the forecast for period t, the last entry the forecast of the future. */
export function smoothedLevels(series: readonly number[], alpha: number, start: number): number[] {
  const levels = [start];
  let level = start;
  for (const value of series) {
    level += alpha * (value - level);
    levels.push(level);
  }
  return levels;
}

/** The mean squared one-step error of simple exponential smoothing. */
export function smoothingError(series: readonly number[], alpha: number, start: number): number {
  let level = start;
  let sum = 0;
  for (const value of series) {
    const error = value - level;
    sum += error * error;
    level += alpha * error;
  }
  return sum / series.length;
}

/** Exponentially weighted average; the smoothing constant and the first level minimise the squared one-step errors. */
export const simpleExponentialSmoothing: Method = {
  id: 'ses',
  title: 'Simple exponential smoothing',
  source: 'Brown (1959), Statistical Forecasting for Inventory Control; Gardner (1985), J. Forecasting 4, 1–28',
  minimumPoints: 1,
  forecast(series, horizon) {
    const first = mean(series.slice(0, Math.min(series.length, 6)));
    const least = Math.min(...series);
    const most = Math.max(...series);
    const best = minimise(([alpha, start]) => smoothingError(series, alpha, start), {
      start: [0.1, first],
      lower: [0.01, least],
      upper: [0.99, most],
    });
    const levels = smoothedLevels(series, best.point[0], best.point[1]);
    return { fitted: levels.slice(0, -1), future: flat(levels[levels.length - 1], horizon) };
  },
};
