import {
  groupAccuracy,
  isHockeyStick,
  itemAccuracy,
  measureAccuracy,
  snapshotAccuracy,
  type ItemAccuracy,
} from '../../src/forecasting/index';

const options = { periods: 6, seasonLength: 12 };
const wave = (t: number): number => 200 + 60 * Math.sin((2 * Math.PI * t) / 12) + 5 * Math.sin(t * t);
const history = Array.from({ length: 60 }, (_, t) => wave(t));

function accuracyOf(values: readonly (number | null)[], planner?: (number | null)[]): ItemAccuracy {
  const accuracy = itemAccuracy({ item: 'A', history: values }, options, planner);
  if (!accuracy) throw new Error('no accuracy');
  return accuracy;
}

test('measures by hand: errors 10, -10 and 30 on demands 100, 50 and 0', () => {
  const errors = [
    { actual: 100, forecast: 110 },
    { actual: 50, forecast: 40 },
    { actual: 0, forecast: 30 },
  ];
  const accuracy = measureAccuracy(errors, 25);
  expect(accuracy.points).toBe(3);
  expect(accuracy.mape).toBeCloseTo(0.15, 12);
  expect(accuracy.wape).toBeCloseTo(50 / 150, 12);
  expect(accuracy.mase).toBeCloseTo(50 / 3 / 25, 12);
  expect(accuracy.bias).toBeCloseTo(30 / 150, 12);
  expect(accuracy.trackingSignal).toBeCloseTo(30 / (50 / 3), 12);
});

test('measures that do not exist are null, not infinite', () => {
  expect(measureAccuracy([{ actual: 0, forecast: 2 }], 0)).toMatchObject({
    mape: null,
    wape: null,
    mase: null,
    bias: null,
  });
  expect(measureAccuracy([], 1)).toMatchObject({ points: 0, mase: null, trackingSignal: null });
  expect(itemAccuracy({ item: 'A', history: [1, 2, null] }, options)).toBeNull();
});

test('a seasonal item gains on the naive forecast, and is not biased', () => {
  const accuracy = accuracyOf(history);
  expect(accuracy.mase).toBeLessThan(1);
  expect(accuracy.valueAdded).toBeGreaterThan(0.05);
  expect(Math.abs(accuracy.bias ?? 1)).toBeLessThan(0.02);
  expect(accuracy.valueAddedToForecastEts).not.toBeNull();
  expect(accuracy.planner).toBeNull();
});

test('looks only backwards: what comes after an origin does not change its forecasts', () => {
  const accuracy = accuracyOf(history);
  const changed = [...history];
  changed[59] = 1000;
  const other = accuracyOf(changed);
  // Equal but for rounding.
  other.errors.forEach(({ forecast }, k) => expect(forecast / accuracy.errors[k].forecast).toBeCloseTo(1, 4));
});

test("finds the planner's numbers too high, and what they add", () => {
  const optimistic = history.map((value, t) => (t < 40 ? null : value * 1.3));
  const { planner } = accuracyOf(history, optimistic);
  expect(planner?.bias).toBeCloseTo(0.3, 6);
  expect(planner?.trackingSignal).toBeGreaterThan(4);
  expect(planner?.valueAdded).toBeLessThan(0);
  const perfect = accuracyOf(history, history).planner;
  expect(perfect?.wape).toBe(0);
  expect(perfect?.valueAdded).toBeGreaterThan(0);
});

test('a group weighs WAPE by demand and averages MASE', () => {
  const small = accuracyOf(history.map((value) => value / 100));
  const large = accuracyOf(history.map((value, t) => value * (1 + 0.2 * Math.sin(t * t * 3))));
  const group = groupAccuracy([small, large]);
  expect(group.points).toBe(small.points + large.points);
  expect(group.wape).toBeCloseTo(large.wape ?? NaN, 2);
  expect(group.mase).toBeCloseTo(((small.mase ?? NaN) + (large.mase ?? NaN)) / 2, 12);
});

test('a hockey stick starts at the forecast and ends far above it', () => {
  const flat = new Array<number>(12).fill(100);
  expect(isHockeyStick([100, 100, 100, 100, 105, 105, 110, 120, 130, 140, 150, 160], flat)).toBe(true);
  expect(
    isHockeyStick(
      flat.map((value) => value * 1.3),
      flat,
    ),
  ).toBe(false);
  expect(isHockeyStick(flat, flat)).toBe(false);
  expect(isHockeyStick([1, 2], [1, 1])).toBe(false);
});

test('snapshots are compared with the demand that has come, by item, lead and run', () => {
  const snapshot = (runDate: string, item: string, period: string, lead: number, quantity: number) => ({
    runDate,
    item,
    period,
    lead,
    quantity,
  });
  const result = snapshotAccuracy(
    [
      snapshot('2026-01-31', 'A', 'Feb', 1, 110),
      snapshot('2026-01-31', 'A', 'Mar', 2, 150),
      snapshot('2026-02-28', 'A', 'Mar', 1, 90),
      snapshot('2026-02-28', 'A', 'Apr', 2, 90),
      snapshot('2026-01-31', 'B', 'Feb', 1, 50),
    ],
    [
      { item: 'A', period: 'Feb', quantity: 100 },
      { item: 'A', period: 'Mar', quantity: 100 },
      { item: 'B', period: 'Feb', quantity: 50 },
    ],
  );
  expect(result.total.points).toBe(4);
  expect(result.byLead.map(({ lead, accuracy }) => [lead, accuracy.wape])).toEqual([
    [1, 20 / 250],
    [2, 0.5],
  ]);
  expect(result.byItem.map(({ item, accuracy }) => [item, accuracy.bias])).toEqual([
    ['A', 50 / 300],
    ['B', 0],
  ]);
  expect(result.byRun.map(({ runDate, accuracy }) => [runDate, accuracy.points])).toEqual([
    ['2026-01-31', 3],
    ['2026-02-28', 1],
  ]);
});
