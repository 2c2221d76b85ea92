import { makePlan } from '../../src/planning';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver';
import { createInMemoryWorkbook } from '../../src/workbook/in-memory';
import { planContent } from '../../src/workbook/plan-workbook';
import type { PlannedWorkbook } from '../../src/workbook/plan-workbook';
import { readContent } from '../../src/workbook/read-problem';
import type { SheetOverride } from '../../src/workbook/sheet-override';
import { threeSkusSample } from '../../scripts/samples/three-skus';

/** Plans the sample with a planner that tells of its plan ahead, and says in which order things happened. */
async function planned(
  overrides: readonly SheetOverride[] = [],
): Promise<{ readonly order: readonly string[]; readonly run: PlannedWorkbook }> {
  const content = await readContent(createInMemoryWorkbook(threeSkusSample()));
  if (!content.ok) throw new Error(content.error.message);
  const order: string[] = [];
  const run = await planContent(content.value, {
    scenario: null,
    runDate: '2026-01-31T12:00:00',
    overrides,
    plan: async (problem, onPlan) => {
      const outcome = makePlan(problem, javascriptLpSolver(), { clock: () => 0, onPlan });
      order.push('explained');
      return outcome;
    },
    onSheet: ({ name }) => order.push(name),
  });
  return { order, run };
}

test('the sheet is laid out while the reasons for its plan are still sought, once', async () => {
  const { order, run } = await planned();
  expect(order).toEqual(['SOP Plan', 'explained']);
  expect(run.report.totalCost).toBe(2128139);
  expect(run.report.explanations).not.toEqual([]);
  expect([...(run.sheet?.cells ?? [])].map(({ value }) => value)).toContain(2128139);
});

test('a sheet that says what typed quantities cost waits for that', async () => {
  const { run: first } = await planned();
  const { problem } = first.reading;
  if (!problem) throw new Error('There is no problem.');
  const [item] = problem.items;
  const typed = { item: item.name, kind: 'production', name: problem.sources[0].name } as const;
  const { order, run } = await planned([{ ...typed, period: problem.periods[0].label, typed: 5000, optimal: 0 }]);
  expect(order).toEqual(['explained', 'SOP Plan']);
  expect(run.outcome?.kind === 'planned' && run.outcome.plan.production[0][0]).toBe(5000);
});
