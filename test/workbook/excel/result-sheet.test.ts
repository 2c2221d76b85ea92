import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { noChange } from '../../../src/workbook/workbook';
import type { SheetContent } from '../../../src/workbook/sheet-content';
import { undoBreakingCalls } from '../../host/call-log';
import { currentExcel } from '../../host/requirements';
import { payloadLimit } from '../../host/protocol';
import { emptySheet } from '../../../src/workbook/book-content';
import { openNodeHost } from '../../host/node-host';
import { openThreeSkus, threeSkuSheet } from './three-sku-host';

type Host = ReturnType<typeof openThreeSkus>['host'];

const sheetOf = (host: Host, name = 'SOP Plan') => {
  const found = host.snapshot().sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`There is no sheet ${name}.`);
  return found;
};
const valuesOf = (host: Host) => Object.values(sheetOf(host).cells).map(({ value }) => value);
const write = async (sheet: SheetContent) => {
  const written = await excelWorkbook().write({ ...noChange, sheets: [sheet] });
  if (!written.ok) throw new Error(written.error.message);
  return written.value;
};

describe('the sheet of a plan in Excel', () => {
  it('holds the published optimum, and every check of it is TRUE', async () => {
    const { host, workbook } = openThreeSkus();
    await write(await threeSkuSheet(workbook));
    expect(
      valuesOf(host).filter((value) => typeof value === 'number' && Math.abs(value - 2_128_139) < 0.01),
    ).not.toEqual([]);
    const checks = valuesOf(host).filter((value) => typeof value === 'boolean');
    expect(checks.length).toBeGreaterThan(3);
    expect(checks).not.toContain(false);
    expect(valuesOf(host).filter((value) => typeof value === 'string' && /^#[A-Z]/.test(value))).toEqual([]);
  });

  it('has the charts: stacked columns with a line of capacity, titles, colours', async () => {
    const { host, workbook } = openThreeSkus();
    const sheet = await threeSkuSheet(workbook);
    await write(sheet);
    const { charts } = sheetOf(host);
    expect(charts.map(({ properties }) => properties.Name)).toEqual(sheet.charts.map(({ name }) => name));
    const [production] = charts;
    const types = production.series.map(({ properties }) => properties.ChartType);
    expect(types.slice(-1)).toEqual(['Line']);
    expect(new Set(types.slice(0, -1))).toEqual(new Set(['ColumnStacked']));
    expect(production.properties['Title.Text']).toBe(sheet.charts[0].title);
    expect(production.properties['Axes.ValueAxis.Title.Text']).toBe(sheet.charts[0].valueAxisTitle);
    expect(production.series[0].properties['Format.Fill.Color']).toBe(`#${sheet.charts[0].series[0].color}`);
    expect(production.series[0].values).toMatch(/^'SOP Plan'!\$/);
  });

  it('is formatted, frozen and set up for print as its content says', async () => {
    const { host, workbook } = openThreeSkus();
    const sheet = await threeSkuSheet(workbook);
    await write(sheet);
    const written = sheetOf(host);
    const bold = sheet.cells.find(({ style }) => style?.bold && style.numberFormat !== undefined);
    const withLine = sheet.cells.find(({ style }) => style?.borderTop !== undefined);
    const formatAt = (cell: SheetContent['cells'][number] | undefined) => {
      const letter = String.fromCharCode(65 + (cell?.column ?? 0));
      return written.formats[`${letter}${(cell?.row ?? 0) + 1}`];
    };
    expect(formatAt(bold)).toMatchObject({ 'Font.Bold': true, NumberFormat: bold?.style?.numberFormat });
    expect(formatAt(withLine)).toMatchObject({ 'Borders.EdgeTop.Style': 'Continuous' });
    expect(written.showGridlines).toBe(sheet.showGridlines);
    expect(written.frozen).toBeDefined();
    expect(written.pageLayout).toMatchObject({ Orientation: 'Landscape', Zoom: { horizontalFitToPages: 1 } });
    expect(written.printTitleRows).toBeDefined();
    expect(written.conditionalFormats).toHaveLength(sheet.highlights.length);
    expect(Object.keys(written.columnWidths).length).toBeGreaterThan(3);
  });

  it('is overwritten in place: nothing of the former one stays, and formulas that point at it do', async () => {
    const { host, workbook } = openThreeSkus();
    const sheet = await threeSkuSheet(workbook);
    await write({
      ...sheet,
      cells: [...sheet.cells, { row: 300, column: 90, value: 'left over', style: { fill: 'FF0000' } }],
    });
    host.user.addSheet('Finance');
    host.user.enter('Finance!A1', "='SOP Plan'!A1");
    const [before] = [sheetOf(host)];
    await write(sheet);
    const after = sheetOf(host);
    expect(Object.keys(after.cells)).not.toContain('CM301');
    expect(Object.keys(after.formats)).not.toContain('CM301');
    expect(after.charts.map(({ properties }) => properties.Name)).toEqual(sheet.charts.map(({ name }) => name));
    expect(after.conditionalFormats).toHaveLength(before.conditionalFormats.length);
    expect(sheetOf(host, 'Finance').cells.A1).toMatchObject({
      formula: "='SOP Plan'!A1",
      value: after.cells.A1.value,
    });
  });

  it('is written without any call that breaks undo, the first time and again', async () => {
    const { host, workbook } = openThreeSkus();
    const sheet = await threeSkuSheet(workbook);
    await write(sheet);
    await write(sheet);
    expect(undoBreakingCalls(host.requests)).toEqual([]);
  });

  it('takes few requests: three to read, three to write', async () => {
    const { host, workbook } = openThreeSkus();
    const before = host.syncs();
    const sheet = await threeSkuSheet(workbook);
    const read = host.syncs();
    await write(sheet);
    expect([read - before, host.syncs() - read]).toEqual([3, 3]);
  });

  it('needs nothing newer than ExcelApi 1.9', async () => {
    const { host, workbook } = openThreeSkus({ ...currentExcel, ExcelApi: '1.9' });
    const sheet = await threeSkuSheet(workbook);
    await write(sheet);
    await write(sheet);
    expect(host.requests.map(({ error }) => error).filter(Boolean)).toEqual([]);
    expect(valuesOf(host)).toContain(true);
  });

  it('goes over in blocks when it is larger than one request may be', async () => {
    const host = openNodeHost({ sheets: [{ name: 'Data' }] });
    const text = 'long label '.repeat(40);
    const cells = Array.from({ length: 9000 }, (_, row) => [
      { row, column: 0, value: `${text}${row}` },
      { row, column: 1, value: row },
    ]).flat();
    await write({ ...emptySheet('SOP Plan'), cells });
    await write({ ...emptySheet('SOP Plan'), cells });
    const sheet = sheetOf(host);
    expect(sheet.cells.B9000.value).toBe(8999);
    expect(sheet.cells.A9000.value).toBe(`${text}8999`);
    expect(Math.max(...host.requests.map(({ requestSize }) => requestSize))).toBeLessThan(payloadLimit);
    expect(host.requests.length).toBeGreaterThan(4);
  });

  it('is complete where printing cannot be set up, and says so', async () => {
    const { host, workbook } = openThreeSkus();
    const sheet = await threeSkuSheet(workbook);
    host.faults.failCall('PageLayout.Orientation', 'GeneralException');
    const { warnings } = await write(sheet);
    expect(warnings).toEqual([expect.stringMatching(/could not set up how sheet "SOP Plan" prints/)]);
    expect(valuesOf(host)).toContain(true);
  });
});

describe('text in Excel', () => {
  it.each(['=SUM(A1)', '+1', '-2', '@name', '12.5', '1/2', 'TRUE', 'wahr', "'quoted'", '#N/A', '5%', 'Jan 5', ' =x'])(
    'is written as text: %s',
    async (value) => {
      const host = openNodeHost({ sheets: [{ name: 'Data' }] });
      await write({ ...emptySheet('SOP Plan'), cells: [{ row: 0, column: 0, value }] });
      const [cell] = Object.values(sheetOf(host).cells);
      expect([cell.value, cell.formula]).toEqual([value, undefined]);
    },
  );

  it('that names a series does not become a reference', async () => {
    const { host, workbook } = openThreeSkus();
    const sheet = await threeSkuSheet(workbook);
    const [chart] = sheet.charts;
    const series = [{ ...chart.series[0], name: '=Demand!A1' }, ...chart.series.slice(1)];
    await write({ ...sheet, charts: [{ ...chart, series }] });
    expect(sheetOf(host).charts[0].series[0].properties.Name).toBe(' =Demand!A1');
  });
});
