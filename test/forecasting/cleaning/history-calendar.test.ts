import { dayNumber, isoDay, weekday } from '../../../src/forecasting/calendar-day';
import { closedDays, itemCalendar } from '../../../src/forecasting/cleaning/history-calendar';
import { plausibleSpan } from '../../../src/forecasting/cleaning/plausible-span';

const first = dayNumber(2024, 1, 1);
const span = { first, last: first + 365 };
const everyDay = Array.from({ length: 366 }, (_, index) => first + index);
const none = new Set<number>();

test('sees the holes of a daily history, those at its ends as well', () => {
  const observed = new Set(everyDay.filter((day) => day !== first && day !== first + 100));
  const calendar = itemCalendar(observed, span, none);
  expect(calendar.kind).toBe('daily');
  expect(calendar.days.filter((day) => !observed.has(day))).toEqual([first, first + 100]);
});

test('does not miss Saturdays in a history of business days', () => {
  const observed = new Set(everyDay.filter((day) => weekday(day) < 5 && day !== first + 100));
  const calendar = itemCalendar(observed, span, none);
  expect(calendar.kind).toBe('businessDays');
  expect(calendar.days.filter((day) => !observed.has(day))).toEqual([first + 100]);
});

test('does not miss a day on which nobody had a row', () => {
  const observed = new Set(everyDay.filter((day) => day !== first + 100));
  const closed = closedDays([observed, observed, observed], span);
  expect(itemCalendar(observed, span, closed).days).toHaveLength(365);
});

test('recognises weeks, months and single orders', () => {
  const weekly = new Set(everyDay.filter((day) => weekday(day) === 0 && day !== first + 70));
  expect(itemCalendar(weekly, span, none)).toMatchObject({ kind: 'weekly' });
  expect(itemCalendar(weekly, span, none).days).toContain(first + 70);
  const monthly = new Set([1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12].map((month) => dayNumber(2024, month, 1)));
  expect(itemCalendar(monthly, span, none).days.map(isoDay)).toContain('2024-05-01');
  expect(itemCalendar(monthly, span, none).kind).toBe('monthly');
  const orders = new Set([3, 17, 18, 60, 91, 140, 200, 222, 300].map((day) => first + day));
  expect(itemCalendar(orders, span, none)).toMatchObject({ kind: 'sparse', days: [...orders] });
});

test('leaves stray dates out of the span of the history', () => {
  const strays = [dayNumber(1900, 1, 1), dayNumber(2099, 1, 1), dayNumber(2099, 1, 2)];
  expect(plausibleSpan([...everyDay, ...strays])).toEqual(span);
  expect(plausibleSpan([])).toBeNull();
});
