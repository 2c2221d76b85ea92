import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookOf, planBook } from './planned-book';
import type { PlannedBook } from './planned-book';
import { differences, recalculate } from './recalculate';
import type { Recalculated } from './recalculate';
import { planSheet, planSheetName } from '../../../src/workbook/plan-sheet';
import type { SheetCell, SheetContent } from '../../../src/workbook/sheet-content';
import type { Book, Grid, GridCell } from '../workbook-content';

const shared = join(__dirname, '../../../../shared/cases');

interface ThreeSkus {
  data: {
    months: string[];
    demand: Record<string, number[]>;
    shared_capacity: number;
    skus: Record<
      string,
      { production_cost: number; holding_cost: number; initial_inventory: number; safety_stock: number }
    >;
  };
}

async function threeSkus(): Promise<PlannedBook> {
  const { data } = JSON.parse(readFileSync(join(shared, 'seed4_three_skus_shared_capacity.json'), 'utf8')) as ThreeSkus;
  const skus = Object.entries(data.skus);
  const column = (key: keyof ThreeSkus['data']['skus'][string]) => skus.map(([, sku]) => [sku[key]]);
  return planBook(
    bookOf('Data', [[null, ...data.months], ...skus.map(([name]) => [name, ...data.demand[name]])], {
      Capacity: data.shared_capacity,
      Production_Cost: column('production_cost'),
      Holding_Cost: column('holding_cost'),
      Initial_Inventory: column('initial_inventory'),
      Safety_Stock: column('safety_stock'),
    }),
  );
}

/** A book of two products over four periods with the given further inputs. */
function smallBook(
  inputs: Readonly<Record<string, Grid | GridCell>>,
  options: Parameters<typeof bookOf>[3] & { readonly sheet?: string; readonly labels?: readonly [string, string] } = {},
) {
  const [first, second] = options.labels ?? ['Bolt', 'Nut'];
  const demand: Grid = [
    [null, 'Jan', 'Feb', 'Mar', 'Apr'],
    [first, 30, 80, 120, 40],
    [second, 20, 25, 60, 30],
  ];
  return bookOf(options.sheet ?? 'Data', demand, inputs, options);
}

function textAt(sheet: SheetContent, row: number, column: number): SheetCell['value'] | undefined {
  return sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value;
}

/** Cells of the rows that bear a label in column A or B. */
function rowsOf(sheet: SheetContent, label: string): readonly (readonly SheetCell[])[] {
  const rows = new Set(sheet.cells.filter(({ column, value }) => column < 2 && value === label).map(({ row }) => row));
  return [...rows].map((row) => sheet.cells.filter((cell) => cell.row === row));
}

/** The value beside a label of the panel. */
function figure(sheet: SheetContent, label: string): SheetCell['value'] | undefined {
  return rowsOf(sheet, label)[0]?.find(({ column }) => column === 1)?.value;
}

/** Total of the first row with a measure. */
function total(sheet: SheetContent, measure: string): SheetCell['value'] | undefined {
  const row = sheet.cells.find(({ column, value }) => column === 1 && value === measure)?.row;
  return sheet.cells.find((cell) => cell.row === row && cell.column === 2)?.value;
}

function periods(cells: readonly SheetCell[], count: number): SheetCell[] {
  return cells.filter(({ column }) => column >= 4 && column < 4 + count);
}

const costs = { Production_Cost: [[4], [6]], Holding_Cost: 1, Initial_Inventory: [[10], [5]] };

