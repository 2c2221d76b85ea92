import { noChange, type CellsEdit, type CellValue } from '../../../src/workbook/workbook';
import {
  expectConsistentPackage,
  expectWellFormed,
  handWritten,
  opened,
  packed,
  unpacked,
  type HandWritten,
} from './package-files';

type Content = CellsEdit['cells'][number][number];

/** Writes a rectangle of sheet S and gives the saved parts and the receipt. */
async function edited(book: HandWritten, row: number, column: number, cells: readonly (readonly Content[])[]) {
  const bytes = packed(handWritten(book));
  const workbook = opened(bytes);
  const reference = { sheet: 'S', row, column, rowCount: cells.length, columnCount: cells[0].length };
  const receipt = await workbook.write({ ...noChange, cells: [{ reference, cells }] });
  const saved = workbook.save();
  expectWellFormed(saved);
  expectConsistentPackage(saved);
  return {
    receipt,
    before: unpacked(bytes),
    after: unpacked(saved),
    sheet: unpacked(saved)['xl/worksheets/sheet1.xml'],
  };
}

const body = (sheet: string) => /<sheetData>.*<\/sheetData>|<sheetData\/>/s.exec(sheet)?.[0];

describe('Editing cells in place', () => {
  test('replaces a cell, keeps its format and every other byte of the part', async () => {
    const data =
      '<!-- kept --><sheetData>\n <row r="2" ht="30" spans="1:3"><c r="A2" s="4" t="s"><v>0</v></c> <c r="B2"><v>1</v></c></row></sheetData><pageMargins left="1"/>';
    const { sheet, before, after } = await edited({ sheets: { S: data }, sharedStrings: '<si><t>x</t></si>' }, 1, 0, [
      [12.5],
    ]);
    const expected = before['xl/worksheets/sheet1.xml'].replace(
      '<c r="A2" s="4" t="s"><v>0</v></c>',
      '<c r="A2" s="4"><v>12.5</v></c>',
    );
    expect(sheet).toBe(expected);
    expect({ ...after, 'xl/worksheets/sheet1.xml': '' }).toEqual({ ...before, 'xl/worksheets/sheet1.xml': '' });
  });

  test('puts new cells and rows in their places', async () => {
    const data =
      '<dimension ref="B2:B4"/><cols><col min="4" max="4" style="7"/></cols><sheetData><row r="2" spans="2:2"><c r="B2"/></row><row r="4" s="3" customFormat="1"/></sheetData>';
    const values = [1, 2, 3, 4].map((row) => [10 * row + 1, 10 * row + 2, 10 * row + 4]);
    const sheetOf = async (column: number, cells: readonly (readonly CellValue[])[]) =>
      (await edited({ sheets: { S: data } }, 0, column, cells)).sheet;
    const sheet = await sheetOf(
      0,
      values.map(([a, b, d]) => [a, b, null, d]),
    );
    expect(body(sheet)).toBe(
      '<sheetData><row r="1"><c r="A1"><v>11</v></c><c r="B1"><v>12</v></c><c r="D1" s="7"><v>14</v></c></row>' +
        '<row r="2" spans="1:4"><c r="A2"><v>21</v></c><c r="B2"><v>22</v></c><c r="D2" s="7"><v>24</v></c></row>' +
        '<row r="3"><c r="A3"><v>31</v></c><c r="B3"><v>32</v></c><c r="D3" s="7"><v>34</v></c></row>' +
        '<row r="4" s="3" customFormat="1"><c r="A4" s="3"><v>41</v></c><c r="B4" s="3"><v>42</v></c><c r="D4" s="3"><v>44</v></c></row></sheetData>',
    );
    expect(sheet).toContain('<dimension ref="A1:D4"/>');
  });

  test('fills an empty sheet, with the prefix that its part uses', async () => {
    const { sheet } = await edited({ prefix: 'x:', sheets: { S: '<x:sheetData/>' } }, 1, 1, [
      ['a & b'],
      [{ formula: '=B2&"<"', value: 'a & b<' }],
    ]);
    expect(sheet).toContain(
      '<x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>a &amp; b</x:t></x:is></x:c></x:row>' +
        '<x:row r="3"><x:c r="B3" t="str"><x:f>B2&amp;"&lt;"</x:f><x:v>a &amp; b&lt;</x:v></x:c></x:row></x:sheetData>',
    );
  });

  test('empties a cell and keeps its format', async () => {
    const { sheet } = await edited(
      { sheets: { S: '<sheetData><row r="1"><c r="A1" s="2"><f>1</f><v>1</v></c></row></sheetData>' } },
      0,
      0,
      [[null]],
    );
    expect(body(sheet)).toBe('<sheetData><row r="1"><c r="A1" s="2"/></row></sheetData>');
  });

  test('writes out a shared formula for its followers when the first cell goes', async () => {
    const data =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="5">A1&lt;$A$1</f><v>0</v></c></row>' +
      '<row r="2"><c r="B2" s="1"><f t="shared" si="5"/><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="5"></f><v>0</v></c></row></sheetData>';
    const { sheet, receipt } = await edited({ sheets: { S: data } }, 0, 1, [[9]]);
    expect(body(sheet)).toBe(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row>' +
        '<row r="2"><c r="B2" s="1"><f>A2&lt;$A$1</f><v>0</v></c></row><row r="3"><c r="B3"><f>A3&lt;$A$1</f><v>0</v></c></row></sheetData>',
    );
    expect(receipt).toMatchObject({ ok: true, value: { warnings: [expect.stringMatching(/once Excel has opened/)] } });
  });

  test('has Excel calculate on opening when other formulas may depend on the cells, and only then', async () => {
    const lone = await edited(
      { sheets: { S: '<sheetData><row r="1"><c r="A1"><f>1</f><v>1</v></c></row></sheetData>' } },
      0,
      0,
      [[2]],
    );
    expect(lone.after['xl/workbook.xml']).toBe(lone.before['xl/workbook.xml']);
    const other = '<sheetData><row r="1"><c r="A1"><f>S!A1</f><v>1</v></c></row></sheetData>';
    const used = await edited(
      { sheets: { S: '<sheetData/>', T: other }, afterNames: '<calcPr calcId="1"/><oleSize ref="A1"/>' },
      0,
      0,
      [[2]],
    );
    expect(used.after['xl/workbook.xml']).toContain('<calcPr calcId="1" fullCalcOnLoad="1"/><oleSize ref="A1"/>');
    const bare = await edited({ sheets: { S: '<sheetData/>', T: other }, afterNames: '<oleSize ref="A1"/>' }, 0, 0, [
      [2],
    ]);
    expect(bare.after['xl/workbook.xml']).toContain('</sheets><calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/>');
  });

  test('refuses a part of an array formula, and takes all of it', async () => {
    const data =
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1">{1,2}</f><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>';
    const part = await edited({ sheets: { S: data } }, 0, 1, [[5]]);
    expect(part.receipt).toMatchObject({
      ok: false,
      error: { kind: 'conflict', message: expect.stringMatching(/A1:B1/) },
    });
    expect(part.after).toEqual(part.before);
    const whole = await edited({ sheets: { S: data } }, 0, 0, [[5, 6]]);
    expect(body(whole.sheet)).toBe(
      '<sheetData><row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>6</v></c></row></sheetData>',
    );
  });

  test('refuses locked cells of a protected sheet and takes unlocked ones', async () => {
    const book = {
      sheets: { S: '<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData><sheetProtection sheet="1"/>' },
      styles:
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>',
    };
    expect((await edited(book, 0, 0, [[1]])).receipt.ok).toBe(true);
    expect((await edited(book, 0, 0, [[1, 2]])).receipt).toMatchObject({
      ok: false,
      error: { kind: 'protectedSheet' },
    });
  });

  describe('and the calculation chain', () => {
    const chain = (entries: string): Partial<HandWritten> => ({
      relationships:
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
      more: {
        'xl/calcChain.xml': `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${entries}</calcChain>`,
      },
    });
    const formula = (address: string) => `<c r="${address}"><f>1</f><v>1</v></c>`;
    const sheets = { S: `<sheetData><row r="1">${formula('A1')}${formula('B1')}${formula('C1')}</row></sheetData>` };

    test('loses the entries of cells that hold no formula any more', async () => {
      const { after } = await edited({ sheets, ...chain('<c r="A1" i="3"/><c r="B1"/><c r="C1" l="1"/>') }, 0, 0, [
        [1, { formula: '=2', value: 2 }],
      ]);
      expect(after['xl/calcChain.xml']).toContain('<c r="B1" i="3"/><c r="C1" l="1"/>');
    });

    test('goes when nothing is left in it', async () => {
      const { after } = await edited({ sheets, ...chain('<c r="A1" i="3"/><c r="B1"/><c r="C1"/>') }, 0, 0, [
        [1, 2, 3],
      ]);
      expect(after['xl/calcChain.xml']).toBeUndefined();
      expect(after['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    });
  });
});
