import { madeSheet } from '../../../src/workbook/sheet-content';
import { makePlan } from '../../../src/planning';
import { loadHighs } from '../../../src/solvers/highs';
import { planCosts, planSheet, planSheetName } from '../../../src/workbook/plan-sheet';
import type { Grid } from '../workbook-content';
import { figure, rowsOf, textAt, total } from './look-up';
import { bookOf, planBook } from './planned-book';
import { differences } from './recalculate';
import { siteBooks, threeSkus } from './site-books';

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

  it.each(['nothing to make', 'Red Tomato Tools'])('draws every chart with a series: %s', async (name) => {
    const { sheet } = await planBook(siteBooks[name]());
    expect(sheet.charts).toHaveLength(4);
    for (const { series } of sheet.charts) expect(series.length).toBeGreaterThan(0);
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
    const open = await planBook(siteBooks['late delivery and lost sales with prices']());
    expect(rowsOf(open.sheet, 'Late (open at end)').length + rowsOf(open.sheet, 'Shortage').length).toBeGreaterThan(0);
    expect(rowsOf(open.sheet, 'Profit').length).toBeGreaterThan(0);
    const bought = await planBook(siteBooks['purchases, overtime and uneven capacity use']());
    expect(rowsOf(bought.sheet, 'Subcontract').length).toBeGreaterThan(0);
    const over = await planBook(siteBooks['a warehouse above its threshold']());
    expect(rowsOf(over.sheet, 'Overflow').length).toBeGreaterThan(0);
  });

  it('reproduces the published cost of Red Tomato Tools, with its people', async () => {
    const { sheet } = await planBook(siteBooks['Red Tomato Tools']());
    expect(total(sheet, 'Total cost')).toBeCloseTo(422275, 0);
    expect(rowsOf(sheet, 'Workers')[0].some(({ formula }) => formula?.includes('Initial_Workers'))).toBe(true);
    expect(total(sheet, 'Wages')).toBeGreaterThan(0);
  });

  it('writes labels as text, whatever they start with', async () => {
    const { sheet } = await planBook(siteBooks['labels that look like formulas']());
    const labels = sheet.cells.filter(({ value }) => value === '=1+1' || value === '@SUM(A1)');
    expect(labels.length).toBeGreaterThan(4);
    expect(labels.every(({ formula }) => formula === undefined)).toBe(true);
  });

  it('marks a plan that does not satisfy the limits, and one that is not proven optimal', async () => {
    const { input } = await threeSkus();
    const closest = madeSheet(planSheet({ ...input, status: 'closest', gap: null }));
    expect(textAt(closest, 0, 0)).toBe('SOP Plan: closest plan, not feasible');
    expect(figure(closest, 'Status')).toBe('closest plan: no plan satisfies all limits');
    const early = madeSheet(planSheet({ ...input, status: 'stoppedEarly', gap: 0.00123 }));
    expect(figure(early, 'Status')).toBe('stopped early, gap 0.123 %');
  });

  it('shows what the closest plan of an infeasible problem leaves open', async () => {
    const { input, book } = await threeSkus();
    const resources = input.problem.resources.map((resource) => ({
      ...resource,
      capacity: resource.capacity.map(() => 12000),
    }));
    const problem = { ...input.problem, resources };
    const outcome = makePlan(problem, await loadHighs(), { clock: () => 0 });
    const closest = outcome.kind === 'infeasible' ? outcome.infeasibility.closest : null;
    if (!closest) throw new Error('There is no closest plan.');
    const { plan, cost } = closest;
    // The references still point at the capacity of 15,000, so they are left out.
    const sheet = madeSheet(
      planSheet({
        ...input,
        problem,
        plan,
        costs: planCosts(cost),
        status: 'closest',
        gap: null,
        references: {},
      }),
    );
    expect(differences(sheet, book)).toEqual([]);
    expect(total(sheet, 'Shortage')).toBeGreaterThan(0);
    expect(figure(sheet, 'Service (demand delivered)')).toBeLessThan(1);
    expect(figure(sheet, 'Capacity respected')).toBe(true);
  });

  it('fails its checks when the plan breaks a limit', async () => {
    const { input } = await threeSkus();
    const less = input.problem.resources.map((resource) => ({
      ...resource,
      capacity: resource.capacity.map(() => 14000),
    }));
    const broken = madeSheet(planSheet({ ...input, problem: { ...input.problem, resources: less } }));
    expect(figure(broken, 'Capacity respected')).toBe(false);
    expect(textAt(broken, 1, 3)).toBe(false);
  });

  it('fails its checks when the stated cost is another', async () => {
    const { input } = await threeSkus();
    const broken = madeSheet(planSheet({ ...input, costs: { ...input.costs, total: input.costs.total + 10 } }));
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

  it('spreads a long horizon over several pages, with the labels on each', async () => {
    const weeks = Array.from({ length: 40 }, (_, t) => `W${t + 1}`);
    const grid: Grid = [
      [null, ...weeks],
      ['Bolt', ...weeks.map(() => 5)],
    ];
    const { sheet } = await planBook(bookOf('Data', grid, { Production_Cost: 2 }));
    expect(sheet.print).toMatchObject({ fitToWidth: 3, titleColumns: [0, 1] });
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
    const sheet = madeSheet(
      planSheet({
        ...input,
        formats: { quantity: '#,##0" pcs"', money: '#,##0.00 [$€-407]', period: 'mmm yy' },
        periodHeadings: input.problem.periods.map((_, t) => 45992 + 31 * t),
      }),
    );
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
