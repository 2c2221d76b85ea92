import { isoDay, type DayNumber } from '../calendar-day';
import { dateHabits, type DateHabits } from './date-formats';
import { closedDays, itemCalendar, type ItemCalendar, type Span } from './history-calendar';
import { plausibleSpan } from './plausible-span';
import { readDate, type DateCandidate, type DateReading } from './read-date';
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

/**
 * Gives every row its day. A date in a house format is trusted. Any other is read to all days it may mean, and gets the one that fills a
 * hole in its item's calendar; where several do, the order of parts that the column proves decides. What is still open stays undated.
 */
export function resolveDates(rows: readonly WorkingRow[]): ResolvedDates {
  const readings = rows.map((row) => readDate(row.raw.date));
  const habits = dateHabits(readings);
  const trusted = rows.map((_, index) => trustedDay(readings[index], habits));
  const span = plausibleSpan(trusted.filter((day) => day !== null));
  const undated: UndatedRow[] = [];
  const open: { row: WorkingRow; candidates: DateCandidate[]; reading: DateReading }[] = [];
  const placeholders = placeholderTexts(rows, readings, habits);

  rows.forEach((row, index) => {
    const reading = readings[index];
    if (reading.kind === 'missing') {
      addFinding(row, 'missingDate', 'quarantined', 'The row has no date.');
      undated.push({ row, allowed: null });
    } else if (reading.kind === 'unreadable') {
      addFinding(row, 'badDate', 'quarantined', `“${row.raw.date}” is no date.`);
      undated.push({ row, allowed: null });
    } else if (reading.kind === 'impossible') {
      addFinding(row, 'impossibleDate', 'quarantined', `No calendar has the day ${row.raw.date}.`);
      const candidates = withinSpan(reading.candidates, span);
      undated.push({ row, allowed: candidates.length > 0 ? candidates.map(({ day }) => day) : null });
    } else {
      const day = trusted[index];
      const candidates = withinSpan(reading.candidates, span);
      if (candidates.length === 0 || (day !== null && !candidates.some((candidate) => candidate.day === day))) {
        const text = isoDay(day ?? reading.candidates[0].day);
        addFinding(row, 'impossibleDate', 'quarantined', `${text} lies far outside the time that the history covers.`);
        undated.push({ row, allowed: null });
      } else if (day !== null) {
        row.day = day;
      } else if (placeholders.has(row.raw.date)) {
        addFinding(
          row,
          'badDate',
          'quarantined',
          `“${row.raw.date}” stands on several rows of one item: a placeholder, not a date.`,
        );
        undated.push({ row, allowed: null });
      } else {
        open.push({ row, candidates, reading });
      }
    }
  });

  const byItem = calendars(rows, span ?? { first: 0, last: 0 });
  // Rows with one reading first: each hole they fill leaves fewer for the ambiguous ones.
  open.sort((a, b) => a.candidates.length - b.candidates.length || a.row.raw.row - b.row.raw.row);
  let waiting = open;
  for (let changed = true; changed;) {
    changed = false;
    const later: typeof open = [];
    for (const entry of waiting) {
      if (chooseDay(entry.row, entry.candidates, entry.reading, habits, byItem, false)) changed = true;
      else later.push(entry);
    }
    waiting = later;
  }
  for (const { row, candidates, reading } of waiting) {
    if (chooseDay(row, candidates, reading, habits, byItem, true)) continue;
    const free = row.item === null ? [] : freeDays(byItem, row.item, candidates);
    const reason =
      free.length > 1
        ? `“${row.raw.date}” can mean ${free.map(({ day }) => isoDay(day)).join(' or ')}.`
        : `“${row.raw.date}” means ${candidates.map(({ day }) => isoDay(day)).join(' or ')}, which the item does not lack.`;
    addFinding(row, 'badDate', 'quarantined', reason);
    undated.push({ row, allowed: free.length > 1 ? free.map(({ day }) => day) : null });
  }
  return { byItem, undated };
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
  item: string,
  candidates: readonly DateCandidate[],
): DateCandidate[] {
  const days = byItem.get(item);
  if (days === undefined) return [];
  const free = candidates.filter(({ day }) => !days.taken.has(day));
  const holes = free.filter(({ day }) => days.expected.has(day));
  if (holes.length > 0 || days.calendar.kind === 'sparse') return holes.length > 0 ? holes : free;
  const { days: expected } = days.calendar;
  return free.filter(({ day }) => day < expected[0] || day > expected[expected.length - 1]);
}

/** Puts a row on a day and makes the day part of its item's calendar. */
export function placeOnDay(byItem: Map<string, ItemDays>, row: WorkingRow, day: DayNumber): void {
  row.day = day;
  const days = row.item === null ? undefined : byItem.get(row.item);
  if (days) take(days.taken, day, row);
}

function chooseDay(
  row: WorkingRow,
  candidates: readonly DateCandidate[],
  reading: DateReading,
  habits: DateHabits,
  byItem: Map<string, ItemDays>,
  byOrder: boolean,
): boolean {
  if (reading.kind !== 'candidates' || row.item === null) return false;
  const days = byItem.get(row.item);
  const free = freeDays(byItem, row.item, candidates);
  const order = habits.orders.get(reading.format);
  const chosen =
    free.length === 1
      ? free[0]
      : byOrder && free.length > 1
        ? free.find((candidate) => candidate.order === order)
        : undefined;
  if (chosen) {
    const why =
      candidates.length === 1
        ? ''
        : free.length === 1
          ? ', the day that the item lacks'
          : ', in the order that the column uses';
    settleFinding(row, 'badDate', 'reread', `“${row.raw.date}” is read as ${isoDay(chosen.day)}${why}.`);
    placeOnDay(byItem, row, chosen.day);
    return true;
  }
  if (!byOrder || days === undefined || free.length > 1) return false;
  // Every reading is taken: a copy of the row that is there, if it says the same and that is not mere chance.
  const copy = candidates.find(({ day }) =>
    days.taken.get(day)?.some((other) => other.quantity === row.quantity && row.quantity !== null && row.quantity > 0),
  );
  if (!copy || (days.calendar.kind !== 'sparse' && candidates.length > 1)) return false;
  settleFinding(row, 'badDate', 'reread', `“${row.raw.date}” is read as ${isoDay(copy.day)}.`);
  placeOnDay(byItem, row, copy.day);
  return true;
}
