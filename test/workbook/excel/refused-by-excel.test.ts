import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { emptySheet } from '../../../src/workbook/book-content';
import { noChange } from '../../../src/workbook/workbook';
import type { WorkbookChange } from '../../../src/workbook/workbook';
import { currentExcel } from '../../host/requirements';
import { openNodeHost } from '../../host/node-host';
import { openThreeSkus, threeSkuSheet } from './three-sku-host';

const request = { names: ['demand'], tables: [], ranges: [], settings: [] };
const aSentenceAndARemedy = /^[A-Z].+\. .+\.$/s;

/** The three-SKU case, with its plan's sheet ready to be written; `written` has an older plan on it already. */
async function prepared(state: 'new' | 'written') {
  const { host, workbook } = openThreeSkus();
  const sheet = await threeSkuSheet(workbook);
  const former = {
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.row > 3 ? cell : { ...cell, style: { bold: true } })),
  };
  if (state === 'written') await workbook.write({ ...noChange, sheets: [former] });
  const change: WorkbookChange = { ...noChange, sheets: [sheet] };
  return { host, workbook, change, before: host.snapshot() };
}

/** What a planner would notice of a workbook: everything but the looks of single cells. */
function content({ sheets, names, customXmlParts }: ReturnType<ReturnType<typeof openNodeHost>['snapshot']>) {
  const told = sheets.map(({ name, cells, charts, conditionalFormats, frozen }) => {
    return { name, cells, charts, conditionalFormats, frozen };
  });
  return { sheets: told, names, customXmlParts };
}

