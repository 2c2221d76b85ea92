import { weekday, type DayNumber } from '../calendar-day';
import { HALF_WIDTH, yearsOf, type ItemSeries } from './item-series';
import { recurringDeviation } from './recurring-events';
import { median, runningMedian } from './running-median';

/** What is usual around each day of a series, and how far each day is from it. */
export interface LocalLevel {
  /** Units per day, with the weekday's factor. */
  usual: Float64Array;
  /** Logarithm of value over usual; NaN without value, or where the usual demand is zero. */
  deviations: Float64Array;
  /** Robust standard deviation of the deviations (normalised median absolute deviation), without what chance counting adds. */
  spread: number;
  /** The part of the deviation on a day (by index) that recurs on the same calendar day of other years, signed by `direction`. */
  recurring: (at: number, direction: 1 | -1) => number;
}

/** Demand below this many units says too little about its spread. */
const FEW_UNITS = 3;
const LEAST_SPREAD = 0.05;
const SPREAD_IF_UNKNOWN = 0.3;

/** Local level of a series, leaving out the days that `isExcluded` names. */
export function localLevel(series: ItemSeries, isExcluded: (at: number) => boolean): LocalLevel {
  const { days, values, weekdayFactors, unit } = series;
  const factors = days.map((day) => weekdayFactors[weekday(day)]);
  const withoutWeekday = values.map((value, at) => (isExcluded(at) || factors[at] === 0 ? NaN : value / factors[at]));
  const level = runningMedian(withoutWeekday, HALF_WIDTH[series.calendar]);
  const usual = level.map((value, at) => value * factors[at]);
  // Half a unit on both sides: the usual correction that keeps a zero finite.
  const deviations = values.map((value, at) =>
    usual[at] > 0 || factors[at] > 0 ? Math.log((value + unit / 2) / (usual[at] + unit / 2)) : NaN,
  );
  const isLarge = (at: number): boolean => values[at] > 0 && usual[at] >= FEW_UNITS * unit;
  const years = yearsOf(series);
  const deviationOn = deviationLookup(series, deviations);
  return {
    usual,
    deviations,
    spread: spreadBeyondCounting(
      deviations.filter((deviation, at) => isLarge(at) && !isExcluded(at) && !Number.isNaN(deviation)),
      usual.filter((_, at) => isLarge(at)),
      unit,
    ),
    recurring: (at, direction) => recurringDeviation(days[at], years, direction, deviationOn),
  };
}

function spreadBeyondCounting(deviations: Float64Array, usual: Float64Array, unit: number): number {
  if (deviations.length < 5) return SPREAD_IF_UNKNOWN;
  const distances = deviations.map(Math.abs).sort();
  // The larger of two robust estimates: the second is larger for heavy tails, and still indifferent to a tenth of errors.
  const total = Math.max(
    1.4826 * distances[Math.floor(0.5 * distances.length)],
    distances[Math.floor(0.8 * distances.length)] / 1.2816,
  );
  return Math.sqrt(Math.max(LEAST_SPREAD ** 2, total ** 2 - unit / median(usual)));
}

/** A day of another year is found on a weekly or monthly calendar as well, by the entry that covers it. */
function deviationLookup(series: ItemSeries, deviations: Float64Array): (day: DayNumber) => number {
  const tolerance = series.calendar === 'weekly' ? 3 : series.calendar === 'monthly' ? 15 : 0;
  const { days } = series;
  return (day) => {
    let low = 0;
    let high = days.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle] < day) low = middle + 1;
      else high = middle;
    }
    const nearest = low > 0 && day - days[low - 1] < Math.abs(days[low] - day) ? low - 1 : low;
    return days.length > 0 && Math.abs(days[nearest] - day) <= tolerance ? deviations[nearest] : NaN;
  };
}
