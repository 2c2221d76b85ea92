import {
  fillRateAt,
  itemSafetyStock,
  type DemandDistribution,
} from '../../../src/forecasting/safety-stock/item-safety-stock';
import { normalQuantile } from '../../../src/forecasting/safety-stock/normal-distribution';
import { serviceCurve } from '../../../src/forecasting/safety-stock/service-curve';

const normal: DemandDistribution = { kind: 'normal', mean: 5000, deviation: 700 };
/** The same distribution, known by its quantiles only. */
const byQuantiles: DemandDistribution = {
  kind: 'quantiles',
  mean: 5000,
  quantile: (probability) => 5000 + 700 * normalQuantile(probability),
};
/** Exponential demand of mean 100: -100·ln(1 - p). */
const exponential: DemandDistribution = {
  kind: 'quantiles',
  mean: 100,
  quantile: (probability) => -100 * Math.log(1 - probability),
};

test('gives the same stock for quantiles of a normal distribution as for the distribution', () => {
  for (const level of [0.8, 0.9, 0.975, 0.99]) {
    const cycle = { measure: 'cycleServiceLevel', level } as const;
    expect(itemSafetyStock(byQuantiles, cycle).safetyStock).toBeCloseTo(itemSafetyStock(normal, cycle).safetyStock, 6);
    expect(itemSafetyStock(byQuantiles, cycle).cycleServiceLevel).toBeCloseTo(level, 6);
    const fill = { measure: 'fillRate', level, lotSize: 3000 } as const;
    const [a, b] = [itemSafetyStock(byQuantiles, fill).safetyStock, itemSafetyStock(normal, fill).safetyStock];
    expect(Math.abs(a - b)).toBeLessThan(2);
  }
});

test('holds what a skewed distribution needs, not what its deviation says', () => {
  const { safetyStock, reorderPoint } = itemSafetyStock(exponential, { measure: 'cycleServiceLevel', level: 0.98 });
  expect(reorderPoint).toBeCloseTo(-100 * Math.log(0.02), 9);
  expect(safetyStock).toBeGreaterThan(100 * normalQuantile(0.98));
  // E[max(X - r, 0)] = 100·exp(-r / 100): a fill rate of 99 % of a lot of 100 needs r = 100·ln 100.
  const forFill = itemSafetyStock(exponential, { measure: 'fillRate', level: 0.99, lotSize: 100 });
  expect(forFill.reorderPoint / (100 * Math.log(100))).toBeCloseTo(1, 2);
});

test('reaches the fill rate that it is set for, and no less stock does', () => {
  for (const demand of [normal, exponential]) {
    const { safetyStock } = itemSafetyStock(demand, { measure: 'fillRate', level: 0.99, lotSize: 400 });
    expect(fillRateAt(demand, safetyStock, 400)).toBeCloseTo(0.99, 4);
    expect(fillRateAt(demand, safetyStock * 0.95, 400)).toBeLessThan(0.99);
  }
});

test('never goes below zero, and stays finite for a promise of 100 %', () => {
  expect(itemSafetyStock(normal, { measure: 'cycleServiceLevel', level: 0.2 }).safetyStock).toBe(0);
  expect(itemSafetyStock(normal, { measure: 'fillRate', level: 0.5 }).safetyStock).toBe(0);
  for (const measure of ['cycleServiceLevel', 'fillRate'] as const) {
    const { safetyStock } = itemSafetyStock(normal, { measure, level: 1 });
    expect(safetyStock).toBeGreaterThan(1000);
    expect(safetyStock).toBeLessThan(5000);
  }
  const certain: DemandDistribution = { kind: 'normal', mean: 10, deviation: 0 };
  expect(itemSafetyStock(certain, { measure: 'cycleServiceLevel', level: 0.99 })).toEqual({
    safetyStock: 0,
    reorderPoint: 10,
    cycleServiceLevel: 1,
    shortagePerCycle: 0,
  });
});

test('draws service against inventory as a rising curve that steepens', () => {
  const curve = serviceCurve(normal, { lotSize: 2000, holdingCostPerUnitPerPeriod: 0.5 });
  for (let at = 2; at < curve.length; at++) {
    expect(curve[at].safetyStock).toBeGreaterThan(curve[at - 1].safetyStock);
    expect(curve[at].fillRate).toBeGreaterThan(curve[at - 1].fillRate);
  }
  const slopeAt = (at: number): number =>
    (curve[at].safetyStock - curve[at - 1].safetyStock) / (curve[at].serviceLevel - curve[at - 1].serviceLevel);
  expect(slopeAt(curve.length - 1)).toBeGreaterThan(slopeAt(5));
  expect(curve[0]).toMatchObject({
    serviceLevel: 0.5,
    averageInventory: 1000,
    holdingCostPerPeriod: 500,
    reorderPoint: 5000,
  });
});
