import { madeSheet } from '../../../src/workbook/sheet-content';
import { answerForecastTask, excelSerial, dayFromIso } from '../../../src/forecasting/index';
import type { ForecastedItem, ForecastTask, PoolOutcome } from '../../../src/forecasting/index';
import { emptySheet } from '../../../src/workbook/book-content';
import type { BookContent } from '../../../src/workbook/book-content';
import { forecastWorkbook } from '../../../src/workbook/forecast-workbook';
import type { ForecastedWorkbook, ForecastWorkbookOptions } from '../../../src/workbook/forecast-workbook';
import { createInMemoryWorkbook } from '../../../src/workbook/in-memory';
import type { InMemoryWorkbook } from '../../../src/workbook/in-memory';
import type { SheetCell } from '../../../src/workbook/sheet-content';
import type { CellValue } from '../../../src/workbook/workbook';
import { recalculate } from '../plan-sheet/recalculate';

function serial(iso: string): number {
  return excelSerial(dayFromIso(iso) ?? NaN);
}

type Row = readonly CellValue[];

/** Cells of a grid; numbers in the columns named `dates` are true dates. */
function gridCells(rows: readonly Row[], dates: readonly number[] = []): SheetCell[] {
  return rows.flatMap((row, r) =>
    row.flatMap((value, column): SheetCell[] => {
      if (value === null) return [];
      const isDate = typeof value === 'number' && dates.includes(column);
      return [{ row: r, column, value, ...(isDate ? { style: { numberFormat: 'yyyy-mm-dd' } } : {}) }];
    }),
  );
}

/** One row per month and item, for two or more years. */
function monthlyRows(months: number, items: Readonly<Record<string, (t: number) => number>>): Row[] {
  return Array.from({ length: months }, (_, t) =>
    Object.entries(items).map(([item, quantity]): Row => [serial(monthOf(t)), item, quantity(t)]),
  ).flat();
}

function monthOf(t: number): string {
  return `${2023 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}-01`;
}

const items = {
  A: (t: number) => 100 + t + (t % 12 === 10 ? 60 : 0) + (t % 3),
  B: (t: number) => 40 + (t % 4),
};

function historyTable(rows: readonly Row[], headers: readonly string[] = ['Date', 'Item', 'Quantity']): BookContent {
  const reference = { sheet: 'Sales', row: 0, column: 0, rowCount: rows.length + 1, columnCount: headers.length };
  return {
    sheets: [{ ...emptySheet('Sales'), cells: gridCells([headers, ...rows], [0]) }],
    names: [],
    tables: [{ name: 'SOP_History', reference, headers }],
  };
}

/** The book with a sheet and names on it. */
function withSheet(book: BookContent, name: string, rows: readonly Row[], names: Record<string, string>): BookContent {
  return {
    ...book,
    sheets: [...book.sheets, { ...emptySheet(name), cells: gridCells(rows, [1, 2, 3, 4]) }],
    names: [...book.names, ...Object.entries(names).map(([key, area]) => ({ name: key, refersTo: `${name}!${area}` }))],
  };
}

/** Forecasts in this thread, without a pool. */
function here(tasks: readonly ForecastTask[]): Promise<PoolOutcome<ForecastedItem>> {
  const results = tasks.map((task) => {
    const reply = answerForecastTask(task);
    if (reply.kind === 'failed') throw new Error(reply.reason);
    return reply.result;
  });
  return Promise.resolve({ results, failures: [], cancelled: false });
}

async function run(
  book: BookContent | InMemoryWorkbook,
  options: Partial<ForecastWorkbookOptions> = {},
): Promise<ForecastedWorkbook> {
  const workbook = 'read' in book ? book : createInMemoryWorkbook(book);
  const usual = { apply: false, runDate: '2026-01-15T09:00:00', forecast: here };
  const done = await forecastWorkbook(workbook, { ...usual, ...options });
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
}

