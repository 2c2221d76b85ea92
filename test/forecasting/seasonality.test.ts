import { findSeason } from '../../src/forecasting/index';

const noise = (t: number): number => Math.sin(t * t * 1.7);

test('finds a multiplicative season that grows with the level', () => {
  const series = Array.from(
    { length: 72 },
    (_, t) => (50 + 3 * t) * (1 + 0.4 * Math.sin((2 * Math.PI * t) / 12)) + noise(t),
  );
  const season = findSeason(series, 12);
  expect(season?.kind).toBe('multiplicative');
  expect(season?.indices[3]).toBeCloseTo(1.4, 1);
  expect((season?.indices ?? []).reduce((sum, index) => sum + index, 0)).toBeCloseTo(12, 6);
});

test('finds an additive season where the swing does not grow, and where there are zeros', () => {
  const steady = Array.from({ length: 72 }, (_, t) => 30 + 5 * t + 25 * Math.sin((2 * Math.PI * t) / 12) + noise(t));
  expect(findSeason(steady, 12)?.kind).toBe('additive');
  const touching = Array.from({ length: 72 }, (_, t) => Math.max(0, 10 * Math.sin((2 * Math.PI * t) / 12)));
  const season = findSeason(touching, 12);
  expect(season?.kind).toBe('additive');
  expect((season?.indices ?? []).reduce((sum, index) => sum + index, 0)).toBeCloseTo(0, 6);
});

test('takes noise for no season, and needs more than two seasons of history', () => {
  expect(
    findSeason(
      Array.from({ length: 72 }, (_, t) => 100 + 10 * noise(t)),
      12,
    ),
  ).toBeNull();
  const wave = (t: number): number => 100 + 30 * Math.sin((2 * Math.PI * t) / 12);
  expect(
    findSeason(
      Array.from({ length: 24 }, (_, t) => wave(t)),
      12,
    ),
  ).toBeNull();
  expect(
    findSeason(
      Array.from({ length: 37 }, (_, t) => wave(t)),
      12,
    ),
  ).not.toBeNull();
  expect(
    findSeason(
      Array.from({ length: 37 }, (_, t) => wave(t)),
      1,
    ),
  ).toBeNull();
});

test('shrinks the indices towards no season, more so the noisier the history', () => {
  const swing = (amount: number): number => {
    const series = Array.from(
      { length: 60 },
      (_, t) => 100 + 20 * Math.sin((2 * Math.PI * t) / 12) + amount * noise(t),
    );
    const season = findSeason(series, 12);
    const indices = season?.indices ?? [];
    const unit = season?.kind === 'multiplicative' ? 100 : 1;
    return unit * (Math.max(...indices) - Math.min(...indices));
  };
  expect(swing(0.1)).toBeCloseTo(40, 0);
  // The spread of raw indices grows with noise; shrinkage keeps it near the true one.
  expect(swing(15)).toBeLessThan(1.25 * 40);
});
