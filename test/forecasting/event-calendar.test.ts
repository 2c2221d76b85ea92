import { dayFromIso, eventDays, eventRegressors, isoDay } from '../../src/forecasting/index';

const days = (rule: string | number): string[] | null => eventDays(rule, 2024, 2025)?.map(isoDay) ?? null;
const starts = (...texts: string[]): number[] => texts.map((text) => dayFromIso(text) ?? NaN);

test.each([
  ['Black Friday', ['2024-11-29', '2025-11-28']],
  ['cyber monday', ['2024-12-02', '2025-12-01']],
  ['Easter', ['2024-03-31', '2025-04-20']],
  ['Easter + 1', ['2024-04-01', '2025-04-21']],
  ['Easter-2', ['2024-03-29', '2025-04-18']],
  ['12-24', ['2024-12-24', '2025-12-24']],
  ['02-29', ['2024-02-29']],
  ['2025-06-07', ['2025-06-07']],
  ['7 Jun 2025', ['2025-06-07']],
  ['2025-06-07 to 2025-06-09', ['2025-06-07', '2025-06-08', '2025-06-09']],
  [45815, ['2025-06-07']],
] as const)('reads the rule %p', (rule, expected) => {
  expect(days(rule)).toEqual(expected);
});

test('a rule that means nothing is told apart from one without days', () => {
  for (const rule of ['', 'every full moon', '13-40', '2025-06-09 to 2025-06-07', -4]) expect(days(rule)).toBeNull();
});

test('spreads the days of an event over the periods they fall in, by name and item', () => {
  const months = starts('2025-03-01', '2025-04-01', '2025-05-01');
  const found = eventRegressors(
    [
      { name: 'Sale', rule: '2025-03-30 to 2025-04-02', item: null, effect: null },
      { name: 'Sale', rule: '2025-04-20', item: null, effect: null },
      { name: 'Fair', rule: '2025-05-05', item: 'sku 1', effect: 0.2 },
      { name: 'Other', rule: '2025-05-05', item: 'SKU-2', effect: 0.2 },
      { name: 'Past', rule: '2019-05-05', item: null, effect: null },
    ],
    'SKU-1',
    months,
    'month',
  );
  expect(found).toEqual([
    { name: 'Sale', values: [2 / 3, 1, 0] },
    { name: 'Fair', values: [0, 0, 1], effect: 0.2 },
  ]);
});