const codes = ({ report }: ForecastedWorkbook): string[] => report.issues.map(({ code }) => code);

describe('the history', () => {
  test('is read alike from a table and from whole columns with their headings', async () => {
    const rows = monthlyRows(30, items);
    const table = await run(historyTable(rows));
    const named = await run({
      ...historyTable(rows),
      tables: [],
      names: ['Date', 'Item', 'Quantity'].map((name, index) => ({
        name: index === 1 ? 'SOP_History_Item' : `history_${name}`,
        refersTo: `Sales!$${'ABC'[index]}:$${'ABC'[index]}`,
      })),
    });
    expect(table.report.items.map(({ item, history }) => [item, history.length])).toEqual([
      ['A', 30],
      ['B', 30],
    ]);
    expect(named.report.items).toEqual(table.report.items);
    expect(table.report.items[0].periods[0]).toBe('2025-07-01');
    expect(table.report.items[0].periods).toHaveLength(12);
  });

  test("of one item needs no items, and is the plan's", async () => {
    const rows = monthlyRows(30, { A: items.A }).map(([date, , quantity]): Row => [date, quantity]);
    const book = historyTable(rows, ['Date', 'Quantity']);
    expect((await run(book)).report.items.map(({ item }) => item)).toEqual(['Item 1']);
    const planned = withSheet(
      book,
      'Plan',
      [
        [null, '2025-07', '2025-08'],
        ['Bolts', 0, 0],
      ],
      { Demand: '$B$2:$C$2' },
    );
    const { report, change } = await run(planned, { apply: true });
    expect(report.items.map(({ item, forecast }) => [item, forecast.length])).toEqual([['Bolts', 2]]);
    expect(change?.cells[0].cells).toEqual([report.items[0].forecast]);
  });

  test('whose columns are of different rows, or that has no date, is an error that names them', async () => {
    const book = historyTable(monthlyRows(30, items));
    const names = [
      { name: 'History_Date', refersTo: 'Sales!$A$2:$A$20' },
      { name: 'History_Quantity', refersTo: 'Other!$C$2:$C$30' },
    ];
    const other = { ...emptySheet('Other'), cells: [] };
    const apart = await run({ sheets: [...book.sheets, other], names, tables: [] });
    expect(codes(apart)).toEqual(['wrong-shape']);
    expect(apart.change).toBeNull();
    const headless = await run(historyTable([[1, 'A', 2]], ['Day', 'Item', 'Quantity']));
    expect(headless.report.issues.map(({ message }) => message)).toEqual(['SOP_History has no column Date.']);
  });

  test('that ends earlier for one item still gives all items the same periods', async () => {
    const rows = monthlyRows(30, items).filter(([date, item]) => item === 'A' || Number(date) < serial('2025-02-01'));
    const { report } = await run(historyTable(rows));
    expect(report.items.map(({ history }) => history.length)).toEqual([30, 30]);
    expect(report.items[1].history.slice(25)).toEqual([null, null, null, null, null]);
    expect(report.items[1].failed).toBeNull();
  });
});

