import { forecastItem, type ForecastedItem, runForecastTask } from '../../src/forecasting/index';
import { average, total } from './public-series';

const options = { periods: 12, seasonLength: 12 };
const forecast = (history: (number | null)[], periods = 12): ForecastedItem =>
  runForecastTask({ input: { item: 'A', history }, options: { periods, seasonLength: 12 } });

/** Every number of a forecast is finite, no quantity is negative, and the interval encloses the forecast. */
function expectSane(result: ForecastedItem): void {
  expect(result.forecast).toHaveLength(12);
  result.forecast.forEach((value, h) => {
    for (const quantity of [value, result.lower95[h], result.upper95[h], result.cumulative.deviation[h]]) {
      expect(Number.isFinite(quantity)).toBe(true);
      expect(quantity).toBeGreaterThanOrEqual(0);
    }
    expect(result.upper95[h]).toBeGreaterThanOrEqual(result.lower95[h]);
  });
  expect(JSON.stringify(result)).toBe(JSON.stringify(JSON.parse(JSON.stringify(result))));
}

const wave = (t: number): number => 100 + t + 30 * Math.sin((2 * Math.PI * t) / 12);

describe('difficult histories give a sane forecast or a reason', () => {
  test.each<[string, number[]]>([
    ['one point', [7]],
    ['two points', [7, 9]],
    ['three points', [7, 9, 8]],
    ['four points', [7, 9, 8, 10]],
    ['five points', [7, 9, 8, 10, 9]],
  ])('%s', (_, history) => {
    const result = forecast(history);
    expectSane(result);
    expect(result.failed).toBeNull();
    result.forecast.slice(0, 3).forEach((value) => {
      expect(value).toBeGreaterThan(5);
      expect(value).toBeLessThan(13);
    });
  });

  test('no points, or nothing but missing ones, is listed with a reason', () => {
    for (const history of [[], [null, NaN, Infinity], [-1, -2]]) {
      const result = forecast(history);
      expectSane(result);
      expect(result.failed).toBe('The history has no usable quantity.');
    }
  });

  test('all zero stays zero', () => {
    const result = forecast(new Array<number>(40).fill(0));
    expectSane(result);
    expect(result.class).toBe('noDemand');
    expect(total(result.forecast) + total(result.upper95)).toBe(0);
  });

  test('a constant stays constant, without an interval', () => {
    const result = forecast(new Array<number>(40).fill(5));
    expectSane(result);
    result.forecast.forEach((value) => expect(value).toBeCloseTo(5, 3));
    expect(result.upper95[11] - result.lower95[11]).toBeLessThan(0.05);
  });

  test('missing and negative quantities are bridged and noted, not taken for zero', () => {
    const history = Array.from({ length: 48 }, (_, t) => (t % 11 === 5 ? null : t % 13 === 7 ? -wave(t) : wave(t)));
    const result = forecast([...history.slice(0, 47), NaN]);
    expectSane(result);
    expect(result.notes.join(' ')).toMatch(/missing quantities are bridged.*negative quantities/);
    expect(average(result.forecast)).toBeGreaterThan(130);
    expect(average(result.forecast)).toBeLessThan(175);
  });

  test.each([1e-9, 1e9, 1e140])('the unit does not matter: quantities times %p', (factor) => {
    const plain = forecast(Array.from({ length: 48 }, (_, t) => wave(t)));
    const scaled = forecast(Array.from({ length: 48 }, (_, t) => wave(t) * factor));
    expectSane(scaled);
    scaled.forecast.forEach((value, h) => expect(value / factor / plain.forecast[h]).toBeCloseTo(1, 3));
  });

  test('numbers too large to be quantities are missing', () => {
    const result = forecast([1e308, 1.5e308, 12, 10, 11, 12, 1.1e308]);
    expectSane(result);
    expect(average(result.forecast)).toBeLessThan(13);
    expect(forecast([1e308, 1e308]).failed).toBe('The history has no usable quantity.');
  });

  test('a block of zeros before the launch is left out', () => {
    const sold = Array.from({ length: 24 }, (_, t) => 50 + (t % 3));
    const result = forecast([...new Array<number>(36).fill(0), ...sold]);
    expectSane(result);
    expect(result.class).toBe('smooth');
    result.forecast.forEach((value) => expect(Math.abs(value - 51)).toBeLessThan(2));
    expect(result.parts?.history.trend.slice(0, 36)).toEqual(new Array(36).fill(null));
  });

  test('an outlier 30 years ago changes nothing', () => {
    const history = Array.from({ length: 360 }, (_, t) => 100 + 10 * Math.sin(t));
    const clean = forecast(history);
    history[2] = 1e7;
    const result = forecast(history);
    expect(result.forecast).toEqual(clean.forecast);
  });
});

test('demand with gaps is averaged from SES, SBA and TSB, other demand from Theta, DOTM and ETS', () => {
  const gaps = forecast(Array.from({ length: 36 }, (_, t) => (t % 3 === 0 ? 2 : 0)));
  expect([gaps.method, gaps.class, gaps.distribution]).toEqual(['ses+sba+tsb', 'intermittent', 'negativeBinomial']);
  expect(gaps.upper95.every(Number.isInteger)).toBe(true);
  const regular = forecast(Array.from({ length: 48 }, (_, t) => wave(t)));
  expect([regular.method, regular.class, regular.distribution]).toEqual(['theta+dotm+ets', 'seasonal', 'normal']);
  const lumpy = forecast(Array.from({ length: 40 }, (_, t) => (t % 4 === 0 ? (t % 8 === 0 ? 90 : 1) : 0)));
  expect(lumpy.class).toBe('lumpy');
});

test('trend, season and event parts add up to the forecast', () => {
  const promotion = Array.from({ length: 60 }, (_, t) => ([5, 20, 34, 50].includes(t) ? 1 : 0));
  const history = Array.from({ length: 48 }, (_, t) => wave(t) * (1 + 0.5 * promotion[t]));
  const result = forecastItem({ item: 'A', history, events: [{ name: 'Promotion', values: promotion }] }, options);
  const parts = result.parts?.forecast;
  result.forecast.forEach((value, h) => {
    const sum = Number(parts?.trend[h]) + Number(parts?.season[h]) + Number(parts?.event[h]);
    expect(sum).toBeCloseTo(value, 6);
  });
  expect(Number(parts?.event[2])).toBeGreaterThan(0.35 * wave(50));
  expect(parts?.event[3]).toBe(0);
});

test('the forecast is not rounded, and the same item has the same intervals whoever computes it', () => {
  const history = Array.from({ length: 30 }, (_, t) => 3 + ((t * 7) % 5));
  const first = forecast(history);
  expect(first.forecast.some((value) => !Number.isInteger(value))).toBe(true);
  expect(forecast(history)).toEqual(first);
});

test('the sum over periods is less uncertain than its periods one by one, and more than one period', () => {
  const history = Array.from({ length: 60 }, (_, t) => 100 + 15 * Math.sin(t * t));
  const { deviation, cumulative } = forecast(history);
  expect(cumulative.deviation[5]).toBeGreaterThan(deviation[0]);
  expect(cumulative.deviation[5]).toBeLessThan(total(deviation.slice(0, 6)));
});
