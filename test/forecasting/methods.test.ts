import { methodRegistry, type Method } from '../../src/forecasting/index';
import { publicData, referenceForecasts } from './public-series';
import { findSeason } from '../../src/forecasting/index';

function method(id: string): Method {
  const entry = methodRegistry.find((candidate) => candidate.method.id === id);
  if (!entry) throw new Error(`No method ${id}`);
  return entry.method;
}

const line = Array.from({ length: 40 }, (_, t) => 10 + 2 * t);

test('every method has its own name, a source with a year, and one fitted value per point', () => {
  const names = methodRegistry.map((entry) => entry.method.id);
  expect(new Set(names).size).toBe(names.length);
  for (const { method: each } of methodRegistry) {
    expect(each.source).toMatch(/\b(19|20)\d\d\b/);
    for (const series of [line, line.slice(0, each.minimumPoints)]) {
      const { fitted, future } = each.forecast(series, 5, 12);
      expect(fitted).toHaveLength(series.length);
      expect(future).toHaveLength(5);
      expect(future.every(Number.isFinite)).toBe(true);
    }
  }
});

test('the simple baselines are what their names say', () => {
  const series = [1, 2, 3, 4, 5, 6];
  expect(method('naive').forecast(series, 2, 4).future).toEqual([6, 6]);
  expect(method('seasonalNaive').forecast(series, 5, 4).future).toEqual([3, 4, 5, 6, 3]);
  expect(method('mean').forecast(series, 1, 4).future).toEqual([3.5]);
});

test('a straight line is continued by ETS and Holt-Winters, and the dynamic theta model; theta goes on at half its slope', () => {
  const next = (id: string): number[] => method(id).forecast(line, 3, 1).future;
  next('ets').forEach((value, h) => expect(value).toBeCloseTo(90 + 2 * h, 1));
  next('forecastEts').forEach((value, h) => expect(value).toBeCloseTo(90 + 2 * h, 1));
  next('dotm').forEach((value, h) => expect(Math.abs(value - (90 + 2 * h))).toBeLessThan(1));
  const [first, second] = next('theta');
  expect(second - first).toBeCloseTo(1, 6);
});

test('Holt-Winters repeats an additive season with a trend', () => {
  const value = (t: number): number => 100 + t + 20 * Math.sin((2 * Math.PI * t) / 12);
  const series = Array.from({ length: 60 }, (_, t) => value(t));
  method('forecastEts')
    .forecast(series, 12, 12)
    .future.forEach((forecast, h) => expect(Math.abs(forecast - value(60 + h))).toBeLessThan(2));
});

test('the rate of steady intermittent demand is its size over its interval, less the correction for bias', () => {
  const series = Array.from({ length: 60 }, (_, t) => (t % 3 === 2 ? 6 : 0));
  const [sba] = method('sba').forecast(series, 1, 1).future;
  expect(sba).toBeGreaterThan(2 * 0.85);
  expect(sba).toBeLessThan(2);
  expect(method('tsb').forecast(series, 1, 1).future[0]).toBeCloseTo(2, 0);
});

test('a part that dies out falls in TSB and not in SBA', () => {
  const dying = [...Array.from({ length: 30 }, (_, t) => (t % 2 ? 5 : 0)), ...new Array<number>(20).fill(0)];
  const [tsb] = method('tsb').forecast(dying, 1, 1).future;
  const [sba] = method('sba').forecast(dying, 1, 1).future;
  expect(tsb).toBeLessThan(0.2 * sba);
});

test('theta agrees with the reference implementation in R on series without a season', () => {
  const { series, h } = publicData('m3_monthly_300');
  const reference = referenceForecasts('m3', 'thetaf');
  const differences: number[] = [];
  for (const { id, x } of series) {
    const theirs = reference.get(id);
    // Where R found no season either, its forecast is a straight line.
    if (!theirs || findSeason(x, 12)) continue;
    const bends = theirs.slice(2).map((value, k) => Math.abs(value - 2 * theirs[k + 1] + theirs[k]));
    if (Math.max(...bends) > 0.002 * Math.abs(theirs[0]) + 0.002) continue;
    const ours = method('theta').forecast(x, h, 12).future;
    differences.push(Math.abs(ours[h - 1] / theirs[h - 1] - 1));
  }
  differences.sort((a, b) => a - b);
  expect(differences.length).toBeGreaterThan(50);
  expect(differences[Math.floor(differences.length / 2)]).toBeLessThan(0.002);
  expect(differences[Math.floor(differences.length * 0.9)]).toBeLessThan(0.02);
});
