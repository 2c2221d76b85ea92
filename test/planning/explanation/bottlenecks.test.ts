import * as fc from 'fast-check';
import type { PlanningProblem, Solver } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { problemSpecs } from '../../properties/problems';
import { problemOf } from '../problem-builder';
import { threeSkus } from '../three-skus';
import { explained, sentencesOf } from './explained';

const runs = Number(process.env.RUNS ?? 100);

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

const bottlenecksOf = (problem: PlanningProblem) =>
  explained(problem, highs, ({ explanations }) => sentencesOf(explanations, 'bottleneck')) ?? [];

describe('the bottlenecks of three SKUs', () => {
  it('are worth 16 to 2 a unit from August back to January, for so many units and for a reason', () => {
    const months = ['2026-08', '2026-07', '2026-06', '2026-05', '2026-04', '2026-03', '2026-02', '2026-01'];
    expect(bottlenecksOf(threeSkus(15000))).toEqual(
      months.map((month, rank) => {
        const count = 8 - rank;
        const upTo = rank === 0 ? '1,771' : '1,928';
        return (
          `One more unit of Capacity in ${month} saves ${2 * count}.00, up to ${upTo} units: ` +
          `it replaces stock carried for ${count} month${count === 1 ? '' : 's'}.`
        );
      }),
    );
  });

  it('are none where capacity is ample', () => {
    expect(bottlenecksOf(threeSkus(25000))).toEqual([]);
  });
});

describe('a bottleneck', () => {
  it('of a warehouse is told as usable room', () => {
    const problem = problemOf({
      items: [{ demand: [0, 20], productionCost: [1, 4] }],
      warehouse: { capacity: 10, threshold: 0.8 },
    });
    expect(bottlenecksOf(problem)).toEqual([
      'One more usable unit of Warehouse in P1 saves 3.00, up to 12 units: it saves 3.00 of production cost.',
    ]);
  });

  it('that keeps demand from being served says what serving costs', () => {
    const problem = problemOf({
      items: [{ name: 'A', demand: [10], shortageCost: 20, productionCost: 5 }],
      resources: [{ name: 'Press', capacity: 4 }],
    });
    expect(bottlenecksOf(problem)).toEqual([
      'One more unit of Press in P1 saves 15.00, up to 6 units: ' +
        'it delivers 1 unit that would be short, for 5.00 more production cost.',
    ]);
  });

  it('has no price in a plan with whole numbers', () => {
    const problem = problemOf({
      items: [{ demand: [10, 30], setupCost: 5, holdingCost: 1 }],
      resources: [{ capacity: 20 }],
    });
    expect(bottlenecksOf(problem)).toEqual([]);
  });

  it('changes the cost by what it claims, for as many units as it claims', () => {
    let tried = 0;
    const specs = problemSpecs({ integers: false, modes: ['cost', 'profit'] }).filter(
      ({ resources }) => (resources ?? []).length > 0,
    );
    fc.assert(
      fc.property(specs, fc.constantFrom(0.3, 1), (spec, part) => {
        explained(problemOf(spec), highs, ({ session, planned, explanations }) => {
          const worth = ({ total, revenue }: typeof planned.cost) => (spec.mode === 'profit' ? total - revenue : total);
          for (const { kind, changes, value } of explanations) {
            if (kind !== 'bottleneck' || !changes) continue;
            const [change] = changes;
            const outcome = session.whatIf([{ ...change, amount: part * change.amount }]);
            if (outcome.kind !== 'planned') throw new Error(`More capacity ended as ${outcome.kind}.`);
            const saved = worth(planned.cost) - worth(outcome.cost);
            const scale = Math.max(1, Math.abs(worth(planned.cost)));
            expect(Math.abs(saved - part * change.amount * (value ?? NaN))).toBeLessThanOrEqual(1e-6 * scale);
            tried++;
          }
        });
      }),
      { numRuns: runs },
    );
    expect(tried).toBeGreaterThan(0);
  });
});
