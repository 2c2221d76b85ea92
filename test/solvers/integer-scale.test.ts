import type { Solver } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { integerScale } from '../../src/solvers/integer-scale';
import { openScaledSession } from '../../src/solvers/scaled-session';
import { caseBook } from '../cases/case-book';
import { optimizeBook } from '../cases/run-case';
import { describeSolverContract } from '../contracts/solver-contract';
import { programmeOf } from '../contracts/small-programme';

/** Least lots of up to two million units: HiGHS's presolve alone called 105,819,270 optimal, with no gap. */
const inMillions = (unit: number) =>
  caseBook({
    Demand: [
      [0, 6, 25, 31],
      [0, 0, 0, 6],
    ].map((row) => row.map((units) => units * unit)),
    Production_Cost: [2.33, 17.58, 14.02, 3],
    Holding_Cost: 3.52,
    Safety_Stock_Periods: { down: [1, 0] },
    Min_Lot: { down: [17.47 * unit, 19.97 * unit] },
    Setup_Cost: { down: [41.95 * unit, 51 * unit] },
  });

test.each([1, 1e3, 1e5, 1e8])('the unit in which lots are counted changes nothing: %d', async (unit) => {
  const { report } = await optimizeBook(inMillions(unit));
  expect(report.status).toBe('optimal');
  expect((report.totalCost ?? 0) / unit).toBeCloseTo(860.6894, 4);
});

/** Units made of whole lots; three lots are wanted. */
const lotsOf = (lot: number) =>
  programmeOf({
    objective: [1, 5],
    integers: [1],
    rows: [
      [0, [1, -lot], 0],
      [3 * lot, [1, 0], Infinity],
    ],
  });

test('only programmes with large coefficients of integers are scaled, by powers of two', () => {
  expect(integerScale(lotsOf(1000))).toBeNull();
  const scale = integerScale(lotsOf(1e6));
  expect(scale?.columns).toEqual(Float64Array.of(2 ** 20, 1));
  expect(scale?.rows).toEqual(Float64Array.of(2 ** -20, 2 ** -20));
});

/** Scales every programme, whether it needs it or not. */
async function alwaysScaled(): Promise<Solver> {
  const solver = await loadHighs();
  return {
    ...solver,
    givesDuals: false,
    open: (lp) => {
      const columns = Float64Array.from(lp.columnKinds, (kind, column) => (kind ? 1 : 2 ** ((column % 5) - 2)));
      const rows = Float64Array.from({ length: lp.rowCount }, (_, row) => 2 ** ((row % 7) - 3));
      return openScaledSession(solver.open, lp, { columns, rows });
    },
  };
}

describeSolverContract('HiGHS in scaled units', alwaysScaled, { ranges: false, conflicts: true, interruptible: true });
