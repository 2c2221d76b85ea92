import { fitPair } from '../../../src/forecasting/numerics/least-squares-pair';
import {
  fTail,
  incompleteBeta,
  logGamma,
  negativeBinomialQuantile,
  negativeBinomialQuantiles,
} from '../../../src/forecasting/numerics/distributions';
import { minimise } from '../../../src/forecasting/numerics/minimise';
import { minimiseOnInterval } from '../../../src/forecasting/numerics/minimise-on-interval';

test('log gamma and the incomplete beta function at known points', () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 12);
  expect(incompleteBeta(0.5, 2, 3)).toBeCloseTo(0.6875, 12);
});

test('the F distribution of the tables: 5 % and 1 % points', () => {
  expect(fTail(2.7109, 5, 20)).toBeCloseTo(0.05, 4);
  expect(fTail(4.1027, 5, 20)).toBeCloseTo(0.01, 4);
  expect(fTail(0, 5, 20)).toBe(1);
});

test('quantiles of the negative binomial, and its Poisson limit', () => {
  // r = 1 is geometric: P(X <= k) = 1 − (1 − p)^(k + 1), p = 0.25 at mean 3 and variance 12.
  expect(negativeBinomialQuantile(0.95, 3, 12)).toBe(Math.ceil(Math.log(0.05) / Math.log(0.75)) - 1);
  expect(negativeBinomialQuantile(0.95, 2, 2)).toBe(5);
  expect(negativeBinomialQuantile(0.5, 0.1, 0.1)).toBe(0);
  expect(negativeBinomialQuantile(0.95, 0, 3)).toBe(0);
});

test.each([
  [0.2, 0.2],
  [3, 12],
  [40, 41],
  [900, 5000],
  [30_000, 60_000],
])('a table of quantiles says what the search says: mean %p, variance %p', (mean, variance) => {
  const table = negativeBinomialQuantiles(mean, variance);
  for (const probability of [0.001, 0.1, 0.5, 0.9, 0.975, 0.999, 0.99999]) {
    expect(table(probability)).toBe(negativeBinomialQuantile(probability, mean, variance));
  }
});

test('finds the bottom of a curved valley, and the wall of the box', () => {
  const valley = ([x, y]: readonly number[]): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const box = { start: [-1, 1], lower: [-5, -5], upper: [5, 5] };
  const { point } = minimise(valley, box, 2000, 1e-12);
  expect(point[0]).toBeCloseTo(1, 3);
  expect(point[1]).toBeCloseTo(1, 3);
  expect(minimise(([x]) => x, { start: [0.5], lower: [0.2], upper: [1] }).point[0]).toBeCloseTo(0.2, 6);
});

test('finds the lower of two valleys on an interval, and its ends', () => {
  const valleys = (x: number): number => Math.min((x - 0.2) ** 2 + 0.1, (x - 0.8) ** 2);
  expect(minimiseOnInterval(valleys, 0, 1).at).toBeCloseTo(0.8, 3);
  expect(minimiseOnInterval((x) => x, 0.1, 0.9).at).toBeCloseTo(0.1, 3);
  expect(minimiseOnInterval((x) => -x, 0.1, 0.9).at).toBeCloseTo(0.9, 3);
});

describe('a pair of linear parameters', () => {
  const p = [1, 1, 1, 1];
  const q = [0, 1, 2, 3];
  const sums = (u: readonly number[]) => {
    const dot = (a: readonly number[], b: readonly number[]): number =>
      a.reduce((sum, value, t) => sum + value * b[t], 0);
    return { uu: dot(u, u), up: dot(u, p), uq: dot(u, q), pp: dot(p, p), pq: dot(p, q), qq: dot(q, q) };
  };
  const line = sums([1, 3, 5, 7]);

  test('is the regression where nothing limits it', () => {
    const { first, second, squares } = fitPair(line, [-10, 10], [-10, 10]);
    expect([first, second]).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
    expect(squares).toBeCloseTo(0, 10);
  });

  test('is the best point of the box where it does', () => {
    // With a slope of at most 1 the best level is the mean of 1, 2, 3, 4.
    expect(fitPair(line, [-10, 10], [0, 1])).toEqual({ first: 2.5, second: 1, squares: expect.closeTo(5, 10) });
    const { first, second } = fitPair(line, [3, 10], [-10, 10]);
    expect([first, second]).toEqual([3, expect.closeTo((34 - 18) / 14, 10)]);
  });

  test('ignores a column of zeros', () => {
    const without = { ...line, uq: 0, pq: 0, qq: 0 };
    expect(fitPair(without, [-10, 10], [0, 0])).toEqual({ first: 4, second: 0, squares: expect.closeTo(20, 10) });
  });
});
