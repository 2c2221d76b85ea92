import * as fc from 'fast-check';
import { changeableInputs, changeProblem, makePlan, openPlanning } from '../../src/planning';
import type { ProblemChange, Solver } from '../../src/planning';
import { assemble } from '../../src/planning/formulation/assemble';
import { formulationFor } from '../../src/planning/formulation/formulation';
import { refill } from '../../src/planning/formulation/refill';
import { loadHighs } from '../../src/solvers/highs';
import { problemSpecs } from '../properties/problems';
import { problemOf } from './problem-builder';
import { threeSkus } from './three-skus';

const runs = Number(process.env.RUNS ?? 100);

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

const changes = fc.record({
  input: fc.constantFrom(...changeableInputs),
  members: fc.constantFrom(null, [0], [1]),
  periods: fc.constantFrom(null, { from: 0, to: 0 }, { from: 1, to: 1 }),
  by: fc.constantFrom('factor' as const, 'amount' as const, 'value' as const),
  amount: fc.constantFrom(0, 0.5, 0.9, 1, 1.2, 3, 20),
});

describe('a what-if', () => {
  it('has the cost of a plan made from nothing, one after the other', () => {
    const specs = problemSpecs({ integers: false, modes: ['cost', 'profit', 'delivery'], maxItems: 3, maxPeriods: 4 });
    fc.assert(
      fc.property(specs, fc.array(changes, { minLength: 1, maxLength: 5 }), (spec, list) => {
        const problem = problemOf(spec);
        const session = openPlanning(problem, highs, () => 0);
        try {
          for (const change of list) {
            const warm = session.whatIf([change]);
            const cold = makePlan(changeProblem(problem, [change]), highs, { clock: () => 0 });
            expect(warm.kind).toBe(cold.kind);
            if (warm.kind !== 'planned' || cold.kind !== 'planned') continue;
            const worth = ({ cost }: typeof warm) => cost.total - (spec.mode === 'profit' ? cost.revenue : 0);
            const scale = Math.max(1, Math.abs(worth(cold)));
            expect(Math.abs(worth(warm) - worth(cold))).toBeLessThanOrEqual(1e-5 * scale);
          }
        } finally {
          session.dispose();
        }
      }),
      { numRuns: runs },
    );
  });

  it('leaves the problem as it was', () => {
    const session = openPlanning(threeSkus(15000), highs, () => 0);
    const change: ProblemChange = { input: 'Capacity', members: null, periods: null, by: 'value', amount: 12000 };
    expect(session.whatIf([change]).kind).toBe('infeasible');
    expect(session.whatIf([{ ...change, amount: 14000 }])).toMatchObject({ cost: { total: 2200292 } });
    expect(session.run({ clock: () => 0 })).toMatchObject({ cost: { total: 2128139 } });
    session.dispose();
  });

  it('with data that cannot be planned with says so', () => {
    const session = openPlanning(problemOf({ items: [{ demand: [5], minimum: 9, maximum: 3 }] }), highs, () => 0);
    expect(session.whatIf([])).toMatchObject({ kind: 'invalid', issues: [{ code: 'minimum-above-maximum' }] });
    session.dispose();
  });
});

describe('a model filled anew', () => {
  it('is the one that is assembled, or none', () => {
    let filled = 0;
    fc.assert(
      fc.property(problemSpecs({ integers: false, modes: ['cost', 'profit'] }), changes, (spec, change) => {
        const problem = problemOf(spec);
        const model = assemble(problem, formulationFor(problem.mode));
        const changed = changeProblem(problem, [change]);
        const found = refill(model, changed);
        if (!found) return;
        filled++;
        expect(found.lp).toEqual(assemble(changed, formulationFor(problem.mode)).lp);
      }),
      { numRuns: 2 * runs },
    );
    expect(filled).toBeGreaterThan(runs / 4);
  });
});
