import { civilDate, dayNumber, daysInMonth, isoDay, weekday, type DayNumber } from './calendar-day';
import type { CleanedHistory } from './cleaning/history';

/** The length of a plan period. Weeks are ISO weeks, from Monday. */
export type Bucket = 'day' | 'week' | 'month';

/** Demand of one item per bucket, oldest first, without gaps. */
export interface BucketHistory {
  item: string;
  /** First day of each bucket, ISO text. */
  periods: string[];
  /** Units per bucket. */
  quantities: number[];
}

/** First and last day for which the history as a whole tells the demand. */
export interface HistorySpan {
  first: DayNumber;
  last: DayNumber;
}

/** First day of the bucket that a day lies in. */
export function bucketStart(day: DayNumber, bucket: Bucket): DayNumber {
  if (bucket === 'day') return day;
  if (bucket === 'week') return day - weekday(day);
  const { year, month } = civilDate(day);
  return dayNumber(year, month, 1);
}

/** First day of the bucket after the one that starts on a day. */
export function nextBucketStart(start: DayNumber, bucket: Bucket): DayNumber {
  if (bucket === 'day') return start + 1;
  if (bucket === 'week') return start + 7;
  const { year, month } = civilDate(start);
  return start + daysInMonth(year, month);
}

/** First days (ISO text) of the `count` buckets after a bucket, the periods of a forecast. */
export function followingPeriods(lastPeriodStart: DayNumber, bucket: Bucket, count: number): string[] {
  const periods: string[] = [];
  for (let start = lastPeriodStart; periods.length < count;) {
    start = nextBucketStart(start, bucket);
    periods.push(isoDay(start));
  }
  return periods;
}

/** The span that all items together cover. */
export function spanOf(histories: readonly CleanedHistory[]): HistorySpan {
  const covered = histories.filter(({ days }) => days.length > 0).map((history) => coveredSpan(history));
  return { first: Math.min(...covered.map(({ first }) => first)), last: Math.max(...covered.map(({ last }) => last)) };
}

/**
 * Adds the cleaned history of an item up to buckets. A first or last bucket that the history covers only in part is dropped. Days of the
 * calendar without a quantity (NaN) are made up pro rata to the other days of their bucket; a bucket that has none takes the mean of its
 * neighbours. Weeks and months are spread evenly over their days where the bucket is another. On a sparse calendar an absent day is zero,
 * from the bucket of the first demand to the end of `span`.
 */
export function aggregate(
  history: CleanedHistory,
  bucket: Bucket,
  span: HistorySpan = spanOf([history]),
): BucketHistory {
  const empty: BucketHistory = { item: history.item, periods: [], quantities: [] };
  if (history.days.length === 0) return empty;
  const isSparse = history.calendar === 'sparse';
  const own = coveredSpan(history);
  const first = isSparse ? Math.max(span.first, bucketStart(own.first, bucket)) : own.first;
  const last = isSparse ? Math.max(span.last, own.last) : own.last;
  const starts: DayNumber[] = [];
  for (let start = bucketStart(first, bucket); start <= last; start = nextBucketStart(start, bucket))
    starts.push(start);
  const sums = sumByBucket(history, bucket, starts);
  const isOpen = openWeekdays(history);
  const from = hasOpenDay(starts[0], first - 1, isOpen) ? 1 : 0;
  const end = nextBucketStart(starts[starts.length - 1], bucket) - 1;
  const to = hasOpenDay(last + 1, end, isOpen) ? starts.length - 1 : starts.length;
  if (to <= from) return empty;
  return {
    item: history.item,
    periods: starts.slice(from, to).map(isoDay),
    quantities: fillEmptyBuckets(sums.slice(from, to)),
  };
}

/** Days that the entries of a history stand for: a week or a month each, if that is how its rows come. */
function coveredSpan({ calendar, days }: CleanedHistory): HistorySpan {
  const [first, last] = [days[0], days[days.length - 1]];
  if (calendar !== 'weekly' && calendar !== 'monthly') return { first, last };
  const bucket = calendar === 'weekly' ? 'week' : 'month';
  return { first: bucketStart(first, bucket), last: nextBucketStart(bucketStart(last, bucket), bucket) - 1 };
}

/** Sum per bucket, scaled up for days without a quantity; NaN for a bucket that has none at all. */
function sumByBucket(history: CleanedHistory, bucket: Bucket, starts: readonly DayNumber[]): number[] {
  const index = new Map(starts.map((start, at) => [start, at]));
  const sums = new Array<number>(starts.length).fill(0);
  const known = new Array<number>(starts.length).fill(0);
  const expected = new Array<number>(starts.length).fill(0);
  history.days.forEach((day, at) => {
    const quantity = history.quantities[at];
    const covered = daysOfEntry(history, day);
    const shares = new Map<number, number>();
    for (const coveredDay of covered) {
      const target = index.get(bucketStart(coveredDay, bucket));
      if (target !== undefined) shares.set(target, (shares.get(target) ?? 0) + 1);
    }
    for (const [target, share] of shares) {
      expected[target] += share;
      if (Number.isNaN(quantity)) continue;
      known[target] += share;
      sums[target] += share === covered.length ? quantity : (quantity * share) / covered.length;
    }
  });
  return sums.map((sum, at) =>
    expected[at] === 0
      ? history.calendar === 'sparse'
        ? 0
        : NaN
      : known[at] === 0
        ? NaN
        : known[at] === expected[at]
          ? sum
          : (sum * expected[at]) / known[at],
  );
}

function daysOfEntry({ calendar }: CleanedHistory, day: DayNumber): DayNumber[] {
  if (calendar !== 'weekly' && calendar !== 'monthly') return [day];
  const bucket = calendar === 'weekly' ? 'week' : 'month';
  const start = bucketStart(day, bucket);
  return Array.from({ length: nextBucketStart(start, bucket) - start }, (_, offset) => start + offset);
}

function openWeekdays({ calendar, days }: CleanedHistory): boolean[] {
  if (calendar !== 'businessDays') return new Array<boolean>(7).fill(true);
  const counts = new Array<number>(7).fill(0);
  for (const day of days) counts[weekday(day)]++;
  return counts.map((count) => count > days.length / 50);
}

function hasOpenDay(from: DayNumber, to: DayNumber, isOpen: readonly boolean[]): boolean {
  for (let day = from; day <= to; day++) if (isOpen[weekday(day)]) return true;
  return false;
}

function fillEmptyBuckets(sums: readonly number[]): number[] {
  return sums.map((sum, at) => {
    if (!Number.isNaN(sum)) return sum;
    const before = sums
      .slice(0, at)
      .reverse()
      .find((value) => !Number.isNaN(value));
    const after = sums.slice(at + 1).find((value) => !Number.isNaN(value));
    return ((before ?? after ?? 0) + (after ?? before ?? 0)) / 2;
  });
}
