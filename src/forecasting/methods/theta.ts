import { fitSmoothing, smoothedLevels } from './simple-exponential-smoothing';
import type { Method } from './method';

/** Least-squares slope of the series against time, per period; 0 with fewer than two points. */
export function trendSlope(series: readonly number[]): number {
  const n = series.length;
  if (n < 2) return 0;
  const centre = (n - 1) / 2;
  let top = 0;
  let bottom = 0;
  for (let t = 0; t < n; t++) {
    top += (t - centre) * series[t];
    bottom += (t - centre) ** 2;
  }
  return top / bottom;
}

/**
 * The theta method of the M3 competition, two lines with θ = 0 and θ = 2: simple exponential smoothing with a drift of
 * half the slope of the linear trend.
 */
export const theta: Method = {
  id: 'theta',
  title: 'Theta',
  source:
    'Assimakopoulos & Nikolopoulos (2000), Int. J. Forecasting 16, 521–530; in the form of Hyndman & Billah (2003), ibid. 19, 287–290',
  minimumPoints: 2,
  forecast(series, horizon) {
    const n = series.length;
    const drift = trendSlope(series) / 2;
    const fit = fitSmoothing(series, 0.01, 0.999);
    const { alpha } = fit;
    const levels = smoothedLevels(series, fit);
    const driftAt = (h: number, points: number): number => drift * (h - 1 + (1 - (1 - alpha) ** points) / alpha);
    return {
      fitted: series.map((_, t) => levels[t] + driftAt(1, t)),
      future: Array.from({ length: horizon }, (_, k) => levels[n] + driftAt(k + 1, n)),
    };
  },
};
