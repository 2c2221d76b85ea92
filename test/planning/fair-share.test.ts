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

describe('fair share of missed safety stock', () => {
  /** Fraction of each item's safety stock that is missed over the horizon. */
  function missed(problem: PlanningProblem): number[] {
    const result = solved(problem, highs);
    if (!result) throw new Error('With soft safety stock there always is a plan.');
    return problem.items.map(({ safetyStock }, item) => {
      const gaps = safetyStock.map((wanted, t) => Math.max(0, wanted - result.plan.inventory[item][t]));
      return totalOf([gaps]) / totalOf([safetyStock]);
    });
  }

  interface Shape {
    readonly items: readonly Readonly<Record<'safety' | 'demand' | 'use' | 'penalty', number>>[];
    readonly share: number;
    readonly horizon: number;
  }
  const shape: fc.Arbitrary<Shape> = fc.record({
    items: fc.array(
      fc.record({
        safety: fc.integer({ min: 1, max: 60 }),
        demand: fc.integer({ min: 0, max: 20 }),
        use: fc.constantFrom(0.5, 1, 1.5, 2),
        penalty: fc.integer({ min: 0, max: 9 }),
      }),
      { minLength: 2, maxLength: 5 },
    ),
    share: fc.double({ min: 0, max: 1.2, noNaN: true }),
    horizon: fc.integer({ min: 1, max: 4 }),
  });

  /** What demand needs in every period, and a share of what the safety stocks need in the first one. */
  function stocked({ items, share, horizon }: Shape, segments?: PlanningProblem['fairShareSegments']): PlanningProblem {
    const hours = (key: 'safety' | 'demand') => items.reduce((sum, item) => sum + item[key] * item.use, 0);
    const every = (value: number) => new Array<number>(horizon).fill(value);
    const problem = problemOf({
      mode: 'fair-share',
      items: items.map(({ safety, demand, use, penalty }) => ({
        demand: every(demand),
        use: [use],
        safetyStock: safety,
        safetyStockCost: penalty,
      })),
      resources: [
        { capacity: every(hours('demand')).map((units, t) => units + (t === 0 ? share * hours('safety') : 0)) },
      ],
    });
    return {
      ...problem,
      ...(segments ? { fairShareSegments: segments } : {}),
      items: problem.items.map((item) => ({ ...item, safetyStockFairShare: true })),
    };
  }

  it('gives every item the same fraction, whatever a unit uses and costs, and never at the price of a delivery', () => {
    fc.assert(
      fc.property(shape, (given) => {
        const problem = stocked(given);
        const expected = Math.max(0, 1 - given.share);
        for (const fraction of missed(problem)) expect(fraction).toBeCloseTo(expected, 5);
        for (const fraction of fractions({ ...problem, demands: problem.demands.filter(isWanted) }))
          expect(fraction).toBeCloseTo(0, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('spreads it to within a segment by the segmented penalty, where its cost is the same', () => {
    fc.assert(
      fc.property(shape, (given) => {
        const items = given.items.map((item) => ({ ...item, penalty: 5 }));
        const problem = stocked({ ...given, items }, { count: 10, growth: 4.5 });
        const expected = Math.max(0, 1 - given.share);
        for (const fraction of missed(problem)) expect(Math.abs(fraction - expected)).toBeLessThanOrEqual(0.1 + 1e-6);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves safety stock to cost where it is not shared', () => {
    const given = {
      items: [
        { safety: 40, demand: 40, use: 1.25, penalty: 3 },
        { safety: 50, demand: 50, use: 0.8, penalty: 3 },
      ],
      share: 1 / 3,
      horizon: 2,
    };
    const shared = stocked(given);
    const apart = { ...shared, items: shared.items.map((item) => ({ ...item, safetyStockFairShare: false })) };
    // 30 hours for 90 hours of safety stock: B makes 37.5 of its 50 units with them, because a unit of it takes fewer.
    expect(missed(apart).map((fraction) => fraction.toFixed(6))).toEqual(['1.000000', '0.250000']);
    expect(missed(shared).map((fraction) => fraction.toFixed(6))).toEqual(['0.666667', '0.666667']);
  });
});

function isWanted({ quantity }: PlanningProblem['demands'][number]): boolean {
  return quantity.some((units) => units > 0);
}
