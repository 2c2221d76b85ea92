import { unzipSync } from 'fflate';
import { emptySheet } from '../../../src/workbook/book-content';
import type { SheetCell, SheetContent } from '../../../src/workbook/sheet-content';
import { noChange } from '../../../src/workbook/workbook';
import {
  contentOf,
  expectConsistentPackage,
  expectWellFormed,
  handWritten,
  opened,
  packed,
  unpacked,
  type HandWritten,
} from './package-files';
import { planLikeSheet } from './plan-like-sheet';

async function withSheet(book: HandWritten, sheet: SheetContent) {
  const workbook = opened(packed(handWritten(book)));
  const receipt = await workbook.write({ ...noChange, sheets: [sheet] });
  const saved = workbook.save();
  expectWellFormed(saved);
  expectConsistentPackage(saved);
  return { receipt, saved, files: unpacked(saved) };
}

const source = { sheets: { S: '<sheetData/>' } };
const sheetOf = (cells: readonly Omit<SheetCell, 'row' | 'column'>[]): SheetContent => {
  return { ...emptySheet('Result'), cells: cells.map((cell, column) => ({ row: 0, column, ...cell })) };
};

describe('Writing a sheet', () => {
  test('keeps text as text, with every character, and numbers with every digit', async () => {
    const values = [
      '=1+1',
      ' padded ',
      'line\nbreak\ttab',
      '\u000b_x000B_',
      '<&>"',
      '😀 計画',
      'lone \ud800 half',
      '',
      0.1 + 0.2,
      1e21,
      -1.5e-300,
      123456789012345680,
    ];
    const { saved, files } = await withSheet(source, sheetOf(values.map((value) => ({ value }))));
    const range = { sheet: 'Result', row: 0, column: 0, rowCount: 1, columnCount: values.length };
    const [{ cells }] = (await contentOf(opened(saved), { ranges: [range] })).ranges;
    expect(cells[0].map((cell) => cell.value)).toEqual(values);
    expect(files['xl/worksheets/sheet2.xml']).toContain('>_x000B__x005F_x000B_</t>');
    expect(files['xl/worksheets/sheet2.xml']).toContain('<t xml:space="preserve"> padded </t>');
  });

  test('keeps carriage returns apart from line feeds', async () => {
    const { saved } = await withSheet(source, sheetOf([{ value: 'a\r\nb' }]));
    const range = { sheet: 'Result', row: 0, column: 0, rowCount: 1, columnCount: 1 };
    const [{ cells }] = (await contentOf(opened(saved), { ranges: [range] })).ranges;
    expect(cells[0][0].value).toBe('a\r\nb');
  });

  test('asks for calculation only where a formula brings no value', async () => {
    const valued = await withSheet(source, sheetOf([{ formula: '=1+1', value: 2 }]));
    expect(valued.files['xl/workbook.xml']).not.toContain('calcPr');
    const bare = await withSheet(source, sheetOf([{ formula: '=1+1', value: null }]));
    expect(bare.files['xl/workbook.xml']).toContain('<calcPr fullCalcOnLoad="1"/>');
  });

  test.each([
    ['transitional', '', false],
    ['prefixed', 'x:', false],
    ['strict', '', true],
    ['prefixed strict', 'ns0:', true],
  ])('speaks the dialect and prefix of a %s workbook', async (_, prefix, strict) => {
    const book = { prefix, strict, sheets: { S: `<${prefix}sheetData/>` } };
    const { files } = await withSheet(book, planLikeSheet('Plan'));
    const main = strict
      ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
      : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const sheet = files['xl/worksheets/sheet2.xml'];
    expect(sheet).toContain(`<${prefix}worksheet xmlns${prefix ? `:${prefix.slice(0, -1)}` : ''}="${main}"`);
    expect(sheet).toContain(`<${prefix}c r="A1" `);
    expect(files['xl/workbook.xml']).toContain(`<${prefix}sheet name="Plan" sheetId="4" r:id="rId`);
    const alien = strict ? 'schemas.openxmlformats.org/spreadsheetml' : 'purl.oclc.org';
    for (const [name, text] of Object.entries(files)) {
      if (name !== '[Content_Types].xml') expect({ name, alien: text.includes(alien) }).toEqual({ name, alien: false });
    }
    expect(files['xl/charts/chart1.xml']).toContain(`<c:overlap val="100${strict ? '%' : ''}"/>`);
  });

  test('appends formats and never renumbers those that are there', async () => {
    const styles =
      '<fonts count="1"><font><sz val="9"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0"/></cellXfs><tableStyles count="0"/>';
    const bold = { bold: true, numberFormat: '0.000', fill: 'ffee00', align: 'right', borderTop: 'medium' } as const;
    const { files } = await withSheet(
      { ...source, styles },
      sheetOf([{ value: 1, style: bold }, { value: 2, style: bold }, { value: 3 }]),
    );
    const written = files['xl/styles.xml'];
    expect(written).toContain(
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><fonts count="2">',
    );
    expect(written).toContain('<font><b/><sz val="9"/><name val="Arial"/></font></fonts>');
    expect(written).toContain(
      '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="1" xfId="0"',
    );
    expect(written).toContain('</cellStyles><tableStyles count="0"/>');
    expect(files['xl/worksheets/sheet2.xml']).toContain(
      '<c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1"><v>3</v></c>',
    );
  });

  test('fills the caches of its charts from the cells that they point at', async () => {
    const { files } = await withSheet(source, planLikeSheet('The plan'));
    const chart = files['xl/charts/chart1.xml'];
    expect(chart).toContain(
      '<c:f>\'The plan\'!$B$4:$G$4</c:f><c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val="6"/><c:pt idx="0"><c:v>5200</c:v></c:pt>',
    );
    expect(chart).toContain('<c:formatCode>mmm yy</c:formatCode>');
    expect(chart).toContain(
      '<c:f>\'The plan\'!$A$6</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Snacks &amp; nuts</c:v>',
    );
    expect(files['xl/drawings/drawing1.xml']).toContain('descr="Stacked columns of three items');
  });

  test('shows the highest threshold that is met, in whatever order they are given', async () => {
    const { files } = await withSheet(source, planLikeSheet('Plan'));
    const rules = [...files['xl/worksheets/sheet2.xml'].matchAll(/priority="(\d)"><formula>([^<]*)</g)].map(
      ([, priority, formula]) => [priority, formula],
    );
    expect(rules).toEqual([
      ['1', 'AND(ISLOGICAL(B10),NOT(B10))'],
      ['2', '1'],
      ['3', '0.85'],
    ]);
  });

  test('keeps the code name by which macros know an overwritten sheet, its id, its state and formulas that point at it', async () => {
    const book = {
      sheets: {
        S: '<sheetData><row r="1"><c r="A1"><f>Plan!B2</f><v>7</v></c></row></sheetData>',
        Plan: '<sheetPr codeName="Sheet9"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData><row r="2"><c r="B2"><f>7</f><v>7</v></c></row></sheetData><autoFilter ref="A1:B2"/>',
      },
      names:
        '<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">Plan!$A$1:$B$2</definedName><definedName name="Kept">Plan!$B$2</definedName>',
    };
    const before = unpacked(packed(handWritten(book)));
    const { files } = await withSheet(book, planLikeSheet('PLAN'));
    expect(files['xl/worksheets/sheet1.xml']).toBe(before['xl/worksheets/sheet1.xml']);
    expect(files['xl/_rels/workbook.xml.rels'].replace(/<Relationship [^>]*styles[^>]*>/, '')).toBe(
      before['xl/_rels/workbook.xml.rels'],
    );
    expect(files['xl/workbook.xml']).toContain('<sheet name="Plan" sheetId="4" r:id="rId2"/>');
    expect(files['xl/workbook.xml']).toContain(
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="1">Plan!$A:$A,Plan!$3:$3</definedName><definedName name="Kept">Plan!$B$2</definedName></definedNames>',
    );
    const sheet = files['xl/worksheets/sheet2.xml'];
    expect(sheet).toContain('<sheetPr codeName="Sheet9"><tabColor');
    expect(sheet).toContain('tabSelected="1"');
  });

  test('refuses to overwrite a protected sheet', async () => {
    const book = { sheets: { S: '<sheetData/>', Plan: '<sheetData/><sheetProtection sheet="true"/>' } };
    const { receipt } = await withSheet(book, planLikeSheet('Plan'));
    expect(receipt).toMatchObject({
      ok: false,
      error: { kind: 'protectedSheet', message: expect.stringMatching(/Unprotect/) },
    });
  });

  test('warns of a protected structure and adds the sheet all the same', async () => {
    const book = { ...source, workbookProperties: '<workbookProtection lockStructure="1"/>' };
    const { receipt, files } = await withSheet(book, planLikeSheet('Plan'));
    expect(receipt).toMatchObject({ ok: true, value: { warnings: [expect.stringMatching(/structure is protected/)] } });
    expect(files['xl/worksheets/sheet2.xml']).toBeDefined();
  });

  test('stores settings beside the custom XML of others', async () => {
    const workbook = opened(packed(handWritten(source)));
    await workbook.write({ ...noChange, settings: { mode: 'cost' } });
    const saved = workbook.save();
    expectConsistentPackage(saved);
    expectWellFormed(saved);
    expect((await contentOf(opened(saved), { settings: ['mode'] })).settings).toEqual({ mode: 'cost' });
    expect(unpacked(saved)['customXml/item1.xml']).toContain('<settings xmlns="urn:sop-planner:settings">');
  });

  test('keeps a byte order mark, a declaration and foreign namespaces of a part that it edits', async () => {
    const files = handWritten(source);
    const declaration = '\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n';
    const extra =
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15" xmlns:x15="urn:x15"';
    const start = declaration + String(files['xl/workbook.xml']).replace('<workbook ', `<workbook ${extra} `);
    const workbook = opened(packed({ ...files, 'xl/workbook.xml': start }));
    await workbook.write({ ...noChange, sheets: [emptySheet('Result')] });
    const after = Buffer.from(unzipSync(workbook.save())['xl/workbook.xml']).toString();
    const added = '<sheet name="Result" sheetId="4" r:id="rId3"/>';
    expect(after.replace(/<sheet name="Result"[^>]*>/, '')).toBe(start);
    expect(after).toContain(added);
  });
});
