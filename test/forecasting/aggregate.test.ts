import { aggregate, bucketStart, followingPeriods, spanOf } from '../../src/forecasting/aggregate';
import { dayFromIso, dayNumber, isoDay, weekday } from '../../src/forecasting/calendar-day';
import type { CleanedHistory, HistoryCalendar } from '../../src/forecasting/cleaning/history';

function day(text: string): number {
  return dayFromIso(text) ?? NaN;
}

function historyOf(
  calendar: HistoryCalendar,
  days: number[],
  quantityOf: (day: number) => number = () => 1,
): CleanedHistory {
  return {
    item: 'Tea',
    calendar,
    unit: 1,
    days,
    quantities: days.map(quantityOf),
    rows: days.map((_, index) => index + 1),
    imputed: days.map(() => false),
  };
}

function everyDay(from: string, to: string): number[] {
  return Array.from({ length: day(to) - day(from) + 1 }, (_, index) => day(from) + index);
}

test('drops a month that the history covers only in part, at both ends', () => {
  const result = aggregate(historyOf('daily', everyDay('2024-01-02', '2024-04-29')), 'month');
  expect(result).toEqual({ item: 'Tea', periods: ['2024-02-01', '2024-03-01'], quantities: [29, 31] });
});

test('keeps months that are covered to the day', () => {
  const result = aggregate(historyOf('daily', everyDay('2024-01-01', '2024-03-31')), 'month');
  expect(result.quantities).toEqual([31, 29, 31]);
});

test('has weeks start on Monday, across the turn of the year', () => {
  const result = aggregate(historyOf('daily', everyDay('2023-12-20', '2024-01-21')), 'week');
  expect(result.periods).toEqual(['2023-12-25', '2024-01-01', '2024-01-08', '2024-01-15']);
  expect(result.quantities).toEqual([7, 7, 7, 7]);
  expect(isoDay(bucketStart(day('2024-01-07'), 'week'))).toBe('2024-01-01');
});

test('gives the days themselves', () => {
  const days = everyDay('2024-01-01', '2024-01-05');
  expect(
    aggregate(
      historyOf('daily', days, (each) => each - days[0]),
      'day',
    ).quantities,
  ).toEqual([0, 1, 2, 3, 4]);
});

test('makes missing days up pro rata, and a month without any from its neighbours', () => {
  const days = everyDay('2024-01-01', '2024-04-30');
  const missingHalf = historyOf('daily', days, (each) =>
    each >= day('2024-03-01') && each < day('2024-03-12') ? NaN : 10,
  );
  expect(aggregate(missingHalf, 'month').quantities[2]).toBeCloseTo(310, 10);
  const missingAll = historyOf('daily', days, (each) => (isoDay(each).startsWith('2024-03') ? NaN : 10));
  expect(aggregate(missingAll, 'month').quantities[2]).toBeCloseTo((290 + 300) / 2, 10);
});

test('does not miss the Saturday on which a month of business days begins', () => {
  // 1 June 2024 is a Saturday, 30 June a Sunday.
  const days = everyDay('2024-05-15', '2024-06-28').filter((each) => weekday(each) < 5);
  expect(aggregate(historyOf('businessDays', days), 'month')).toMatchObject({
    periods: ['2024-06-01'],
    quantities: [20],
  });
});

test('spreads weeks over the months that they touch', () => {
  const mondays = everyDay('2024-01-01', '2024-03-25').filter((each) => weekday(each) === 0);
  const result = aggregate(
    historyOf('weekly', mondays, () => 7),
    'month',
  );
  expect(result.periods).toEqual(['2024-01-01', '2024-02-01', '2024-03-01']);
  result.quantities.forEach((quantity, index) => expect(quantity).toBeCloseTo([31, 29, 31][index], 9));
});

test('takes a monthly history as it is, and spreads it over weeks', () => {
  const days = [1, 2, 3].map((month) => dayNumber(2024, month, 1));
  const monthly = historyOf('monthly', days, (each) => (each === days[1] ? 58 : 31));
  expect(aggregate(monthly, 'month').quantities).toEqual([31, 58, 31].map((quantity) => expect.closeTo(quantity, 9)));
  expect(aggregate(monthly, 'week').quantities.slice(4, 7)).toEqual(
    [3 + 4 * 2, 14, 14].map((each) => expect.closeTo(each, 9)),
  );
});

test('counts a month without orders as zero, to the end of the whole history', () => {
  const orders = historyOf('sparse', [day('2024-02-10'), day('2024-04-20')], () => 5);
  const span = { first: day('2024-01-01'), last: day('2024-06-30') };
  expect(aggregate(orders, 'month', span)).toEqual({
    item: 'Tea',
    periods: ['2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01'],
    quantities: [5, 0, 5, 0, 0],
  });
});

test('keeps the total of all whole buckets', () => {
  const days = everyDay('2023-01-01', '2025-12-31');
  const history = historyOf('daily', days, (each) => (each * 37) % 101);
  const total = history.quantities.reduce((sum, quantity) => sum + quantity, 0);
  const months = aggregate(history, 'month').quantities;
  expect(months).toHaveLength(36);
  expect(months.reduce((sum, quantity) => sum + quantity, 0)).toBeCloseTo(total, 6);
});

test('gives nothing for nothing, and for less than one bucket', () => {
  expect(aggregate(historyOf('daily', []), 'month').periods).toEqual([]);
  expect(aggregate(historyOf('daily', everyDay('2024-01-05', '2024-01-20')), 'month').periods).toEqual([]);
});

test('names the periods that follow', () => {
  expect(followingPeriods(day('2024-11-01'), 'month', 3)).toEqual(['2024-12-01', '2025-01-01', '2025-02-01']);
  expect(followingPeriods(day('2024-12-23'), 'week', 2)).toEqual(['2024-12-30', '2025-01-06']);
});

test('spans all items', () => {
  const [a, b] = [historyOf('daily', everyDay('2024-01-05', '2024-02-01')), historyOf('sparse', [day('2023-12-31')])];
  expect(spanOf([a, b])).toEqual({ first: day('2023-12-31'), last: day('2024-02-01') });
});
