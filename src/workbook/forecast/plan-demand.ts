import { bucketStart, dayFromIso, nextBucketStart, readDate, spellingKey } from '../../forecasting/index';
import type { Bucket, DayNumber } from '../../forecasting/index';
import type { FoundInput } from '../find-input';
import type { PeriodsRun } from '../fit-shape';
import { labelsBeside, readLabels } from '../read-labels';
import type { Label } from '../read-labels';
import { foundSize, readLayout } from '../read-layout';
import type { InputName } from '../schema';

/** The cells of the plan's demand with what their rows and columns stand for. */
export interface PlanDemand {
  readonly found: FoundInput;
  readonly items: readonly string[];
  readonly periods: readonly Label[];
  /** Direction of the periods in the demand. */
  readonly runs: PeriodsRun;
  /** Direction of the periods in the other matrices. */
  readonly periodsRun: PeriodsRun;
}

/** The demand of the plan and its labels; null where the workbook has no demand, or it fits its labels in no way. */
export function planDemand(found: ReadonlyMap<InputName, FoundInput>, date1904: boolean): PlanDemand | null {
  const demand = found.get('Demand');
  if (!demand) return null;
  const line = (name: InputName) => {
    const labels = found.get(name);
    return labels ? foundSize(labels) : null;
  };
  const size = foundSize(demand);
  const layout = readLayout(size, line('Periods'), line('Items'));
  const [down, across] =
    layout.demandRuns === 'across' ? [layout.items, layout.periods] : [layout.periods, layout.items];
  if (size.rows !== down || size.columns !== across) return null;
  // What is wrong with the labels is for the plan's own reading to say.
  const silent = (): void => undefined;
  const axis = (name: 'Periods' | 'Items', kind: 'Period' | 'Item', count: number): Label[] => {
    const named = found.get(name);
    if (named) return readLabels(named, kind, date1904, silent);
    const side = (name === 'Periods') === (layout.demandRuns === 'across') ? 'above' : 'left';
    return labelsBeside(demand, side, count, kind, date1904, silent);
  };
  return {
    found: demand,
    items: axis('Items', 'Item', layout.items).map(({ text }) => text),
    periods: axis('Periods', 'Period', layout.periods),
    runs: layout.demandRuns,
    periodsRun: layout.periodsRun,
  };
}

/** Positions by spelling key, so that a thousand items are looked up a thousand times without spelling them a million times. */
const positionsOf = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Position of a history's item among the plan's; -1 where the plan lacks it. One item is the plan's only one, whatever its name. */
export function planItem(items: readonly string[], item: string, isOnlyOne: boolean): number {
  let positions = positionsOf.get(items);
  if (!positions) {
    // The first of several with one key counts.
    positions = new Map(items.map((candidate, at): [string, number] => [spellingKey(candidate), at]).reverse());
    positionsOf.set(items, positions);
  }
  const position = positions.get(spellingKey(item)) ?? -1;
  return position < 0 && isOnlyOne && items.length === 1 ? 0 : position;
}

/**
 * The first day of the forecast period that each plan period means: from dates, texts such as `2026-01`, `2026-W05`, `Jan 2026`, or
 * bare months. `byLabel` is false where the labels say nothing, and the plan is taken to start with the first period forecast.
 */
export function planPeriodStarts(
  periods: readonly Label[],
  bucket: Bucket,
  firstForecast: DayNumber,
): { readonly starts: readonly DayNumber[]; readonly byLabel: boolean } {
  const days = periods.map(labelDay);
  const known = days.flatMap((day) => (day === null ? [] : [bucketStart(day, bucket)]));
  if (known.length === periods.length) return { starts: known, byLabel: true };
  const months = periods.map(({ text }) => monthOf(text));
  const first = months[0];
  if (bucket === 'month' && first !== null && months.every((month, t) => month === ((first - 1 + t) % 12) + 1)) {
    let start = firstForecast;
    for (let step = 0; step < 12 && monthNumber(start) !== first; step++) start = nextBucketStart(start, 'month');
    return { starts: consecutive(start, bucket, periods.length), byLabel: true };
  }
  return { starts: consecutive(firstForecast, bucket, periods.length), byLabel: false };
}

/** First days of so many periods in a row. */
export function consecutive(first: DayNumber, bucket: Bucket, count: number): DayNumber[] {
  const starts: DayNumber[] = [];
  for (let start = first; starts.length < count; start = nextBucketStart(start, bucket)) starts.push(start);
  return starts;
}

function labelDay({ text, date }: Label): DayNumber | null {
  if (date !== null) return dayFromIso(date);
  const month = /^(\d{4})[-/. ](\d{1,2})$/.exec(text);
  if (month) return dayFromIso(`${month[1]}-${month[2].padStart(2, '0')}-01`);
  const week = /^(\d{4})[- ]?W(\d{1,2})$/i.exec(text);
  if (week) {
    // 4 January is always in week 1 (ISO 8601).
    const fourth = dayFromIso(`${week[1]}-01-04`);
    const number = Number(week[2]);
    return fourth === null || number < 1 || number > 53 ? null : bucketStart(fourth, 'week') + 7 * (number - 1);
  }
  const named = /^(\p{L}{3,})\.?[ '’-]*(\d{4}|\d{2})$/u.exec(text);
  if (named) return onlyDay(`1 ${named[1]} ${named[2].length === 2 ? `20${named[2]}` : named[2]}`);
  return /\d{4}/.test(text) ? onlyDay(text) : null;
}

function onlyDay(text: string): DayNumber | null {
  const reading = readDate(text);
  return reading.kind === 'candidates' && reading.candidates.length === 1 ? reading.candidates[0].day : null;
}

/** Month of a text that is the name of one, without a year. */
function monthOf(text: string): number | null {
  if (!/^\p{L}{3,}\.?$/u.test(text)) return null;
  const day = onlyDay(`1 ${text.replace('.', '')} 2024`);
  return day === null ? null : monthNumber(day);
}

function monthNumber(day: DayNumber): number {
  return new Date(day * 86_400_000).getUTCMonth() + 1;
}