describe('the plan', () => {
  const labels = [serial('2025-08-01'), serial('2025-09-01'), serial('2025-10-01')];
  const across = withSheet(
    historyTable(monthlyRows(30, items)),
    'Plan',
    [
      [null, ...labels],
      ['b', 1, 1, 1],
      ['C', 7, 7, 7],
      ['a', 2, 2, 2],
      ['stock', 5],
      ['stock', 6],
      ['stock', 8],
    ],
    { Demand: '$B$2:$D$4', Safety_Stock: '$B$5:$B$7', Service_Level: '$C$5:$C$7', Lead_Time: '$D$5' },
  );

  test('is filled where items and dates match, and only there', async () => {
    const book = createInMemoryWorkbook(across);
    const result = await run(book, { apply: true });
    expect(result.periods).toEqual(['2025-07-01', '2025-08-01', '2025-09-01', '2025-10-01']);
    const forecastOf = (item: string) => result.report.items.find((each) => each.item === item)?.forecast ?? [];
    if (!result.change) throw new Error('There is no change.');
    expect((await book.write(result.change)).ok).toBe(true);
    const plan = book.current().sheets.find(({ name }) => name === 'Plan');
    const row = (r: number) =>
      [1, 2, 3].map((c) => plan?.cells.find((cell) => cell.row === r && cell.column === c)?.value);
    expect(row(1)).toEqual(forecastOf('b').slice(1));
    expect(row(2)).toEqual([7, 7, 7]);
    expect(row(3)).toEqual(forecastOf('a').slice(1));
    const stock = (item: string) => result.report.items.find((each) => each.item === item)?.safetyStock;
    expect([row(4)[0], row(5)[0], row(6)[0]]).toEqual([stock('b'), 6, stock('a')]);
    expect(result.report.issues.map(({ message }) => message)).toContain(
      'The history has no item C; Demand keeps its values.',
    );
  });

  test('with periods that run down is filled downwards', async () => {
    const down = withSheet(
      historyTable(monthlyRows(30, items)),
      'Plan',
      [
        [null, 'A', 'B'],
        ['Jul 2025', 0, 0],
        ['Aug 2025', 0, 0],
      ],
      { Demand: '$B$2:$C$3', Periods: '$A$2:$A$3', Items: '$B$1:$C$1' },
    );
    const { change, report } = await run(down, { apply: true });
    expect(change?.cells.map(({ reference, cells }) => [reference.column, cells])).toEqual(
      report.items.map(({ forecast }, i) => [1 + i, forecast.map((value) => [value])]),
    );
    expect(report.items[0].forecast).toHaveLength(2);
  });

  test('in months takes no forecast in weeks', async () => {
    const weekly = Array.from({ length: 120 }, (_, t): Row => [serial('2023-01-02') + 7 * t, 'A', 20 + (t % 5)]);
    const book = withSheet(
      historyTable(weekly),
      'Plan',
      [
        [null, ...labels],
        ['A', 1, 1, 1],
      ],
      { Demand: '$B$2:$D$2' },
    );
    const { change, report } = await run(book, { apply: true, bucket: 'week', periods: 30 });
    expect(change).toBeNull();
    expect(report.issues.find(({ severity }) => severity === 'error')?.message).toBe(
      'The periods of the plan are no consecutive weeks.',
    );
  });

  test('that rises away from the forecast is a hockey stick', async () => {
    const months = Array.from({ length: 12 }, (_, h) => serial(monthOf(30 + h)));
    const rising = months.map((_, h) => 41 + 4 * h);
    const book = withSheet(
      historyTable(monthlyRows(30, { B: items.B })),
      'Plan',
      [
        [null, ...months],
        ['B', ...rising],
      ],
      {
        Demand: '$B$2:$M$2',
        Periods: '$B$1:$M$1',
      },
    );
    const dated = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(asDate) })) };
    expect(codes(await run(dated))).toEqual(['hockey-stick']);
  });
});

/** Serial numbers in the first row of the plan as dates. */
function asDate(cell: SheetCell): SheetCell {
  return cell.row === 0 && typeof cell.value === 'number' ? { ...cell, style: { numberFormat: 'mmm yyyy' } } : cell;
}

