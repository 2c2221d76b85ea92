import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leadTimeDemand } from '../../../src/forecasting/safety-stock/lead-time-demand';
import {
  cycleServiceLevel,
  expectedShortagePerCycle,
  fillRate,
  safetyStockForCycleService,
  safetyStockForFillRate,
} from '../../../src/forecasting/safety-stock/service-level';

interface PublishedCase {
  name: string;
  data: Record<string, number>;
  expected_published: Record<string, number>;
  computed: Record<string, number>;
}

const file = join(__dirname, '../../../../shared/cases/inventory_policy_chopra.json');
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: PublishedCase[] };

function publishedCase(name: string): PublishedCase {
  const found = cases.find((each) => each.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
}

test('cycle service level and fill rate of a reorder point', () => {
  const { data, expected_published: published, computed } = publishedCase('csl_and_fill_rate');
  const { mean, deviation } = leadTimeDemand({
    meanPerPeriod: data.weekly_mean,
    deviationPerPeriod: data.weekly_sd,
    leadTime: data.lead_time_weeks,
  });
  const safetyStock = data.reorder_point - mean;
  expect(safetyStock).toBe(published.safety_stock);
  expect(cycleServiceLevel(safetyStock, deviation)).toBeCloseTo(computed.csl, 12);
  expect(cycleServiceLevel(safetyStock, deviation)).toBeCloseTo(published.csl, 2);
  expect(expectedShortagePerCycle(safetyStock, deviation)).toBeCloseTo(computed.esc, 9);
  expect(expectedShortagePerCycle(safetyStock, deviation)).toBeCloseTo(published.esc, 0);
  expect(fillRate(safetyStock, deviation, data.lot)).toBeCloseTo(computed.fill_rate, 12);
  expect(fillRate(safetyStock, deviation, data.lot)).toBeCloseTo(published.fill_rate, 4);
});

test('safety stock for a cycle service level of 90 %', () => {
  const { data, expected_published: published, computed } = publishedCase('safety_stock_for_csl_90');
  const { deviation } = leadTimeDemand({
    meanPerPeriod: data.weekly_mean,
    deviationPerPeriod: data.weekly_sd,
    leadTime: data.lead_time_weeks,
  });
  expect(deviation).toBeCloseTo(computed.sigma_L, 9);
  expect(safetyStockForCycleService(data.csl, deviation)).toBeCloseTo(computed.safety_stock, 8);
  expect(Math.round(safetyStockForCycleService(data.csl, deviation))).toBe(published.safety_stock);
});

test('safety stock for a fill rate of 97.5 %', () => {
  const { data, expected_published: published, computed } = publishedCase('safety_stock_for_fill_rate_97_5');
  // The case states the deviation rounded to four digits; its computed value has the unrounded 500·√2.
  expect(safetyStockForFillRate(data.fill_rate, 500 * Math.SQRT2, data.lot)).toBeCloseTo(computed.safety_stock, 8);
  expect(Math.round(safetyStockForFillRate(data.fill_rate, data.sigma_L, data.lot))).toBe(published.safety_stock);
});

test('lead-time variability', () => {
  const { data, expected_published: published, computed } = publishedCase('lead_time_variability');
  const { deviation } = leadTimeDemand({
    meanPerPeriod: data.daily_mean,
    deviationPerPeriod: data.daily_sd,
    leadTime: data.lead_time_days,
    leadTimeDeviation: data.lead_time_sd_days,
  });
  expect(deviation).toBeCloseTo(computed.sigma_L, 9);
  // Published with 17,500 instead of 17,550.
  expect(Math.abs(deviation - published.sigma_L)).toBeLessThan(50);
  expect(safetyStockForCycleService(data.csl, deviation)).toBeCloseTo(computed.safety_stock, 7);
  expect(Math.round(safetyStockForCycleService(data.csl, deviation))).toBe(published.safety_stock);
});
