import {
  blackFriday,
  civilDate,
  dayFromExcelSerial,
  dayFromIso,
  dayNumber,
  dayNumberIfReal,
  easterSunday,
  excelSerial,
  isoDay,
  weekday,
} from '../../src/forecasting/calendar-day';

test('counts days like the proleptic Gregorian calendar of Date.UTC', () => {
  for (let day = -200_000; day < 200_000; day += 997) {
    const date = new Date(day * 86_400_000);
    expect(civilDate(day)).toEqual({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    });
    expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
    expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7);
  }
});

test('knows the days that no calendar has', () => {
  expect(dayNumberIfReal(2025, 2, 29)).toBeNull();
  expect(dayNumberIfReal(2024, 2, 29)).not.toBeNull();
  expect(dayNumberIfReal(2024, 13, 1)).toBeNull();
  expect(dayFromIso('2024-02-30')).toBeNull();
});

test("reads Excel's serial numbers on both sides of its 29 February 1900", () => {
  expect(isoDay(dayFromExcelSerial(1))).toBe('1900-01-01');
  expect(isoDay(dayFromExcelSerial(61))).toBe('1900-03-01');
  expect(isoDay(dayFromExcelSerial(45292.75))).toBe('2024-01-01');
  expect(excelSerial(dayNumber(2024, 1, 1))).toBe(45292);
});

test('finds the movable days', () => {
  expect([2023, 2024, 2025, 2026].map((year) => isoDay(blackFriday(year)))).toEqual([
    '2023-11-24',
    '2024-11-29',
    '2025-11-28',
    '2026-11-27',
  ]);
  expect([2000, 2024, 2025, 2038].map((year) => isoDay(easterSunday(year)))).toEqual([
    '2000-04-23',
    '2024-03-31',
    '2025-04-20',
    '2038-04-25',
  ]);
});
