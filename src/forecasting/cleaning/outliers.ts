import { largestHonestSize } from './intermittent-outliers';
import type { ItemSeries } from './item-series';
import { localLevel, type LocalLevel } from './local-level';

/** A day whose quantity cannot be demand. */
export interface Outlier {
  /** Index in the series. */
  at: number;
  reason: string;
}

/** Least factor from the usual demand at which a day can be an outlier; more where the series itself varies more. */
const LEAST_FACTOR_HIGH = 3;
const LEAST_FACTOR_LOW = 5;
/** Standard deviations of the logarithm; more for a quantity that is too small, since stockouts and closed days are no errors of typing. */
const LEAST_DEVIATIONS_HIGH = 4.5;
const LEAST_DEVIATIONS_LOW = 6;
/** Standard deviations of a count: its tail is longer than the normal one. */
const LEAST_COUNT_DEVIATIONS = 6;
const LARGEST_SHORT_PROMOTION = Math.log(8);
/** Demand below this many units is never called too low. */
const LOW_NEEDS_UNITS = 20;

/**
 * The outliers of a series: days whose logarithm deviates from that of the running median by more than 4.5 robust standard deviations
 * (after Hampel, JASA 69, 1974) and at least a factor of three, and further than chance counting of single units explains. Demand of a
 * recurring event is compared with that event in other years, and a run of days at one level is a promotion, not an error. Two passes:
 * the second takes the level without the outliers of the first. Items with intermittent demand have their own rule. Entries of
 * `ofEvents` (by index) are demand whatever they are.
 */
export function findOutliers(series: ItemSeries, ofEvents: ReadonlySet<number> = new Set()): Outlier[] {
  return allOutliers(series).filter(({ at }) => !ofEvents.has(at));
}

function allOutliers(series: ItemSeries): Outlier[] {
  if (series.isIntermittent) return intermittentOutliers(series);
  let outliers: Outlier[] = [];
  for (let pass = 0; pass < 2; pass++) {
    const excluded = new Set(outliers.map(({ at }) => at));
    outliers = outliersAgainst(
      series,
      localLevel(series, (at) => excluded.has(at)),
    );
  }
  return outliers;
}

function outliersAgainst(series: ItemSeries, level: LocalLevel): Outlier[] {
  const { values, unit } = series;
  const outliers: Outlier[] = [];
  const highLimit = Math.max(Math.log(LEAST_FACTOR_HIGH), LEAST_DEVIATIONS_HIGH * level.spread);
  const lowLimit = Math.max(Math.log(LEAST_FACTOR_LOW), LEAST_DEVIATIONS_LOW * level.spread);
  for (let at = 0; at < values.length; at++) {
    const deviation = level.deviations[at];
    if (deviation > highLimit) {
      const recurring = level.recurring(at, 1);
      const expected = level.usual[at] * Math.exp(recurring);
      const counting = unit * (Math.max(expected, 0) + unit);
      const largest = expected + LEAST_COUNT_DEVIATIONS * Math.sqrt(counting + (level.spread * expected) ** 2);
      if (deviation - recurring > highLimit && values[at] > largest && !isInRun(level, at, 1)) {
        outliers.push({ at, reason: reasonFor(values[at], expected) });
      }
    } else if (deviation < -lowLimit && values[at] > 0 && level.usual[at] >= LOW_NEEDS_UNITS * unit) {
      const recurring = level.recurring(at, -1);
      if (-deviation - recurring > lowLimit && !isInRun(level, at, -1)) {
        outliers.push({ at, reason: reasonFor(values[at], level.usual[at]) });
      }
    }
  }
  return outliers;
}

/** Neighbouring days that deviate alike, each at least half as much on the logarithmic scale: three, or five of a very large deviation. */
function isInRun(level: LocalLevel, at: number, direction: 1 | -1): boolean {
  const least = Math.abs(level.deviations[at]) / 2;
  const isAlike = (index: number): boolean => direction * (level.deviations[index] ?? NaN) >= least;
  let length = 1;
  for (let before = at - 1; isAlike(before); before--) length++;
  for (let after = at + 1; isAlike(after); after++) length++;
  return length >= (Math.abs(level.deviations[at]) <= LARGEST_SHORT_PROMOTION ? 3 : 5);
}

function intermittentOutliers(series: ItemSeries): Outlier[] {
  const sizes = [...series.values].filter((value) => value > 0);
  const largest = largestHonestSize(sizes, series.unit);
  const outliers: Outlier[] = [];
  series.values.forEach((value, at) => {
    if (value > largest) {
      outliers.push({ at, reason: `${rounded(value)} where a day with demand has at most ${rounded(largest)}.` });
    }
  });
  return outliers;
}

function reasonFor(value: number, usual: number): string {
  const factor = value > usual ? value / Math.max(usual, 1e-9) : usual / value;
  const times = usual > 0 ? `, ${rounded(factor)} times too ${value > usual ? 'much' : 'little'}` : '';
  return `${rounded(value)} where about ${rounded(usual)} is usual${times}.`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
