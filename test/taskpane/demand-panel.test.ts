/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { excelSerial } from '../../src/forecasting';
import type { CellValue } from '../../src/workbook/workbook';
import { emptySheet } from '../../src/workbook/book-content';
import type { BookContent } from '../../src/workbook/book-content';
import { firstDemandState, reduceDemand } from '../../src/taskpane/panels/demand/demand-state';
import { typedDecision } from '../../src/taskpane/panels/demand/demand-commands';
import { itemFigures } from '../../src/taskpane/panels/demand/item-figures';
import { panelTexts } from '../../src/taskpane/panels/demand/texts';
import type { ItemResult } from '../../src/workbook/forecast/item-result';
import { paneOn, smallBook } from './pane-bench';

const firstDay = Math.floor(Date.parse('2024-01-01T00:00:00Z') / 86_400_000);
const days = 730;
const badRow = 400;

/** Two years of daily sales of a pump, one of them fifty times too high, and a plan of the two months after. */
function salesBook(): BookContent {
  const sales = Array.from({ length: days }, (_, t): readonly CellValue[] => {
    const usual = 100 + (t % 7) + Math.round(10 * Math.sin(t / 58));
    return [excelSerial(firstDay + t), 'Pump', t + 1 === badRow ? usual * 50 : usual];
  });
  const cells = [['Date', 'Item', 'Quantity'], ...sales].flatMap((row, r) =>
    row.map((value, column) => ({
      row: r,
      column,
      value,
      ...(r > 0 && column === 0 ? { style: { numberFormat: 'yyyy-mm-dd' } } : {}),
    })),
  );
  const reference = { sheet: 'Sales', row: 0, column: 0, rowCount: days + 1, columnCount: 3 };
  const plan = [
    ['', '2026-01', '2026-02'],
    ['Pump', 1, 2],
    ['Safety stock', 5],
    ['Service level', 0.9],
  ].flatMap((row, r) => row.map((value, column) => ({ row: r, column, value })));
  return {
    sheets: [
      { ...emptySheet('Plan'), cells: plan },
      { ...emptySheet('Sales'), cells },
    ],
    names: [
      { name: 'Demand', refersTo: 'Plan!$B$2:$C$2' },
      { name: 'Safety_Stock', refersTo: 'Plan!$B$3' },
      { name: 'Service_Level', refersTo: 'Plan!$B$4' },
    ],
    tables: [{ name: 'SOP_History', reference, headers: ['Date', 'Item', 'Quantity'] }],
  };
}

async function demandPane(book: BookContent) {
  const pane = paneOn(book);
  await pane.until('#tab-demand');
  pane.press('#tab-demand');
  const cell = (row: number, column: number) =>
    pane.workbook
      .current()
      .sheets.find(({ name }) => name === 'Plan')
      ?.cells.find((one) => one.row === row && one.column === column)?.value;
  const sheets = () => pane.workbook.current().sheets.map(({ name }) => name);
  const gone = async (selector: string) => {
    for (let n = 0; n < 300 && pane.root.querySelector(selector); n++) await new Promise((go) => setTimeout(go, 10));
    expect(pane.root.querySelector(selector)).toBeNull();
  };
  return { ...pane, cell, sheets, gone };
}

