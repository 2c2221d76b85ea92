import { eventEffects } from '../../src/forecasting/index';

const season = (t: number): number => 200 + 40 * Math.cos((2 * Math.PI * t) / 12);
const noise = (t: number): number => 6 * Math.sin(t * t);
const moving = Array.from({ length: 72 }, (_, t) => ([3, 14, 27, 39, 50, 63].includes(t) ? 1 : 0));

test('estimates a moving event beside trend and season', () => {
  const history = Array.from({ length: 60 }, (_, t) => (season(t) + t) * (1 + 0.3 * moving[t]) + noise(t));
  const [effect] = eventEffects(history, 12, [{ name: 'Easter', values: moving }]);
  expect(effect.origin).toBe('estimated');
  expect(effect.effect).toBeGreaterThan(0.25);
  expect(effect.effect).toBeLessThan(0.35);
});

test('takes a given effect as it is', () => {
  const history = Array.from({ length: 60 }, (_, t) => season(t));
  expect(eventEffects(history, 12, [{ name: 'Closure', values: moving, effect: -0.5 }])).toEqual([
    { name: 'Closure', effect: -0.5, origin: 'given' },
  ]);
});

test('an event without influence gets next to none, and two events are told apart', () => {
  const other = moving.map((_, t) => (moving[t + 1] ? 1 : 0));
  const history = Array.from({ length: 60 }, (_, t) => season(t) * (1 + 0.4 * moving[t]) + noise(t));
  const [first, second] = eventEffects(history, 12, [
    { name: 'Sale', values: moving },
    { name: 'Fair', values: other },
  ]);
  expect(first.effect).toBeGreaterThan(0.3);
  expect(Math.abs(second.effect)).toBeLessThan(0.06);
});

test('an event that always falls in the same month belongs to the season', () => {
  const yearly = Array.from({ length: 60 }, (_, t) => (t % 12 === 10 ? 1 : 0));
  const history = Array.from({ length: 60 }, (_, t) => 100 * (1 + 0.6 * yearly[t]) + 0.2 * noise(t));
  const [effect] = eventEffects(history, 12, [{ name: 'Black Friday', values: yearly }]);
  expect(Math.abs(effect.effect)).toBeLessThan(0.05);
});
