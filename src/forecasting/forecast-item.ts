import { eventEffects, eventFactor, type EventEffect, type EventRegressor } from './events';
import {
  demandQuantile,
  intermittentDeviation,
  regularDeviation,
  runningSums,
  type ForecastDistribution,
} from './intervals';
import { mean } from './methods/method';
import { pointForecast, type PointForecast } from './point-forecast';
import { smoothTrend, withSeason, withoutSeason } from './seasonality';
import { isQuantity, usableHistory, type UsableHistory } from './usable-history';

/** One item to forecast. Plain data, so that it can be sent to a worker. */
export interface ItemHistory {
  item: string;
  /** Demand per period, oldest first, in the item's unit; null or NaN where it is not known. */
  history: readonly (number | null)[];
  events?: readonly EventRegressor[];
  /** The step in which the item's quantities come, as its cleaned history tells; without it, it is read off the history. */
  unit?: number;
}

/** What to forecast. */
export interface ForecastOptions {
  /** Future periods. */
  periods: number;
  /** Periods in a season: 12 for months, 52 for weeks, 7 for days, 1 for none. */
  seasonLength: number;
}

/** How demand behaves: regular (smooth, erratic, seasonal), with gaps (intermittent, lumpy), or there is none. */
export type DemandPattern = 'smooth' | 'erratic' | 'seasonal' | 'intermittent' | 'lumpy' | 'noDemand';

/**
 * What demand is made of, in the item's unit, for display: trend + season + event, before noise and clipping at 0. One entry
 * per period; null where the history was left out.
 */
export interface DemandParts {
  trend: (number | null)[];
  season: (number | null)[];
  event: (number | null)[];
}

/** The forecast of one item. Plain data in the item's unit; every list has one entry per future period unless it says so. */
export interface ItemForecast {
  item: string;
  /** The methods averaged, joined by `+`. */
  method: string;
  class: DemandPattern;
  history: (number | null)[];
  /** Expected demand, not below 0 and not rounded. */
  forecast: number[];
  /** Each single period's demand is below `lower95` with probability 2.5 %, and above `upper95` with 2.5 %. */
  lower95: number[];
  upper95: number[];
  /** Deviation of each single period's demand from its forecast. */
  deviation: number[];
  /** Entry L − 1 is about the sum of the first L periods: its expected value and the deviation of its forecast error. */
  cumulative: { expected: number[]; deviation: number[] };
  distribution: ForecastDistribution;
  /** What demand counts in multiples of (intermittent items). */
  unit: number;
  /** Parts of the history (as long as it) and of the forecast; null where there is no forecast. */
  parts: { history: DemandParts; forecast: DemandParts } | null;
  events: EventEffect[];
  /** What was changed or left out, as sentences for the planner. */
  notes: string[];
  /** Why there is no proper forecast; null when there is one. */
  failed: string | null;
}

/** Squared coefficient of variation of demand sizes above which they are erratic: Syntetos, Boylan & Croston (2005). */
const ERRATIC_ABOVE = 0.49;

function demandPattern(values: readonly number[], point: PointForecast): DemandPattern {
  if (point.pattern === 'none') return 'noDemand';
  const sizes = values.filter((value) => value > 0);
  const size = mean(sizes);
  const variable = mean(sizes.map((value) => (value - size) ** 2)) / size ** 2 > ERRATIC_ABOVE;
  if (point.pattern === 'intermittent') return variable ? 'lumpy' : 'intermittent';
  if (point.season) return 'seasonal';
  return variable ? 'erratic' : 'smooth';
}

/** What demand counts in: as stated, else whole units, or its smallest positive quantity where that is less than one. */
function demandUnit({ history, unit }: ItemHistory): number {
  if (unit !== undefined && unit > 0) return unit;
  return Math.min(1, ...history.filter(isQuantity).filter((value) => value > 0));
}

/** Missing quantities as JSON knows them. */
function plainHistory(history: readonly (number | null)[]): (number | null)[] {
  return history.map((value) => (value !== null && Number.isFinite(value) ? value : null));
}

/**
 * The same quantity in every period, with a reason why there is nothing better: the average of the usable history, 0 where
 * there is none.
 */
