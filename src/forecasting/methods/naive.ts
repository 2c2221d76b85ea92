import { flat, type Method } from './method';

/** The last value, in every future period. */
export const naive: Method = {
  id: 'naive',
  title: 'Naive',
  source: 'Hyndman & Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., section 5.2',
  minimumPoints: 1,
  forecast(series, horizon) {
    return {
      fitted: series.map((_, t) => (t === 0 ? NaN : series[t - 1])),
      future: flat(series[series.length - 1], horizon),
    };
  },
};
