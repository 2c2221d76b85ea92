import type { ForecastOptions, ItemHistory } from './forecast-item';
import { mean } from './methods/method';
import { holtWintersAdditive } from './methods/holt-winters-additive';
import { naive } from './methods/naive';
import { pointForecast } from './point-forecast';
import { isQuantity, usableHistory } from './usable-history';

/** A forecast and what happened, in the item's unit. */
export interface ForecastError {
  actual: number;
  forecast: number;
}

/**
 * How good forecasts were. Fractions, not percent; null where the measure does not exist (no demand, nothing to scale by).
 *
 * Source: Hyndman & Koehler (2006), Another look at measures of forecast accuracy, Int. J. Forecasting 22, 679–688.
 */
export interface Accuracy {
  /** Forecasts compared. */
  points: number;
  /** Mean of |error| / actual over the periods with demand. */
  mape: number | null;
  /** Sum of |error| / sum of actual demand. */
  wape: number | null;
  /** Mean |error| / mean |error| of the seasonal naive forecast one season ahead in the history. */
  mase: number | null;
  /** Sum of (forecast − actual) / sum of actual demand: positive is too much. */
  bias: number | null;
  /**
   * Sum of (forecast − actual) / mean |error|; beyond ±4 the forecast is biased (Brown 1959, Statistical Forecasting for
   * Inventory Control).
   */
  trackingSignal: number | null;
}

/** Accuracy of an item's forecast with what it adds to simpler ones. */
export interface ItemAccuracy extends Accuracy {
  item: string;
  /**
   * WAPE of the naive forecast minus WAPE of this one: positive is better than doing nothing (Gilliland 2010, The Business
   * Forecasting Deal, chapter 4).
   */
  valueAdded: number | null;
  /** The same against Excel's FORECAST.ETS. */
  valueAddedToForecastEts: number | null;
  /**
   * The planner's own past numbers, and what they add to this forecast made from the nearest origin before the same periods,
   * each period once; null where none are given.
   */
  planner: (Accuracy & { valueAdded: number | null }) | null;
  /** The forecasts compared, for totals over a group. */
  errors: ForecastError[];
}

/** Origins of the rolling-origin comparison. */
const ORIGINS = 6;

const ratio = (top: number, bottom: number): number | null => (bottom > 0 ? top / bottom : null);

/** The difference of two measures, null where either is missing. */
function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** Mean absolute difference of values one season apart: the scale of MASE; one period apart where history is too short. */
export function seasonalNaiveScale(series: readonly number[], seasonLength: number): number {
  const lag = series.length > seasonLength ? seasonLength : 1;
  return mean(series.slice(lag).map((value, t) => Math.abs(value - series[t])));
}

/** Measures of a list of forecasts; `scale` is the MASE denominator, 0 where there is none. */
export function measureAccuracy(errors: readonly ForecastError[], scale: number): Accuracy {
  const positive = errors.filter(({ actual }) => actual > 0);
  const demand = errors.reduce((sum, { actual }) => sum + actual, 0);
  const absolute = errors.reduce((sum, { actual, forecast }) => sum + Math.abs(forecast - actual), 0);
  const signed = errors.reduce((sum, { actual, forecast }) => sum + forecast - actual, 0);
  const meanError = ratio(absolute, errors.length) ?? 0;
  return {
    points: errors.length,
    mape:
      positive.length > 0 ? mean(positive.map(({ actual, forecast }) => Math.abs(forecast - actual) / actual)) : null,
    wape: ratio(absolute, demand),
    mase: errors.length > 0 ? ratio(meanError, scale) : null,
    bias: demand > 0 ? signed / demand : null,
    trackingSignal: meanError > 0 ? signed / meanError : null,
  };
}

/**
 * Rolling origin: forecasts made at several past moments with nothing but the history before them, compared with what came.
 * `planner` holds the planner's own past numbers, one per period of history, null where there were none. Null where the
 * history is too short to hold anything out.
 */
export function itemAccuracy(
  input: ItemHistory,
  options: ForecastOptions,
  planner: readonly (number | null)[] = [],
): ItemAccuracy | null {
  const { seasonLength } = options;
  const usable = usableHistory(input.history, seasonLength);
  if (!usable || usable.values.length < 4) return null;
  const { values, skipped } = usable;
  const n = values.length;
  const horizon = Math.max(1, Math.min(options.periods, seasonLength, Math.floor(n / 4)));
  const latest = n - horizon;
  // Before two seasons no forecast knows the season, which says nothing about one that does.
  const earliest = Math.max(2, Math.min(latest, Math.max(Math.floor(n / 2), 2 * seasonLength + 1)));
  const origins = Math.min(ORIGINS, latest - earliest + 1);

  const errors: ForecastError[] = [];
  const naiveErrors: ForecastError[] = [];
  const etsErrors: ForecastError[] = [];
  // By period of history: this forecast from the nearest origin before it, to compare with the planner's one number.
  const nearest = new Map<number, { lead: number; error: ForecastError }>();
  for (let k = 0; k < origins; k++) {
    const origin = latest - Math.round((k * (latest - earliest)) / Math.max(1, origins - 1));
    // Scaled by its own maximum: nothing later than the origin may touch a forecast.
    const top = Math.max(...values.slice(0, origin)) || 1;
    const past = values.slice(0, origin).map((value) => value / top);
    const own = pointForecast(past, horizon, seasonLength).future;
    const unchanged = naive.forecast(past, horizon, seasonLength).future;
    const excel = holtWintersAdditive.forecast(past, horizon, seasonLength).future;
    const unit = top * usable.scale;
    for (let h = 0; h < horizon; h++) {
      const raw = input.history[skipped + origin + h];
      if (!isQuantity(raw)) continue;
      const error = (forecast: number): ForecastError => ({ actual: raw, forecast: forecast * unit });
      errors.push(error(own[h]));
      naiveErrors.push(error(unchanged[h]));
      etsErrors.push(error(excel[h]));
      const period = skipped + origin + h;
      if (h < (nearest.get(period)?.lead ?? Infinity)) nearest.set(period, { lead: h, error: error(own[h]) });
    }
  }
  const scale = usable.scale * seasonalNaiveScale(values, seasonLength);
  const measured = measureAccuracy(errors, scale);
  const compared = [...nearest].flatMap(([period, { error }]) => {
    const number = planner[period];
    return number === null || number === undefined || !Number.isFinite(number) ? [] : [{ number, error }];
  });
  const planned = measureAccuracy(
    compared.map(({ number, error }) => ({ actual: error.actual, forecast: number })),
    scale,
  );
  const beside = measureAccuracy(
    compared.map(({ error }) => error),
    scale,
  );
  return {
    item: input.item,
    ...measured,
    valueAdded: difference(measureAccuracy(naiveErrors, scale).wape, measured.wape),
    valueAddedToForecastEts: difference(measureAccuracy(etsErrors, scale).wape, measured.wape),
    planner: compared.length > 0 ? { ...planned, valueAdded: difference(beside.wape, planned.wape) } : null,
    errors,
  };
}

/** Accuracy of a group of items: WAPE and bias over their total demand, MAPE over all periods, MASE averaged over items. */
export function groupAccuracy(items: readonly ItemAccuracy[]): Accuracy {
  const scaled = items.flatMap(({ mase }) => (mase === null ? [] : [mase]));
  return {
    ...measureAccuracy(
      items.flatMap(({ errors }) => errors),
      0,
    ),
    mase: scaled.length > 0 ? mean(scaled) : null,
  };
}
