import { isoDay } from '../../../src/forecasting/calendar-day';
import { readDate } from '../../../src/forecasting/cleaning/read-date';

function daysMeant(value: string | number | null): string[] | string {
  const reading = readDate(value);
  return reading.kind === 'candidates' ? reading.candidates.map(({ day }) => isoDay(day)) : reading.kind;
}

test.each([
  ['2024-03-05', ['2024-03-05']],
  ['2024-03-05T00:00:00Z', ['2024-03-05']],
  ['2024-03-05 13:45', ['2024-03-05']],
  ['2024.03.05', ['2024-03-05']],
  ['2024/3/5', ['2024-03-05']],
  ['20240305', ['2024-03-05']],
  [20240305, ['2024-03-05']],
  ['45356', ['2024-03-05']],
  [45356, ['2024-03-05']],
  [45356.5, ['2024-03-05']],
  ['31/12/2024', ['2024-12-31']],
  ['12/31/2024', ['2024-12-31']],
  ['05/03/2024', ['2024-03-05', '2024-05-03']],
  ['05.03.2024', ['2024-03-05', '2024-05-03']],
  ['07-07-2024', ['2024-07-07']],
  ['05/03/24', ['2024-03-05', '2024-05-03', '2005-03-24']],
  ['5-Mar-2024', ['2024-03-05']],
  ['05 March 24', ['2024-03-05']],
  ['Mar 5, 2024', ['2024-03-05']],
  ['March 5th 2024', ['2024-03-05']],
  ['Dec 31st 23', ['2023-12-31']],
  ['Tuesday, March 5, 2024', ['2024-03-05']],
  ['5. März 2024', ['2024-03-05']],
  ['31.Dez.2024', ['2024-12-31']],
])('reads %p as %p', (value, expected) => {
  expect(daysMeant(value)).toEqual(expected);
});

test.each(['', '  ', 'n/a', 'NULL', '-', null])('takes %p for a missing date', (value) => {
  expect(daysMeant(value)).toBe('missing');
});

test.each(['2024-13-45', '2025-02-30', '31/31/2024', '30-Feb-2024', '20241345'])('takes %p for impossible', (value) => {
  expect(daysMeant(value)).toBe('impossible');
});

test.each(['soon', 'week 12', 'order 5'])('takes %p for no date', (value) => {
  expect(daysMeant(value)).toBe('unreadable');
});
