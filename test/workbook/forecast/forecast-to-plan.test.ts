import { answerForecastTask, dayFromIso, excelSerial } from '../../../src/forecasting/index';
import type { ForecastedItem, ForecastTask, PoolOutcome } from '../../../src/forecasting/index';
import { emptySheet } from '../../../src/workbook/book-content';
import type { BookContent } from '../../../src/workbook/book-content';
import { forecastWorkbook } from '../../../src/workbook/forecast-workbook';
import type { ForecastedWorkbook, ForecastWorkbookOptions } from '../../../src/workbook/forecast-workbook';
import { forecastChange } from '../../../src/workbook/forecast/forecast-change';
import { formerDemand } from '../../../src/workbook/forecast/former-demand';
import { itemServiceCurve } from '../../../src/workbook/forecast/item-result';
import { createInMemoryWorkbook } from '../../../src/workbook/in-memory';
import type { InMemoryWorkbook } from '../../../src/workbook/in-memory';
import type { SheetCell } from '../../../src/workbook/sheet-content';
import { noChange } from '../../../src/workbook/workbook';
import type { CellEntry, CellValue, WorkbookChange } from '../../../src/workbook/workbook';

type Entry = CellValue | { readonly formula: string; readonly value: CellValue };

const serial = (iso: string): number => excelSerial(dayFromIso(iso) ?? NaN);
const monthOf = (t: number): string => `${2023 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}-01`;

function grid(rows: readonly (readonly Entry[])[], dateRows: (row: number, column: number) => boolean): SheetCell[] {
  return rows.flatMap((row, r) =>
    row.flatMap((entry, column): SheetCell[] => {
      if (entry === null) return [];
      const cell = typeof entry === 'object' && 'formula' in entry ? entry : { value: entry };
      return [{ row: r, column, ...cell, ...(dateRows(r, column) && { style: { numberFormat: 'yyyy-mm-dd' } }) }];
    }),
  );
}

const demand = { A: (t: number) => 100 + t + (t % 12 === 10 ? 60 : 0) + (t % 3), B: (t: number) => 40 + (t % 4) };
const history = Array.from({ length: 30 }, (_, t) =>
  Object.entries(demand).map(([item, quantity]): Entry[] => [serial(monthOf(t)), item, quantity(t)]),
).flat();
const planMonths = [30, 31, 32].map(monthOf);

/** A history of two items, and a plan of the three months after it with one cell per item for stock and service. */
function book(tables: Readonly<Record<string, readonly (readonly Entry[])[]>> = {}): BookContent {
  const sales = [['Date', 'Item', 'Quantity'], ...history];
  const plan: Entry[][] = [
    [null, ...planMonths.map(serial), 'Stock', 'Service', 'Lot'],
    ['a', 1, { formula: '=B2+1', value: 2 }, 3, 5, 0.9, 400],
    ['B', 7, 8, 9, 6, 0.98, null],
  ];
  const areas = { Demand: '$B$2:$D$3', Safety_Stock: '$E$2:$E$3', Service_Level: '$F$2:$F$3', Lot_Size: '$G$2:$G$3' };
  const further = Object.entries(tables);
  return {
    sheets: [
      { ...emptySheet('Sales'), cells: grid(sales, (row, column) => row > 0 && column === 0) },
      { ...emptySheet('Plan'), cells: grid(plan, (row, column) => row === 0 && column > 0 && column < 4) },
      ...further.map(([name, rows]) => ({ ...emptySheet(name), cells: grid(rows, () => false) })),
    ],
    names: Object.entries(areas).map(([name, area]) => ({ name, refersTo: `Plan!${area}` })),
    tables: [
      {
        name: 'SOP_History',
        reference: { sheet: 'Sales', row: 0, column: 0, rowCount: sales.length, columnCount: 3 },
        headers: ['Date', 'Item', 'Quantity'],
      },
      ...further.map(([name, rows]) => ({
        name,
        reference: { sheet: name, row: 0, column: 0, rowCount: rows.length, columnCount: rows[0].length },
        headers: rows[0].map(String),
      })),
    ],
  };
}

function here(tasks: readonly ForecastTask[]): Promise<PoolOutcome<ForecastedItem>> {
  const results = tasks.map((task) => {
    const reply = answerForecastTask(task);
    if (reply.kind === 'failed') throw new Error(reply.reason);
    return reply.result;
  });
  return Promise.resolve({ results, failures: [], cancelled: false });
}

async function run(
  workbook: InMemoryWorkbook,
  options: Partial<ForecastWorkbookOptions> = {},
): Promise<ForecastedWorkbook> {
  const done = await forecastWorkbook(workbook, { runDate: '2025-07-15T09:00:00', forecast: here, ...options });
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
}

async function write(workbook: InMemoryWorkbook, change: WorkbookChange | null): Promise<void> {
  if (!change) throw new Error('There is no change.');
  const written = await workbook.write(change);
  if (!written.ok) throw new Error(written.error.message);
}

