import { applyFix, makePlan } from '../../../src/planning';
import type { Infeasibility, PlanningProblem, Solver } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { problemOf } from '../problem-builder';
import type { ProblemSpec } from '../problem-builder';
import { threeSkus } from '../three-skus';

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

function infeasibilityOf(problem: PlanningProblem): Infeasibility {
  const outcome = makePlan(problem, highs, { clock: () => 0 });
  if (outcome.kind !== 'infeasible') throw new Error(`The run ended as ${outcome.kind}.`);
  return outcome.infeasibility;
}

const cases: readonly (readonly [string, ProblemSpec, RegExp, readonly string[]])[] = [
  [
    'a least production that does not fit',
    { items: [{ name: 'A', demand: [5, 5, 5], minimum: 10, maxInventory: 8 }] },
    /production limits of A.*maximum inventory of A/,
    ['Max_Inventory', 'Min_Production'],
  ],
  [
    'a fixed production above capacity',
    { items: [{ name: 'A', demand: [5, 5, 5], fixed: [null, 30, null] }], resources: [{ capacity: 20 }] },
    /capacity of Capacity \(P2\); fixed production of A \(P2\)/,
    ['Capacity', 'Capacity (single periods)', 'Fixed_Production'],
  ],
  [
    'a fixed production below demand',
    { items: [{ name: 'A', demand: [5, 5, 5], fixed: [2, 0, null] }] },
    /demand of A \(P1\); fixed production of A \(P1\)/,
    ['Initial_Inventory', 'Demand', 'Fixed_Production'],
  ],
  [
    'a most production below demand',
    { items: [{ name: 'A', demand: [5, 5, 25], maximum: 9 }] },
    /demand of A \(P1 to P3\); production limits of A \(P1 to P3\)/,
    ['Initial_Inventory', 'Demand', 'Max_Production'],
  ],
  [
    'a warehouse too small to build ahead',
    { items: [{ name: 'A', demand: [0, 0, 30], maximum: 12 }], warehouse: { capacity: 15, threshold: 0.9 } },
    /warehouse capacity of Warehouse/,
    ['Demand', 'Warehouse_Capacity', 'Max_Production'],
  ],
  [
    'two resources that are both too small',
    {
      items: [{ name: 'A', demand: [30], use: [1, 1] }],
      resources: [
        { name: 'Press', capacity: 20 },
        { name: 'Oven', capacity: 24 },
      ],
    },
    /needs 30 units of Press/,
    ['Capacity', 'Initial_Inventory', 'Demand'],
  ],
];

describe.each(cases)('%s', (_name, spec, conflict, inputs) => {
  const problem = problemOf(spec);

  it('is named, and has its fixes, each of which makes a plan possible', () => {
    const { conflicts, fixes } = infeasibilityOf(problem);
    expect(conflicts.join(' ')).toMatch(conflict);
    expect(fixes.map(({ what }) => what)).toEqual(inputs);
    for (const fix of fixes) {
      expect(makePlan(applyFix(problem, fix), highs, { clock: () => 0 })).toMatchObject({ kind: 'planned' });
    }
  });

  it('has a closest plan', () => {
    expect(infeasibilityOf(problem).closest).not.toBeNull();
  });
});

describe('three SKUs with a capacity of 12,000', () => {
  const problem = threeSkus(12000);

  it('lack capacity through August, and need 13,547.56', () => {
    const { conflicts, fixes } = infeasibilityOf(problem);
    expect(conflicts).toEqual([expect.stringContaining('Through 2026-08 the cumulative demand of SKU-001, SKU-002')]);
    expect(12000 + fixes[0].amount).toBeCloseTo(13547.56, 2);
  });

  it('have a plan with each fix', () => {
    const { fixes } = infeasibilityOf(problem);
    expect(fixes.length).toBeGreaterThanOrEqual(4);
    for (const fix of fixes) {
      expect(makePlan(applyFix(problem, fix), highs, { clock: () => 0 })).toMatchObject({ kind: 'planned' });
    }
  });

  it('have no plan with a hundredth less than the least capacity', () => {
    const [fix] = infeasibilityOf(problem).fixes;
    expect(makePlan(threeSkus(12000 + fix.amount - 0.01), highs, { clock: () => 0 }).kind).toBe('infeasible');
  });
});

it('gives demand last, then safety stock', () => {
  const { closest } = infeasibilityOf(
    problemOf({ items: [{ name: 'A', demand: [10, 10], safetyStock: 5 }], resources: [{ capacity: 10 }] }),
  );
  expect(closest?.plan.shortage).toEqual([[0, 0]]);
  expect(closest?.plan.inventory).toEqual([[0, 0]]);
});
