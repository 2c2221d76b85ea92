import { loadHighs } from '../../../src/solvers/highs';
import { makePlan } from '../../../src/planning';
import { planContent } from '../../../src/workbook/plan-workbook';
import { madeSheet, type SheetContent } from '../../../src/workbook/sheet-content';
import { workbookContent } from '../workbook-content';
import type { GridCell } from '../workbook-content';
import { bookOf } from './planned-book';
import { differences } from './recalculate';
import { rowsOf } from './look-up';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const demand = [20, 25, 20, 30, 25, 20, 25, 30, 40, 50, 160, 40];

/** The published case of one product with a November peak, with whatever is known of today. */
async function sheetOf(inputs: Readonly<Record<string, GridCell | readonly (readonly GridCell[])[]>>) {
  const book = bookOf(
    'Data',
    [
      [null, ...months],
      ['Product A', ...demand],
    ],
    {
      Capacity: 60,
      Production_Cost: 10,
      Holding_Cost: 1.5,
      Initial_Inventory: 30,
      Safety_Stock: 20,
      ...inputs,
    },
  );
  const solver = await loadHighs();
  const { sheet } = await planContent(workbookContent(book), {
    scenario: null,
    runDate: '2026-01-31T12:00:00',
    plan: (problem) => Promise.resolve(makePlan(problem, solver, { clock: () => 0 })),
  });
  if (!sheet) throw new Error('There is no plan.');
  return { sheet: madeSheet(sheet), book };
}

/** Today's figure, this plan's and the saving of the block's line. */
function line(sheet: SheetContent, label: string): readonly unknown[] {
  const start = sheet.cells.find(({ value }) => value === 'Saving')?.row ?? Infinity;
  const row = rowsOf(sheet, label).find((cells) => cells[0].row > start) ?? [];
  return row.filter(({ column }) => column > 0 && column < 4).map(({ value }) => value);
}

describe('what is done today, on the sheet', () => {
  it('costs the rule of four periods term by term, and says where it ties up cash', async () => {
    const { sheet, book } = await sheetOf({ Coverage_Periods: 4 });
    expect(differences(sheet, book)).toEqual([]);
    expect(rowsOf(sheet, "Against today's rule")).toHaveLength(1);
    expect(line(sheet, 'Production cost')).toEqual([4750, 4750, 0]);
    const [today, plan, saving] = line(sheet, 'Holding cost');
    expect(plan).toBe(817.5);
    expect(Number(saving)).toBeGreaterThan(500);
    expect(Number(today) - Number(plan)).toBeCloseTo(Number(saving), 9);
    expect(line(sheet, 'Total cost')[1]).toBe(5567.5);
    const cash = rowsOf(sheet, 'All places')
      .at(-1)
      ?.map(({ value }) => value);
    expect(Number(cash?.[3])).toBeCloseTo(Number(saving), 6);
  });

  it('names the peak that too short a cover leaves undelivered', async () => {
    const { sheet, book } = await sheetOf({ Coverage_Periods: 1 });
    expect(differences(sheet, book)).toEqual([]);
    const [heading] = rowsOf(sheet, 'Where today falls short');
    const below = sheet.cells.filter(({ row }) => row === heading[0].row + 1).map(({ value }) => value);
    expect(below.slice(0, 2)).toEqual(['Product A', 'Nov']);
  });

  it('compares with the production in the workbook where no rule is given', async () => {
    const { sheet } = await sheetOf({ Production_Plan: [[10, 25, 20, 30, 25, 30, 60, 60, 60, 60, 60, 35]] });
    expect(rowsOf(sheet, "Against today's production")).toHaveLength(1);
  });

  it('is silent where nothing is known of today', async () => {
    const { sheet } = await sheetOf({});
    expect(sheet.cells.some(({ value }) => String(value).startsWith("Against today's"))).toBe(false);
  });
});