describe('what Excel refuses ends in a sentence with a remedy, and nothing half-written', () => {
  it('while a cell is edited, reading and writing', async () => {
    const { host, workbook, change, before } = await prepared('new');
    host.user.startCellEdit();
    for (const outcome of [await workbook.read(request), await workbook.write(change)]) {
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'editMode' } });
      if (!outcome.ok) expect(outcome.error.message).toMatch(/Press Enter or Esc/);
    }
    host.user.endCellEdit();
    expect(host.snapshot()).toEqual(before);
  });

  it('a protected result sheet', async () => {
    const { host, workbook, change } = await prepared('written');
    host.user.protectSheet('SOP Plan');
    const before = host.snapshot();
    const outcome = await workbook.write(change);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'protectedSheet' } });
    if (!outcome.ok)
      expect(outcome.error.message).toBe(
        'Sheet "SOP Plan" is protected. Unprotect it (Review, Unprotect Sheet) and run again.',
      );
    expect(host.snapshot()).toEqual(before);
  });

  it('a protected structure, when a sheet would be added or deleted, but not when one is overwritten', async () => {
    const fresh = await prepared('new');
    fresh.host.user.protectStructure();
    const refused = await fresh.workbook.write(fresh.change);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'protectedStructure' } });
    if (!refused.ok) expect(refused.error.message).toMatch(/no sheet can be added.*Protect Workbook/);
    expect(content(fresh.host.snapshot())).toEqual(content(fresh.before));
    const kept = await prepared('written');
    kept.host.user.protectStructure();
    expect(await kept.workbook.write(kept.change)).toMatchObject({ ok: true });
    expect(await kept.workbook.write({ ...noChange, removeSheets: ['SOP Plan'] })).toMatchObject({
      ok: false,
      error: { kind: 'protectedStructure' },
    });
  });

  it('locked cells of a protected sheet, when cells are edited', async () => {
    const { host, workbook } = await prepared('new');
    host.user.protectSheet('Demand');
    const reference = { sheet: 'Demand', row: 3, column: 1, rowCount: 1, columnCount: 1 };
    const outcome = await workbook.write({ ...noChange, cells: [{ reference, cells: [[1]] }] });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'protectedSheet' } });
  });

  it('an Excel that is too old', async () => {
    openNodeHost({ sheets: [{ name: 'Data' }] }, { ...currentExcel, ExcelApi: '1.8' });
    const outcome = await excelWorkbook().read(request);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'unsupportedHost' } });
    if (!outcome.ok) expect(outcome.error.message).toMatch(aSentenceAndARemedy);
  });

  it('a table on the sheet that would be overwritten', async () => {
    const host = openNodeHost({
      sheets: [{ name: 'SOP Plan', cells: { A1: [['Item'], ['x']] } }],
      tables: [{ name: 'Mine', address: 'SOP Plan!A1:A2' }],
    });
    const before = host.snapshot();
    const outcome = await excelWorkbook().write({ ...noChange, sheets: [emptySheet('SOP Plan')] });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(host.snapshot()).toEqual(before);
  });

  it.each([
    ['RequestPayloadSizeLimitExceeded', 'tooLarge'],
    ['InvalidOrTimedOutSession', 'other'],
    ['ActivityLimitReached', 'other'],
    ['GeneralException', 'other'],
  ] as const)('a whole request refused as %s', async (code, kind) => {
    for (const state of ['new', 'written'] as const) {
      const { host, workbook, change, before } = await prepared(state);
      host.faults.refuseRequest(code, { after: state === 'new' ? 1 : 3 });
      const outcome = await workbook.write(change);
      expect(outcome).toMatchObject({ ok: false, error: { kind } });
      if (!outcome.ok) expect(outcome.error.message).toMatch(aSentenceAndARemedy);
      expect(content(host.snapshot())).toEqual(content(before));
    }
  });

  it.each([
    ['new', 'Range.Formulas'],
    ['new', 'ChartCollection.Add'],
    ['new', 'WorksheetFreezePanes.FreezeAt'],
    ['new', 'ConditionalFormatCollection.Add'],
    ['written', 'Range.Formulas'],
    ['written', 'ChartCollection.Add'],
    ['written', 'ChartSeries.SetValues'],
  ] as const)('a conflict with a co-author in the middle of writing (%s sheet, %s)', async (state, member) => {
    const { host, workbook, change, before } = await prepared(state);
    host.faults.failCall(member, 'Conflict');
    const outcome = await workbook.write(change);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    if (!outcome.ok) expect(outcome.error.message).toMatch(/Somebody else changed the workbook.*run again/);
    expect(content(host.snapshot())).toEqual(content(before));
    expect(await workbook.write(change)).toMatchObject({ ok: true });
  });

  it('cells and settings that were written before another part was refused', async () => {
    const { host, workbook, change } = await prepared('new');
    await workbook.write({ ...noChange, settings: { mapping: 'former' } });
    const before = content(host.snapshot());
    const reference = { sheet: 'Demand', row: 3, column: 1, rowCount: 1, columnCount: 2 };
    host.faults.failCall('CustomXmlPart.SetXml', 'GeneralException');
    const outcome = await workbook.write({
      ...change,
      cells: [{ reference, cells: [[1, { formula: '=B4', value: 1 }]] }],
      settings: { mapping: 'new' },
    });
    expect(outcome.ok).toBe(false);
    expect(content(host.snapshot())).toEqual(before);
  });

  it('says what is left when even putting back is refused', async () => {
    const { host, workbook, change } = await prepared('new');
    host.faults.failCall('ChartCollection.Add', 'Conflict');
    host.faults.failCall('Worksheet.Delete', 'AccessDenied');
    const outcome = await workbook.write(change);
    if (outcome.ok) throw new Error('It should have been refused.');
    expect(outcome.error.message).toMatch(
      /What is on sheet "SOP Plan" is incomplete: undo it in Excel, or run again\.$/,
    );
  });
});

describe('settings in Excel', () => {
  it('stand in the custom XML part that a file keeps as well', async () => {
    const host = openNodeHost({ sheets: [{ name: 'Data' }] });
    await excelWorkbook().write({ ...noChange, settings: { mapping: '{"a":"<&>\\n"}' } });
    expect(host.snapshot().customXmlParts).toEqual([
      '<settings xmlns="urn:sop-planner:settings"><setting name="mapping">{&#34;a&#34;:&#34;&#60;&#38;&#62;\\n&#34;}</setting></settings>',
    ]);
    expect(host.snapshot().settings).toEqual({});
  });

  it('are read whatever prefix and quotes the XML uses', async () => {
    openNodeHost({
      sheets: [{ name: 'Data' }],
      customXmlParts: [
        "<?xml version='1.0'?><s:settings xmlns:s='urn:sop-planner:settings'><s:setting name='a'>1 &lt; &#x32;</s:setting></s:settings>",
      ],
    });
    const outcome = await excelWorkbook().read({ ...request, settings: ['a'] });
    expect(outcome).toMatchObject({ ok: true, value: { settings: { a: '1 < 2' } } });
  });
});
