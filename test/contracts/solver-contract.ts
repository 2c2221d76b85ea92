import type { LinearProgramme } from '../../src/planning/lp/linear-programme';
import type { SolveOutcome, Solver, SolverSession } from '../../src/planning/lp/solver';
import { solveOnce } from '../../src/planning/lp/solver';
import type { SmallProgramme } from './small-programme';
import { longKnapsack, programmeOf } from './small-programme';

/** What a solver offers beyond answering LPs. */
export interface SolverCapabilities {
  /** Knows the range in which a price holds. */
  readonly ranges: boolean;
  /** Knows an irreducible conflict of an infeasible programme. */
  readonly conflicts: boolean;
  /** Can be stopped while it works. */
  readonly interruptible: boolean;
}

const any = Infinity;

/** Largest distance of a point from the rows, bounds and whole numbers of a programme. */
function violation(lp: LinearProgramme, values: Float64Array): number {
  const activity = new Float64Array(lp.rowCount);
  let worst = 0;
  for (let column = 0; column < lp.columnCount; column++) {
    worst = Math.max(worst, lp.columnLower[column] - values[column], values[column] - lp.columnUpper[column]);
    if (lp.columnKinds[column]) worst = Math.max(worst, Math.abs(values[column] - Math.round(values[column])));
    for (let entry = lp.matrix.starts[column]; entry < lp.matrix.starts[column + 1]; entry++) {
      activity[lp.matrix.rows[entry]] += lp.matrix.values[entry] * values[column];
    }
  }
  activity.forEach((value, row) => {
    worst = Math.max(worst, lp.rowLower[row] - value, value - lp.rowUpper[row]);
  });
  return worst;
}

/** Narrows an outcome, or fails the test with what it was instead. */
export function expectKind<K extends SolveOutcome['kind']>(
  outcome: SolveOutcome,
  kind: K,
): Extract<SolveOutcome, { kind: K }> {
  if (outcome.kind !== kind) {
    throw new Error(`expected ${kind}, got ${outcome.kind}${outcome.kind === 'failed' ? `: ${outcome.message}` : ''}`);
  }
  return outcome as Extract<SolveOutcome, { kind: K }>;
}

