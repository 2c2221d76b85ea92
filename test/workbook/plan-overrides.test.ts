import { costOfOverrides, makePlan, openPlanning } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { emptySheet, type BookContent } from '../../src/workbook/book-content';
import { createInMemoryWorkbook } from '../../src/workbook/in-memory';
import { readOverrides, type SheetOverride } from '../../src/workbook/plan-overrides';
import { planWorkbook } from '../../src/workbook/plan-workbook';
import { noChange, type CellValue, type Workbook } from '../../src/workbook/workbook';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import { opened } from './xlsx/package-files';

const grid: readonly (readonly CellValue[])[] = [
  [null, 'Jan', 'Feb', 'Mar'],
  ['Bolt', 10, 20, 30],
  ['Nut', 5, 5, 5],
  ['Holding', 2],
  ['Capacity', 100],
];
const book: BookContent = {
  sheets: [
    {
      ...emptySheet('Data'),
      cells: grid.flatMap((line, row) => line.map((value, column) => ({ row, column, value }))),
    },
  ],
  names: [
    { name: 'Demand', refersTo: 'Data!$B$2:$D$3' },
    { name: 'Holding_Cost', refersTo: 'Data!$B$4' },
    { name: 'Capacity', refersTo: 'Data!$B$5' },
  ],
  tables: [],
};

/** Plans the workbook, keeps the given overrides, and writes the sheet. */
async function planned(workbook: Workbook, overrides: readonly SheetOverride[]) {
  const solver = await loadHighs();
  const clock = () => 0;
  const run = await planWorkbook(workbook, {
    scenario: null,
    runDate: '2026-01-31 09:30',
    plan: (problem) => Promise.resolve(makePlan(problem, solver, { clock })),
    overrides,
    priceOverrides: (problem, placed) => {
      const session = openPlanning(problem, solver, clock);
      const costs = costOfOverrides(session, placed);
      session.dispose();
      return Promise.resolve(costs);
    },
  });
  if (!run.ok || !run.value.sheet) throw new Error('There is no plan.');
  const { sheet, settings, report } = run.value;
  const written = await workbook.write({ ...noChange, sheets: [sheet], settings });
  if (!written.ok) throw new Error(written.error.message);
  const placeOf = (item: string) => {
    const isProduction = (row: number) =>
      sheet.cells.some((c) => c.row === row && c.column === 1 && c.value === 'Production');
    return sheet.cells.find((c) => c.column === 0 && c.value === item && isProduction(c.row))?.row ?? -1;
  };
  const type = async (item: string, period: number, value: CellValue) => {
    const reference = { sheet: sheet.name, row: placeOf(item), column: 4 + period, rowCount: 1, columnCount: 1 };
    const typed = await workbook.write({ ...noChange, cells: [{ reference, cells: [[value]] }] });
    if (!typed.ok) throw new Error(typed.error.message);
  };
  return { sheet, report, type };
}

async function overridesOn(workbook: Workbook): Promise<readonly SheetOverride[]> {
  const found = await readOverrides(workbook, 'SOP Plan');
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

describe.each([
  ['in memory', () => createInMemoryWorkbook(book)],
  ['in a file', () => opened(buildXlsx(book))],
])('quantities typed on the plan sheet, %s', (_where, open) => {
  it('are found, kept, planned around and priced, until their cell is emptied', async () => {
    const workbook = open();
    expect(await overridesOn(workbook)).toEqual([]);
    const free = await planned(workbook, []);
    expect(free.report.production).toEqual([
      [10, 20, 30],
      [5, 5, 5],
    ]);
    expect(await overridesOn(workbook)).toEqual([]);
    await free.type('Bolt', 0, 25);
    const typed: SheetOverride = { item: 'Bolt', period: 'Jan', typed: 25, optimal: 10 };
    expect(await overridesOn(workbook)).toEqual([typed]);

    const around = await planned(workbook, [typed]);
    expect(around.report.production?.[0]).toEqual([25, 5, 30]);
    // 15 units carried for one period at 2.
    expect(around.report.totalCost).toBeCloseTo(30, 6);
    const line = around.sheet.cells.filter(({ row }) => row === headingRow(around.sheet.cells, 'Overrides') + 2);
    expect(line.map(({ value }) => value)).toEqual([
      'Bolt',
      'Jan',
      10,
      25,
      30,
      expect.stringMatching(/25 of Bolt in Jan costs 30/),
    ]);
    const marked = around.sheet.cells.find(({ value, column, style }) => value === 25 && column === 4 && style?.italic);
    expect(marked).toBeDefined();

    expect(await overridesOn(workbook)).toEqual([typed]);
    await around.type('Bolt', 0, 12);
    expect(await overridesOn(workbook)).toEqual([{ ...typed, typed: 12 }]);
    await around.type('Bolt', 0, null);
    expect(await overridesOn(workbook)).toEqual([]);
    await around.type('Nut', 2, 'many');
    const refused = await readOverrides(workbook, 'SOP Plan');
    expect(refused).toMatchObject({ ok: false });
    if (!refused.ok) expect(refused.error.message).toMatch(/Nut in Mar on sheet "SOP Plan" is not a quantity/);
  });
});

function headingRow(cells: readonly { row: number; value: CellValue }[], heading: string): number {
  return cells.find(({ value }) => value === heading)?.row ?? -1;
}

it('survive saving and opening the file', async () => {
  const workbook = opened(buildXlsx(book));
  const { type } = await planned(workbook, []);
  await type('Nut', 1, 9);
  const again = openXlsx(workbook.save());
  if (!again.ok) throw new Error(again.error.message);
  expect(await overridesOn(again.value)).toEqual([{ item: 'Nut', period: 'Feb', typed: 9, optimal: 5 }]);
});