/** Problems that between them show every row of a single site, each laid out in its own way. */
const cases: Readonly<Record<string, () => Book>> = {
  'costs by item and period': () =>
    smallBook({
      ...costs,
      Capacity: [[110, 120, 130, 100]],
      Production_Cost: [
        [4, 5, 6, 7],
        [6, 6, 7, 7],
      ],
      Safety_Stock_Ratio: 0.2,
      Safety_Stock: [[5], [8]],
    }),
  'soft safety stock, its cost by item': () =>
    smallBook({ ...costs, Capacity: 140, Safety_Stock_Periods: 1, Safety_Stock_Cost: [[0.5], [0.4]] }),
  'a warehouse above its threshold': () =>
    smallBook({
      ...costs,
      Capacity: 120,
      Warehouse_Capacity: [[80, 90, 80, 80]],
      Overflow_Threshold: 0.5,
      Overflow_Cost: 0.1,
      Production_Cost: [
        [4, 4, 9, 9],
        [6, 6, 6, 6],
      ],
      Storage_Use: [[1], [0.5]],
    }),
  'purchases, overtime and uneven capacity use': () =>
    smallBook({
      ...costs,
      Capacity: [[100, 110, 100, 100]],
      Capacity_Use: [[1], [1.5]],
      Overtime_Capacity: 30,
      Overtime_Cost: 2,
      Subcontract_Cost: [[9], [7]],
      Subcontract_Limit: 30,
    }),
  'late delivery and lost sales with prices': () =>
    smallBook({
      ...costs,
      Capacity: [[60, 60, 60, 150]],
      Backorder_Cost: [[2], [1.5]],
      Shortage_Cost: [[3, 3, 3, 3]],
      Price: [[20], [30]],
    }),
  'set-ups in whole lots on two resources': () =>
    smallBook({
      ...costs,
      Resources: [['Press'], ['Oven']],
      Capacity: [
        [200, 200, 200, 200],
        [180, 190, 190, 180],
      ],
      Capacity_Use: [
        [1, 0.5],
        [0.8, 1.2],
      ],
      Setup_Cost: [[100], [80]],
      Setup_Use: [
        [4, 0],
        [2, 3],
      ],
      Lot_Size: [[10], [5]],
    }),
  'a band of capacity use': () =>
    smallBook({
      ...costs,
      Capacity: 120,
      Min_Capacity: 90,
      Min_Capacity_Cost: 0.3,
      Target_Capacity: [[95, 95, 100, 95]],
      Target_Capacity_Cost: 0.5,
    }),
  'a final inventory and no capacity at all': () => smallBook({ ...costs, Final_Inventory: 12 }),
  'periods that run down': () =>
    bookOf(
      'Data',
      [
        [null, 'Bolt', 'Nut'],
        ['Jan', 30, 20],
        ['Feb', 80, 25],
        ['Mar', 120, 60],
      ],
      {
        Periods: [['Jan'], ['Feb'], ['Mar']],
        Capacity: [[140], [140], [140]],
        Production_Cost: [[4, 6]],
        Holding_Cost: [
          [1, 2],
          [1.5, 2],
          [1, 3],
        ],
        Capacity_Use: [[1, 1.1]],
        Safety_Stock: [[3, 4]],
      },
    ),
  'as many periods as items': () =>
    bookOf(
      'Data',
      [
        [null, 'Jan', 'Feb'],
        ['Bolt', 30, 20],
        ['Nut', 40, 45],
      ],
      { Production_Cost: [[4], [6]], Holding_Cost: [[1, 2]], Capacity: [[90, 65]], Price: 10 },
    ),
  'names confined to a sheet with an odd name': () =>
    smallBook({ ...costs, Capacity: 120 }, { sheet: "Jane's plan & 計画", scoped: true }),
  'names with the prefix': () => smallBook({ ...costs, Capacity: 120 }, { prefix: 'SOP_' }),
  'blank cells and empty texts, which count as 0': () =>
    smallBook({ ...costs, Capacity: 120, Holding_Cost: [[1, '', null, 2]] }),
  'labels that look like formulas': () => smallBook({ ...costs, Capacity: 120 }, { labels: ['=1+1', '@SUM(A1)'] }),
  'Red Tomato Tools': () =>
    bookOf(
      'Data',
      [
        [null, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
        ['Tools', 1600, 3000, 3200, 3800, 2200, 2200],
      ],
      {
        Production_Cost: 10,
        Holding_Cost: 2,
        Backorder_Cost: 5,
        Subcontract_Cost: 30,
        Initial_Inventory: 1000,
        Final_Inventory: 500,
        Capacity_Use: 4,
        Initial_Workers: 80,
        Hours_Per_Worker: 160,
        Overtime_Capacity: 120000,
        Overtime_Per_Worker: 10,
        Overtime_Cost: 6,
        Wage_Cost: 640,
        Hire_Cost: 300,
        Layoff_Cost: 500,
      },
    ),
};

describe('the formulas of the sheet', () => {
  it.each(Object.keys(cases))('recompute to their cached values: %s', async (name) => {
    const { sheet, book, input } = await planBook(cases[name]());
    expect(differences(sheet, book)).toEqual([]);
    expect(textAt(sheet, 1, 3)).toBe(true);
    expect(Number(total(sheet, 'Total cost')) / input.costs.total).toBeCloseTo(1, 9);
  });

  it('follow the cells of the user: dearer holding changes the cost of the plan', async () => {
    const { sheet, book } = await planBook(cases['costs by item and period']());
    const dearer: Book = {
      ...book,
      sheets: { Data: book.sheets.Data.map((row) => (row[0] === 'Holding_Cost' ? ['Holding_Cost', 3] : row)) },
    };
    const before = recalculate(sheet, book);
    const after = recalculate(sheet, dearer);
    const [holding] = rowsOf(sheet, 'Holding cost');
    const totalOf = (found: readonly Recalculated[]) =>
      Number(found.find(({ cell }) => cell.row === holding[0].row && cell.column === 2)?.found);
    expect(totalOf(before)).toBeGreaterThan(0);
    expect(totalOf(after)).toBeCloseTo(3 * totalOf(before), 6);
    // The plan is no longer the one that the solver priced, and the sheet says so.
    const header = after.find(({ cell }) => cell.row === 1 && cell.column === 3);
    expect(header?.found).toBe(false);
  });

  it('refer to the names of the workbook, with their sheet where they are confined to one', async () => {
    const scoped = await planBook(cases['names confined to a sheet with an odd name']());
    const [demand] = rowsOf(scoped.sheet, 'Demand').slice(-1);
    expect(periods(demand, 4)[1].formula).toBe("=INDEX('Jane''s plan & 計画'!Demand,2,2)");
    const prefixed = await planBook(cases['names with the prefix']());
    const [cost] = rowsOf(prefixed.sheet, 'Production cost').slice(-1);
    expect(periods(cost, 4)[0].formula).toMatch(/^=E\d+\*INDEX\(SOP_Production_Cost,2,1\)$/);
  });

  it('point into ranges whose periods run down', async () => {
    const { sheet } = await planBook(cases['periods that run down']());
    const [demand] = rowsOf(sheet, 'Demand').slice(-1);
    expect(periods(demand, 3).map(({ formula }) => formula)).toEqual([
      '=INDEX(Demand,1,2)',
      '=INDEX(Demand,2,2)',
      '=INDEX(Demand,3,2)',
    ]);
  });

  it('use nothing that Excel 2016 or LibreOffice lacks', async () => {
    const functions = new Set<string>();
    for (const make of Object.values(cases)) {
      const { sheet } = await planBook(make());
      for (const { formula } of sheet.cells)
        for (const [, name] of formula?.matchAll(/([A-Z]+)\(/g) ?? []) functions.add(name);
    }
    expect([...functions].sort()).toEqual(
      ['ABS', 'AND', 'AVERAGE', 'COUNTIF', 'FALSE', 'IF', 'INDEX', 'ISNUMBER', 'MATCH', 'MAX', 'MIN', 'ROUND', 'SUM']
        .concat(['SUMIF', 'SUMPRODUCT'])
        .sort(),
    );
  });
});

describe('what the sheet says', () => {
  it('reproduces the published figures of three products on one line', async () => {
    const { sheet, book } = await threeSkus();
    expect(differences(sheet, book)).toEqual([]);
    expect(total(sheet, 'Total cost')).toBeCloseTo(2128139, 4);
    expect(total(sheet, 'Production cost')).toBeCloseTo(1973660, 4);
    expect(total(sheet, 'Holding cost')).toBeCloseTo(154479, 4);
    expect(figure(sheet, 'Peak production')).toBe(15000);
    expect(figure(sheet, 'Peak utilisation')).toBe(1);
    expect(figure(sheet, 'Status')).toBe('optimal, gap 0');
    const [use] = rowsOf(sheet, 'Use');
    const limits = sheet.highlights.filter(({ row }) => row === use[0].row).map(({ when }) => when);
    expect(limits).toEqual([
      { kind: 'atLeast', limit: 1 },
      { kind: 'atLeast', limit: 0.85 },
    ]);
  });

  it('lists each product with what it costs', async () => {
    const { sheet } = await threeSkus();
    const costOf = (sku: string) => {
      const row = sheet.cells.find(
        ({ column, value, row: r }) => column === 0 && value === sku && textAt(sheet, r, 1) === true,
      );
      const cells = sheet.cells.filter((cell) => cell.row === row?.row);
      return cells[cells.length - 1].value;
    };
    expect(costOf('SKU-001')).toBeCloseTo(855394, 4);
    expect(costOf('SKU-002')).toBeCloseTo(6775, 4);
    expect(costOf('SKU-003')).toBeCloseTo(1265970, 4);
  });

  it('shows only the rows that occur', async () => {
    const plain = await threeSkus();
    for (const label of ['Shortage', 'Late (open at end)', 'Subcontract', 'Overtime', 'Set-ups', 'Delivered'])
      expect(rowsOf(plain.sheet, label)).toEqual([]);
    const open = await planBook(cases['late delivery and lost sales with prices']());
    expect(rowsOf(open.sheet, 'Late (open at end)').length + rowsOf(open.sheet, 'Shortage').length).toBeGreaterThan(0);
    expect(rowsOf(open.sheet, 'Profit').length).toBeGreaterThan(0);
    const bought = await planBook(cases['purchases, overtime and uneven capacity use']());
    expect(rowsOf(bought.sheet, 'Subcontract').length).toBeGreaterThan(0);
    const over = await planBook(cases['a warehouse above its threshold']());
    expect(rowsOf(over.sheet, 'Overflow').length).toBeGreaterThan(0);
  });

  it('reproduces the published cost of Red Tomato Tools, with its people', async () => {
    const { sheet } = await planBook(cases['Red Tomato Tools']());
    expect(total(sheet, 'Total cost')).toBeCloseTo(422275, 0);
    expect(rowsOf(sheet, 'Workers')[0].some(({ formula }) => formula?.includes('Initial_Workers'))).toBe(true);
    expect(total(sheet, 'Wages')).toBeGreaterThan(0);
  });

  it('writes labels as text, whatever they start with', async () => {
    const { sheet } = await planBook(cases['labels that look like formulas']());
    const labels = sheet.cells.filter(({ value }) => value === '=1+1' || value === '@SUM(A1)');
    expect(labels.length).toBeGreaterThan(4);
    expect(labels.every(({ formula }) => formula === undefined)).toBe(true);
  });

  it('marks a plan that does not satisfy the limits, and one that is not proven optimal', async () => {
    const { input } = await threeSkus();
    const closest = planSheet({ ...input, status: 'closest', gap: null });
    expect(textAt(closest, 0, 0)).toBe('SOP Plan: closest plan, not feasible');
    expect(figure(closest, 'Status')).toBe('closest plan: no plan satisfies all limits');
    const early = planSheet({ ...input, status: 'stoppedEarly', gap: 0.00123 });
    expect(figure(early, 'Status')).toBe('stopped early, gap 0.123 %');
  });

  it('fails its checks when the plan breaks a limit', async () => {
    const { input } = await threeSkus();
    const less = input.problem.resources.map((resource) => ({
      ...resource,
      capacity: resource.capacity.map(() => 14000),
    }));
    const broken = planSheet({ ...input, problem: { ...input.problem, resources: less } });
    expect(figure(broken, 'Capacity respected')).toBe(false);
    expect(textAt(broken, 1, 3)).toBe(false);
  });

  it('fails its checks when the stated cost is another', async () => {
    const { input } = await threeSkus();
    const broken = planSheet({ ...input, costs: { ...input.costs, total: input.costs.total + 10 } });
    expect(figure(broken, "Total cost is the solver's")).toBe(false);
  });
});

describe('the form of the sheet', () => {
  it('keeps labels and periods in sight, and prints them on every page', async () => {
    const { sheet } = await threeSkus();
    expect(sheet.freeze).toEqual({ rows: 3, columns: 2 });
    expect(sheet.print).toEqual({ orientation: 'landscape', fitToWidth: 1, titleRows: [0, 2], titleColumns: null });
    expect(textAt(sheet, 2, 4)).toBe('2025-12');
  });

  it('draws four charts over its own cells', async () => {
    const { sheet } = await threeSkus();
    expect(sheet.charts.map(({ title }) => title)).toEqual([
      'Production by item against capacity',
      'Demand against production',
      'Inventory against safety stock',
      'Cost by period and cumulative',
    ]);
    const [stack] = sheet.charts;
    expect(stack.stacked).toBe(true);
    expect(stack.series.map(({ name, kind }) => [name, kind])).toEqual([
      ['SKU-003', 'column'],
      ['SKU-001', 'column'],
      ['SKU-002', 'column'],
      ['Capacity', 'line'],
    ]);
    for (const { values, nameCell, name } of sheet.charts.flatMap(({ series }) => series)) {
      const cells = sheet.cells.filter(({ row, column }) => row === values.row && column >= 4 && column < 17);
      expect(cells.every(({ value }) => typeof value === 'number')).toBe(true);
      expect(cells.length).toBe(13);
      if (nameCell) expect(textAt(sheet, nameCell.row, nameCell.column)).toBe(name);
    }
  });

  it('gathers small products under one series where there are many', async () => {
    const names = Array.from({ length: 35 }, (_, i) => `Item ${i + 1}`);
    const grid: Grid = [[null, 'Jan', 'Feb', 'Mar'], ...names.map((name, i) => [name, i + 1, 2 * i + 1, 40 - i])];
    const { sheet, book } = await planBook(
      bookOf('Data', grid, { Production_Cost: 2, Holding_Cost: 1, Capacity: 1500 }),
    );
    expect(differences(sheet, book)).toEqual([]);
    const columns = sheet.charts[0].series.filter(({ kind }) => kind === 'column');
    expect(columns).toHaveLength(12);
    expect(columns[11].name).toBe('Other items');
  });

  it('takes number formats from the inputs', async () => {
    const { input } = await threeSkus();
    const sheet = planSheet({
      ...input,
      formats: { quantity: '#,##0" pcs"', money: '#,##0.00 [$€-407]', period: 'mmm yy' },
      periodHeadings: input.problem.periods.map((_, t) => 45992 + 31 * t),
    });
    const [production] = rowsOf(sheet, 'Production').slice(-1);
    expect(production[2].style?.numberFormat).toBe('#,##0" pcs"');
    expect(rowsOf(sheet, 'Holding cost').slice(-1)[0][2].style?.numberFormat).toBe('#,##0.00 [$€-407]');
    expect(sheet.cells.find(({ row, column }) => row === 2 && column === 4)).toMatchObject({
      value: 45992,
      style: { numberFormat: 'mmm yy' },
    });
  });

  it('names the sheet after the scenario, within the limits of Excel', () => {
    expect(planSheetName(null)).toBe('SOP Plan');
    expect(planSheetName('Q4_PUSH')).toBe('SOP Plan (Q4_PUSH)');
    const long = planSheetName('A very long scenario name: version 1');
    expect(long.length).toBeLessThanOrEqual(31);
    expect(long).not.toMatch(/[[\]:*?/\\]/);
    expect(long).not.toBe(planSheetName('A very long scenario name: version 2'));
  });
});
