import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleaningSheetName } from '../../src/workbook/forecast/cleaning-sheet';
import type { CleanReport } from '../../src/workbook/forecast/clean-workbook';
import type { ForecastReport } from '../../src/workbook/forecast/forecast-report';
import { emptySheet } from '../../src/workbook/book-content';
import type { CellValue, RangeContent } from '../../src/workbook/workbook';
import { noChange } from '../../src/workbook/workbook';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import type { XlsxWorkbook } from '../../src/workbook/xlsx/open-xlsx';
import type { PlanReport } from '../../src/planning';
import { inTemporaryFolder, sop } from '../cases/run-case';
import { csvRecords } from '../forecasting/cleaning/measure-cleaning';

const sample = join(__dirname, '../../assets/samples/demand.xlsx');
const shared = join(__dirname, '../../../shared/data');

function opened(file: string): XlsxWorkbook {
  const book = openXlsx(readFileSync(file));
  if (!book.ok) throw new Error(book.error.message);
  return book.value;
}

async function readName(book: XlsxWorkbook, name: string): Promise<CellValue[][]> {
  const content = await book.read({ names: [name], tables: [], ranges: [], settings: [] });
  if (!content.ok) throw new Error(content.error.message);
  const target = content.value.names[0].target;
  if (target.kind !== 'range') throw new Error(`${name} is no range.`);
  return target.range.cells.map((row) => row.map(({ value }) => value));
}

async function readSheet(book: XlsxWorkbook, sheet: string): Promise<RangeContent> {
  const whole = { sheet, row: 0, column: 0, rowCount: 1048576, columnCount: 16384 };
  const content = await book.read({ names: [], tables: [], ranges: [whole], settings: [] });
  if (!content.ok) throw new Error(content.error.message);
  return content.value.ranges[0];
}

/** A workbook with nothing but a history, as text where a number does not do. */
function historyBook(rows: readonly (readonly CellValue[])[], headers: readonly string[]): Uint8Array {
  const cells = [headers, ...rows].flatMap((row, r) =>
    row.flatMap((value, column) => (value === null ? [] : [{ row: r, column, value }])),
  );
  const reference = { sheet: 'Sales', row: 0, column: 0, rowCount: rows.length + 1, columnCount: headers.length };
  return buildXlsx({
    sheets: [{ ...emptySheet('Sales'), cells }],
    names: [],
    tables: [{ name: 'SOP_History', reference, headers }],
  });
}

test('from dirty sales over forecast and safety stock to a plan, on the sample workbook', async () => {
  await inTemporaryFolder(async (folder) => {
    const [filled, planned, json] = ['filled.xlsx', 'plan.xlsx', 'plan.json'].map((name) => join(folder, name));
    const before = readFileSync(sample);
    const forecast = await sop('forecast', sample, '--apply', '--out', filled, '--json', '-');
    expect(forecast.code).toBe(0);
    expect(readFileSync(sample).equals(before)).toBe(true);
    const report = JSON.parse(forecast.out) as ForecastReport;
    expect(report.items.map(({ item, failed }) => [item, failed])).toEqual([
      ['SKU-001', null],
      ['SKU-002', null],
      ['SKU-003', null],
    ]);
    expect(report.items[0].periods).toHaveLength(12);
    expect(report.items[0].periods[0]).toBe('2026-01-01');
    const book = opened(filled);
    expect(await readName(book, 'demand')).toEqual(report.items.map((item) => item.forecast));
    expect(await readName(book, 'safety_stock')).toEqual(report.items.map((item) => [item.safetyStock]));
    for (const { serviceCurve, serviceLevel, safetyStock, fillRate, reorderPoint } of report.items) {
      const promised = serviceCurve.find((point) => point.serviceLevel === serviceLevel);
      expect(promised).toMatchObject({ safetyStock, reorderPoint, fillRate });
    }

    const plan = await sop('optimize', filled, '--out', planned, '--json', json);
    expect({ code: plan.code, err: plan.err }).toEqual({ code: 0, err: '' });
    const made = JSON.parse(readFileSync(json, 'utf8')) as PlanReport;
    expect(made.status).toBe('optimal');
    expect(made.demand).toEqual(report.items.map((item) => item.forecast));
    made.inventory?.forEach((stock, i) =>
      stock.forEach((units) => expect(units).toBeGreaterThan(report.items[i].safetyStock - 1e-6)),
    );
    const sheets = await opened(planned).read({ names: [], tables: [], ranges: [], settings: [] });
    expect(sheets.ok && sheets.value.sheets).toEqual([
      'Plan',
      'Sales',
      'Events',
      'SOP Cleaning',
      'SOP Forecast',
      'SOP Forecast Log',
      'SOP Plan',
    ]);
  });
});

