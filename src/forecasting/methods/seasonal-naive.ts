import type { Method } from './method';

/** The value of the same period one season earlier; with less than a season of history, the last value. */
export const seasonalNaive: Method = {
  id: 'seasonalNaive',
  title: 'Seasonal naive',
  source: 'Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., section 5.2',
  minimumPoints: 1,
  forecast(series, horizon, seasonLength) {
    const lag = series.length >= seasonLength ? seasonLength : 1;
    const start = series.length - lag;
    return {
      fitted: series.map((_, t) => (t < lag ? NaN : series[t - lag])),
      future: Array.from({ length: horizon }, (_, h) => series[start + (h % lag)]),
    };
  },
};
