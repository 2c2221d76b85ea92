import { madeSheet } from '../../../src/workbook/sheet-content';
import { makePlan } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { planContent } from '../../../src/workbook/plan-workbook';
import { differences } from '../plan-sheet/recalculate';
import type { Book } from '../workbook-content';
import { workbookContent } from '../workbook-content';

const book: Book = {
  sheets: {
    Data: [
      [null, 'Jan', 'Feb', 'Mar', null, 60, 5, 1, 0.25],
      ['Bolt', 10, 20, 30],
      ['Nut', 5, 5, 5],
    ],
    Scenarios: [
      ['Scenario', 'Input', 'Item', 'Period from', 'Period to', 'Change', 'Amount'],
      ['Push', 'Demand', 'Bolt', 'Mar', null, 'percent', 50],
      ['Push', 'Holding_Cost', 'Nut', null, null, 'value', 2],
      ['Push', 'Capacity', null, 'Feb', 'Feb', 'absolute', -35],
    ],
  },
  names: {
    Demand: 'Data!B2:D3',
    Capacity: 'Data!F1',
    Production_Cost: 'Data!G1',
    Holding_Cost: 'Data!H1',
    Safety_Stock_Ratio: 'Data!I1',
  },
  tables: { SOP_Scenarios: 'Scenarios!A1:G4' },
};

test('the sheet of a scenario refers to the cells that it leaves alone, and states what it changes', async () => {
  const solver = await loadHighs();
  const { sheet: planned, report } = await planContent(workbookContent(book), {
    scenario: 'Push',
    runDate: '2026-01-31T12:00:00',
    plan: (problem) => Promise.resolve(makePlan(problem, solver, { clock: () => 0 })),
  });
  if (!planned) throw new Error('There is no plan.');
  const sheet = madeSheet(planned);
  expect(report.scenario).toBe('Push');
  expect(sheet.name).toBe('SOP Plan (Push)');
  expect(differences(sheet, book)).toEqual([]);
  // Whether an input is as it was is asked of the workbook's own cells, whatever the scenario makes of them.
  const asksWhatWas = (formula: string) => formula.includes('NPV(');
  const formulas = sheet.cells
    .flatMap(({ formula }) => formula ?? [])
    .filter((formula) => !asksWhatWas(formula))
    .join(' ');
  expect(formulas).toContain('Production_Cost');
  expect(formulas).not.toMatch(/Demand|Holding_Cost|[^_]Capacity/);
  const checks = sheet.cells.filter(({ value, formula }) => formula !== undefined && typeof value === 'boolean');
  expect(checks.length).toBeGreaterThan(4);
  expect(checks.every(({ value }) => value === true)).toBe(true);
});