test('the forecast as scenarios is planned and compared, and what it replaced comes back', async () => {
  await inTemporaryFolder(async (folder) => {
    const [filled, restored] = ['filled.xlsx', 'restored.xlsx'].map((name) => join(folder, name));
    const run = await sop('forecast', sample, '--apply', '--scenarios', '--out', filled, '--json', '-');
    expect({ code: run.code, said: run.err.includes('scenarios FORECAST, LOW and HIGH') }).toEqual({
      code: 0,
      said: true,
    });
    const report = JSON.parse(run.out) as ForecastReport;
    const low = await sop('optimize', filled, '--scenario', 'LOW', '--json', '-');
    expect(low.code).toBe(0);
    expect((JSON.parse(low.out) as PlanReport).demand).toEqual(report.items.map((item) => item.lower95));
    const asForecast = await sop('optimize', filled, '--scenario', 'forecast', '--json', '-');
    const asApplied = await sop('optimize', filled, '--json', '-');
    expect((JSON.parse(asForecast.out) as PlanReport).totalCost).toBe(
      (JSON.parse(asApplied.out) as PlanReport).totalCost,
    );

    const back = await sop('forecast', filled, '--restore', '--out', restored);
    expect({ code: back.code, out: back.out }).toEqual({
      code: 0,
      out: `Demand and Safety_Stock are as before the forecast: ${restored}.\n`,
    });
    for (const name of ['demand', 'safety_stock']) {
      expect(await readName(opened(restored), name)).toEqual(await readName(opened(sample), name));
    }
    const nothing = await sop('forecast', restored, '--restore', '--out', filled);
    expect({ code: nothing.code, said: nothing.err.includes('No former demand is kept') }).toEqual({
      code: 2,
      said: true,
    });
  });
});

test('a decision on the sheet is followed by the next run, and stands there again', async () => {
  await inTemporaryFolder(async (folder) => {
    const [first, second] = ['first.xlsx', 'second.xlsx'].map((name) => join(folder, name));
    const cleaned = await sop('clean', sample, '--out', first, '--json', '-');
    expect(cleaned.code).toBe(0);
    const before = JSON.parse(cleaned.out) as CleanReport;
    expect(Object.keys(before).sort()).toEqual(['clean', 'cleaning', 'issues']);
    const audit = await readSheet(opened(first), cleaningSheetName);
    const head = audit.cells.findIndex((row) => row[0].value === 'Row');
    const at = audit.cells.findIndex((row, r) => r > head && row[4].value === 'Outlier');
    const row = Number(audit.cells[at][0].value);
    const typed = opened(first);
    const overrule = audit.cells[head].findIndex(({ value }) => value === 'Overrule');
    const reference = { sheet: cleaningSheetName, row: at, column: overrule, rowCount: 1, columnCount: 1 };
    expect((await typed.write({ ...noChange, cells: [{ reference, cells: [['keep']] }] })).ok).toBe(true);
    writeFileSync(first, typed.save());

    const again = await sop('clean', first, '--out', second, '--json', '-');
    expect({ code: again.code, issues: (JSON.parse(again.out) as CleanReport).issues }).toEqual({
      code: 0,
      issues: [],
    });
    const after = JSON.parse(again.out) as CleanReport;
    const findings = after.cleaning.rows.filter((finding) => finding.row === row);
    expect(findings.map(({ kind, action }) => [kind, action])).toEqual([['outlier', 'kept']]);
    const was = before.cleaning.rows.find((finding) => finding.row === row);
    expect(after.clean.map(({ quantity }) => quantity)).toContain(was?.quantity);
    const sheet = await readSheet(opened(second), cleaningSheetName);
    const line = sheet.cells.find((cells, r) => r > head && cells[0].value === row);
    expect(line?.[overrule].value).toBe('keep');
  });
});

