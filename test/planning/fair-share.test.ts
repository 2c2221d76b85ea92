import fc from 'fast-check';
import { checkProblem } from '../../src/planning';
import type { PlanningProblem, Solver } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { solved, totalOf } from '../properties/solved';
import { problemOf } from './problem-builder';

let highs: Solver;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Fraction of each item's demand that is never delivered. */
function fractions(problem: PlanningProblem, solver: Solver = highs): number[] {
  const result = solved(problem, solver);
  if (!result) throw new Error('In fair-share mode there always is a plan.');
  return problem.demands.map(({ quantity }, k) => {
    const wanted = quantity.reduce((sum, units) => sum + units, 0);
    return wanted === 0 ? 0 : totalOf([result.plan.shortage[k]]) / wanted;
  });
}

/** Items that share one line; the second line belongs to the last item alone. */
function lines(capacity: number, own: number): PlanningProblem {
  return problemOf({
    mode: 'fair-share',
    items: [
      { name: 'A', demand: [100, 100], use: [1.25, 0] },
      { name: 'B', demand: [50, 50], use: [0.8, 0] },
      { name: 'C', demand: [40, 40], use: [1, 1] },
    ],
    resources: [{ capacity }, { capacity: own }],
  });
}

describe('fair share', () => {
  it('gives every item the same fraction where one resource is short, whatever a unit uses of it', () => {
    // 2 × 205 hours are wanted and 2 × 164 are there: a fifth of everything stays undelivered.
    expect(fractions(lines(164, 100)).map((fraction) => fraction.toFixed(6))).toEqual([
      '0.200000',
      '0.200000',
      '0.200000',
    ]);
  });

  it('lets others have what an item cannot use because of a bottleneck of its own', () => {
    // C gets half by its own line, which leaves 2 × 144 of the 2 × 165 hours that A and B want.
    const [a, b, c] = fractions(lines(164, 20));
    expect(c).toBeCloseTo(0.5, 6);
    expect(a).toBeCloseTo(1 - 144 / 165, 6);
    expect(b).toBeCloseTo(1 - 144 / 165, 6);
  });

  it('finds the same fractions with a solver that gives no duals', () => {
    const blind: Solver = {
      ...highs,
      name: 'no duals',
      open: (lp) => {
        const session = highs.open(lp);
        return {
          ...session,
          solve: (options) => {
            const outcome = session.solve(options);
            return outcome.kind === 'optimal' ? { ...outcome, duals: null } : outcome;
          },
        };
      },
    };
    const problem = lines(164, 20);
    fractions(problem, blind).forEach((fraction, k) => expect(fraction).toBeCloseTo(fractions(problem)[k], 6));
  });

  it('delivers everything where there is enough', () => {
    expect(fractions(lines(205, 40))).toEqual([0, 0, 0]);
  });

  it('leaves out what FairShare switches off: the others share what is left after it gave all it has', () => {
    const problem = lines(164, 100);
    const apart: PlanningProblem = {
      ...problem,
      demands: problem.demands.map((demand, k) => ({ ...demand, fairShare: k !== 2 })),
    };
    // C takes 40 of 205 hours and 41 are missing: it loses all of them, and A and B the one that is still missing.
    const [a, b, c] = fractions(apart);
    expect(c).toBeCloseTo(1, 6);
    expect(a).toBeCloseTo(1 / 165, 6);
    expect(b).toBeCloseTo(1 / 165, 6);
  });

  it('settles whole lots at the smallest largest fraction', () => {
    const problem = problemOf({
      mode: 'fair-share',
      items: [
        { name: 'A', demand: [30], lotSize: 10 },
        { name: 'B', demand: [20], lotSize: 10 },
      ],
      resources: [{ capacity: 40 }],
    });
    // One lot of A or of B is missing: a third of A is less than half of B.
    const [a, b] = fractions(problem);
    expect([a, b]).toEqual([expect.closeTo(1 / 3, 6), expect.closeTo(0, 6)]);
  });

  it('never lets an item lose a smaller fraction while another could lose less instead', () => {
    const shape = fc.record({
      demands: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 5 }),
      uses: fc.array(fc.constantFrom(0.5, 1, 1.5, 2), { minLength: 5, maxLength: 5 }),
      capacity: fc.integer({ min: 1, max: 120 }),
    });
    fc.assert(
      fc.property(shape, ({ demands, uses, capacity }) => {
        const problem = problemOf({
          mode: 'fair-share',
          items: demands.map((units, i) => ({ demand: [units, units], use: [uses[i]] })),
          resources: [{ capacity }],
        });
        const hours = demands.reduce((sum, units, i) => sum + units * uses[i], 0);
        const expected = Math.max(0, 1 - capacity / hours);
        fractions(problem).forEach((fraction) => expect(fraction).toBeCloseTo(expected, 5));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the segmented penalty', () => {
  const segmented = (growth: number): PlanningProblem => ({
    ...lines(164, 100),
    fairShareSegments: { count: 10, growth },
  });

  it('spreads shortage over items to within a segment', () => {
    const found = fractions(segmented(2));
    for (const fraction of found) expect(Math.abs(fraction - 0.2)).toBeLessThanOrEqual(0.1 + 1e-9);
    expect(checkProblem(segmented(2))).toEqual([]);
  });

  it('warns where the growth is smaller than the spread of resource use per unit', () => {
    // 1.25 hours against 0.8: emptying A costs less per hour until the penalty has grown by more than that.
    const [warning] = checkProblem(segmented(1.2));
    expect(warning).toMatchObject({ severity: 'warning', code: 'fair-share-growth' });
    expect(fractions(segmented(1.05))[0]).toBeGreaterThan(0.25);
  });

  it('takes 1 to 10 segments', () => {
    const wrong = { ...segmented(2), fairShareSegments: { count: 11, growth: 2 } };
    expect(checkProblem(wrong)).toEqual([expect.objectContaining({ severity: 'error', code: 'fair-share-segments' })]);
  });
});
