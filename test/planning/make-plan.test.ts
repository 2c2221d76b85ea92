import type { Solver } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { planned } from './planned';
import { problemOf } from './problem-builder';

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

describe('a fixed production', () => {
  it('outranks the least and the most production', () => {
    const { plan } = planned(
      problemOf({
        items: [{ demand: [10, 10, 10], openingInventory: 10, minimum: 8, maximum: 12, fixed: [3, 20, null] }],
      }),
      highs,
    );
    expect(plan.production[0].slice(0, 2)).toEqual([3, 20]);
    expect(plan.production[0][2]).toBeGreaterThanOrEqual(8);
  });
});

describe('a demand that may be late', () => {
  it('by one and a half periods is late by one', () => {
    const late = (maxLateness: number) =>
      planned(
        problemOf({
          items: [{ demand: [30, 0, 0, 0], backorderCost: 1, maxLateness, shortageCost: 100 }],
          resources: [{ capacity: 10 }],
        }),
        highs,
      ).plan;
    expect(late(1.5).deliveries).toEqual([[10, 10, 0, 0]]);
    expect(late(1.5).shortage).toEqual([[10, 0, 0, 0]]);
    expect(late(2).deliveries).toEqual([[10, 10, 10, 0]]);
  });
});
