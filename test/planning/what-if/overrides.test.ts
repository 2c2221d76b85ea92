import { costOfOverrides, openPlanning } from '../../../src/planning';
import type { Override, PlanningProblem, Solver } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { problemOf } from '../problem-builder';

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

const problem = problemOf({
  items: [
    { name: 'A', demand: [10, 10, 10], holdingCost: 2, productionCost: 1 },
    { name: 'B', demand: [10, 10, 10], holdingCost: 3, productionCost: 1 },
  ],
  resources: [{ capacity: 40 }],
});

function costsOf(of: PlanningProblem, overrides: readonly Override[]) {
  const session = openPlanning(of, highs, () => 0);
  try {
    return costOfOverrides(session, overrides);
  } finally {
    session.dispose();
  }
}

it('plans the rest around the overrides and says what each costs', () => {
  const { outcome, total, explanations } = costsOf(problem, [
    { source: 0, period: 0, quantity: 25 },
    { source: 1, period: 1, quantity: 10 },
  ]);
  expect(outcome).toMatchObject({
    kind: 'planned',
    plan: {
      production: [
        [25, 0, 5],
        [10, 10, 10],
      ],
    },
  });
  expect(total).toBeCloseTo(40, 6);
  expect(explanations.map(({ kind, value, sentence }) => ({ kind, value, sentence }))).toEqual([
    { kind: 'override', value: expect.closeTo(40, 6), sentence: 'Making 25 of A in P1 costs 40.00.' },
    {
      kind: 'override',
      value: expect.closeTo(0, 6),
      sentence: 'Making 10 of B in P2 costs nothing: a best plan can do the same.',
    },
  ]);
});

it('says which override leaves no plan', () => {
  const { total, explanations } = costsOf(problem, [{ source: 0, period: 0, quantity: 50 }]);
  expect(total).toBeNull();
  expect(explanations[0].sentence).toBe(
    'Making 50 of A in P1 leaves no plan that satisfies the limits; without it there is one.',
  );
});
