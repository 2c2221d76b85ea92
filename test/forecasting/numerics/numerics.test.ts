import {
  fTail,
  incompleteBeta,
  logGamma,
  negativeBinomialQuantile,
} from '../../../src/forecasting/numerics/distributions';
import { minimise } from '../../../src/forecasting/numerics/minimise';
import { normalDeviate, seededRandom, seedOf } from '../../../src/forecasting/numerics/random';

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

test('finds the bottom of a curved valley, and the wall of the box', () => {
  const valley = ([x, y]: readonly number[]): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const box = { start: [-1, 1], lower: [-5, -5], upper: [5, 5] };
  const { point } = minimise(valley, box, 2000, 1e-12);
  expect(point[0]).toBeCloseTo(1, 3);
  expect(point[1]).toBeCloseTo(1, 3);
  expect(minimise(([x]) => x, { start: [0.5], lower: [0.2], upper: [1] }).point[0]).toBeCloseTo(0.2, 6);
});

test('random numbers depend on the seed alone and have the right moments', () => {
  const draw = (seed: number): number[] => Array.from({ length: 3 }, seededRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(seedOf('SKU-001')).not.toBe(seedOf('SKU-002'));
  const random = seededRandom(7);
  const normal = Array.from({ length: 20000 }, () => normalDeviate(random));
  const mean = normal.reduce((sum, value) => sum + value, 0) / normal.length;
  const variance = normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normal.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
});
