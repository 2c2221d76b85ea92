import { weekday } from '../calendar-day';
import { HALF_WIDTH, type ItemSeries } from './item-series';
import { localLevel, type LocalLevel } from './local-level';

/** Valid days to each side whose mean stands for a missing one. */
const NEIGHBOURS = 5;
const EVENT_FACTOR = Math.log(1.8);
const MANY_UNITS = 10;

/**
 * An estimate for every day of the series that has no usable quantity, by index. The mean of the nearest days, weekday pattern taken out
 * (the mean, not the median: monthly totals must not be biased, and the median of intermittent demand is zero), times what recurs on
 * that calendar day in other years. Days of an event do not speak for ordinary days, unless the missing one lies inside the event.
 */
export function imputeMissing(series: ItemSeries, isOutlier: (at: number) => boolean): Map<number, number> {
  const estimates = new Map<number, number>();
  const missing = series.days.map((_, at) => at).filter((at) => Number.isNaN(series.values[at]) || isOutlier(at));
  if (missing.length === 0) return estimates;
  const level = localLevel(series, isOutlier);
  const usable = series.values.map((value, at) => (isOutlier(at) ? NaN : value));
  const sizes = [...usable].filter((value) => value > 0);
  for (const at of missing) {
    // An impossible size on an intermittent item still says that the day had demand; a missing quantity does not.
    const hadDemand = series.isIntermittent && isOutlier(at) && sizes.length > 0;
    estimates.set(at, hadDemand ? mean(sizes) : estimate(series, level, usable, at));
  }
  return estimates;
}

function estimate(series: ItemSeries, level: LocalLevel, usable: Float64Array, at: number): number {
  const factorOf = (index: number): number => series.weekdayFactors[weekday(series.days[index])];
  const isLarge = level.usual[at] >= MANY_UNITS * series.unit && !series.isIntermittent;
  const recurs = isLarge ? level.recurring(at, 1) - level.recurring(at, -1) : 0;
  const recurring = Math.abs(recurs) > Math.log(1.5) ? recurs : 0;
  const reach = series.isIntermittent ? 3 * NEIGHBOURS : NEIGHBOURS;
  const ordinary: number[] = [];
  const nextTo: number[] = [];
  for (const step of [-1, 1]) {
    let found = 0;
    for (let near = at + step; near >= 0 && near < usable.length && found < reach; near += step) {
      if (Math.abs(near - at) > 3 * HALF_WIDTH[series.calendar]) break;
      if (Number.isNaN(usable[near]) || factorOf(near) === 0) continue;
      const value = usable[near] / factorOf(near);
      if (++found === 1) nextTo.push(isLarge ? level.deviations[near] : 0);
      if (!isLarge || Math.abs(level.deviations[near]) <= EVENT_FACTOR) ordinary.push(value);
    }
  }
  const base = ordinary.length > 0 ? mean(ordinary) : level.usual[at] / (factorOf(at) || 1);
  const isInsideEvent =
    recurring === 0 && nextTo.length === 2 && Math.min(...nextTo) > EVENT_FACTOR / 2 && mean(nextTo) > EVENT_FACTOR;
  const event = isInsideEvent ? mean(nextTo) : recurring;
  const result = (Number.isNaN(base) ? overallMean(usable) : base) * factorOf(at) * Math.exp(event);
  return Math.max(0, result);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function overallMean(values: Float64Array): number {
  const valid = [...values].filter((value) => !Number.isNaN(value));
  return valid.length === 0 ? 0 : mean(valid);
}
