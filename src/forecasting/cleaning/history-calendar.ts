import { civilDate, dayNumber, daysInMonth, weekday, type DayNumber } from '../calendar-day';
import type { HistoryCalendar } from './history';

/** The days on which an item should have a row. */
export interface ItemCalendar {
  kind: HistoryCalendar;
  /** Ascending; days that have a row on an unusual day are in it as well. */
  days: DayNumber[];
}

/** First and last day that the whole history covers. */
export interface Span {
  first: DayNumber;
  last: DayNumber;
}

/**
 * The calendar that an item's days follow. Daily: at least 80 % of the days of its span are there. Business days or weekly: at least 80 %
 * of some weekdays and hardly any of the others. Monthly: one day in at least 80 % of the months. Otherwise sparse: only days with demand
 * are recorded. An item that starts or ends within a week of the whole history is taken to cover it.
 */
export function itemCalendar(
  observed: ReadonlySet<DayNumber>,
  history: Span,
  closed: ReadonlySet<DayNumber>,
): ItemCalendar {
  const sorted = [...observed].sort((a, b) => a - b);
  if (sorted.length === 0) return { kind: 'sparse', days: [] };
  const own: Span = { first: sorted[0], last: sorted[sorted.length - 1] };
  const span: Span = {
    first: own.first - history.first <= 7 ? Math.min(own.first, history.first) : own.first,
    last: history.last - own.last <= 7 ? Math.max(own.last, history.last) : own.last,
  };
  const length = span.last - span.first + 1;
  if (sorted.length >= 0.8 * length) return { kind: 'daily', days: daysOn(span, () => true, observed, closed) };
  const open = openWeekdays(sorted, span);
  if (open !== null && length >= 28) {
    const kind = open.filter(Boolean).length === 1 ? 'weekly' : 'businessDays';
    return { kind, days: daysOn(kind === 'weekly' ? own : span, (day) => open[weekday(day)], observed, closed) };
  }
  return monthlyCalendar(sorted, own) ?? { kind: 'sparse', days: sorted };
}

/**
 * Days inside the span on which no item of the history has a row although the weekday is usually open: the company was closed, nothing is
 * missing. With fewer than three items that can be chance.
 */
export function closedDays(days: readonly ReadonlySet<DayNumber>[], history: Span): Set<DayNumber> {
  const closed = new Set<DayNumber>();
  if (days.length < 3) return closed;
  const union = new Set<DayNumber>();
  for (const observed of days) for (const day of observed) union.add(day);
  for (let day = history.first; day <= history.last; day++) if (!union.has(day)) closed.add(day);
  return closed;
}

function daysOn(
  span: Span,
  isOpen: (day: DayNumber) => boolean,
  observed: ReadonlySet<DayNumber>,
  closed: ReadonlySet<DayNumber>,
): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = span.first; day <= span.last; day++) {
    if (observed.has(day) || (isOpen(day) && !closed.has(day))) days.push(day);
  }
  return days;
}

function openWeekdays(sorted: readonly DayNumber[], span: Span): boolean[] | null {
  const seen = new Array<number>(7).fill(0);
  const possible = new Array<number>(7).fill(0);
  for (const day of sorted) seen[weekday(day)]++;
  for (let day = span.first; day <= span.last; day++) possible[weekday(day)]++;
  const open = seen.map((count, index) => count >= 0.7 * possible[index]);
  const openSeen = seen.reduce((sum, count, index) => sum + (open[index] ? count : 0), 0);
  const openPossible = possible.reduce((sum, count, index) => sum + (open[index] ? count : 0), 0);
  const isRegular = openPossible > 0 && openSeen >= 0.8 * openPossible && openSeen >= 0.9 * sorted.length;
  return isRegular ? open : null;
}

function monthlyCalendar(sorted: readonly DayNumber[], span: Span): ItemCalendar | null {
  const monthOf = (day: DayNumber): number => civilDate(day).year * 12 + civilDate(day).month - 1;
  const months = new Map<number, DayNumber>();
  for (const day of sorted) if (!months.has(monthOf(day))) months.set(monthOf(day), day);
  const first = monthOf(span.first);
  const count = monthOf(span.last) - first + 1;
  if (count < 4 || months.size < 0.8 * count || sorted.length > 1.05 * months.size) return null;
  const isMonthEnd = civilDate(sorted[0]).day > 27;
  const usualDay = civilDate(sorted[0]).day;
  const days = Array.from({ length: count }, (_, index) => {
    const month = first + index;
    const [year, monthOfYear] = [Math.floor(month / 12), (month % 12) + 1];
    const length = daysInMonth(year, monthOfYear);
    return months.get(month) ?? dayNumber(year, monthOfYear, isMonthEnd ? length : Math.min(usualDay, length));
  });
  return { kind: 'monthly', days };
}
