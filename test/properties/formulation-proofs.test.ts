import * as fc from 'fast-check';
import { solveOnce } from '../../src/planning';
import type { PlanningProblem, Solver } from '../../src/planning';
import { assemble } from '../../src/planning/formulation/assemble';
import { formulationFor } from '../../src/planning/formulation/formulation';
import { anyLimit, term } from '../../src/planning/formulation/parts';
import { production } from '../../src/planning/formulation/decisions/production';
import { setUps } from '../../src/planning/formulation/decisions/set-ups';
import { setUpForProduction } from '../../src/planning/formulation/limits/set-up-rules';
import { loadHighs } from '../../src/solvers/highs';
import { programmeOf } from '../contracts/small-programme';
import { problemOf } from '../planning/problem-builder';
import { problemSpecs } from './problems';
import { solved } from './solved';

const runs = Number(process.env.RUNS ?? 100);

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

describe('backorders kept first in, first out', () => {
  const cases = fc.integer({ min: 2, max: 6 }).chain((periods) => {
    const every = (max: number) => fc.array(fc.integer({ min: 0, max }), { minLength: periods, maxLength: periods });
    return fc.record({
      demand: every(30),
      capacity: every(25),
      productionCost: every(20),
      holdingCost: every(4),
      shortageCost: every(60),
      backorderCost: every(8),
      maxLateness: fc.integer({ min: 1, max: 3 }),
      mayBeShort: fc.boolean(),
    });
  });

  it('cost as much as when every delivery says which period it serves', () => {
    fc.assert(
      fc.property(cases, ({ mayBeShort, capacity, shortageCost, ...item }) => {
        const problem = problemOf({
          items: [{ ...item, shortageCost: mayBeShort ? shortageCost : null }],
          resources: [{ capacity }],
        });
        const result = solved(problem, highs);
        const explicit = solveOnce(highs, deliveriesByPair({ ...item, capacity, shortageCost, mayBeShort }));
        expect(explicit.kind).toBe(result ? 'optimal' : 'infeasible');
        if (result && explicit.kind === 'optimal') expect(result.objective).toBeCloseTo(explicit.objective, 5);
      }),
      { numRuns: 2 * runs },
    );
  });
});

/** The same plant with one column per pair of periods: wanted in one, delivered in another. */
function deliveriesByPair(plant: {
  readonly demand: readonly number[];
  readonly capacity: readonly number[];
  readonly productionCost: readonly number[];
  readonly holdingCost: readonly number[];
  readonly shortageCost: readonly number[];
  readonly backorderCost: readonly number[];
  readonly maxLateness: number;
  readonly mayBeShort: boolean;
}) {
  const periods = plant.demand.length;
  const objective: number[] = [];
  const columns: (readonly [number, number])[] = [];
  const stock = plant.demand.map(() => new Map<number, number>());
  const wanted = plant.demand.map(() => new Map<number, number>());
  const column = (cost: number, upper: number): number => {
    objective.push(cost);
    columns.push([0, upper]);
    return objective.length - 1;
  };
  for (let t = 0; t < periods; t++) {
    stock[t].set(column(plant.productionCost[t], plant.capacity[t]), 1);
    const kept = column(plant.holdingCost[t], Infinity);
    stock[t].set(kept, -1);
    if (t + 1 < periods) stock[t + 1].set(kept, 1);
    wanted[t].set(column(plant.shortageCost[t], plant.mayBeShort ? Infinity : 0), 1);
    let late = 0;
    for (let delivered = t; delivered < periods && delivered - t <= plant.maxLateness; delivered++) {
      const units = column(late, Infinity);
      stock[delivered].set(units, -1);
      wanted[t].set(units, 1);
      late += plant.backorderCost[delivered];
    }
  }
  const rowOf = (entries: ReadonlyMap<number, number>, value: number) =>
    [value, objective.map((_cost, position) => entries.get(position) ?? 0), value] as const;
  return programmeOf({
    objective,
    columns,
    rows: [
      ...stock.map((entries) => rowOf(entries, 0)),
      ...wanted.map((entries, t) => rowOf(entries, plant.demand[t])),
    ],
  });
}

describe('the production ceiling of a set-up', () => {
  const generous = anyLimit({
    ...setUpForProduction,
    terms: [term(production), term(setUps, () => -1e4)],
  });

  it('never cuts off the optimum', () => {
    fc.assert(
      fc.property(problemSpecs({ integers: true, modes: ['cost', 'profit'], maxItems: 2, maxPeriods: 4 }), (spec) => {
        const problem = problemOf(spec);
        expect(optimum(problem, false)).toBeCloseTo(optimum(problem, true), 2);
      }),
      { numRuns: runs },
    );
  });

  function optimum(problem: PlanningProblem, withGenerousCeiling: boolean): number {
    const listed = formulationFor(problem.mode);
    const limits = listed.limits.map((part) => (part.id === setUpForProduction.id ? generous : part));
    const { lp } = assemble(problem, withGenerousCeiling ? { ...listed, limits } : listed);
    const outcome = solveOnce(highs, lp);
    if (outcome.kind === 'infeasible') return Infinity;
    if (outcome.kind !== 'optimal') throw new Error(`The solve ended as ${outcome.kind}.`);
    return outcome.objective;
  }
});
