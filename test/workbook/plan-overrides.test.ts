import { emptySheet, type BookContent } from '../../src/workbook/book-content';
import { createInMemoryWorkbook } from '../../src/workbook/in-memory';
import { readOverrides, type SheetOverride } from '../../src/workbook/plan-overrides';
import { noChange, type CellValue } from '../../src/workbook/workbook';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import { overridesOn, plannedWith } from './typed-plan';
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

describe.each([
  ['in memory', () => createInMemoryWorkbook(book)],
  ['in a file', () => opened(buildXlsx(book))],
])('quantities typed on the plan sheet, %s', (_where, open) => {
  it('are found, kept, planned around and priced, until their cell is emptied', async () => {
    const workbook = open();
    expect(await overridesOn(workbook)).toEqual([]);
    const free = await plannedWith(workbook, []);
    expect(free.report.production).toEqual([
      [10, 20, 30],
      [5, 5, 5],
    ]);
    expect(await overridesOn(workbook)).toEqual([]);
    await free.type('Bolt', 'Production', 0, 25);
    const typed: SheetOverride = {
      item: 'Bolt',
      kind: 'production',
      name: 'Bolt',
      period: 'Jan',
      typed: 25,
      optimal: 10,
    };
    expect(await overridesOn(workbook)).toEqual([typed]);

    const around = await plannedWith(workbook, [typed]);
    expect(around.report.production?.[0]).toEqual([25, 5, 30]);
    // 15 units carried for one period at 2.
    expect(around.report.totalCost).toBeCloseTo(30, 6);
    const line = [...around.sheet.cells].filter(
      ({ row }) => row === headingRow([...around.sheet.cells], 'Overrides') + 2,
    );
    expect(line.map(({ value }) => value)).toEqual([
      'Bolt',
      'Jan',
      10,
      25,
      30,
      expect.stringMatching(/25 of Bolt in Jan costs 30/),
    ]);
    const marked = [...around.sheet.cells].find(
      ({ value, column, style }) => value === 25 && column === 4 && style?.italic,
    );
    expect(marked).toBeDefined();

    expect(await overridesOn(workbook)).toEqual([typed]);
    await around.type('Bolt', 'Production', 0, 12);
    expect(await overridesOn(workbook)).toEqual([{ ...typed, typed: 12 }]);
    await around.type('Bolt', 'Production', 0, null);
    expect(await overridesOn(workbook)).toEqual([]);
    await around.type('Nut', 'Production', 2, 'many');
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
  const { type } = await plannedWith(workbook, []);
  await type('Nut', 'Production', 1, 9);
  const again = openXlsx(workbook.save());
  if (!again.ok) throw new Error(again.error.message);
  expect(await overridesOn(again.value)).toEqual([
    { item: 'Nut', kind: 'production', name: 'Nut', period: 'Feb', typed: 9, optimal: 5 },
  ]);
});

it('are none where undo brought back an older plan than the one remembered', async () => {
  const workbook = createInMemoryWorkbook(book);
  const first = await plannedWith(workbook, [], '2026-01-31T09:30:00');
  await first.type('Bolt', 'Production', 0, 25);
  await plannedWith(workbook, await overridesOn(workbook), '2026-01-31T09:31:00');
  expect(await overridesOn(workbook)).toHaveLength(1);
  // Undo takes the sheet back to the first plan, but not the settings.
  const undone = await workbook.write({ ...noChange, sheets: [first.sheet] });
  expect(undone.ok).toBe(true);
  expect(await overridesOn(workbook)).toEqual([]);
  await first.type('Bolt', 'Production', 0, 25);
  expect(await overridesOn(workbook)).toEqual([]);
});
