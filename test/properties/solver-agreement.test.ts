import * as fc from 'fast-check';
import { solveOnce } from '../../src/planning';
import type { Solver } from '../../src/planning';
import { assemble } from '../../src/planning/formulation/assemble';
import { formulationFor } from '../../src/planning/formulation/formulation';
import { loadHighs } from '../../src/solvers/highs';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver';
import { problemOf } from '../planning/problem-builder';
import { problemSpecs } from './problems';
import { solved } from './solved';

const runs = Number(process.env.RUNS ?? 100);
const modes = ['cost', 'delivery', 'profit'] as const;

let highs: Solver;
const other = javascriptLpSolver();

beforeAll(async () => {
  highs = await loadHighs();
});

describe('both solvers', () => {
  it('agree on the status and the objective of every planning LP', () => {
    fc.assert(
      fc.property(problemSpecs({ integers: false, modes }), (spec) => {
        const { lp } = assemble(problemOf(spec), formulationFor(spec.mode ?? 'cost'));
        const first = solveOnce(highs, lp);
        const second = solveOnce(other, lp);
        expect(['optimal', 'infeasible']).toContain(first.kind);
        expect(second.kind).toBe(first.kind);
        if (first.kind === 'optimal' && second.kind === 'optimal') {
          expect(Math.abs(second.objective - first.objective)).toBeLessThan(
            1e-6 * Math.max(1, Math.abs(first.objective)),
          );
        }
      }),
      { numRuns: 2 * runs },
    );
  });

  it('agree on the plan that puts delivery before cost', () => {
    fc.assert(
      fc.property(problemSpecs({ integers: false, modes: ['delivery'], maxItems: 3, maxPeriods: 5 }), (spec) => {
        const [first, second] = [highs, other].map((solver) => solved(problemOf(spec), solver));
        expect(second === null).toBe(first === null);
        if (!first || !second) return;
        expect(Math.abs(second.objective - first.objective)).toBeLessThan(
          1e-4 * Math.max(1, Math.abs(first.objective)),
        );
      }),
      { numRuns: runs },
    );
  });
});