async function restore(workbook: InMemoryWorkbook): Promise<void> {
  const former = await formerDemand(workbook);
  if (!former.ok) throw new Error(former.error.message);
  await write(workbook, former.value);
}

function planCells(workbook: InMemoryWorkbook): Entry[][] {
  const cells = workbook.current().sheets.find(({ name }) => name === 'Plan')?.cells ?? [];
  return [1, 2].map((row) =>
    [1, 2, 3, 4, 5].map((column): Entry => {
      const cell = cells.find((each) => each.row === row && each.column === column);
      return cell?.formula === undefined ? (cell?.value ?? null) : { formula: cell.formula, value: cell.value };
    }),
  );
}

async function type(workbook: InMemoryWorkbook, row: number, column: number, entry: CellEntry): Promise<void> {
  const reference = { sheet: 'Plan', row, column, rowCount: 1, columnCount: 1 };
  await write(workbook, { ...noChange, cells: [{ reference, cells: [[entry]] }] });
}

const forecastOf = ({ report }: ForecastedWorkbook, item: string) => {
  const found = report.items.find((each) => each.item === item);
  if (!found) throw new Error(`There is no ${item}.`);
  return found;
};

describe('what a forecast replaced', () => {
  test('comes back, formulas and all', async () => {
    const workbook = createInMemoryWorkbook(book());
    const before = planCells(workbook);
    const forecast = await run(workbook, { apply: true });
    await write(workbook, forecast.change);
    expect(planCells(workbook)[0].slice(0, 3)).toEqual(forecastOf(forecast, 'a').forecast);
    await restore(workbook);
    expect(planCells(workbook)).toEqual(before);
    const again = await formerDemand(workbook);
    expect(again.ok ? '' : again.error.message).toContain('No former demand is kept');
  });

  test('is what stood there before the first of two forecasts, or what the planner typed between them', async () => {
    const workbook = createInMemoryWorkbook(book());
    await write(workbook, (await run(workbook, { apply: true })).change);
    await type(workbook, 2, 1, 77);
    await write(workbook, (await run(workbook, { apply: true, runDate: '2025-07-16T09:00:00' })).change);
    await restore(workbook);
    expect(planCells(workbook).map((row) => row.slice(0, 3))).toEqual([
      [1, { formula: '=B2+1', value: 2 }, 3],
      [77, 8, 9],
    ]);
  });

  test('does not come back over what the planner typed afterwards', async () => {
    const workbook = createInMemoryWorkbook(book());
    await write(workbook, (await run(workbook, { apply: true })).change);
    await type(workbook, 1, 3, 55);
    const filled = planCells(workbook);
    const refused = await formerDemand(workbook);
    expect(refused.ok ? '' : refused.error.message).toContain('Plan!D2 was edited');
    expect(planCells(workbook)).toEqual(filled);
  });
});

describe('a forecast as scenarios', () => {
  const headers = ['Scenario', 'Input', 'Item', 'Period from', 'Period to', 'Change', 'Amount', 'Note'];
  const rowsOf = (workbook: InMemoryWorkbook) => {
    const table = workbook.current().tables.find(({ name }) => name === 'SOP_Scenarios');
    const sheet = workbook.current().sheets.find(({ name }) => name === table?.reference.sheet);
    return Array.from({ length: (table?.reference.rowCount ?? 1) - 1 }, (_, r) =>
      headers.map((__, c) => sheet?.cells.find((cell) => cell.row === r + 1 && cell.column === c)?.value ?? null),
    );
  };

  test('has the expected demand and both ends of its interval, and leaves Demand alone', async () => {
    const workbook = createInMemoryWorkbook(book());
    const before = planCells(workbook);
    const forecast = await run(workbook, { scenarios: true });
    await write(workbook, forecast.change);
    expect(planCells(workbook)).toEqual(before);
    const rows = rowsOf(workbook);
    const amounts = (scenario: string, item: string) =>
      rows.filter((row) => row[0] === scenario && row[2] === item).map((row) => [row[3], row[4], row[5], row[6]]);
    const wanted = (numbers: readonly number[]) =>
      numbers.map((amount, t) => [serial(planMonths[t]), serial(planMonths[t]), 'value', amount]);
    for (const item of ['a', 'B']) {
      const { forecast: expected, lower95, upper95 } = forecastOf(forecast, item);
      expect(amounts('FORECAST', item)).toEqual(wanted(expected));
      expect(amounts('LOW', item)).toEqual(wanted(lower95));
      expect(amounts('HIGH', item)).toEqual(wanted(upper95));
    }
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['Demand']));
  });

  test('takes the place of the former one, and leaves the other scenarios', async () => {
    const own = ['Strike', 'Capacity', null, null, null, 'percent', -20, null];
    const stale = ['Low', 'Demand', 'a', null, null, 'value', 5, null];
    const workbook = createInMemoryWorkbook(book({ SOP_Scenarios: [headers, own, stale] }));
    await write(workbook, (await run(workbook, { scenarios: true })).change);
    await write(workbook, (await run(workbook, { scenarios: true })).change);
    const rows = rowsOf(workbook);
    expect(rows[0]).toEqual(own);
    expect(rows.filter((row) => row[6] === 5)).toEqual([]);
    expect(rows).toHaveLength(1 + 3 * 2 * 3);
  });
});

