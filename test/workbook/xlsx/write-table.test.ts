import { noChange, type TableEdit } from '../../../src/workbook/workbook';
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

const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A sheet with a table of two rows in B2:C4 as Excel writes it, and what a test adds to it. */
function bookWithTable(table: string, sheetEnd = ''): HandWritten {
  const row = (index: number, a: string, b: string) =>
    `<row r="${index}"><c r="B${index}" t="str"><v>${a}</v></c><c r="C${index}" s="1">${b}</c></row>`;
  const data = `<sheetData>${row(2, 'Item', '<v>0</v>')}${row(3, 'Nut', '<v>1</v>')}${row(4, 'Bolt', '<v>2</v>')}</sheetData>`;
  const link = `<Relationship Id="rId9" Type="${office}/table" Target="../tables/table7.xml"/>`;
  return {
    sheets: {
      S: `${data}<tableParts xmlns:q="${office}" count="1"><tablePart q:id="rId9"/></tableParts>${sheetEnd}`,
    },
    styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    more: {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link}</Relationships>`,
      'xl/tables/table7.xml': `<table xmlns="${mainSpace}" id="4" name="T" displayName="T" ${table}<tableStyleInfo name="TableStyleMedium2"/></table>`,
    },
  };
}

const columns =
  '<tableColumns count="2"><tableColumn id="3" name="Item"/><tableColumn id="8" name="Day" dataDxfId="0"/></tableColumns>';
const plain = bookWithTable(`ref="B2:C4"><autoFilter ref="B2:C4"><sortState ref="B3:C4"/></autoFilter>${columns}`);
const edit: TableEdit = { name: 't', place: { sheet: 'x', row: 0, column: 0 }, headers: ['Item', 'Day'], rows: [] };

/** Writes a table and gives the parts of the saved file. */
async function written(book: HandWritten, table: TableEdit) {
  const files = handWritten(book);
  const types = String(files['[Content_Types].xml']).replace(
    '</Types>',
    `${'xl/tables/table7.xml' in files ? '<Override PartName="/xl/tables/table7.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>' : ''}</Types>`,
  );
  const bytes = packed({ ...files, '[Content_Types].xml': types });
  const workbook = opened(bytes);
  const receipt = await workbook.write({ ...noChange, tables: [table] });
  const saved = workbook.save();
  expectWellFormed(saved);
  expectConsistentPackage(saved);
  return { receipt, workbook, before: unpacked(bytes), after: unpacked(saved) };
}

test('a longer table keeps what its part says, and new rows the format of the last one', async () => {
  const { after } = await written(plain, {
    ...edit,
    headers: ['Item', 'Day', 'A & B'],
    rows: [1, 2, 3].map((day) => ['Nut', day, null]),
  });
  expect(after['xl/tables/table7.xml']).toBe(
    `<table xmlns="${mainSpace}" id="4" name="T" displayName="T" ref="B2:D5"><autoFilter ref="B2:D5"></autoFilter>` +
      '<tableColumns count="3"><tableColumn id="3" name="Item"/><tableColumn id="8" name="Day" dataDxfId="0"/>' +
      '<tableColumn id="9" name="A &amp; B"/></tableColumns><tableStyleInfo name="TableStyleMedium2"/></table>',
  );
  expect(after['xl/worksheets/sheet1.xml']).toContain('<c r="C5" s="1"><v>3</v></c>');
  expect(after['xl/worksheets/sheet1.xml']).toContain('<c r="D2" t="inlineStr"><is><t>A &amp; B</t></is></c>');
});

test('a table of the same size leaves its part untouched', async () => {
  const { before, after } = await written(plain, { ...edit, rows: [...[5, 6].map((day) => ['Nut', day])] });
  expect(after['xl/tables/table7.xml']).toBe(before['xl/tables/table7.xml']);
  expect(Object.keys(after)).toEqual(Object.keys(before));
});

test('a shorter table leaves blank cells behind, in their formats', async () => {
  const { after } = await written(plain, edit);
  expect(after['xl/tables/table7.xml']).toContain('ref="B2:C3"><autoFilter ref="B2:C3">');
  expect(after['xl/worksheets/sheet1.xml']).toContain('<row r="4"><c r="B4"/><c r="C4" s="1"/></row>');
});

test('a total row stays below a table of the same size, and refuses another one', async () => {
  const totals = bookWithTable(`ref="B2:C4" totalsRowCount="1"><autoFilter ref="B2:C3"/>${columns}`);
  const same = await written(totals, { ...edit, rows: [['Nut', 5]] });
  expect(same.receipt.ok).toBe(true);
  expect(same.after['xl/worksheets/sheet1.xml']).toContain('<v>Bolt</v>');
  const longer = await written(totals, { ...edit, rows: [...[5, 6].map((day) => ['Nut', day])] });
  expect(longer.receipt).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/total row.*Turn that off/) },
  });
  expect(longer.after).toEqual(longer.before);
});

test('a table on a protected sheet is refused', async () => {
  const base = bookWithTable(`ref="B2:C4">${columns}`);
  const locked = {
    ...base,
    sheets: { S: base.sheets.S.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>') },
  };
  const { receipt } = await written(locked, { ...edit, rows: [['Nut', 5]] });
  expect(receipt).toMatchObject({ ok: false, error: { kind: 'protectedSheet' } });
});

test('a new table takes the next number and a place before the extensions of its sheet', async () => {
  const place = { sheet: 'S', row: 9, column: 0 };
  const more = { ...edit, name: 'New', place, headers: ['Line\nbreak'], rows: [['x']] };
  const { after, workbook } = await written(bookWithTable(`ref="B2:C4">${columns}`, '<extLst/>'), more);
  expect(after['xl/worksheets/sheet1.xml']).toMatch(
    /<tableParts xmlns:q="[^"]*" count="2"><tablePart q:id="rId9"\/><tablePart q:id="rId\d+"\/><\/tableParts><extLst\/>/,
  );
  expect(after['xl/tables/table1.xml']).toContain('id="5" name="New" displayName="New" ref="A10:A11"');
  expect(after['xl/tables/table1.xml']).toContain('name="Line_x000a_break"');
  expect(await contentOf(workbook, { tables: ['new'] })).toMatchObject({ tables: [{ headers: ['Line\nbreak'] }] });
});

test.each([
  ['with a prefix', { prefix: 'x:' }],
  ['in the strict dialect', { prefix: '', strict: true }],
])('a new table in a file %s', async (_dialect, dialect) => {
  const p = dialect.prefix;
  const data = `<${p}sheetData/><${p}pageMargins left="1"/>`;
  const { receipt, workbook, after } = await written(
    { ...dialect, sheets: { S: data } },
    {
      ...edit,
      place: { sheet: 'S', row: 0, column: 0 },
      rows: [['Nut', 1]],
    },
  );
  expect(receipt.ok).toBe(true);
  expect(after['xl/worksheets/sheet1.xml']).toMatch(
    new RegExp(
      `<${p}pageMargins left="1"/><${p}tableParts><${p}tablePart xmlns:r="[^"]*" r:id="rId1"/></${p}tableParts></${p}worksheet>`,
    ),
  );
  const [table] = (await contentOf(workbook, { tables: ['t'] })).tables;
  expect(table.body.map((row) => row.map(({ value }) => value))).toEqual([['Nut', 1]]);
});
