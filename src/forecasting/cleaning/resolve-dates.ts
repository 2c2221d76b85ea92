import { isoDay, type DayNumber } from '../calendar-day';
import { dateHabits, type DateHabits } from './date-formats';
import { closedDays, itemCalendar, type ItemCalendar, type Span } from './history-calendar';
import { plausibleSpan } from './plausible-span';
import type { CleaningKind } from './history';
import { readDate, type DateCandidate, type DateFormat, type DateReading } from './read-date';
import { addFinding, settleFinding, type WorkingRow } from './working-row';

/** Days taken by the rows of one item, and its calendar. */
export interface ItemDays {
  calendar: ItemCalendar;
  /** The calendar's days. */
  expected: ReadonlySet<DayNumber>;
  /** Rows on each day. */
  taken: Map<DayNumber, WorkingRow[]>;
}

/** A row whose date is missing, unreadable or wrong, with the days that its text still allows (null: any day). */
export interface UndatedRow {
  row: WorkingRow;
  allowed: DayNumber[] | null;
}

/** The days of every item, and the rows that have none yet. */
export interface ResolvedDates {
  byItem: Map<string, ItemDays>;
  undated: UndatedRow[];
}

/** A date this far outside the span of the history is still believed. */
const SLACK_DAYS = 31;

/** A row whose date has to be chosen among the days that its text can mean. */
interface OpenRow {
  row: WorkingRow;
  candidates: DateCandidate[];
  format: DateFormat;
}

/** What the first look at a date has to know about the column. */
interface Column {
  habits: DateHabits;
  span: Span | null;
  placeholders: ReadonlySet<string | number | null>;
}

/**
 * Gives every row its day. A date in a house format is trusted. Any other is read to all days it may mean, and gets the one that fills a
 * hole in its item's calendar; where several do, the order of parts that the column proves decides. What is still open stays undated.
 */
export function resolveDates(rows: readonly WorkingRow[]): ResolvedDates {
  const readings = rows.map((row) => readDate(row.raw.date));
  const habits = dateHabits(readings);
  const trusted = readings.map((reading) => trustedDay(reading, habits));
  const span = plausibleSpan(trusted.filter((day) => day !== null));
  const column: Column = { habits, span, placeholders: placeholderTexts(rows, readings, habits) };
  const undated: UndatedRow[] = [];
  const open: OpenRow[] = [];
  rows.forEach((row, index) => {
    const outcome = firstLook(row, readings[index], trusted[index], column);
    if (outcome === 'dated') return;
    if ('candidates' in outcome) open.push(outcome);
    else undated.push(outcome);
  });
  const byItem = calendars(rows, span ?? { first: 0, last: 0 });
  undated.push(...chooseAmongOpen(open, habits, byItem));
  return { byItem, undated };
}

/** Dates the row if its date is trusted, and names what is wrong with it if it can be no date at all. */
function firstLook(
  row: WorkingRow,
  reading: DateReading,
  trusted: DayNumber | null,
  { span, placeholders }: Column,
): 'dated' | UndatedRow | OpenRow {
  const written = `“${row.raw.date}”`;
  if (reading.kind === 'missing') return undatedFor(row, 'missingDate', 'The row has no date.');
  if (reading.kind === 'unreadable') return undatedFor(row, 'badDate', `${written} is no date.`);
  const candidates = withinSpan(reading.candidates, span);
  if (reading.kind === 'impossible') {
    const allowed = candidates.length > 0 ? candidates.map(({ day }) => day) : null;
    return undatedFor(row, 'impossibleDate', `No calendar has the day ${row.raw.date}.`, allowed);
  }
  if (candidates.length === 0 || (trusted !== null && !candidates.some(({ day }) => day === trusted))) {
    const day = isoDay(trusted ?? reading.candidates[0].day);
    return undatedFor(row, 'impossibleDate', `${day} lies far outside the time that the history covers.`);
  }
  if (trusted !== null) {
    row.day = trusted;
    return 'dated';
  }
  if (placeholders.has(row.raw.date)) {
    return undatedFor(row, 'badDate', `${written} stands on several rows of one item: a placeholder, not a date.`);
  }
  return { row, candidates, format: reading.format };
}

function undatedFor(
  row: WorkingRow,
  kind: CleaningKind,
  reason: string,
  allowed: DayNumber[] | null = null,
): UndatedRow {
  addFinding(row, kind, 'quarantined', reason);
  return { row, allowed };
}

/** Chooses a day for every open row that has one; returns the others. */
function chooseAmongOpen(open: readonly OpenRow[], habits: DateHabits, byItem: Map<string, ItemDays>): UndatedRow[] {
  // Rows with one reading first: each hole they fill leaves fewer for the ambiguous ones.
  let waiting = [...open].sort((a, b) => a.candidates.length - b.candidates.length || a.row.raw.row - b.row.raw.row);
  for (let changed = true; changed;) {
    const later = waiting.filter((entry) => !fillOnlyHole(entry, byItem));
    changed = later.length < waiting.length;
    waiting = later;
  }
  const undated: UndatedRow[] = [];
  for (const entry of waiting) {
    const { row, candidates, format } = entry;
    if (
      fillOnlyHole(entry, byItem) ||
      takeUsualOrder(entry, habits.orders.get(format), byItem) ||
      joinCopy(entry, byItem)
    )
      continue;
    const free = freeDays(byItem, row.item, candidates);
    const days = (free.length > 1 ? free : candidates).map(({ day }) => day);
    const text = days.map(isoDay).join(' or ');
    undated.push(
      free.length > 1
        ? undatedFor(row, 'badDate', `“${row.raw.date}” can mean ${text}.`, days)
        : undatedFor(row, 'badDate', `“${row.raw.date}” means ${text}, which the item does not lack.`),
    );
  }
  return undated;
}