describe('the demand panel', () => {
  test('says how to give a workbook a history, where it has none', async () => {
    const pane = await demandPane(smallBook(200));
    await pane.until('#demand-sample');
    expect(pane.text('#demand-history-heading')).toBe('No past demand found');
    expect(pane.text('.reasons')).toContain('SOP_History');
    expect(pane.root.querySelector('.demand-steps')).toBeNull();
  });

  test('shows what the cleaning found, remembers a decision, and takes it back', async () => {
    const pane = await demandPane(salesBook());
    await pane.until('#demand-clean');
    expect(pane.text('.demand-facts')).toContain('Rows730');
    expect(pane.text('.demand-facts')).toContain('Jan 1, 2024 – Dec 30, 2025');
    expect(pane.text('.demand-finding')).toContain('Row 400Outlierestimated');
    expect(pane.sheets()).toEqual(['Plan', 'Sales']);
    pane.press('#demand-clean');
    await pane.until('#demand-next');
    expect(pane.sheets()).toContain('SOP Cleaning');
    pane.press('.demand-finding .button-link');
    expect(pane.shown).toEqual(['Sales!A401:C401']);

    pane.press('.demand-finding [aria-expanded]');
    await pane.until('.demand-keep');
    pane.press('.demand-keep');
    await pane.until('.demand-finding .badge');
    expect(pane.text('.demand-finding .badge')).toBe('Your decision');
    const overruled = () =>
      pane.workbook
        .current()
        .sheets.find(({ name }) => name === 'SOP Cleaning')
        ?.cells.some(({ value }) => value === 'keep');
    expect(overruled()).toBe(true);
    // A pane that is opened later finds the decision on the sheet.
    pane.changeCells();
    await new Promise((go) => setTimeout(go, 600));
    expect(pane.text('.demand-finding .badge')).toBe('Your decision');
    pane.press('.demand-finding .button-link:last-child');
    await pane.gone('.demand-finding .badge');
    expect(overruled()).toBe(false);
  });

  test('forecasts, writes level and demand into the plan, and puts back what stood there', async () => {
    const pane = await demandPane(salesBook());
    await pane.until('#demand-clean');
    pane.press('#demand-step-forecast');
    pane.press('#demand-forecast');
    await pane.until('#demand-item-choice');
    expect(pane.text('[role=status]')).toContain('1 item was forecast');
    expect(pane.sheets()).toEqual(expect.arrayContaining(['SOP Cleaning', 'SOP Forecast', 'SOP Forecast Log']));
    expect(pane.root.querySelectorAll('.demand-mark-flagged')).toHaveLength(2);
    const rows = [...pane.root.querySelectorAll('.chart-block tbody tr')].map((row) => row.textContent);
    expect(rows).toHaveLength(23 + 3);
    expect(pane.cell(1, 1)).toBe(1);

    pane.press('#demand-step-stock');
    const slider = pane.root.querySelector<HTMLInputElement>('#demand-level');
    expect(slider?.value).toBe('90');
    const stockAt = () => pane.text('.demand-facts dd');
    const before = stockAt();
    if (slider) slider.value = '98';
    slider?.dispatchEvent(new Event('input', { bubbles: true }));
    expect(pane.text('.demand-level')).toBe('98%');
    expect(stockAt()).not.toBe(before);
    pane.press('#demand-use-level');
    for (let n = 0; n < 300 && pane.cell(3, 1) === 0.9; n++) await new Promise((go) => setTimeout(go, 10));
    expect(pane.cell(3, 1)).toBe(0.98);
    expect(pane.cell(2, 1)).toBeGreaterThan(5);

    pane.press('#demand-step-use');
    pane.press('#demand-use');
    await pane.until('#demand-optimize');
    expect(pane.cell(1, 1)).toBeGreaterThan(2500);
    await pane.gone('#demand-work-title');
    pane.press('#demand-restore');
    await pane.gone('#demand-restore');
    expect([pane.cell(1, 1), pane.cell(1, 2), pane.cell(2, 1), pane.cell(3, 1)]).toEqual([1, 2, 5, 0.9]);
  });

  test('keeps the forecast as scenarios without touching the demand', async () => {
    const pane = await demandPane(salesBook());
    await pane.until('#demand-clean');
    pane.press('#demand-step-forecast');
    pane.press('#demand-forecast');
    await pane.until('#demand-item-choice');
    pane.press('#demand-step-use');
    pane.press('#demand-scenarios');
    await pane.until('#demand-to-scenarios');
    expect(pane.cell(1, 1)).toBe(1);
    const table = pane.workbook.current().tables.find(({ name }) => name === 'SOP_Scenarios');
    expect(table?.reference.rowCount).toBe(1 + 3 * 2);
  });
});

describe('the panel’s state', () => {
  test('counts items while a forecast runs, and only then', () => {
    const counted = { kind: 'itemsForecast', finished: 3, total: 9 } as const;
    expect(reduceDemand(firstDemandState, counted)).toBe(firstDemandState);
    const running = reduceDemand(firstDemandState, {
      kind: 'workStarted',
      work: { kind: 'forecasting', finished: 0, total: 0 },
    });
    expect(reduceDemand(running, counted).work).toEqual({ kind: 'forecasting', finished: 3, total: 9 });
    expect(reduceDemand(running, { kind: 'bookOpened' })).toBe(firstDemandState);
  });

  test('starts a list anew when the filter changes, and forgets a level when the item does', () => {
    const more = reduceDemand(firstDemandState, { kind: 'moreListed', list: 'findings' });
    expect(more.listed.findings).toBe(40);
    const filtered = reduceDemand(more, { kind: 'filterChosen', filter: { kind: 'outlier' } });
    expect([filtered.listed.findings, filtered.filter]).toEqual([20, { item: '', kind: 'outlier' }]);
    const level = reduceDemand(firstDemandState, { kind: 'levelChosen', level: 0.97 });
    expect(reduceDemand(level, { kind: 'itemChosen', item: 'B' })).toMatchObject({ item: 'B', level: null });
  });
});

describe('pieces of the panel', () => {
  test.each([
    ['12,5', { quantity: 12.5 }],
    ['0', { quantity: 0 }],
    ['2025-06-30', { date: '2025-06-30' }],
    ['2025-13-30', null],
    ['-3', null],
    ['', null],
    ['soon', null],
  ])('the decision “%s” is read', (text, expected) => {
    expect(typedDecision(text)).toEqual(expected);
  });

  test('an item that is sold later than others is lined up with the end of the history', () => {
    const result = {
      flagged: [false, true],
      forecast: { history: [7, 8], forecast: [9], lower95: [5], upper95: [12], parts: null },
    } as unknown as ItemResult;
    const figures = itemFigures({ historyPeriods: ['a', 'b', 'c'], periods: ['d'] }, result);
    expect(figures.history).toEqual([null, 7, 8, null]);
    expect(figures.flagged).toEqual([false, false, true, false]);
    expect([figures.forecast, figures.low, figures.high]).toEqual([
      [null, null, null, 9],
      [null, null, null, 5],
      [null, null, null, 12],
    ]);
  });

  test('the texts exist in both languages', () => {
    const paths = (value: unknown, path = ''): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
        : [path];
    expect(paths(panelTexts.de).sort()).toEqual(paths(panelTexts.en).sort());
  });
});
