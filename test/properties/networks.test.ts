import * as fc from 'fast-check';
import { makePlan, planByRule } from '../../src/planning';
import type { PlannedOutcome, PlanningMode, PlanningProblem, Solver } from '../../src/planning';
import { missesOf } from '../../src/planning/explanation/misses';
import { loadHighs } from '../../src/solvers/highs';
import { createInMemoryWorkbook } from '../../src/workbook/in-memory';
import { planWorkbook } from '../../src/workbook/plan-workbook';
import type { SheetCell } from '../../src/workbook/sheet-content';
import { tableBookContent } from '../cases/table-book';
import type { CaseTables } from '../cases/table-book';
import { networkTables } from './network-tables';

/** Some networks with lots take a minute: the same ones each time, unless RUNS and SEED ask for others. */
const runs = Number(process.env.RUNS ?? 2);
const seed = Number(process.env.SEED ?? 20261122);
jest.setTimeout(300_000);

let highs: Solver;
beforeAll(async () => {
  highs = await loadHighs();
});

interface Run {
  readonly mode: PlanningMode;
  readonly rule: 'heuristic' | 'propagation' | null;
  readonly segments?: number;
}

/** From the tables to the plan and its sheet: there is a plan, whatever the tables ask for. */
async function planned(tables: CaseTables, { mode, rule, segments }: Run) {
  const constants: Readonly<Record<string, number>> =
    segments === undefined ? {} : { Fair_Share_Segments: segments, Fair_Share_Growth: 3 };
  let problem: PlanningProblem | null = null;
  const run = await planWorkbook(createInMemoryWorkbook(tableBookContent(tables, constants)), {
    mode,
    scenario: null,
    runDate: '2026-01-31T12:00:00',
    plan: (read) => {
      problem = read;
      // A clock that stands still: reasons take the time that they need.
      return Promise.resolve(
        rule ? planByRule(rule, read, { clock: () => 0 }) : makePlan(read, highs, { clock: () => 0 }),
      );
    },
  });
  if (!run.ok || !problem || run.value.outcome?.kind !== 'planned' || !run.value.sheet)
    throw new Error(`There is no plan: ${JSON.stringify(run.ok ? run.value.report : run.error)}`);
  return { problem: problem as PlanningProblem, outcome: run.value.outcome, cells: [...run.value.sheet.cells] };
}

/** The sheet's own judgement of itself. */
const allChecks = (cells: readonly SheetCell[]) => cells.find(({ row, column }) => row === 1 && column === 3)?.value;

function expectReasons(problem: PlanningProblem, { plan, explanations, brokenLimits = [] }: PlannedOutcome): void {
  for (const miss of missesOf(problem, plan)) {
    if (miss.kind !== 'shortage') continue;
    const reasons = [
      ...explanations.filter(
        ({ kind, item, period }) =>
          kind === 'shortage' && item === miss.item && period !== null && period >= miss.from && period <= miss.to,
      ),
      ...brokenLimits.filter(({ kind, item }) => kind === 'demand' && item === miss.item),
    ];
    expect(reasons.length).toBeGreaterThan(0);
    for (const { sentence } of reasons) {
      expect(sentence).toMatch(/\d.*\. \S|: nothing can supply/);
      expect(sentence).not.toMatch(/undefined|NaN|Infinity|null/);
      // Where deliveries go before cost, money is no reason.
      if (problem.mode === 'delivery' || problem.mode === 'fair-share') expect(sentence).not.toMatch(/No limit stands/);
    }
  }
}

describe.each([
  ['without lots', false, 2 * runs],
  ['with lots', true, runs],
])('any network read from tables, %s,', (_name, lots, count) => {
  const tables = networkTables({ lots, adjusted: true });

  it.each<[string, Run]>([
    ['cost', { mode: 'cost', rule: null }],
    ['delivery', { mode: 'delivery', rule: null }],
    ['fair-share', { mode: 'fair-share', rule: null }],
    ['fair-share by segments', { mode: 'fair-share', rule: null, segments: 4 }],
    ['profit', { mode: 'profit', rule: null }],
  ])('has an audited optimal plan in mode %s, with a reason for every shortage', async (_mode, run) => {
    await fc.assert(
      fc.asyncProperty(tables, async (given) => {
        const { problem, outcome, cells } = await planned(given, run);
        expect(outcome.status).toBe('optimal');
        expect(allChecks(cells)).toBe(true);
        expectReasons(problem, outcome);
      }),
      { numRuns: count, seed, endOnFailure: true },
    );
  });

  it.each(['heuristic', 'propagation'] as const)('is planned by %s, and its sheet adds up', async (rule) => {
    await fc.assert(
      fc.asyncProperty(tables, async (given) => {
        const { problem, outcome, cells } = await planned(given, { mode: 'cost', rule });
        expect(allChecks(cells)).toBe(true);
        if (rule === 'propagation') {
          expect(Math.min(...outcome.plan.inventory.flat())).toBeGreaterThanOrEqual(0);
          expectReasons(problem, outcome);
        }
      }),
      { numRuns: 2 * count, seed, endOnFailure: true },
    );
  });
});