function withinSpan(candidates: readonly DateCandidate[], span: Span | null): DateCandidate[] {
  if (span === null) return [...candidates];
  return candidates.filter(({ day }) => day >= span.first - SLACK_DAYS && day <= span.last + SLACK_DAYS);
}

function trustedDay(reading: DateReading, habits: DateHabits): DayNumber | null {
  if (reading.kind !== 'candidates' || !habits.house.has(reading.format)) return null;
  if (reading.candidates.length === 1) return reading.candidates[0].day;
  const order = habits.orders.get(reading.format);
  return reading.candidates.find((candidate) => candidate.order === order)?.day ?? null;
}

/** Texts outside the house formats that stand on an item with several quantities: they were typed for want of a date. */
function placeholderTexts(
  rows: readonly WorkingRow[],
  readings: readonly DateReading[],
  habits: DateHabits,
): Set<string | number | null> {
  const seen = new Map<string | number | null, Map<string | null, Set<string | number | null>>>();
  rows.forEach((row, index) => {
    const reading = readings[index];
    if (reading.kind !== 'candidates' || habits.house.has(reading.format)) return;
    const items = seen.get(row.raw.date) ?? new Map<string | null, Set<string | number | null>>();
    seen.set(row.raw.date, items);
    const quantities = items.get(row.item) ?? new Set();
    items.set(row.item, quantities.add(row.raw.quantity));
  });
  const repeated = [...seen].filter(([, items]) => {
    const counts = [...items.values()].map((quantities) => quantities.size);
    return Math.max(...counts) >= 2 && counts.reduce((sum, count) => sum + count, 0) >= 3;
  });
  return new Set(repeated.map(([text]) => text));
}

function calendars(rows: readonly WorkingRow[], history: Span): Map<string, ItemDays> {
  const taken = new Map<string, Map<DayNumber, WorkingRow[]>>();
  for (const row of rows) {
    if (row.item === null) continue;
    const days = taken.get(row.item) ?? new Map<DayNumber, WorkingRow[]>();
    taken.set(row.item, days);
    if (row.day !== null) take(days, row.day, row);
  }
  const observed = [...taken.values()].map((days) => new Set(days.keys()));
  const closed = closedDays(observed, history);
  return new Map(
    [...taken].map(([item, days], index) => {
      const calendar = itemCalendar(observed[index], history, closed);
      return [item, { taken: days, calendar, expected: new Set(calendar.days) }];
    }),
  );
}

function take(days: Map<DayNumber, WorkingRow[]>, day: DayNumber, row: WorkingRow): void {
  const rowsOfDay = days.get(day);
  if (rowsOfDay) rowsOfDay.push(row);
  else days.set(day, [row]);
}

/**
 * The days that would fill a hole in the item's calendar; if none would, those before or after it. A day inside the calendar that should
 * have no row (a Saturday among business days) is neither; on a sparse calendar any day can have one.
 */
function freeDays(
  byItem: ReadonlyMap<string, ItemDays>,
  item: string | null,
  candidates: readonly DateCandidate[],
): DateCandidate[] {
  const days = item === null ? undefined : byItem.get(item);
  if (days === undefined) return [];
  const free = candidates.filter(({ day }) => !days.taken.has(day));
  const holes = free.filter(({ day }) => days.expected.has(day));
  if (holes.length > 0 || days.calendar.kind === 'sparse') return holes.length > 0 ? holes : free;
  const { days: expected } = days.calendar;
  return free.filter(({ day }) => day < expected[0] || day > expected[expected.length - 1]);
}

/** Puts a row on a day and makes the day part of its item's calendar. */
function placeOnDay(byItem: Map<string, ItemDays>, row: WorkingRow, day: DayNumber): void {
  row.day = day;
  const days = row.item === null ? undefined : byItem.get(row.item);
  if (days) take(days.taken, day, row);
}

function dateRow(byItem: Map<string, ItemDays>, row: WorkingRow, day: DayNumber, why: string): true {
  settleFinding(row, 'badDate', 'reread', `“${row.raw.date}” is read as ${isoDay(day)}${why}.`);
  placeOnDay(byItem, row, day);
  return true;
}

function fillOnlyHole({ row, candidates }: OpenRow, byItem: Map<string, ItemDays>): boolean {
  const free = freeDays(byItem, row.item, candidates);
  if (free.length !== 1) return false;
  return dateRow(byItem, row, free[0].day, candidates.length === 1 ? '' : ', the day that the item lacks');
}

function takeUsualOrder(
  { row, candidates }: OpenRow,
  order: DateCandidate['order'] | undefined,
  byItem: Map<string, ItemDays>,
): boolean {
  const usual = freeDays(byItem, row.item, candidates).find((candidate) => candidate.order === order);
  return usual !== undefined && dateRow(byItem, row, usual.day, ', in the order that the column uses');
}

/** Where every reading is taken: a copy of the row that is there, if it says the same and that is not mere chance. */
function joinCopy({ row, candidates }: OpenRow, byItem: Map<string, ItemDays>): boolean {
  const days = row.item === null ? undefined : byItem.get(row.item);
  const quantity = row.quantity ?? 0;
  if (days === undefined || quantity <= 0 || freeDays(byItem, row.item, candidates).length > 0) return false;
  if (days.calendar.kind !== 'sparse' && candidates.length > 1) return false;
  const copy = candidates.find(({ day }) => days.taken.get(day)?.some((other) => other.quantity === quantity));
  return copy !== undefined && dateRow(byItem, row, copy.day, '');
}
