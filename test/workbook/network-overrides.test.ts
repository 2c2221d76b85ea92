import { createInMemoryWorkbook } from '../../src/workbook/in-memory';
import { readOverrides, type SheetOverride } from '../../src/workbook/plan-overrides';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import { cupNetwork as book } from '../cases/cup-network';
import { overridesOn, plannedWith } from './typed-plan';
import { opened } from './xlsx/package-files';

const line2 = { item: 'Cup @ Plant on Line 2', kind: 'production', name: 'Cup @ Plant on Line 2' } as const;
const lane = { item: 'Cup: Plant > Shop', kind: 'transport', name: 'Cup: Plant > Shop' } as const;

describe.each([
  ['in memory', () => createInMemoryWorkbook(book)],
  ['in a file', () => opened(buildXlsx(book))],
])('quantities typed on the sheet of a network, %s', (_where, open) => {
  it('are found in the rows of sources and lanes, kept, priced, marked, and freed again', async () => {
    const workbook = open();
    const free = await plannedWith(workbook, []);
    // 80 at 1, 20 at 3, 100 sent at 0.5, each week.
    expect(free.report.totalCost).toBeCloseTo(3 * (80 + 60 + 50), 6);
    expect(await overridesOn(workbook)).toEqual([]);
    await free.type('Cup @ Plant', 'of which Cup @ Plant on Line 2', 0, 50);
    await free.type('Cup @ Plant', 'Sent to Shop', 0, 130);
    const typed: readonly SheetOverride[] = [
      { ...line2, period: 'W1', typed: 50, optimal: 20 },
      { ...lane, period: 'W1', typed: 130, optimal: 100 },
    ];
    expect(await overridesOn(workbook)).toEqual(typed);

    const around = await plannedWith(workbook, typed);
    const row = (location: string, period: string) =>
      around.report.network?.find((one) => one.location === location && one.period === period);
    expect(row('Plant', 'W1')).toMatchObject({ production: 130, transportOut: 130 });
    expect(row('Shop', 'W1')).toMatchObject({ transportIn: 130, stock: 30 });
    // 30 more made a week early: what the second line would have made later anyway, so only holding at the shop is extra.
    const extra = (around.report.totalCost ?? 0) - (free.report.totalCost ?? 0);
    expect(extra).toBeGreaterThan(0);
    const heading = [...around.sheet.cells].find(({ value }) => value === 'Overrides')?.row ?? -1;
    const listed = [2, 3].map((below) =>
      [...around.sheet.cells].filter((cell) => cell.row === heading + below).map(({ value }) => value),
    );
    expect(listed[0].slice(0, 4)).toEqual(['Cup @ Plant on Line 2', 'W1', 20, 50]);
    expect(listed[1].slice(0, 4)).toEqual(['Cup: Plant > Shop', 'W1', 100, 130]);
    expect(listed[1][5]).toMatch(/^Sending 130 of Cup: Plant > Shop in W1 costs/);
    for (const [measure, quantity] of [
      ['of which Cup @ Plant on Line 2', 50],
      ['Sent to Shop', 130],
    ] as const) {
      const cell = [...around.sheet.cells].find(
        (each) => each.row === around.rowOf('Cup @ Plant', measure) && each.column === 4,
      );
      expect(cell).toMatchObject({ value: quantity, style: { italic: true } });
    }
    expect(await overridesOn(workbook)).toEqual(typed);
    await around.type('Cup @ Plant', 'Sent to Shop', 0, null);
    expect(await overridesOn(workbook)).toEqual(typed.slice(0, 1));
  });

  it('may be a stop of what the plan uses in every period, whose row stays on the sheet', async () => {
    const workbook = open();
    const free = await plannedWith(workbook, []);
    const stops = ['W1', 'W2', 'W3'].map((period): SheetOverride => ({ ...line2, period, typed: 0, optimal: 20 }));
    for (const t of [0, 1, 2]) await free.type('Cup @ Plant', 'of which Cup @ Plant on Line 2', t, 0);
    expect(await overridesOn(workbook)).toEqual(stops);
    const stopped = await plannedWith(workbook, stops);
    expect(stopped.report.network?.reduce((sum, { short }) => sum + short, 0)).toBeCloseTo(60, 6);
    // 60 units short at 50 each, not made at 3 and not sent at 0.5.
    expect(stopped.report.totalCost).toBeCloseTo((free.report.totalCost ?? 0) + 60 * (50 - 3.5), 6);
    expect(await overridesOn(workbook)).toEqual(stops);
  });

  it('belong into the rows of the sources, not into their sum', async () => {
    const workbook = open();
    const free = await plannedWith(workbook, []);
    await free.type('Cup @ Plant', 'Production', 1, 500);
    const refused = await readOverrides(workbook, 'SOP Plan');
    expect(refused).toMatchObject({ ok: false });
    if (!refused.ok)
      expect(refused.error.message).toMatch(
        /production of Cup @ Plant in W2 .* is the sum of the rows below it\. Type/,
      );
  });
});

it('survive saving and opening the file', async () => {
  const workbook = opened(buildXlsx(book));
  const { type } = await plannedWith(workbook, []);
  await type('Cup @ Plant', 'Sent to Shop', 2, 0);
  const again = openXlsx(workbook.save());
  if (!again.ok) throw new Error(again.error.message);
  expect(await overridesOn(again.value)).toEqual([{ ...lane, period: 'W3', typed: 0, optimal: 100 }]);
});
