import * as fc from 'fast-check';
import { auditPlan, costOfPlan } from '../../src/planning';
import type { Solver } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { problemOf } from '../planning/problem-builder';
import type { ProblemSpec } from '../planning/problem-builder';
import { problemSpecs } from './problems';
import { inSmallerUnits } from './scaling';
import { solved, totalOf } from './solved';

const runs = Number(process.env.RUNS ?? 40);
const modes = ['cost', 'delivery', 'profit'] as const;

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

/** Checks a property of every generated problem that has a plan, and that enough of them have one. */
function forPlans(specs: fc.Arbitrary<ProblemSpec>, count: number, check: (spec: ProblemSpec) => boolean): void {
  let plans = 0;
  fc.assert(
    fc.property(specs, (spec) => {
      if (check(spec)) plans++;
    }),
    { numRuns: count },
  );
  expect(plans).toBeGreaterThan(count / 5);
}

describe.each([
  ['without whole numbers', false],
  ['with set-ups, lots and whole workers', true],
])('every plan %s', (_name, integers) => {
  it('passes the audit, and its cost terms add up to the objective', () => {
    forPlans(problemSpecs({ integers, modes }), integers ? runs : 4 * runs, (spec) => {
      const problem = problemOf(spec);
      const result = solved(problem, highs);
      if (!result) return false;
      expect(auditPlan(problem, result.plan, { objective: result.objective })).toEqual([]);
      const { terms, total, revenue } = costOfPlan(problem, result.plan);
      expect(terms.reduce((sum, term) => sum + term.total, 0)).toBeCloseTo(total, 6);
      expect(spec.mode === 'profit' ? total - revenue : total).toBeCloseTo(result.objective, 4);
      return true;
    });
  });

  it('stays as good when items are renamed and reordered', () => {
    forPlans(
      problemSpecs({ integers, modes, maxItems: integers ? 3 : 4, maxPeriods: integers ? 4 : 6 }),
      runs,
      (spec) => {
        const result = solved(problemOf(spec), highs);
        const items = spec.items.map((item, i) => ({ ...item, name: `renamed ${i}` })).reverse();
        const other = solved(problemOf({ ...spec, items }), highs);
        expect(other === null).toBe(result === null);
        if (!result || !other) return false;
        expect(other.objective).toBeCloseTo(result.objective, 3);
        return true;
      },
    );
  });

  it('is the same when it is counted in grams instead of kilograms', () => {
    forPlans(problemSpecs({ integers, modes, maxItems: 3, maxPeriods: integers ? 4 : 6 }), runs, (spec) => {
      const result = solved(problemOf(spec), highs);
      const inGrams = problemOf(inSmallerUnits(spec, 10_000));
      const other = solved(inGrams, highs);
      expect(other === null).toBe(result === null);
      if (!result || !other) return false;
      expect(other.objective / 10_000).toBeCloseTo(result.objective, 3);
      expect(auditPlan(inGrams, other.plan, { objective: other.objective })).toEqual([]);
      return true;
    });
  });

  it('gets no worse with more capacity', () => {
    const more = fc.tuple(
      problemSpecs({ integers, modes, maxItems: 3, maxPeriods: integers ? 4 : 6 }).filter(
        ({ resources }) => (resources ?? []).length > 0,
      ),
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 6, maxLength: 6 }),
    );
    fc.assert(
      fc.property(more, ([spec, extra]) => {
        const problem = problemOf(spec);
        const base = solved(problem, highs);
        if (!base) return;
        const resources = problem.resources.map((resource) => ({
          ...resource,
          capacity: resource.capacity.map((capacity, t) => capacity + extra[t]),
        }));
        const other = solved({ ...problem, resources }, highs);
        if (!other) throw new Error('More capacity has made the limits impossible.');
        const [before, after] = [base, other].map(({ plan, objective }) =>
          spec.mode === 'delivery' ? [totalOf(plan.shortage), totalOf(plan.backorders), objective] : [objective],
        );
        const first = before.findIndex((value, goal) => Math.abs(value - after[goal]) > 1e-4 * Math.max(1, value));
        if (first >= 0) expect(after[first]).toBeLessThan(before[first]);
      }),
      { numRuns: runs },
    );
  });

  it('of mode delivery leaves no more undelivered than one of any other mode', () => {
    forPlans(
      problemSpecs({ integers, maxItems: 3, maxPeriods: integers ? 4 : 6 }),
      integers ? runs / 2 : runs,
      (spec) => {
        const delivery = solved(problemOf({ ...spec, mode: 'delivery' }), highs);
        for (const mode of ['cost', 'profit'] as const) {
          const other = solved(problemOf({ ...spec, mode }), highs);
          if (!other) continue;
          if (!delivery) throw new Error(`Mode ${mode} has a plan, mode delivery has none.`);
          expect(totalOf(delivery.plan.shortage)).toBeLessThanOrEqual(totalOf(other.plan.shortage) + 1e-4);
        }
        return delivery !== null;
      },
    );
  });
});
