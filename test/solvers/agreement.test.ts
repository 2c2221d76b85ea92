import * as fc from 'fast-check';
import { multiItemProgramme } from '../../benchmarks/multi-item-programme';
import type { Solver } from '../../src/planning/lp/solver';
import { solveOnce } from '../../src/planning/lp/solver';
import { loadHighs } from '../../src/solvers/highs';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver';
import { expectKind } from '../contracts/solver-contract';
import type { SmallProgramme } from '../contracts/small-programme';
import { programmeOf } from '../contracts/small-programme';

const coefficient = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: -6, max: 6 }) },
);
const bounds = fc.oneof(
  fc.constant([0, Infinity] as const),
  fc.constant([-Infinity, Infinity] as const),
  fc.tuple(fc.integer({ min: -9, max: 5 }), fc.nat(12)).map(([lower, span]) => [lower, lower + span] as const),
  fc.integer({ min: -9, max: 9 }).map((bound) => [bound, Infinity] as const),
  fc.integer({ min: -9, max: 9 }).map((bound) => [-Infinity, bound] as const),
);

/** Programmes of every shape: bounded or not, feasible or not, with empty rows and columns. */
const programmes: fc.Arbitrary<SmallProgramme> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.nat(6))
  .chain(([columns, rows]) =>
    fc.record({
      objective: fc.array(coefficient, { minLength: columns, maxLength: columns }),
      offset: fc.integer({ min: -50, max: 50 }),
      columns: fc.array(bounds, { minLength: columns, maxLength: columns }),
      rows: fc.array(
        fc
          .tuple(bounds, fc.array(coefficient, { minLength: columns, maxLength: columns }))
          .map(([[lower, upper], coefficients]) => [lower, coefficients, upper] as const),
        { minLength: rows, maxLength: rows },
      ),
    }),
  );

describe('over generated programmes', () => {
  let highs: Solver;
  const other = javascriptLpSolver();

  beforeAll(async () => {
    highs = await loadHighs();
  });

  it('both solvers agree on the status and on the objective', () => {
    fc.assert(
      fc.property(programmes, (small) => {
        const lp = programmeOf(small);
        const first = solveOnce(highs, lp);
        const second = solveOnce(other, lp);
        expect(second.kind).toBe(first.kind);
        expect(['optimal', 'infeasible', 'unbounded']).toContain(first.kind);
        if (first.kind === 'optimal' && second.kind === 'optimal') {
          expect(second.objective).toBeCloseTo(first.objective, 6);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('both solvers agree on capacitated plans', () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 8 }), fc.nat());
    fc.assert(
      fc.property(size, ([items, periods, seed]) => {
        const { lp } = multiItemProgramme(items, periods, seed);
        const first = expectKind(solveOnce(highs, lp), 'optimal');
        const second = expectKind(solveOnce(other, lp), 'optimal');
        expect(Math.abs(second.objective - first.objective)).toBeLessThanOrEqual(1e-9 * Math.abs(first.objective));
      }),
      { numRuns: 50 },
    );
  });

  it('the duals of HiGHS prove its optimum', () => {
    fc.assert(
      fc.property(programmes, (small) => {
        const lp = programmeOf(small);
        const outcome = solveOnce(highs, lp);
        if (outcome.kind !== 'optimal') return;
        if (!outcome.duals) throw new Error('an optimal LP has duals');
        const { rows, columns } = outcome.duals;
        // Strong duality: the objective is the sum of every price times the bound that it belongs to.
        const worth = (price: number, lower: number, upper: number) => {
          if (Math.abs(price) < 1e-9) return 0;
          return price * (price > 0 ? lower : upper);
        };
        let bound = lp.objectiveOffset;
        rows.forEach((price, row) => (bound += worth(price, lp.rowLower[row], lp.rowUpper[row])));
        columns.forEach((price, column) => (bound += worth(price, lp.columnLower[column], lp.columnUpper[column])));
        expect(bound).toBeCloseTo(outcome.objective, 6);
        // Reduced costs: what is left of a column's cost after paying the rows it uses.
        columns.forEach((price, column) => {
          const paid = (small.rows ?? []).reduce(
            (sum, [, coefficients], row) => sum + rows[row] * coefficients[column],
            0,
          );
          expect(price).toBeCloseTo(lp.objective[column] - paid, 6);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('a price holds everywhere in its range', () => {
    fc.assert(
      fc.property(programmes, fc.double({ min: 0, max: 1, noNaN: true }), (small, share) => {
        const lp = programmeOf(small);
        const session = highs.open(lp);
        try {
          const outcome = session.solve();
          if (outcome.kind !== 'optimal' || !outcome.duals) return;
          const ranges = session.priceRanges(Array.from(lp.rowLower, (_, row) => row));
          for (const [row, range] of ranges.entries()) {
            if (!range) continue;
            const { activity, lower, upper } = rowOf(small, row, outcome.values);
            const price = outcome.duals.rows[row];
            const bindsBelow = price > 0 || (price === 0 && upper === Infinity);
            const bound = lower === upper ? lower : bindsBelow ? lower : upper;
            if (!Number.isFinite(bound) || (price !== 0 && Math.abs(bound - activity) > 1e-7)) continue;
            const target = Math.max(range.from, bound - 20) * (1 - share) + Math.min(range.to, bound + 20) * share;
            if (lower === upper) session.changeRowBounds(row, target, target);
            else if (bindsBelow) session.changeRowBounds(row, target, Math.max(target, upper));
            else session.changeRowBounds(row, Math.min(target, lower), target);
            const moved = expectKind(session.solve(), 'optimal');
            expect(moved.objective).toBeCloseTo(outcome.objective + price * (target - bound), 5);
            session.changeRowBounds(row, lower, upper);
          }
        } finally {
          session.dispose();
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a conflict is infeasible by itself, and nothing in it can be spared', () => {
    fc.assert(
      fc.property(programmes, (small) => {
        const lp = programmeOf(small);
        const session = highs.open(lp);
        try {
          if (session.solve().kind !== 'infeasible') return;
          const conflict = session.conflict();
          if (!conflict) return;
          const kindWith = (rows: readonly number[], columns: readonly number[]) =>
            solveOnce(
              highs,
              programmeOf({
                objective: small.objective.map(() => 0),
                columns: small.columns?.map((pair, column) =>
                  columns.includes(column) ? pair : [-Infinity, Infinity],
                ),
                rows: small.rows?.filter((_, row) => rows.includes(row)),
              }),
            ).kind;
          expect(kindWith(conflict.rows, conflict.columns)).toBe('infeasible');
          for (const row of conflict.rows) {
            expect(
              kindWith(
                conflict.rows.filter((kept) => kept !== row),
                conflict.columns,
              ),
            ).toBe('optimal');
          }
          for (const column of conflict.columns) {
            expect(
              kindWith(
                conflict.rows,
                conflict.columns.filter((kept) => kept !== column),
              ),
            ).toBe('optimal');
          }
        } finally {
          session.dispose();
        }
      }),
      { numRuns: 200 },
    );
  });
});

function rowOf(small: SmallProgramme, row: number, values: Float64Array) {
  const [lower, coefficients, upper] = (small.rows ?? [])[row];
  const activity = coefficients.reduce((sum, value, column) => sum + value * values[column], 0);
  return { activity, lower, upper };
}
