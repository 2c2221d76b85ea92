import { civilDate, weekday, type DayNumber } from '../calendar-day';
import type { HistoryCalendar } from './history';
import type { ItemDays } from './resolve-dates';
import { median, runningMedian } from './running-median';
import type { WorkingRow } from './working-row';

/** The rows of one item on its calendar, NaN where a day has no usable quantity. */
export interface ItemSeries {
  item: string;
  calendar: HistoryCalendar;
  /** Ascending. */
  days: DayNumber[];
  /** The row that stands for each day. */
  rows: (WorkingRow | null)[];
  /** Units. */
  values: Float64Array;
  /** Usual demand of a weekday against the level (Monday first), 1 for an item without a weekly pattern; 0 where a weekday has none. */
  weekdayFactors: number[];
  /** The step in which the quantities come: 1 for pieces, 12 for dozens. */
  unit: number;
  /** Days with demand stand alone among days without. */
  isIntermittent: boolean;
}

/** Days to each side of the running median; about three weeks of days, a quarter of weeks, a year of months. */
export const HALF_WIDTH: Record<HistoryCalendar, number> = {
  daily: 10,
  businessDays: 8,
  weekly: 6,
  monthly: 6,
  sparse: 10,
};

/** Lays the rows of an item on its calendar. */
export function itemSeries(item: string, { calendar, taken }: ItemDays): ItemSeries {
  const known = new Set(calendar.days);
  const extra = [...taken.keys()].filter((day) => !known.has(day));
  const days = extra.length === 0 ? calendar.days : [...calendar.days, ...extra].sort((a, b) => a - b);
  const rows = days.map((day) => taken.get(day)?.find((row) => row.fate === 'used') ?? null);
  const values = Float64Array.from(days, (day) => dayQuantity(taken.get(day)));
  const unit = quantityUnit([...values].filter((value) => value > 0));
  const isByDay = calendar.kind === 'daily' || calendar.kind === 'businessDays';
  return {
    item,
    calendar: calendar.kind,
    days,
    rows,
    values,
    unit,
    weekdayFactors: isByDay ? usualWeekdayFactors(days, values, unit) : new Array<number>(7).fill(1),
    isIntermittent: calendar.kind === 'sparse' || demandStandsAlone(isByDay ? openDays(days, values) : values),
  };
}

function dayQuantity(rows: readonly WorkingRow[] | undefined): number {
  const quantities = (rows ?? [])
    .filter((row) => row.fate === 'used' && row.quantity !== null)
    .map((row) => row.quantity ?? 0);
  return quantities.length === 0 ? NaN : quantities.reduce((sum, quantity) => sum + quantity, 0);
}

/** The largest number that divides 98 % of the whole-numbered quantities; the smallest usual quantity where they are not whole. */
function quantityUnit(positive: readonly number[]): number {
  if (positive.length === 0) return 1;
  const sorted = [...positive].sort((a, b) => a - b);
  const smallest = sorted[Math.floor(0.02 * (sorted.length - 1))];
  if (positive.filter(Number.isInteger).length < 0.98 * positive.length) return Math.min(1, smallest);
  const sample =
    positive.length > 200 ? positive.filter((_, index) => index % Math.floor(positive.length / 200) === 0) : positive;
  for (let unit = Math.min(smallest, 1000); unit > 1; unit--) {
    if (sample.filter((value) => value % unit === 0).length >= 0.98 * sample.length) return unit;
  }
  return 1;
}

/** Share of zeros from which a weekday is one on which nothing is ever sold. */
const CLOSED_SHARE = 0.97;
/** Share of days with demand that the other weekdays then have at least. */
const OPEN_SHARE = 0.6;

/** The values without those of weekdays that are always zero (a weekend whose rows say 0), if demand comes on most of the others. */
function openDays(days: readonly DayNumber[], values: Float64Array): Float64Array {
  const seen = new Array<number>(7).fill(0);
  const zeros = new Array<number>(7).fill(0);
  days.forEach((day, at) => {
    if (Number.isNaN(values[at])) return;
    seen[weekday(day)]++;
    if (values[at] === 0) zeros[weekday(day)]++;
  });
  const isClosed = seen.map((count, index) => count >= 8 && zeros[index] >= CLOSED_SHARE * count);
  const open = values.filter((value, at) => !isClosed[weekday(days[at])] && !Number.isNaN(value));
  const sold = open.filter((value) => value > 0).length;
  return sold >= OPEN_SHARE * open.length ? values.filter((_, at) => !isClosed[weekday(days[at])]) : values;
}

function demandStandsAlone(values: Float64Array): boolean {
  let alone = 0;
  let demands = 0;
  for (let at = 0; at < values.length; at++) {
    if (!(values[at] > 0)) continue;
    demands++;
    let zeros = 0;
    for (let near = Math.max(0, at - 3); near <= Math.min(values.length - 1, at + 3); near++)
      if (values[near] === 0) zeros++;
    if (zeros >= 2) alone++;
  }
  return demands > 0 && alone > 0.5 * demands;
}

/** Median ratio to the running median per weekday, if weekdays clearly differ (a quarter) and the history has eight weeks. */
function usualWeekdayFactors(days: readonly DayNumber[], values: Float64Array, unit: number): number[] {
  const none = new Array<number>(7).fill(1);
  if (days.length < 40) return none;
  const level = runningMedian(values, HALF_WIDTH.daily);
  const ratios: number[][] = none.map(() => []);
  days.forEach((day, at) => {
    if (!Number.isNaN(values[at]) && level[at] >= 5 * unit) ratios[weekday(day)].push(values[at] / level[at]);
  });
  const factors = ratios.map((ofWeekday) => (ofWeekday.length >= 8 ? median(ofWeekday) : 1));
  const positive = factors.filter((factor) => factor > 0);
  return positive.length < 7 || Math.max(...positive) > 1.25 * Math.min(...positive) ? factors : none;
}

/** The years in which the series has days. */
export function yearsOf(series: ItemSeries): number[] {
  if (series.days.length === 0) return [];
  const first = civilDate(series.days[0]).year;
  const last = civilDate(series.days[series.days.length - 1]).year;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
