import * as fc from 'fast-check';
import { auditPlan } from '../../src/planning';
import type { Matrix, Plan, PlanningProblem, Solver } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { problemOf } from '../planning/problem-builder';
import { problemSpecs } from './problems';
import { solved } from './solved';

const runs = Number(process.env.RUNS ?? 60);

let highs: Solver;

beforeAll(async () => {
  highs = await loadHighs();
});

type MatrixName = Exclude<keyof Plan, 'workforce'>;
const matrices: readonly MatrixName[] = [
  'production',
  'setups',
  'subcontract',
  'inventory',
  'deliveries',
  'shortage',
  'backorders',
  'overtime',
  'overflow',
];

function changed(matrix: Matrix, row: number, column: number, amount: number): Matrix {
  return matrix.map((line, r) => (r === row ? changedRow(line, column, amount) : line));
}

function changedRow(line: readonly number[], column: number, amount: number): number[] {
  return line.map((quantity, c) => (c === column ? quantity + amount : quantity));
}

/** The plan with one of its quantities changed: what was changed, and the plan that lies. */
function mutants(
  problem: PlanningProblem,
  plan: Plan,
  amount: number,
): { readonly what: string; readonly plan: Plan }[] {
  const found: { what: string; plan: Plan }[] = [];
  for (const name of matrices) {
    plan[name].forEach((line, row) =>
      line.forEach((_quantity, t) => {
        // A set-up that nothing needs costs nothing and hides nothing.
        if (name === 'setups' && !problem.sources[row].setupCost[t]) return;
        found.push({ what: `${name} ${row} ${t}`, plan: { ...plan, [name]: changed(plan[name], row, t, amount) } });
      }),
    );
  }
  const { workforce } = plan;
  if (workforce) {
    for (const name of ['workers', 'hired', 'laidOff'] as const) {
      workforce[name].forEach((_quantity, t) =>
        found.push({
          what: `${name} ${t}`,
          plan: { ...plan, workforce: { ...workforce, [name]: changedRow(workforce[name], t, amount) } },
        }),
      );
    }
  }
  return found;
}

describe('the audit', () => {
  it.each([1, -1, 0.01, NaN])('objects when any quantity of an accepted plan is changed by %s', (amount) => {
    let changes = 0;
    fc.assert(
      fc.property(
        problemSpecs({
          integers: true,
          modes: ['cost', 'delivery', 'profit'],
          leastCost: 1,
          maxItems: 3,
          maxPeriods: 4,
        }),
        (spec) => {
          const problem = problemOf(spec);
          const result = solved(problem, highs);
          if (!result) return;
          const { objective } = result;
          expect(auditPlan(problem, result.plan, { objective })).toEqual([]);
          const accepted = mutants(problem, result.plan, amount).filter(({ plan }) => {
            changes++;
            return auditPlan(problem, plan, { objective }).length === 0;
          });
          expect(accepted.map(({ what }) => what)).toEqual([]);
        },
      ),
      { numRuns: runs / 2 },
    );
    expect(changes).toBeGreaterThan(runs);
  });

  it('objects to a plan that lacks a row or a period', () => {
    const problem = problemOf({ items: [{ demand: [10, 20] }, { demand: [5, 5] }], resources: [{ capacity: 50 }] });
    const result = solved(problem, highs);
    if (!result) throw new Error('There is a plan.');
    const { plan, objective } = result;
    expect(auditPlan(problem, { ...plan, production: plan.production.slice(1) }, { objective })).toMatchObject([
      { rule: 'production: one row for each', amount: 1 },
    ]);
    expect(auditPlan(problem, { ...plan, inventory: [[0], [0, 0]] }, { objective })).toMatchObject([
      { rule: 'inventory: one quantity per period', subject: '0', amount: 1 },
    ]);
  });

  it('objects to a plan that does not cost what the solver said', () => {
    const problem = problemOf({ items: [{ demand: [10, 20], productionCost: 3 }] });
    const result = solved(problem, highs);
    if (!result) throw new Error('There is a plan.');
    expect(auditPlan(problem, result.plan, { objective: 90 })).toEqual([]);
    expect(auditPlan(problem, result.plan, { objective: 91 })).toMatchObject([
      { rule: 'costs add up to the objective', amount: 1 },
    ]);
  });

  it('objects to half a worker and to half a lot', () => {
    const problem = problemOf({
      items: [{ demand: [10, 10], lotSize: 5, use: [1] }],
      resources: [{ capacity: 0 }],
      workforce: {
        initialWorkers: 2,
        hoursPerWorker: [10, 10],
        overtimePerWorker: [0, 0],
        wageCost: [0, 0],
        hireCost: [0, 0],
        layoffCost: [0, 0],
        maxWorkers: [5, 5],
        wholeWorkers: true,
      },
    });
    const result = solved(problem, highs);
    if (!result) throw new Error('There is a plan.');
    const { plan } = result;
    const half: Plan = {
      ...plan,
      production: [[12, 8]],
      inventory: [[2, 0]],
      workforce: { workers: [2.5, 2.5], hired: [0.5, 0], laidOff: [0, 0] },
    };
    expect(auditPlan(problem, half, { objective: 0 }).map(({ rule, period }) => [rule, period])).toEqual([
      ['whole lots', 'P1'],
      ['whole lots', 'P2'],
      ['workers are whole', 'P1'],
      ['workers are whole', 'P1'],
      ['workers are whole', 'P2'],
    ]);
  });
});
