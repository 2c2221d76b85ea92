import { minimiseOnInterval } from '../numerics/minimise-on-interval';
import { flat, type Method } from './method';

/** A fitted smoothing constant with the level it starts from. */
export interface SmoothingFit {
  alpha: number;
  start: number;
}

/** Every level in turn: `levels[t]` is the forecast for period t, the last entry the forecast of the future. */
export function smoothedLevels(series: readonly number[], { alpha, start }: SmoothingFit): number[] {
  const levels = [start];
  let level = start;
  for (const value of series) {
    level += alpha * (value - level);
    levels.push(level);
  }
  return levels;
}

/** Sum of squared one-step errors with the best first level between two limits; errors are linear in that level. */
function bestStart(
  series: readonly number[],
  alpha: number,
  least: number,
  most: number,
): { start: number; squares: number } {
  let level = 0;
  let decay = 1; // what is left of the first level
  let uu = 0;
  let up = 0;
  let pp = 0;
  for (let t = 0; t < series.length; t++) {
    const error = series[t] - level;
    uu += error * error;
    up += error * decay;
    pp += decay * decay;
    level += alpha * error;
    decay *= 1 - alpha;
  }
  const start = Math.min(most, Math.max(least, up / pp));
  return { start, squares: uu - 2 * start * up + start * start * pp };
}

/** The smoothing constant between two limits and the first level, within the range of the series, with the least squared errors. */
export function fitSmoothing(series: readonly number[], lower: number, upper: number): SmoothingFit {
  let least = Infinity;
  let most = -Infinity;
  for (const value of series) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const alpha = minimiseOnInterval((at) => bestStart(series, at, least, most).squares, lower, upper).at;
  return { alpha, start: bestStart(series, alpha, least, most).start };
}

/** Exponentially weighted average; the smoothing constant and the first level minimise the squared one-step errors. */
export const simpleExponentialSmoothing: Method = {
  id: 'ses',
  title: 'Simple exponential smoothing',
  source: 'Brown (1959), Statistical Forecasting for Inventory Control; Gardner (1985), J. Forecasting 4, 1–28',
  minimumPoints: 1,
  forecast(series, horizon) {
    const levels = smoothedLevels(series, fitSmoothing(series, 0.01, 0.99));
    return { fitted: levels.slice(0, -1), future: flat(levels[levels.length - 1], horizon) };
  },
};
