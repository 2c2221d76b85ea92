import { demandOverLeadTime, forecastItem, itemSafetyStock } from '../../src/forecasting/index';
import { cleanAnswer, forecastAnswer, safetyStockAnswer } from '../../src/functions/forecast-functions';
import type { ForecastAnswer } from '../../src/functions/forecast-functions';

const history = Array.from({ length: 40 }, (_, t) => 100 + t + 20 * Math.sin((2 * Math.PI * t) / 12) + (t % 3));
const expected = forecastItem({ item: '1', history }, { periods: 6, seasonLength: 12 });
const noPause = () => Promise.resolve();

function values(answer: ForecastAnswer): readonly (readonly (number | string)[])[] {
  if (answer.kind !== 'values') throw new Error(answer.message);
  return answer.values;
}

const message = (answer: ForecastAnswer): string => (answer.kind === 'wrongInput' ? answer.message : '');

describe('SOP.FORECAST', () => {
  test('forecasts a row into a row, a column into a column, and items line by line', async () => {
    expect(values(await forecastAnswer([history], 6, null, noPause))).toEqual([expected.forecast]);
    const column = history.map((value) => [value]);
    expect(values(await forecastAnswer(column, 6, null, noPause))).toEqual(expected.forecast.map((value) => [value]));
    let pauses = 0;
    const counted = () => Promise.resolve(void pauses++);
    const both = values(await forecastAnswer([history, history.map((value) => 2 * value)], [[6]], null, counted));
    expect(both).toHaveLength(2);
    both[1].forEach((value, h) => expect(Number(value) / Number(both[0][h])).toBeCloseTo(2, 6));
    expect(pauses).toBe(1);
  });

  test('gives the bounds of its interval, and another season, where asked', async () => {
    const upper = await forecastAnswer([history], 6, [['Output', 'upper95']], noPause);
    expect(values(upper)).toEqual([expected.upper95]);
    const flat = await forecastAnswer(
      [history],
      6,
      [
        ['season', 1],
        ['', ''],
      ],
      noPause,
    );
    expect(values(flat)).toEqual([forecastItem({ item: '1', history }, { periods: 6, seasonLength: 1 }).forecast]);
  });

  test('takes a blank cell for missing demand, and says which cell is no number', async () => {
    const gap = history.map((value, t) => (t === 20 ? '' : value));
    const known = history.map((value, t) => (t === 20 ? null : value));
    const options = { periods: 6, seasonLength: 12 };
    expect(values(await forecastAnswer([gap], 6, null, noPause))).toEqual([
      forecastItem({ item: '1', history: known }, options).forecast,
    ]);
    expect(message(await forecastAnswer([[1, 'two']], 6, null, noPause))).toContain('history, row 1, column 2: "two"');
    expect(message(await forecastAnswer([history], 0, null, noPause))).toContain('periods is no whole number');
    expect(message(await forecastAnswer([['', '']], 3, null, noPause))).toContain('no usable quantity');
    expect(message(await forecastAnswer([history], 3, [['speed', 1]], noPause))).toContain('"speed" is no option');
  });
});

describe('SOP.SAFETYSTOCK', () => {
  test("is the quantile of the forecast's own error over the lead time", async () => {
    const forecast = forecastItem({ item: '1', history }, { periods: 2, seasonLength: 12 });
    const demand = demandOverLeadTime(forecast, { periods: 1.5, deviation: 0.5 });
    const { safetyStock } = itemSafetyStock(demand, { measure: 'cycleServiceLevel', level: 0.98 });
    expect(values(await safetyStockAnswer([history], 0.98, 1.5, 0.5, null, noPause))).toEqual([[safetyStock]]);
  });

  test.each([
    [1.2, 1, 0, 'service_level'],
    [0.95, -1, 0, 'lead_time'],
    [0.95, 1, -1, 'lead_time_deviation'],
  ])('refuses a service level of %p, a lead time of %p ± %p', async (level, lead, deviation, name) => {
    expect(message(await safetyStockAnswer([history], level, lead, deviation, null, noPause))).toMatch(
      new RegExp(`^${name} `),
    );
  });
});

test('SOP.CLEAN gives one line per day, with dates as serial numbers and headings skipped', () => {
  const days = Array.from({ length: 30 }, (_, t): (string | number)[] => [
    45292 + t,
    'A-1',
    t === 12 ? 5000 : 90 + (t % 7),
  ]);
  days[4][2] = '';
  days[8][1] = 'a 1';
  const cleaned = values(cleanAnswer([['Day', 'Item', 'Units'], ...days]));
  expect(cleaned.map(([day]) => day)).toEqual(days.map(([day]) => day));
  expect(new Set(cleaned.map(([, item]) => item))).toEqual(new Set(['A-1']));
  expect(Number(cleaned[4][2])).toBeGreaterThan(80);
  expect(Number(cleaned[12][2])).toBeLessThan(110);
  expect(values(cleanAnswer(days.map(([day, , units]) => [day, units])))[0]).toEqual([45292, 90]);
  expect(message(cleanAnswer([[1]]))).toContain('history has 1 column.');
  expect(message(cleanAnswer(5))).toContain('history is no range');
});
