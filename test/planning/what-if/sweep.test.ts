import { openPlanning, sweep } from '../../../src/planning';
import type { PlanningProblem, Solver, Sweep, SweepRange } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { planned } from '../planned';
import { problemOf } from '../problem-builder';
import { threeSkus } from '../three-skus';

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

function sweepOf(problem: PlanningProblem, range: SweepRange): Sweep {
  const session = openPlanning(problem, highs, () => 0);
  try {
    return sweep(session, range);
  } finally {
    session.dispose();
  }
}

describe('capacity of three SKUs from 10,000 to 20,000', () => {
  let result: Sweep;
  beforeAll(() => {
    result = sweepOf(threeSkus(15000), { input: 'Capacity', from: 10000, to: 20000, steps: 21 });
  });

  it('has a point every 500, each with the cost of a plan of its own', () => {
    expect(result.points.map(({ value }) => value)).toEqual(
      Array.from({ length: 21 }, (_v, step) => 10000 + 500 * step),
    );
    for (const { value, totalCost } of result.points.filter((_point, step) => step % 4 === 0)) {
      if (totalCost !== null) expect(totalCost).toBeCloseTo(planned(threeSkus(value), highs).cost.total, 4);
    }
    expect(result.points.find(({ value }) => value === 14000)?.totalCost).toBeCloseTo(2200292, 6);
    expect(result.points.find(({ value }) => value === 15000)?.costs).toMatchObject({
      production: 1973660,
      holding: 154479,
    });
  });

  it('has no plan below 13,547.56', () => {
    expect(result.points.filter(({ status }) => status === 'infeasible').map(({ value }) => value)).toEqual(
      Array.from({ length: 8 }, (_v, step) => 10000 + 500 * step),
    );
    expect(result.breaks[0]).toMatchObject({ kind: 'feasible', value: 13547.56 });
  });

  it('stops helping at 19,930', () => {
    expect(result.breaks[result.breaks.length - 1]).toMatchObject({ kind: 'flat', value: 19930, slopeAbove: 0 });
  });

  it('changes its price where it says, from and to what it says', () => {
    const costAt = (capacity: number) => planned(threeSkus(capacity), highs).cost.total;
    for (const { kind, value, slopeBelow, slopeAbove } of result.breaks) {
      if (kind === 'feasible') continue;
      const here = costAt(value);
      expect(here - costAt(value - 1)).toBeCloseTo(slopeBelow ?? NaN, 2);
      expect(costAt(value + 1) - here).toBeCloseTo(slopeAbove ?? NaN, 2);
    }
  });
});

it('multiplies demand, and finds how much of it there may be', () => {
  const problem = problemOf({ items: [{ demand: [10, 10], holdingCost: 1 }], resources: [{ capacity: 15 }] });
  const { points, breaks } = sweepOf(problem, { input: 'Demand', from: 1, to: 2, steps: 3 });
  expect(points.map(({ status }) => status)).toEqual(['optimal', 'optimal', 'infeasible']);
  expect(breaks).toEqual([expect.objectContaining({ kind: 'feasible', value: 1.5 })]);
});

it('finds the corners of a cost as of a limit', () => {
  const problem = problemOf({ items: [{ demand: [0, 10], productionCost: [1, 4], holdingCost: 1 }] });
  const { breaks } = sweepOf(problem, { input: 'Holding_Cost', from: 0, to: 10, steps: 3 });
  expect(breaks).toEqual([expect.objectContaining({ kind: 'flat', value: 3, slopeBelow: expect.closeTo(10, 4) })]);
});
