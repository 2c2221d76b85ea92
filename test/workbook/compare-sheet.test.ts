import { prebuildQ4Sample } from '../../scripts/samples/prebuild-q4';
import { makePlan } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { compareScenarios } from '../../src/workbook/compare-scenarios';
import { createInMemoryWorkbook } from '../../src/workbook/in-memory';
import { readContent } from '../../src/workbook/read-problem';
import type { SheetContent } from '../../src/workbook/sheet-content';
import type { WorkbookContent } from '../../src/workbook/workbook';
import { differences } from './plan-sheet/recalculate';
import type { Grid } from './workbook-content';
import { workbookContent } from './workbook-content';

const headings = ['Scenario', 'Input', 'Item', 'Period from', 'Period to', 'Change', 'Amount'];

/** Two items over three months; a push of one of them, and one that capacity cannot follow. */
function smallContent(): WorkbookContent {
  const data: Grid = [
    [null, 'Jan', 'Feb', 'Mar', null, 60, 5, 1],
    ['Bolt', 10, 20, 30],
    ['Nut', 5, 5, 5],
  ];
  return workbookContent({
    sheets: {
      Data: data,
      Scenarios: [
        headings,
        ['Push', 'Demand', 'Bolt', 'Mar', 'Mar', 'percent', 50],
        ['Push', 'Holding_Cost', null, null, null, 'value', 2],
        ['Boom', 'Demand', null, null, null, 'percent', 900],
      ],
    },
    names: {
      Demand: 'Data!B2:D3',
      Capacity: 'Data!F1',
      Production_Cost: 'Data!G1',
      Holding_Cost: 'Data!H1',
    },
    tables: { SOP_Scenarios: 'Scenarios!A1:G4' },
  });
}

async function comparisonOf(content: WorkbookContent, scenarios?: readonly string[]) {
  const solver = await loadHighs();
  const { sheet, runs } = await compareScenarios(content, {
    scenarios,
    runDate: '2026-01-31T12:00:00',
    plan: (problem) => Promise.resolve(makePlan(problem, solver, { clock: () => 0 })),
  });
  if (!sheet) throw new Error('No scenario has a plan.');
  return { sheet, runs };
}

/** Values of the rows that start with these words. */
function rowsOf(sheet: SheetContent, label: string, detail?: string): unknown[][] {
  const rows = sheet.cells.filter(({ column, value }) => column === 0 && value === label).map(({ row }) => row);
  return rows
    .map((row) => sheet.cells.filter((cell) => cell.row === row).map(({ value }) => value))
    .filter((values) => detail === undefined || values[1] === detail);
}

describe('scenarios side by side', () => {
  it('has formulas that a calculation engine agrees with', async () => {
    const { sheet } = await comparisonOf(smallContent());
    expect(sheet.cells.filter(({ formula }) => formula).length).toBeGreaterThan(60);
    expect(differences(sheet, { sheets: {} })).toEqual([]);
  });

  it('says how each ended, and leaves a scenario without a plan blank', async () => {
    const { sheet, runs } = await comparisonOf(smallContent());
    expect(runs.map(({ name }) => name)).toEqual(['BASELINE', 'Push', 'Boom']);
    expect(rowsOf(sheet, 'Status')[0].slice(2)).toEqual(['optimal', 'optimal', 'no plan satisfies the limits']);
    expect(rowsOf(sheet, 'Total production')[0].slice(2)).toEqual([75, 90, null, 15]);
  });

  it('lists the inputs that differ, at their places', async () => {
    const { sheet } = await comparisonOf(smallContent(), ['BASELINE', 'Push']);
    expect(rowsOf(sheet, 'Demand', 'Bolt, Mar')).toEqual([['Demand', 'Bolt, Mar', 30, 45, 15]]);
    expect(rowsOf(sheet, 'Holding_Cost', 'all')).toEqual([['Holding_Cost', 'all', 1, 2, 1]]);
  });

  it('marks the cells of items and periods that differ, and no others', async () => {
    const { sheet } = await comparisonOf(smallContent(), ['BASELINE', 'Push']);
    const block = sheet.highlights.filter(({ columnCount, rowCount }) => columnCount === 3 && rowCount === 2);
    expect(block).toHaveLength(2);
    for (const { row, when } of block) {
      const address = `D${row + 1}`;
      expect(when).toEqual({ kind: 'formula', formula: `ABS(${address})>0.0001` });
      expect(sheet.cells.find((cell) => cell.row === row && cell.column === 1)?.value).toBe('Push less BASELINE');
    }
  });

  it('draws cost, demand, production and inventory, clear of the tables', async () => {
    const { sheet } = await comparisonOf(smallContent(), ['BASELINE', 'Push']);
    expect(sheet.charts.map(({ title, stacked }) => [title, stacked])).toEqual([
      ['Cost by scenario', true],
      ['Demand by scenario', false],
      ['Production by scenario', false],
      ['Ending inventory by scenario', false],
    ]);
    for (const { anchor } of sheet.charts) {
      const covered = sheet.cells.filter(
        ({ row, column, value }) =>
          value !== null &&
          row >= anchor.row &&
          row < anchor.row + anchor.rowCount &&
          column >= anchor.column &&
          column < anchor.column + anchor.columnCount,
      );
      expect(covered).toEqual([]);
    }
  });
});

it('adds up months to quarters for the pre-build case', async () => {
  const content = await readContent(createInMemoryWorkbook(prebuildQ4Sample()));
  if (!content.ok) throw new Error(content.error.message);
  const { sheet } = await comparisonOf(content.value);
  const [heading] = rowsOf(sheet, 'Uplift');
  expect(heading.slice(-2)).toEqual(['Q3 2024', 'Q4 2024']);
  const [uplift] = rowsOf(sheet, 'Uplift of demand', 'Q4_PUSH less BASELINE');
  expect(uplift.slice(-2)).toEqual([71_055, 199_716]);
  expect(rowsOf(sheet, 'Overflow avoided')[0].slice(2)).toEqual([true, true, true]);
  expect(differences(sheet, { sheets: {} })).toEqual([]);
});