describe('a point on the curve of service against inventory', () => {
  test('is written back with its safety stock, for the item chosen only', async () => {
    const workbook = createInMemoryWorkbook(book());
    const forecast = await run(workbook);
    const b = forecast.results.find(({ item }) => item === 'B');
    if (!b) throw new Error('There is no B.');
    const [point] = itemServiceCurve(b, [0.995]);
    const made = await forecastChange(workbook, forecast, { serviceLevels: new Map([['B', 0.995]]), sheets: false });
    if (!made.ok) throw new Error(made.error.message);
    expect([made.value.issues, made.value.change?.sheets]).toEqual([[], []]);
    await write(workbook, made.value.change);
    expect(planCells(workbook).map((row) => row.slice(3))).toEqual([
      [5, 0.9],
      [point.safetyStock, 0.995],
    ]);
    const next = await run(workbook);
    expect(forecastOf(next, 'B').safetyStock).toBe(point.safetyStock);
    expect(forecastOf(next, 'B').fillRate).toBeCloseTo(point.fillRate, 12);
    await restore(workbook);
    expect(planCells(workbook)[1].slice(3)).toEqual([6, 0.98]);
  });

  test('counts the lot size: orders of a lot larger than the demand of the lead time run short less often', async () => {
    const forecast = await run(createInMemoryWorkbook(book()));
    const [a] = forecast.results;
    expect(a.rules.lotSize).toBe(400);
    const [point] = itemServiceCurve(a, [0.9]);
    expect(point.averageInventory).toBeCloseTo(200 + point.safetyStock, 9);
    expect(1 - point.fillRate).toBeCloseTo(a.stock.shortagePerCycle / 400, 9);
  });
});

describe("the planner's own numbers", () => {
  const table = (scale: (t: number) => number, made: (t: number) => CellValue = () => null) => [
    ['Date', 'Item', 'Quantity', 'Made'],
    ...Array.from({ length: 15 }, (_, k): Entry[] => {
      const t = k + 15;
      return [monthOf(t).slice(0, 7), 'A', demand.A(t) * scale(t), made(t)];
    }),
  ];

  test('are measured with bias and tracking signal, and against the forecast', async () => {
    const tables = { SOP_Planner_Forecast: table(() => 1.2) };
    const { report, change } = await run(createInMemoryWorkbook(book(tables)));
    const { planner } = report.items[0];
    expect(planner?.bias).toBeCloseTo(0.2, 9);
    expect(planner?.trackingSignal).toBeGreaterThan(4);
    expect(planner?.wape).toBeCloseTo(0.2, 9);
    expect(planner?.valueAdded).toBeLessThan(0);
    expect(report.items[1].planner).toBeNull();
    const sheet = change?.sheets.find(({ name }) => name === 'SOP Forecast');
    expect([...(sheet?.cells ?? [])].map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Planner bias', 'Planner tracking']),
    );
  });

  test('that were made after the period do not count, and the latest made before it does', async () => {
    const rows = [
      ...table(
        () => 2,
        () => '2026-12-01',
      ),
      ...table(
        () => 1,
        (t) => monthOf(t),
      ).slice(1),
      ...table(
        () => 3,
        () => '2023-01-01',
      ).slice(1),
    ];
    const { report } = await run(createInMemoryWorkbook(book({ SOP_Planner_Forecast: rows })));
    expect(report.items[0].planner?.wape).toBeCloseTo(0, 9);
  });

  test('of one day that rise away from what came are a hockey stick, and so are those of the future', async () => {
    const rising = table(
      (t) => 1 + 0.06 * (t - 15),
      () => '2024-03-20',
    );
    const future = [30, 31, 32].map((t): Entry[] => [monthOf(t), 'B', 40 + 30 * (t - 30), '2025-07-01']);
    const tables = { SOP_Planner_Forecast: [...rising, ...future] };
    const { report, results } = await run(createInMemoryWorkbook(book(tables)));
    expect(results.map(({ pastHockeySticks, hockeyStick }) => [pastHockeySticks, hockeyStick])).toEqual([
      [1, false],
      [0, true],
    ]);
    expect(report.issues.map(({ code }) => code).sort()).toEqual(['hockey-stick', 'past-hockey-stick']);
  });

  test('on no date are an issue that names the cell', async () => {
    const tables = { SOP_Planner_Forecast: [['Date', 'Item', 'Quantity'], ['soon', 'A', 5] as Entry[]] };
    const { report } = await run(createInMemoryWorkbook(book(tables)));
    expect(report.issues.map(({ code, cell }) => [code, cell])).toEqual([['unknown-planner-date', 'A2']]);
  });
});
