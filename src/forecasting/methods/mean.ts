import { flat, mean, type Method } from './method';

/** The average of the whole history, in every future period. */
export const historyMean: Method = {
  id: 'mean',
  title: 'Mean of the history',
  source: 'Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., section 5.2',
  minimumPoints: 1,
  forecast(series, horizon) {
    let sum = 0;
    const fitted = series.map((value, t) => {
      const before = t === 0 ? NaN : sum / t;
      sum += value;
      return before;
    });
    return { fitted, future: flat(mean(series), horizon) };
  },
};