describe('the published dirty history', () => {
  const csv = (file: string) => csvRecords(readFileSync(join(shared, file), 'utf8'));
  const rows = csv('demand_dirty_article.csv').map(({ date, sku, qty }): CellValue[] => [
    date || null,
    sku,
    qty === '' ? null : Number(qty),
  ]);
  const book = historyBook(rows, ['Date', 'Item', 'Quantity']);

  test('reaches the targets from file to JSON, and its rows are numbered as in the table', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, 'dirty.xlsx');
      writeFileSync(file, book);
      const run = await sop('forecast', file, '--periods', '12', '--bucket', 'month', '--json', '-');
      expect(run.code).toBe(0);
      const report = JSON.parse(run.out) as ForecastReport;
      expect(Object.keys(report)).toEqual(['bucket', 'items', 'cleaning', 'issues']);
      const keys = 'item method class history periods forecast lower95 upper95 accuracy safetyStock failed'.split(' ');
      expect(Object.keys(report.items[0]).slice(0, keys.length)).toEqual(keys);
      expect(Object.keys(report.items[0].accuracy)).toEqual(['mase', 'wape', 'mape', 'bias', 'valueAdded']);

      const future = csv('demand_future_2026.csv');
      const wapes = report.items.map(({ item, forecast, periods }) => {
        expect(periods).toEqual(forecast.map((_, t) => `2026-${String(t + 1).padStart(2, '0')}-01`));
        const actual = new Array<number>(12).fill(0);
        for (const { date, sku, qty } of future) if (sku === item) actual[Number(date.slice(5, 7)) - 1] += Number(qty);
        const error = actual.reduce((sum, units, t) => sum + Math.abs(units - forecast[t]), 0);
        return error / actual.reduce((sum, units) => sum + units, 0);
      });
      expect(wapes[0]).toBeLessThanOrEqual(0.035);
      expect(wapes[1]).toBeLessThanOrEqual(0.28);
      expect(wapes[2]).toBeLessThanOrEqual(0.03);

      const found = report.cleaning.rows.filter(({ kind }) => kind === 'outlier').map(({ row }) => row);
      const outliers = csv('demand_dirty_article_truth.csv').filter(
        ({ kind, effective }) => kind === 'outlier_x50' && effective === '1',
      );
      const hits = outliers.filter(({ row }) => found.includes(Number(row))).length;
      expect(outliers.length).toBeGreaterThan(10);
      expect(hits / outliers.length).toBeGreaterThanOrEqual(0.98);
    });
  });
});

describe('what cannot be done', () => {
  test.each([
    [['--periods', '0'], '--periods needs a whole number'],
    [['--apply'], 'name it with --out'],
    [['--scenarios'], 'name it with --out'],
    [['--restore'], 'name it with --out'],
  ])('%p is refused', async (options, sentence) => {
    const { code, err } = await sop('forecast', sample, ...options);
    expect({ code, said: err.includes(sentence) }).toEqual({ code: 2, said: true });
  });

  test('a workbook without a history says what it needs, and nothing is written', async () => {
    await inTemporaryFolder(async (folder) => {
      const target = join(folder, 'out.xlsx');
      const book = join(__dirname, '../../assets/samples/one-product.xlsx');
      for (const command of ['clean', 'forecast']) {
        const { code, err } = await sop(command, book, '--out', target);
        expect(code).toBe(2);
        expect(err).toContain('Make a table SOP_History with the columns Date, Item and Quantity');
        expect(existsSync(target)).toBe(false);
      }
    });
  });
});