/** The suite that every solver behind the port passes. */
export function describeSolverContract(
  name: string,
  load: () => Promise<Solver>,
  capabilities: SolverCapabilities,
): void {
  describe(`${name} keeps the contract of the solver port`, () => {
    let solver: Solver;
    const sessions: SolverSession[] = [];

    beforeAll(async () => {
      solver = await load();
    });
    afterEach(() => {
      sessions.splice(0).forEach((session) => session.dispose());
    });

    function open(small: SmallProgramme): SolverSession {
      const session = solver.open(programmeOf(small));
      sessions.push(session);
      return session;
    }

    function optimum(small: SmallProgramme) {
      const lp = programmeOf(small);
      const outcome = expectKind(solveOnce(solver, lp), 'optimal');
      expect(violation(lp, outcome.values)).toBeLessThanOrEqual(1e-6);
      expect(outcome.gap).toBe(0);
      return outcome;
    }

    const kindOf = (small: SmallProgramme) => solveOnce(solver, programmeOf(small)).kind;

    /** Dantzig's Wyndor Glass problem (Hillier & Lieberman, Introduction to Operations Research, section 3.1). */
    const wyndor: SmallProgramme = {
      objective: [-3, -5],
      rows: [
        [-any, [1, 0], 4],
        [-any, [0, 2], 12],
        [-any, [3, 2], 18],
      ],
    };

    describe('answers a linear programme', () => {
      it('with the published optimum', () => {
        const outcome = optimum(wyndor);
        expect(outcome.objective).toBeCloseTo(-36, 8);
        expect([...outcome.values]).toEqual([expect.closeTo(2, 8), expect.closeTo(6, 8)]);
        expect(outcome.effort.milliseconds).toBeGreaterThan(0);
        expect(outcome.effort.nodes).toBe(0);
      });

      it('adding the constant of the objective', () => {
        expect(optimum({ ...wyndor, offset: 100.5 }).objective).toBeCloseTo(64.5, 8);
      });

      it('keeping equalities', () => {
        const outcome = optimum({ objective: [2, 3], rows: [[10, [1, 1], 10]], columns: [[0, 4], [0, any]] }); // prettier-ignore
        expect(outcome.objective).toBeCloseTo(26, 8);
      });

      it('keeping both sides of a range row', () => {
        const range = [[2, [1, 1], 5]] as const;
        expect(optimum({ objective: [1, 1], rows: range }).objective).toBeCloseTo(2, 8);
        expect(optimum({ objective: [-1, -1], rows: range }).objective).toBeCloseTo(-5, 8);
      });

      it('ignoring a row without bounds', () => {
        expect(optimum({ ...wyndor, rows: [[-any, [7, -1], any], ...(wyndor.rows ?? [])] }).objective).toBeCloseTo(
          -36,
          8,
        );
      });

      it('with negative lower bounds, free columns and columns bounded only above', () => {
        const outcome = optimum({
          objective: [1, 1, -1],
          columns: [[-5, 3], [-any, any], [-any, 2]],
          rows: [[-7, [0, 1, 0], any], [-any, [1, 1, 1], 100]],
        }); // prettier-ignore
        expect([...outcome.values]).toEqual([expect.closeTo(-5, 8), expect.closeTo(-7, 8), expect.closeTo(2, 8)]);
        expect(outcome.objective).toBeCloseTo(-14, 8);
      });

      it('with fixed columns', () => {
        const outcome = optimum({ objective: [1, 2], columns: [[3, 3], [0, any]], rows: [[10, [1, 1], any]] }); // prettier-ignore
        expect([...outcome.values]).toEqual([3, expect.closeTo(7, 8)]);
        expect(optimum({ objective: [4], columns: [[2, 2]], rows: [[2, [1], 2]] }).objective).toBeCloseTo(8, 8);
        expect(kindOf({ objective: [4], columns: [[2, 2]], rows: [[3, [1], any]] })).toBe('infeasible');
      });

      it('with empty rows and empty columns', () => {
        expect(optimum({ objective: [1, 1], columns: [[1, 2], [0, 4]], rows: [[-1, [0, 0], 1], [2, [1, 0], any]] }).objective).toBeCloseTo(2, 8); // prettier-ignore
        expect(kindOf({ objective: [1], rows: [[1, [0], 2]] })).toBe('infeasible');
        expect(optimum({ objective: [1, -1], columns: [[1, 2], [0, 4]] }).objective).toBeCloseTo(-3, 8); // prettier-ignore
      });

      it('without any column', () => {
        expect(optimum({ objective: [], offset: 3 }).objective).toBe(3);
        expect(optimum({ objective: [], rows: [[-1, [], 1]] }).objective).toBe(0);
        expect(kindOf({ objective: [], rows: [[1, [], any]] })).toBe('infeasible');
      });

      it('without an objective', () => {
        expect(optimum({ objective: [0, 0], rows: [[3, [1, 1], any]] }).objective).toBe(0);
      });

      it('where simplex pivots are degenerate', () => {
        // Beale's cycling example (Naval Research Logistics Quarterly 2, 1955), optimum −1/20.
        const outcome = optimum({
          objective: [-0.75, 150, -0.02, 6],
          rows: [
            [-any, [0.25, -60, -0.04, 9], 0],
            [-any, [0.5, -90, -0.02, 3], 0],
            [-any, [0, 0, 1, 0], 1],
          ],
        });
        expect(outcome.objective).toBeCloseTo(-0.05, 8);
      });

      it('with quantities of very different size', () => {
        const outcome = optimum({
          objective: [0.01, 2500],
          rows: [[5_000_000, [1, 0], any], [-any, [0.002, -1], 0]],
        }); // prettier-ignore
        expect(outcome.objective).toBeCloseTo(50_000 + 2500 * 10_000, 2);
      });
    });

    describe('says no', () => {
      it('to infeasible rows, and carries no point', () => {
        const outcome = solveOnce(solver, programmeOf({ objective: [1], rows: [[-any, [1], 2], [3, [1], any]] })); // prettier-ignore
        expect(outcome.kind).toBe('infeasible');
        expect(outcome).not.toHaveProperty('values');
        expect(outcome).not.toHaveProperty('objective');
      });

      it('to crossed bounds of a column or a row', () => {
        expect(kindOf({ objective: [1], columns: [[2, 1]] })).toBe('infeasible');
        expect(kindOf({ objective: [1], rows: [[3, [1], 2]] })).toBe('infeasible');
      });

      it('to an objective without limit, and carries no point', () => {
        const outcome = solveOnce(solver, programmeOf({ objective: [-1, 0], rows: [[-any, [1, -1], 3]] }));
        expect(outcome.kind).toBe('unbounded');
        expect(outcome).not.toHaveProperty('values');
        expect(kindOf({ objective: [1, -1], columns: [[0, 5], [0, any]] })).toBe('unbounded'); // prettier-ignore
        expect(kindOf({ objective: [1], columns: [[-any, any]] })).toBe('unbounded');
      });

      it('calling a programme infeasible when it is both infeasible and without limit in the relaxed directions', () => {
        expect(
          kindOf({ objective: [-1, 0, 0], rows: [[-any, [1, -1, 0], 3], [5, [0, 1, 1], any], [-any, [0, 1, 1], 4]] }), // prettier-ignore
        ).toBe('infeasible');
        expect(kindOf({ objective: [-1, -1], rows: [[1, [1, -1], any], [1, [-1, 1], any]] })).toBe('infeasible'); // prettier-ignore
      });
    });

    describe('keeps a session open', () => {
      it('re-solving after changed bounds of rows and columns', () => {
        const session = open(wyndor);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-36, 8);
        session.changeRowBounds(1, -any, 10);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-33, 8);
        session.changeColumnBounds(0, 0, 1);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-28, 8);
        session.changeColumnBounds(0, 7, 9);
        expect(session.solve().kind).toBe('infeasible');
        session.changeColumnBounds(0, 0, any);
        session.changeRowBounds(1, -any, 12);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-36, 8);
      });

      it('re-solving after bounds of several rows and columns changed at once', () => {
        const session = open(wyndor);
        session.solve();
        session.changeRowsBounds(Int32Array.of(0, 2), Float64Array.of(-any, -any), Float64Array.of(2, 12));
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-30, 8);
        session.changeColumnsBounds(Int32Array.of(0, 1), Float64Array.of(0, 1), Float64Array.of(1, 4));
        const outcome = expectKind(session.solve(), 'optimal');
        expect([...outcome.values]).toEqual([1, 4]);
        session.changeColumnsBounds(Int32Array.of(), Float64Array.of(), Float64Array.of());
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-23, 8);
      });

      it('re-solving after a changed objective and constant', () => {
        const session = open({ ...wyndor, offset: 7 });
        session.solve();
        session.changeObjective(Float64Array.of(-5, -1), 2);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-21, 8);
        session.changeObjective(Float64Array.of(-3, -5), 0);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-36, 8);
      });

      it('re-solving after an added row, which can be changed like any other', () => {
        const session = open(wyndor);
        session.solve();
        expect(session.addRow(-any, 5, Int32Array.of(0, 1), Float64Array.of(1, 1))).toBe(3);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-25, 8);
        session.changeRowBounds(3, -any, 6);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-30, 8);
      });

      it('answering the same twice without a change', () => {
        const session = open(wyndor);
        const first = expectKind(session.solve(), 'optimal');
        expect(expectKind(session.solve(), 'optimal').objective).toBe(first.objective);
      });

      it('becoming unbounded and bounded again', () => {
        const session = open({ objective: [-1], columns: [[0, 4]], rows: [[-3, [1], any]] });
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-4, 8);
        session.changeColumnBounds(0, 0, any);
        expect(session.solve().kind).toBe('unbounded');
        session.changeRowBounds(0, -3, 9);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-9, 8);
      });

      it('leaving the programme it was given, and the points it gave, untouched', () => {
        const lp = programmeOf(wyndor);
        const session = solver.open(lp);
        sessions.push(session);
        const first = expectKind(session.solve(), 'optimal');
        session.changeRowBounds(0, -any, 1);
        session.changeObjective(Float64Array.of(1, 1), 0);
        session.solve();
        expect(lp).toEqual(programmeOf(wyndor));
        expect(first.values[0]).toBeCloseTo(2, 8);
      });

      it('beside other sessions', () => {
        const one = open(wyndor);
        const other = open({ objective: [1], rows: [[3, [1], any]] });
        expect(expectKind(one.solve(), 'optimal').objective).toBeCloseTo(-36, 8);
        expect(expectKind(other.solve(), 'optimal').objective).toBeCloseTo(3, 8);
        one.changeRowBounds(1, -any, 10);
        expect(expectKind(one.solve(), 'optimal').objective).toBeCloseTo(-33, 8);
      });

      it('until it is disposed, which may happen twice', () => {
        const session = open(wyndor);
        session.solve();
        session.dispose();
        session.dispose();
        expect(() => session.solve()).toThrow('disposed');
        expect(() => session.changeColumnBounds(0, 0, 1)).toThrow('disposed');
        expect(() => session.changeRowBounds(0, 0, 1)).toThrow('disposed');
        expect(() => session.changeObjective(Float64Array.of(1, 1), 0)).toThrow('disposed');
        expect(() => session.addRow(0, 1, Int32Array.of(0), Float64Array.of(1))).toThrow('disposed');
        expect(() => session.priceRanges([0])).toThrow('disposed');
        expect(() => session.conflict()).toThrow('disposed');
      });

      it('throwing on rows and columns that do not exist', () => {
        const session = open(wyndor);
        expect(() => session.changeColumnBounds(2, 0, 1)).toThrow(RangeError);
        expect(() => session.changeRowBounds(-1, 0, 1)).toThrow(RangeError);
        expect(() => session.changeRowBounds(0, NaN, 1)).toThrow(RangeError);
        const [two, three] = [Float64Array.of(0, 0), Float64Array.of(0, 0, 0)];
        expect(() => session.changeColumnsBounds(Int32Array.of(0, 2), two, two)).toThrow(RangeError);
        expect(() => session.changeRowsBounds(Int32Array.of(1, 0), two, two)).toThrow(RangeError);
        expect(() => session.changeRowsBounds(Int32Array.of(0, 1), two, three)).toThrow(RangeError);
        expect(() => session.changeObjective(Float64Array.of(1), 0)).toThrow(RangeError);
        expect(() => session.addRow(0, 1, Int32Array.of(5), Float64Array.of(1))).toThrow(RangeError);
        expect(() => session.addRow(0, 1, Int32Array.of(0, 0), Float64Array.of(1, 1))).toThrow(RangeError);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-36, 8);
      });
    });

    describe('prices', () => {
      it('rows and columns by the change of the objective per unit increase of the binding bound', () => {
        // min x + 3y − 2z: demand x + y ≥ 8, capacity z + y ≤ 9, balance w = 4; x ≤ 5, w priced 6.
        const outcome = optimum({
          objective: [1, 3, -2, 6],
          columns: [[0, 5], [0, any], [1, any], [0, any]],
          rows: [[8, [1, 1, 0, 0], any], [-any, [0, 1, 1, 0], 9], [4, [0, 0, 0, 1], 4]],
        }); // prettier-ignore
        expect(outcome.objective).toBeCloseTo(5 + 9 - 12 + 24, 8);
        if (!solver.givesDuals) {
          expect(outcome.duals).toBeNull();
          return;
        }
        expect([...(outcome.duals?.rows ?? [])]).toEqual([
          expect.closeTo(5, 8),
          expect.closeTo(-2, 8),
          expect.closeTo(6, 8),
        ]);
        expect([...(outcome.duals?.columns ?? [])]).toEqual([
          expect.closeTo(-4, 8),
          expect.closeTo(0, 8),
          expect.closeTo(0, 8),
          expect.closeTo(0, 8),
        ]);
      });

      it('columns at a lower bound by what one more unit costs', () => {
        const outcome = optimum({ objective: [2, 5], columns: [[0, any], [1, any]], rows: [[4, [1, 1], any]] }); // prettier-ignore
        const columns = outcome.duals && [...outcome.duals.columns];
        expect(columns).toEqual(solver.givesDuals ? [expect.closeTo(0, 8), expect.closeTo(3, 8)] : null);
      });

      it('within the range of the right-hand side where the price holds', () => {
        const session = open(wyndor);
        session.solve();
        const ranges = session.priceRanges([1, 2, 0]);
        if (!capabilities.ranges) {
          expect(ranges).toEqual([null, null, null]);
          return;
        }
        // Hillier & Lieberman, table 6.23: 6 ≤ b₂ ≤ 18, 12 ≤ b₃ ≤ 24, b₁ ≥ 2.
        expect(ranges).toEqual([
          { from: expect.closeTo(6, 8), to: expect.closeTo(18, 8) },
          { from: expect.closeTo(12, 8), to: expect.closeTo(24, 8) },
          { from: expect.closeTo(2, 8), to: Infinity },
        ]);
      });

      it('nothing before a solve, after a change, or after a refusal', () => {
        const session = open(wyndor);
        expect(session.priceRanges([0])).toEqual([null]);
        session.solve();
        session.changeRowBounds(0, -any, 3);
        expect(session.priceRanges([0])).toEqual([null]);
        session.changeRowBounds(0, 5, 3);
        session.solve();
        expect(session.priceRanges([0, 1])).toEqual([null, null]);
      });
    });

    describe('explains an infeasible programme', () => {
      it('by an irreducible conflict, when it can', () => {
        // Row 1 asks for more than the upper bounds of columns 0 and 1 allow; row 0 and column 2 have no part in it.
        const session = open({
          objective: [1, 1, 1],
          columns: [[0, 1], [0, 1], [0, 1]],
          rows: [[0, [0, 1, 1], any], [3, [1, 1, 0], any]],
        }); // prettier-ignore
        expect(session.conflict()).toBeNull();
        expect(session.solve().kind).toBe('infeasible');
        expect(session.conflict()).toEqual(capabilities.conflicts ? { rows: [1], columns: [0, 1] } : null);
        session.changeColumnBounds(0, 0, 2);
        expect(session.conflict()).toBeNull();
        expect(session.solve().kind).toBe('optimal');
        expect(session.conflict()).toBeNull();
      });
    });

    describe('handles whole numbers', () => {
      const budget: SmallProgramme = {
        objective: [-5, -4, -3],
        offset: 2,
        integers: [0, 1, 2],
        rows: [[-any, [2, 3, 1], 5], [-any, [4, 1, 2], 11], [-any, [3, 4, 2], 8]],
      }; // prettier-ignore

      it('exactly, without duals, or refuses', () => {
        const lp = programmeOf({ objective: [-2, -1], integers: [0], rows: [[-any, [2, 2], 7], [-any, [2, 0], 3]] }); // prettier-ignore
        const outcome = solveOnce(solver, lp);
        if (!solver.solvesIntegers) {
          expect(expectKind(outcome, 'failed').reason).toBe('unsupported');
          return;
        }
        const optimal = expectKind(outcome, 'optimal');
        expect(optimal.values[0]).toBe(1);
        expect(optimal.objective).toBeCloseTo(-4.5, 8);
        expect(optimal.gap).toBe(0);
        expect(optimal.duals).toBeNull();
      });

      it('re-solving after a change', () => {
        const session = open(budget);
        const first = session.solve();
        if (!solver.solvesIntegers) {
          expect(expectKind(first, 'failed').reason).toBe('unsupported');
          return;
        }
        expect(expectKind(first, 'optimal').objective).toBeCloseTo(-11, 8);
        session.changeColumnBounds(0, 0, 1);
        expect(expectKind(session.solve(), 'optimal').objective).toBeCloseTo(-10, 8);
        expect(session.priceRanges([0])).toEqual([null]);
      });

      it('telling infeasible from unbounded', () => {
        const expected = (kind: string) => (solver.solvesIntegers ? kind : 'failed');
        expect(kindOf({ objective: [1], columns: [[0.2, 0.8]], integers: [0] })).toBe(expected('infeasible'));
        expect(kindOf({ objective: [-1, 0], integers: [0, 1], rows: [[-any, [1, -1], 3]] })).toBe(
          expected('unbounded'),
        );
        expect(
          kindOf({ objective: [-1, 0, 0], integers: [0, 1, 2], rows: [[-any, [1, -1, 0], 3], [1, [0, 0, 2], 1]] }), // prettier-ignore
        ).toBe(expected('infeasible'));
      });

      it('stopping at the relative gap asked for', () => {
        const lp = programmeOf(longKnapsack(60, 10));
        const outcome = solveOnce(solver, lp, { relativeGap: 0.1 });
        if (!solver.solvesIntegers) {
          expect(expectKind(outcome, 'failed').reason).toBe('unsupported');
          return;
        }
        const optimal = expectKind(outcome, 'optimal');
        expect(optimal.gap).toBeGreaterThan(0);
        expect(optimal.gap).toBeLessThanOrEqual(0.1);
        expect(violation(lp, optimal.values)).toBeLessThanOrEqual(1e-6);
      });
    });

    describe('can be stopped', () => {
      it('before it begins', () => {
        const outcome = solveOnce(solver, programmeOf(wyndor), { cancel: { cancelled: true } });
        expect(expectKind(outcome, 'failed').reason).toBe('cancelled');
        expect(outcome).not.toHaveProperty('values');
        expect(expectKind(solveOnce(solver, programmeOf(wyndor), { timeLimitSeconds: 0 }), 'failed').reason).toBe(
          'timeLimit',
        );
      });

      it('and solves on afterwards', () => {
        const session = open(wyndor);
        expect(session.solve({ cancel: { cancelled: true } }).kind).toBe('failed');
        expect(expectKind(session.solve({ timeLimitSeconds: 60 }), 'optimal').objective).toBeCloseTo(-36, 8);
      });

      if (!capabilities.interruptible) return;

      it('by the time limit, with the feasible point it has', () => {
        const lp = programmeOf(longKnapsack(100, 20));
        const outcome = expectKind(solveOnce(solver, lp, { timeLimitSeconds: 2 }), 'stoppedEarly');
        expect(outcome.reason).toBe('timeLimit');
        expect(violation(lp, outcome.values)).toBeLessThanOrEqual(1e-6);
        expect(outcome.objective).toBeCloseTo(lp.objective.reduce((sum, cost, column) => sum + cost * outcome.values[column], 0), 6); // prettier-ignore
        expect(outcome.gap).toBeGreaterThan(0);
      });

      it('by the caller once there is a feasible point, hearing of the progress', () => {
        const small = longKnapsack(100, 20);
        const lp = programmeOf({ ...small, offset: 1_000_000 });
        let heard: number | null = null;
        const outcome = expectKind(
          solveOnce(solver, lp, {
            timeLimitSeconds: 30,
            cancel: {
              get cancelled() {
                return heard !== null;
              },
            },
            onProgress: (progress) => {
              expect(progress.elapsedSeconds).toBeGreaterThan(0);
              if (progress.incumbent !== null && progress.bound !== null) {
                expect(progress.bound).toBeLessThanOrEqual(progress.incumbent);
                expect(progress.gap).toBeCloseTo(
                  (progress.incumbent - progress.bound) / Math.abs(progress.incumbent),
                  8,
                );
              }
              heard = progress.incumbent;
            },
          }),
          'stoppedEarly',
        );
        expect(outcome.reason).toBe('cancelled');
        expect(heard).not.toBeNull();
        expect(outcome.objective).toBeLessThanOrEqual(Number(heard) + 1e-6);
        expect(violation(lp, outcome.values)).toBeLessThanOrEqual(1e-6);
      });

      it('in the middle of a linear programme, never with an infeasible point', () => {
        // A chain of balances that the dual simplex method needs many pivots for.
        const periods = 40;
        const rows = Array.from({ length: periods }, (_, period) => {
          const coefficients = new Array<number>(2 * periods).fill(0);
          coefficients[period] = 1;
          if (period > 0) coefficients[periods + period - 1] = 1;
          coefficients[periods + period] = -1;
          const demand = 10 + ((period * 7) % 13);
          return [demand, coefficients, demand] as const;
        });
        const small: SmallProgramme = {
          objective: Array.from({ length: 2 * periods }, (_, column) => (column < periods ? 5 : 1)),
          columns: Array.from({ length: 2 * periods }, (_, column) => [0, column < periods ? 18 : any] as const),
          rows,
        };
        let polls = 0;
        const cancel = {
          get cancelled() {
            return ++polls > 3;
          },
        };
        const lp = programmeOf(small);
        const outcome = solveOnce(solver, lp, { cancel });
        expect(['failed', 'stoppedEarly']).toContain(outcome.kind);
        if (outcome.kind === 'stoppedEarly') expect(violation(lp, outcome.values)).toBeLessThanOrEqual(1e-6);
        if (outcome.kind === 'failed') expect(outcome.reason).toBe('cancelled');
        expectKind(solveOnce(solver, lp), 'optimal');
      });
    });
  });
}
