import { dayFromIso, isoDay } from '../../../src/forecasting/calendar-day';
import { recurringDeviation, sameDayInYear } from '../../../src/forecasting/cleaning/recurring-events';

function day(text: string): number {
  return dayFromIso(text) ?? NaN;
}

/** A history that deviates on the days given and on no other. */
function deviations(values: Record<string, number>): (day: number) => number {
  return (asked) => values[isoDay(asked)] ?? 0;
}

test('knows a day of another year by date, by Black Friday, by Easter and by weekday', () => {
  expect(sameDayInYear(day('2024-11-29'), 2023).map((same) => same && isoDay(same))).toEqual([
    '2023-11-29',
    '2023-11-24',
    null,
    null,
  ]);
  expect(sameDayInYear(day('2024-03-31'), 2025)[2]).toBe(day('2025-04-20'));
  expect(sameDayInYear(day('2024-05-12'), 2025)[3]).toBe(day('2025-05-11'));
});

test('takes what happens on the same day of every year for an event', () => {
  const on = deviations({ '2023-11-11': 3, '2024-11-11': 3.2, '2025-11-11': 2.9 });
  expect(recurringDeviation(day('2024-11-11'), [2023, 2024, 2025], 1, on)).toBeCloseTo(2.9);
});

test('does not take one other year for proof, save around Black Friday and Christmas', () => {
  const twice = deviations({ '2024-06-03': 2, '2025-06-03': 2 });
  expect(recurringDeviation(day('2025-06-03'), [2023, 2024, 2025], 1, twice)).toBe(0);
  expect(recurringDeviation(day('2025-06-03'), [2024, 2025], 1, twice)).toBe(0);
  const blackFridays = deviations({ '2024-11-29': 2, '2025-11-28': 2 });
  expect(recurringDeviation(day('2025-11-28'), [2024, 2025], 1, blackFridays)).toBe(2);
});

test('allows for a peak around Black Friday in the only year there is', () => {
  expect(recurringDeviation(day('2025-11-28'), [2025], 1, deviations({}))).toBeCloseTo(Math.log(2));
  expect(recurringDeviation(day('2025-06-03'), [2025], 1, deviations({}))).toBe(0);
});
