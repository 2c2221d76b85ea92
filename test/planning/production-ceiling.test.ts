import type { PlanningProblem, Solver } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { planned } from './planned';
import { problemOf } from './problem-builder';

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

describe('a set-up', () => {
  it('leaves room for a thousand screws where ten cars take ten wheels of ten screws each', () => {
    const plant = problemOf({
      items: [
        { name: 'Car', demand: [0, 10] },
        { name: 'Wheel', demand: [0, 0] },
        { name: 'Screw', demand: [0, 0], setupCost: 5 },
      ],
    });
    const problem: PlanningProblem = {
      ...plant,
      sources: plant.sources.map((source, s) => ({
        ...source,
        components: s < 2 ? [{ item: s + 1, quantity: 10 }] : [],
      })),
    };
    const { plan, cost } = planned(problem, highs);
    expect(plan.production.map((line) => line[0] + line[1])).toEqual([10, 100, 1000]);
    expect(cost.total).toBe(5);
  });
});
