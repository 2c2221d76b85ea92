import { fitEts, type EtsFit } from './methods/ets-non-seasonal';
import { flat, mean, type Method } from './methods/method';
import { methodsFor } from './methods/registry';
import { findSeason, withSeason, withoutSeason, type Season } from './seasonality';
import { averageDemandInterval, INTERMITTENT_ABOVE } from './usable-history';

/** The forecast of a gap-free, non-negative series before intervals, and what it was made of. */
export interface PointForecast {
  /** Whether demand comes in most periods or with gaps. */
  pattern: 'regular' | 'intermittent' | 'none';
  /** The methods averaged, by id. */
  methods: string[];
  /** Expected demand per future period, not below 0 and not rounded. */
  future: number[];
  /** The same without its season, before the clipping at 0. */
  trend: number[];
  /** The forecast each period had one period earlier, season included; NaN where there was none. */
  fitted: number[];
  season: Season | null;
}

/** The average of the forecasts of several methods, entry by entry. */
function combine(
  methods: readonly Method[],
  series: readonly number[],
  horizon: number,
  seasonLength: number,
): { fitted: number[]; future: number[] } {
  const forecasts = methods.map((method) => method.forecast(series, horizon, seasonLength));
  return {
    fitted: series.map((_, t) => mean(forecasts.map((forecast) => forecast.fitted[t]))),
    future: Array.from({ length: horizon }, (_, h) => mean(forecasts.map((forecast) => forecast.future[h]))),
  };
}

/**
 * The point forecast of one series. Intermittent demand (average demand interval above 1.32): the mean of the intermittent
 * methods. Otherwise the mean of the regular methods on the seasonally adjusted series, with the season put back.
 *
 * Sources: the limit 1.32 from Syntetos, Boylan & Croston (2005), J. Oper. Res. Soc. 56, 495–503; averaging of simple methods
 * from Makridakis, Spiliotis & Assimakopoulos (2020), The M4 competition, Int. J. Forecasting 36, 54–74.
 */
export function pointForecast(series: readonly number[], horizon: number, seasonLength: number): PointForecast {
  if (!series.some((value) => value > 0)) {
    const zero = flat(0, horizon);
    return { pattern: 'none', methods: [], future: zero, trend: zero, fitted: series.map(() => 0), season: null };
  }
  if (averageDemandInterval(series) > INTERMITTENT_ABOVE) {
    const methods = methodsFor('intermittent', series.length);
    const { fitted, future } = combine(methods, series, horizon, seasonLength);
    const clipped = future.map((value) => Math.max(0, value));
    const names = methods.map((method) => method.id);
    return { pattern: 'intermittent', methods: names, future: clipped, trend: future, fitted, season: null };
  }
  const season = findSeason(series, seasonLength);
  const adjusted = series.map((value, t) => withoutSeason(value, season, t));
  const able = methodsFor('regular', series.length);
  const methods = able.length > 0 ? able : methodsFor('baseline', series.length).filter((m) => m.id === 'mean');
  const { fitted, future } = combine(methods, adjusted, horizon, seasonLength);
  const n = series.length;
  return {
    pattern: 'regular',
    methods: methods.map((method) => method.id),
    future: future.map((value, h) => Math.max(0, withSeason(value, season, n + h))),
    trend: future,
    fitted: fitted.map((value, t) => withSeason(value, season, t)),
    season,
  };
}

/** The state space model that gives a regular series its random futures, on the seasonally adjusted scale. */
export function pathModel(series: readonly number[], season: Season | null): EtsFit {
  return fitEts(series.map((value, t) => withoutSeason(value, season, t)));
}