export function fallbackForecast(input: ItemHistory, options: ForecastOptions, reason: string): ItemForecast {
  const usable = usableHistory(input.history, options.seasonLength);
  const values = usable ? usable.values : [];
  const scale = usable ? usable.scale : 1;
  const level = mean(values);
  const deviation = scale * Math.sqrt(mean(values.map((value) => (value - level) ** 2)));
  const same = (value: number): number[] => new Array<number>(options.periods).fill(value);
  const quantile = (probability: number): number => demandQuantile('normal', probability, level * scale, deviation, 1);
  return {
    item: input.item,
    method: 'mean',
    class: level > 0 ? 'smooth' : 'noDemand',
    history: plainHistory(input.history),
    forecast: same(level * scale),
    lower95: same(quantile(0.025)),
    upper95: same(quantile(0.975)),
    deviation: same(deviation),
    cumulative: {
      expected: runningSums(same(level * scale)),
      deviation: same(deviation).map((value, h) => value * Math.sqrt(h + 1)),
    },
    distribution: 'normal',
    unit: 1,
    parts: null,
    events: [],
    notes: usable ? usable.notes : [],
    failed: reason,
  };
}

/** Trend, season and event parts of a history and its forecast; both in the item's unit. */
function demandParts(
  usable: UsableHistory,
  normal: readonly number[],
  point: PointForecast,
  factor: (t: number) => number,
  seasonLength: number,
): { history: DemandParts; forecast: DemandParts } {
  const adjusted = normal.map((value, t) => withoutSeason(value, point.season, t));
  const at = (levels: readonly number[], offset: number): DemandParts => {
    const seasonal = levels.map((level, k) => withSeason(level, point.season, offset + k));
    return {
      trend: levels.map((level) => level * usable.scale),
      season: levels.map((level, k) => (seasonal[k] - level) * usable.scale),
      event: seasonal.map((value, k) => value * (factor(offset + k) - 1) * usable.scale),
    };
  };
  const past = at(smoothTrend(adjusted, seasonLength), 0);
  const left = new Array<null>(usable.skipped).fill(null);
  return {
    history: {
      trend: [...left, ...past.trend],
      season: [...left, ...past.season],
      event: [...left, ...past.event],
    },
    forecast: at(point.trend, normal.length),
  };
}

/**
 * The forecast of one item: prepare the history, take the events out, forecast, put the events back, and say how far off
 * it may be.
 */
export function forecastItem(input: ItemHistory, options: ForecastOptions): ItemForecast {
  const { periods, seasonLength } = options;
  const usable = usableHistory(input.history, seasonLength);
  if (!usable) return fallbackForecast(input, options, 'The history has no usable quantity.');

  const events = (input.events ?? []).map((event) => ({ ...event, values: event.values.slice(usable.skipped) }));
  const effects = eventEffects(usable.values, seasonLength, events);
  const factor = (t: number): number => eventFactor(events, effects, t);
  const normal = usable.values.map((value, t) => value / factor(t));

  const point = pointForecast(normal, periods, seasonLength);
  const { scale } = usable;
  const intermittent = point.pattern !== 'regular';
  const spread = intermittent ? intermittentDeviation(normal, point) : regularDeviation(normal, seasonLength, point);
  const future = (values: readonly number[]): number[] =>
    values.map((value, h) => value * factor(normal.length + h) * scale);
  const forecast = future(point.future);
  const deviation = future(spread.single);
  const expected = runningSums(forecast);
  // Events stretch the deviation of a sum as much as they stretch the sum.
  const plain = runningSums(point.future.map((value) => value * scale));
  const cumulative = spread.cumulative.map((value, h) => value * scale * (plain[h] > 0 ? expected[h] / plain[h] : 1));

  const distribution: ForecastDistribution = intermittent ? 'negativeBinomial' : 'normal';
  const unit = intermittent ? demandUnit(input) : 1;
  const quantiles = (probability: number): number[] =>
    forecast.map((value, h) => demandQuantile(distribution, probability, value, deviation[h], unit));
  return {
    item: input.item,
    method: point.methods.join('+') || 'zero',
    class: demandPattern(normal, point),
    history: plainHistory(input.history),
    forecast,
    lower95: quantiles(0.025),
    upper95: quantiles(0.975),
    deviation,
    cumulative: { expected, deviation: cumulative },
    distribution,
    unit,
    parts: demandParts(usable, normal, point, factor, seasonLength),
    events: effects,
    notes: usable.notes,
    failed: null,
  };
}

/**
 * The quantity that demand of the first `length` periods together stays below with a probability; `length` at most the
 * periods forecast.
 */
export function cumulativeQuantile(forecast: ItemForecast, length: number, probability: number): number {
  const { expected, deviation } = forecast.cumulative;
  return demandQuantile(forecast.distribution, probability, expected[length - 1], deviation[length - 1], forecast.unit);
}
