import {
  aggregate,
  bucketStart,
  dayFromIso,
  eventRegressors,
  followingPeriods,
  isoDay,
  spanOf,
} from '../../forecasting/index';
import type { Bucket, BucketHistory, DayNumber, ForecastTask } from '../../forecasting/index';
import type { CleanedWorkbook } from './clean-workbook';
import { consecutive, planItem, planPeriodStarts } from './plan-demand';
import { plannerNumbers } from './planner-forecasts';

const usualPeriods: Readonly<Record<Bucket, number>> = { day: 28, week: 26, month: 12 };

/** Histories by period, in the plan's order. */
export interface BucketHistories {
  readonly items: readonly BucketHistory[];
  /** First days of the first and last period of all items together. */
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** The cleaned histories by period, in the plan's order, all ending together; null where none has a whole period. */
export function bucketHistories({ cleaning, plan }: CleanedWorkbook, bucket: Bucket): BucketHistories | null {
  const span = spanOf(cleaning.items);
  const orderOf = (item: string): number => {
    const position = plan ? planItem(plan.items, item, false) : -1;
    return position < 0 ? Infinity : position;
  };
  const items = cleaning.items
    .map((history) => aggregate(history, bucket, span))
    .map((history) => ({ history, order: orderOf(history.item) }))
    .sort((a, b) => (a.order === b.order ? 0 : a.order - b.order))
    .map(({ history }) => history);
  const days = items.flatMap(({ periods }) => periods.map((period) => dayFromIso(period) ?? NaN));
  if (days.length === 0) return null;
  let [first, last] = [days[0], days[0]];
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { items, first, last };
}

/** First days, ISO, of the periods from one to another, both included. */
export function periodsBetween(first: DayNumber, last: DayNumber, bucket: Bucket): string[] {
  const least = bucket === 'month' ? 28 : bucket === 'week' ? 7 : 1;
  const most = Math.ceil((last - first) / least) + 1;
  return consecutive(first, bucket, most)
    .filter((day) => day <= last)
    .map(isoDay);
}

/** Up to the end of the plan where its labels tell when that is, else as many periods as the plan has, else a usual number. */
export function periodsToForecast({ plan }: CleanedWorkbook, bucket: Bucket, last: DayNumber): number {
  if (!plan) return usualPeriods[bucket];
  const following = dayFromIso(followingPeriods(last, bucket, 1)[0]) ?? last;
  const { starts } = planPeriodStarts(plan.periods, bucket, following);
  const needed = periodsBetween(following, Math.max(...starts), bucket).length;
  return needed > 0 && needed <= 600 ? needed : plan.periods.length;
}

/** The task of an item; a history that ends before the others' is missing its last periods. */
export function forecastTask(
  history: BucketHistory,
  { cleaning, events, planner }: CleanedWorkbook,
  bucket: Bucket,
  periods: readonly string[],
  season: number,
): ForecastTask {
  const last = dayFromIso(periods[0]) ?? 0;
  const own = history.periods.map((period) => dayFromIso(period) ?? 0);
  const missing = own.length === 0 ? [] : periodsBetween(own[own.length - 1], last, bucket).slice(1, -1);
  const starts = [
    ...own,
    ...missing.map((period) => dayFromIso(period) ?? 0),
    ...periods.map((period) => dayFromIso(period) ?? 0),
  ];
  const past = starts.slice(0, own.length + missing.length);
  const numbers = plannerNumbers(planner, history.item, cleaning.items.length === 1, past, bucket);
  return {
    ...(numbers.some((number) => number !== null) && { planner: numbers }),
    input: {
      item: history.item,
      history: [...history.quantities, ...missing.map(() => null)],
      events: eventRegressors(events, history.item, starts, bucket),
      unit: cleaning.items.find(({ item }) => item === history.item)?.unit,
    },
    options: { periods: periods.length, seasonLength: season },
  };
}

/** Item and period, joined by a line break, of every outlier that the cleaning replaced. */
export function outlierPeriods({ cleaning }: CleanedWorkbook, bucket: Bucket): ReadonlySet<string> {
  const flags = new Set<string>();
  for (const { kind, action, cleanedItem, cleanedDate } of cleaning.audit) {
    const day = cleanedDate === null ? null : dayFromIso(cleanedDate);
    if (kind !== 'outlier' || action === 'kept' || day === null) continue;
    flags.add(`${cleanedItem}\n${isoDay(bucketStart(day, bucket))}`);
  }
  return flags;
}

/**
 * The planner's demand of an item in the periods forecast, from the first on: his own forecast, else the plan's present demand.
 * None where it does not start with the first period.
 */
export function plannedDemand(
  { plan, planner }: CleanedWorkbook,
  bucket: Bucket,
  item: string,
  periods: readonly string[],
  itemCount: number,
): number[] {
  const starts = periods.map((period) => dayFromIso(period) ?? NaN);
  const own = leading(plannerNumbers(planner, item, itemCount === 1, starts, bucket));
  if (own.length > 0) return own;
  const position = plan ? planItem(plan.items, item, itemCount === 1) : -1;
  if (!plan || position < 0) return [];
  const planned = planPeriodStarts(plan.periods, bucket, starts[0]).starts;
  return leading(
    starts.map((start) => {
      const t = planned.indexOf(start);
      if (t < 0) return null;
      const { value } = plan.runs === 'across' ? plan.found.cells[position][t] : plan.found.cells[t][position];
      return typeof value === 'number' ? value : null;
    }),
  );
}

/** The numbers before the first gap; none where they are all 0. */
function leading(values: readonly (number | null)[]): number[] {
  const gap = values.indexOf(null);
  const numbers = values.slice(0, gap < 0 ? values.length : gap).flatMap((value) => value ?? []);
  return numbers.some((value) => value > 0) ? numbers : [];
}