test('what was forecast is kept and measured once the demand has come', async () => {
  const rows = monthlyRows(32, items);
  const past = createInMemoryWorkbook(historyTable(rows.slice(0, 60)));
  const first = await run(past, { runDate: '2025-07-02T08:00:00' });
  expect(first.past).toBeNull();
  if (!first.change) throw new Error('There is no change.');
  await past.write(first.change);
  const later = createInMemoryWorkbook({
    ...historyTable(rows),
    sheets: [...historyTable(rows).sheets, ...past.current().sheets.filter(({ name }) => name !== 'Sales')],
  });
  const second = await run(later, { runDate: '2025-09-02T08:00:00' });
  const wanted = ['A', 'B'].map((item) => {
    const was = first.report.items.find((each) => each.item === item)?.forecast ?? [];
    const came = second.report.items.find((each) => each.item === item)?.history.slice(30) ?? [];
    return came.reduce<number>((sum, value, h) => sum + Math.abs((value ?? 0) - was[h]), 0);
  });
  const demand = second.report.items
    .flatMap(({ history }) => history.slice(30))
    .reduce<number>((s, v) => s + (v ?? 0), 0);
  expect(second.past?.total.points).toBe(4);
  expect(second.past?.total.wape).toBeCloseTo((wanted[0] + wanted[1]) / demand, 9);
  expect(second.past?.byLead.map(({ lead }) => lead)).toEqual([1, 2]);
  if (!second.change) throw new Error('There is no change.');
  const log = second.change.sheets.find(({ name }) => name === 'SOP Forecast Log');
  expect([...(log?.cells ?? [])].filter(({ column, row }) => column === 0 && row > 3)).toHaveLength(48);
});

test('an event that moves is in the forecast of the period it falls in', async () => {
  const fair = ['2023-03-20', '2024-05-13', '2025-04-07', '2026-05-04'];
  const months = fair.map((day) => day.slice(0, 7));
  const rows = monthlyRows(36, { A: (t) => 100 * (months.includes(monthOf(t).slice(0, 7)) ? 1.5 : 1) + (t % 3) });
  const book = historyTable(rows);
  const events = [['Date', 'Name'], ...fair.map((day): Row => [serial(day), 'Fair']), ['no day', 'Never']];
  const reference = { sheet: 'Events', row: 0, column: 0, rowCount: events.length, columnCount: 2 };
  const { report, results } = await run({
    ...book,
    sheets: [...book.sheets, { ...emptySheet('Events'), cells: gridCells(events, [0]) }],
    tables: [...book.tables, { name: 'SOP_Events', reference, headers: ['Date', 'Name'] }],
  });
  expect(report.issues.map(({ code, cell }) => [code, cell])).toEqual([['unknown-event-date', 'A6']]);
  expect(results[0].forecast.events[0].effect).toBeGreaterThan(0.35);
  const [may, june] = [report.items[0].forecast[4], report.items[0].forecast[5]];
  expect(may / june).toBeGreaterThan(1.3);
});

test('the sheet looks up whichever item is named on top', async () => {
  const { change, report } = await run(historyTable(monthlyRows(30, items)));
  const found = change?.sheets.find(({ name }) => name === 'SOP Forecast');
  if (!found) throw new Error('There is no sheet.');
  const sheet = madeSheet(found);
  for (const item of ['A', 'B']) {
    const cells = sheet.cells.map((cell) => (cell.row === 3 && cell.column === 1 ? { ...cell, value: item } : cell));
    const found = new Map(
      recalculate({ ...sheet, cells }, { sheets: {} }).map(({ cell, found: value }) => [
        `${cell.row},${cell.column}`,
        value,
      ]),
    );
    const feed =
      sheet.cells.find(({ value, column }) => value === 'Figures of the item shown' && column === 0)?.row ?? 0;
    const expected = report.items.find((each) => each.item === item);
    const line = (row: number, from: number, count: number) =>
      Array.from({ length: count }, (_, t) => found.get(`${row},${2 + from + t}`));
    expect(line(feed + 2, 0, 30)).toEqual(expected?.history);
    const shown = line(feed + 4, 30, 12);
    // The calculation engine rounds to ten digits.
    expected?.forecast.forEach((value, h) => expect(Number(shown[h]) / value).toBeCloseTo(1, 8));
    expect(line(feed + 4, 0, 1)).toEqual(['#N/A']);
  }
  expect(sheet.charts.map(({ series }) => series.length)).toEqual([5, 3, 3]);
});
