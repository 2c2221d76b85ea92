import {
  cumulativeQuantile,
  demandOverLeadTime,
  fillRateAt,
  forecastItem,
  itemSafetyStock,
  leadTimeDemand,
  type ItemForecast,
} from '../../../src/forecasting/index';

const regular = forecastItem(
  { item: 'regular', history: Array.from({ length: 48 }, (_, t) => 100 + 15 * Math.sin(t * t)) },
  { periods: 12, seasonLength: 12 },
);
const gappy = forecastItem(
  { item: 'gappy', history: Array.from({ length: 48 }, (_, t) => (t % 3 === 0 ? 12 + 12 * (t % 5) : 0)), unit: 12 },
  { periods: 12, seasonLength: 12 },
);

/** The forecast with the same independent deviation in every period, as the textbook has it. */
const steady: ItemForecast = {
  ...regular,
  cumulative: {
    expected: Array.from({ length: 12 }, (_, h) => 100 * (h + 1)),
    deviation: Array.from({ length: 12 }, (_, h) => 20 * Math.sqrt(h + 1)),
  },
};

test.each([
  [4, 0],
  [2.5, 1],
  [20, 3],
])('is the textbook formula for steady demand: lead time %p ± %p', (periods, deviation) => {
  const demand = demandOverLeadTime(steady, { periods, deviation });
  const textbook = leadTimeDemand({
    meanPerPeriod: 100,
    deviationPerPeriod: 20,
    leadTime: periods,
    leadTimeDeviation: deviation,
  });
  if (demand.kind !== 'normal') throw new Error('The demand is not normal.');
  expect(demand.mean).toBeCloseTo(textbook.mean, 9);
  expect(demand.deviation).toBeCloseTo(textbook.deviation, 9);
});

test.each([
  ['regular', regular],
  ['intermittent', gappy],
])('the reorder point of %s demand is the quantile of its own forecast', (_name, forecast) => {
  const demand = demandOverLeadTime(forecast, { periods: 3 });
  const { reorderPoint } = itemSafetyStock(demand, { measure: 'cycleServiceLevel', level: 0.95 });
  expect(reorderPoint).toBeCloseTo(cumulativeQuantile(forecast, 3, 0.95), 9);
});

test('counts intermittent demand in its own unit, and an uncertain lead time costs stock', () => {
  expect(gappy.distribution).toBe('negativeBinomial');
  const level = { measure: 'cycleServiceLevel', level: 0.98 } as const;
  const sure = itemSafetyStock(demandOverLeadTime(gappy, { periods: 2 }), level);
  const unsure = itemSafetyStock(demandOverLeadTime(gappy, { periods: 2, deviation: 1 }), level);
  expect(sure.reorderPoint % 12).toBeCloseTo(0, 9);
  expect(unsure.safetyStock).toBeGreaterThan(sure.safetyStock);
  const fill = itemSafetyStock(demandOverLeadTime(gappy, { periods: 2 }), { measure: 'fillRate', level: 0.97 });
  const demand = demandOverLeadTime(gappy, { periods: 2 });
  expect(fillRateAt(demand, fill.safetyStock, demand.mean)).toBeCloseTo(0.97, 3);
});

test('immediate delivery needs no stock', () => {
  const none = itemSafetyStock(demandOverLeadTime(regular, { periods: 0 }), {
    measure: 'cycleServiceLevel',
    level: 0.95,
  });
  expect(none.safetyStock).toBe(0);
  expect(none.reorderPoint).toBe(0);
});
