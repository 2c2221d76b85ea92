import * as fc from 'fast-check';
import { makePlan } from '../../src/planning';
import type { Solver } from '../../src/planning';
import { assemble } from '../../src/planning/formulation/assemble';
import { formulationFor } from '../../src/planning/formulation/formulation';
import { shadowPrice } from '../../src/planning/lp/shadow-price';
import { loadHighs } from '../../src/solvers/highs';
import { problemOf } from '../planning/problem-builder';
import { problemSpecs } from './problems';
import { solved } from './solved';

const runs = Number(process.env.RUNS ?? 100);
const step = 1e-3;
const tolerance = 1e-4;

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

describe('a price', () => {
  it('lies between the one-sided changes of cost when the right-hand side moves', () => {
    fc.assert(
      fc.property(problemSpecs({ integers: false, modes: ['cost', 'profit'] }), fc.nat(), (spec, pick) => {
        const problem = problemOf(spec);
        const { lp } = assemble(problem, formulationFor(problem.mode));
        const session = highs.open(lp);
        try {
          const base = session.solve();
          if (base.kind !== 'optimal') return;
          if (!base.duals) throw new Error('An optimal LP has duals.');
          const row = pick % lp.rowCount;
          const price = shadowPrice(base.duals, row);
          const costAt = (change: number): number => {
            session.changeRowBounds(row, lp.rowLower[row] + change, lp.rowUpper[row] + change);
            const outcome = session.solve();
            // Where no plan is left, no price is high enough.
            return outcome.kind === 'optimal' ? outcome.objective : Infinity;
          };
          const up = (costAt(step) - base.objective) / step;
          const down = (base.objective - costAt(-step)) / step;
          const allowed = tolerance * Math.max(1, Math.abs(price), Math.abs(base.objective) * 1e-2);
          expect(price).toBeLessThanOrEqual(up + allowed);
          expect(price).toBeGreaterThanOrEqual(down - allowed);
        } finally {
          session.dispose();
        }
      }),
      { numRuns: 4 * runs },
    );
  });

  it('of capacity agrees with planning again with a little more and a little less', () => {
    let binding = 0;
    const specs = problemSpecs({ integers: false, modes: ['cost', 'profit'], maxItems: 3 }).filter(
      ({ resources }) => (resources ?? []).length > 0,
    );
    fc.assert(
      fc.property(specs, fc.nat(), (spec, pick) => {
        const problem = problemOf(spec);
        if (!solved(problem, highs)) return;
        const outcome = makePlan(problem, highs, { clock: () => 0 });
        if (outcome.kind !== 'planned') throw new Error(`Planning ended as ${outcome.kind}.`);
        const period = pick % problem.periods.length;
        const resource = pick % problem.resources.length;
        const price = outcome.prices.capacity[resource]?.[period] ?? NaN;
        if (!(problem.resources[resource].capacity[period] < Infinity)) {
          expect(price).toBe(0);
          return;
        }
        const costAt = (change: number): number => {
          const resources = problem.resources.map((entry, r) => ({
            ...entry,
            capacity: entry.capacity.map((units, t) => (r === resource && t === period ? units + change : units)),
          }));
          return solved({ ...problem, resources }, highs)?.objective ?? Infinity;
        };
        const base = costAt(0);
        const allowed = tolerance * Math.max(1, Math.abs(price), Math.abs(base) * 1e-2);
        expect(price).toBeLessThanOrEqual(0);
        expect(price).toBeLessThanOrEqual((costAt(step) - base) / step + allowed);
        expect(price).toBeGreaterThanOrEqual((base - costAt(-step)) / step - allowed);
        if (price < 0) binding++;
      }),
      { numRuns: 2 * runs },
    );
    expect(binding).toBeGreaterThan(0);
  });

  it('does not exist with whole numbers', () => {
    const outcome = makePlan(
      problemOf({ items: [{ demand: [10, 20], setupCost: 5, holdingCost: 1 }], resources: [{ capacity: 20 }] }),
      highs,
      { clock: () => 0 },
    );
    expect(outcome).toMatchObject({ kind: 'planned', prices: { capacity: [null], storage: [] } });
  });

  it('does not exist where more capacity would first of all cure a shortage', () => {
    const outcome = makePlan(
      problemOf({ mode: 'delivery', items: [{ demand: [10, 40], holdingCost: 1 }], resources: [{ capacity: 20 }] }),
      highs,
      { clock: () => 0 },
    );
    expect(outcome).toMatchObject({ kind: 'planned', plan: { shortage: [[0, 10]] }, prices: { capacity: [null] } });
  });
});
