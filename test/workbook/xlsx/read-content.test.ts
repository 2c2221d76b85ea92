import { contentOf, handWritten, opened, packed, valuesOf, type HandWritten } from './package-files';

const open = (book: HandWritten) => opened(packed(handWritten(book)));
const range = (sheet: string, rowCount: number, columnCount: number, row = 0, column = 0) => {
  return { sheet, row, column, rowCount, columnCount };
};

describe('Cells of a worksheet part', () => {
  const sharedStrings =
    '<si><t>plain</t></si><si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>ignored</t></rPh></si>' +
    '<si><t xml:space="preserve"> a&amp;b_x000B__x005F_x000B_ </t></si><si><t/></si>';

  test('are read whatever way their values are stored', async () => {
    const data =
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
      '<c r="D1" t="inlineStr"><is><t>in</t><rPh sb="0" eb="1"><t>no</t></rPh></is></c><c r="E1" t="b"><v>1</v></c>' +
      '<c r="F1" t="e"><v>#DIV/0!</v></c><c r="G1"><v>1.5E-3</v></c><c r="H1" s="0"/><c r="J1" t="str"><f>A1</f><v>plain</v></c></row></sheetData>';
    const workbook = open({ sheets: { S: data }, sharedStrings });
    const [{ cells }] = (await contentOf(workbook, { ranges: [range('s', 1, 10)] })).ranges;
    expect(cells[0].map((cell) => cell.value)).toEqual([
      ...['plain', 'rich text', ' a&b\u000b_x000B_ ', 'in', true, { error: '#DIV/0!' }, 0.0015, null, null, 'plain'],
    ]);
    expect(cells[0][9].formula).toBe('=A1');
  });

  test('are texts where a number is none or larger than any', async () => {
    const data =
      '<sheetData><row r="1"><c r="A1"><v>1E999</v></c><c r="B1"><v>NaN</v></c><c r="C1"><v>1E99</v></c></row></sheetData>';
    const [{ cells }] = (await contentOf(open({ sheets: { S: data } }), { ranges: [range('S', 1, 3)] })).ranges;
    expect(cells[0].map((cell) => cell.value)).toEqual(['1E999', 'NaN', 1e99]);
  });

  test('follow each other where the part states no addresses', async () => {
    const data =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>';
    const [{ cells }] = (await contentOf(open({ sheets: { S: data } }), { ranges: [range('S', 5, 4)] })).ranges;
    const values = cells.map((row) => row.map((cell) => cell.value));
    expect(values).toEqual([
      [1, 2, null, null],
      [null, null, null, null],
      [null, null, null, null],
      [null, null, 3, 4],
      [5, null, null, null],
    ]);
  });

  test('give the formula of a shared formula for each of its cells', async () => {
    const data =
      '<sheetData><row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="0">A1*$A1+LOG10(A$1)+\'A1 x\'!A1&amp;"A1"</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>2</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c><c r="D2"><f t="array" ref="D2">SUM(A1:A2)</f><v>4</v></c></row></sheetData>';
    const [{ cells }] = (
      await contentOf(open({ sheets: { S: data, 'A1 x': '<sheetData/>' } }), { ranges: [range('S', 2, 4)] })
    ).ranges;
    expect(cells[0][1].formula).toBe(`=A1*$A1+LOG10(A$1)+'A1 x'!A1&"A1"`);
    expect(cells[0][2].formula).toBe(`=B1*$A1+LOG10(B$1)+'A1 x'!B1&"A1"`);
    expect(cells[1][1].formula).toBe(`=A2*$A2+LOG10(A$1)+'A1 x'!A2&"A1"`);
    expect(cells[1][3]).toMatchObject({ formula: '=SUM(A1:A2)', value: 4 });
  });

  test('tell a formula that was never calculated', async () => {
    const data =
      '<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c></row></sheetData>';
    const [{ cells }] = (await contentOf(open({ sheets: { S: data } }), { ranges: [range('S', 1, 3)] })).ranges;
    expect(cells[0].map((cell) => cell.uncalculated ?? false)).toEqual([true, true, false]);
    expect(cells[0][2].value).toBe('');
  });

  test('carry number formats, built in and of the workbook, and the text that they show', async () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;KW &quot;0"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="164"/><xf numFmtId="12"/></cellXfs>';
    const data =
      '<sheetData><row r="1"><c r="A1" s="1"><v>46023</v></c><c r="B1" s="2"><v>7</v></c><c r="C1" s="3"><v>0.5</v></c></row></sheetData>';
    const [{ cells }] = (await contentOf(open({ sheets: { S: data }, styles }), { ranges: [range('S', 1, 3)] })).ranges;
    expect(cells[0].map((cell) => cell.numberFormat)).toEqual(['mmm-yy', '"KW "0', '# ?/?']);
    expect(cells[0].map((cell) => cell.text)).toEqual(['Jan-26', 'KW 7', null]);
  });

  test("show dates by the workbook's date system, and ISO dates as serial numbers", async () => {
    const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const data =
      '<sheetData><row r="1"><c r="A1" s="1"><v>44561</v></c><c r="B1" s="1" t="d"><v>2026-01-01T12:00:00</v></c></row></sheetData>';
    const book = { sheets: { S: data }, styles, workbookProperties: '<workbookPr date1904="true"/>' };
    const content = await contentOf(open(book), { ranges: [range('S', 1, 2)] });
    expect(content.date1904).toBe(true);
    expect(content.ranges[0].cells[0].map((cell) => cell.text)).toEqual(['1/1/2026', '1/1/2026']);
    expect(content.ranges[0].cells[0][1].value).toBe(44561.5);
  });

  test('are read from prefixed and strict parts alike', async () => {
    const data =
      '<x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>t</x:t></x:is></x:c></x:row></x:sheetData>';
    const names = '<x:definedName name="Demand">S!$A$1:$B$1</x:definedName>';
    const workbook = open({ prefix: 'x:', strict: true, sheets: { S: data }, names });
    const content = await contentOf(workbook, { names: ['demand'] });
    expect(valuesOf(content.names[0])).toEqual([[2, 't']]);
  });

  test('are read from a part with a byte order mark, in UTF-16, comments and CDATA', async () => {
    const files = handWritten({ sheets: { S: '<sheetData/>' } });
    const sheet = `\ufeff<?xml version="1.0" encoding="UTF-16"?><!-- <c> --><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v><![CDATA[a<b]]>&#x63;<!-- no --></v></c></row></sheetData></worksheet>`;
    const utf16 = new Uint8Array(new Uint16Array([...sheet].map((character) => character.charCodeAt(0))).buffer);
    const workbook = opened(packed({ ...files, 'xl/worksheets/sheet1.xml': utf16 }));
    const [{ cells }] = (await contentOf(workbook, { ranges: [range('S', 1, 1)] })).ranges;
    expect(cells[0][0].value).toBe('a<bc');
  });
});

describe('A package laid out by another program', () => {
  test('is found through its relationships, with part names in another case', async () => {
    const files = handWritten({ sheets: { S: '<sheetData><row><c><v>5</v></c></row></sheetData>' } });
    const moved = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name.replace(/^xl\//, 'Book/').replace('sheet1.xml', 'SHEET1.XML'),
        String(text)
          .replace(/\/xl\//g, '/book/')
          .replace('Target="/book', 'Target="/BOOK'),
      ]),
    );
    const [{ cells }] = (await contentOf(opened(packed(moved)), { ranges: [range('S', 1, 1)] })).ranges;
    expect(cells[0][0].value).toBe(5);
  });
});

describe('Defined names', () => {
  const odd = "It's & Co";
  const grid =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row><row r="9"><c r="A9" s="0"/></row></sheetData>';
  const long = '需要予測と生産計画のシート名は三十一文字まで使えますよ一二三四'.slice(0, 31);
  const sheets = { S: grid, [odd]: grid, [long]: grid };
  const value = async (refersTo: string, attributes = '') => {
    const names = `<definedName name="N"${attributes}>${refersTo}</definedName><definedName name="Other">S!$A$1:$A$2</definedName>`;
    const [name] = (await contentOf(open({ sheets, names }), { names: ['n'] })).names;
    return name;
  };

  test.each([
    [
      'S!$A$1:$B$2',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['S!$B$2', [[4]]],
    ["'It''s &amp; Co'!$A$1:$B$1", [[1, 2]]],
    [`'${long}'!$A$2`, [[3]]],
    ['S!$A:$A', [[1], [3]]],
    [
      'S!$A:$B',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['S!$2:$2', [[3, 4]]],
    ['S!$D:$D', [[null]]],
    ['S!$B$2:$B$1048576', [[4]]],
    ['S!$B$1:$XFD$1', [[2]]],
    ['S!$A$1:S!$A$2', [[1], [3]]],
    ['s!A1', [[1]]],
    ['Other', [[1], [3]]],
  ])('read the range %s', async (refersTo, values) => {
    expect(valuesOf(await value(refersTo))).toEqual(values);
  });

  test.each([
    ['0.25', 0.25],
    ['-1.5E3', -1500],
    ['12%', 0.12],
    ['"a ""b"""', 'a "b"'],
    ['FALSE', false],
    ['#N/A', { error: '#N/A' }],
  ])('read the constant %s', async (refersTo, constant) => {
    expect((await value(refersTo)).target).toEqual({ kind: 'constant', value: constant });
  });

  test.each([
    ['#REF!', 'deleted'],
    ['S!#REF!', 'deleted'],
    ['#REF!$A$1', 'deleted'],
    ['Nowhere!$A$1', 'deleted'],
    ['S!$A$1,S!$B$2', 'union'],
    ['(S!$A$1,S!$B$2)', 'union'],
    ['[1]Rates!$A$1', 'external'],
    ["'[Other book.xlsx]Sheet 1'!$A$1", 'external'],
    ["'C:\\folder\\[b.xlsx]S'!$A$1:$B$2", 'external'],
    ['OFFSET(S!$A$1,0,0,2,2)', 'formula'],
    ['SUM(S!$A$1:$B$2)', 'formula'],
    ['S!$A$1*2', 'formula'],
    ['{1,2;3,4}', 'formula'],
    ["'S:It''s &amp; Co'!$A$1", 'formula'],
  ])('say why %s is no rectangle', async (refersTo, reason) => {
    const { target } = await value(refersTo);
    expect(target).toMatchObject({ kind: 'unresolved', reason, refersTo: `=${refersTo.replace('&amp;', '&')}` });
  });

  test('tell the sheet to which they are confined', async () => {
    expect(await value('S!$A$1', ' localSheetId="1"')).toMatchObject({ name: 'N', scope: odd });
  });

  test('take a macro function for no value', async () => {
    expect((await value('S!$A$1', ' function="1" vbProcedure="1"')).target).toMatchObject({ reason: 'formula' });
  });

  test('follow a table, its columns and its regions', async () => {
    const files = handWritten({
      sheets: { S: grid },
      names: [
        ['Whole', 'Sales'],
        ['Column', 'Sales[Qty [pcs]]'.replace('[pcs]', "'[pcs']")],
        ['All', 'Sales[[#All],[Item]]'],
        ['Two', "Sales[[Item]:[Qty '[pcs']]]"],
        ['Lost', 'Sales[Gone]'],
      ]
        .map(([name, refersTo]) => `<definedName name="${name}">${refersTo}</definedName>`)
        .join(''),
      more: {
        'xl/worksheets/_rels/sheet1.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
        'xl/tables/table1.xml':
          '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Sales" displayName="Sales" ref="A1:B3" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="Item"/><tableColumn id="2" name="Qty [pcs]"/></tableColumns></table>',
      },
    });
    const request = { names: ['whole', 'column', 'all', 'two', 'lost'], tables: ['SALES'] };
    const content = await contentOf(opened(packed(files)), request);
    const [whole, column, all, two, lost] = content.names;
    expect(valuesOf(whole)).toEqual([[3, 4]]);
    expect(valuesOf(column)).toEqual([[4]]);
    expect(valuesOf(all)).toEqual([[1], [3], [null]]);
    expect(valuesOf(two)).toEqual([[3, 4]]);
    expect(lost.target).toMatchObject({ kind: 'unresolved', reason: 'deleted' });
    expect(content.tables[0]).toMatchObject({ name: 'Sales', headers: ['Item', 'Qty [pcs]'] });
    expect(content.tables[0].body.map((row) => row.map((cell) => cell.value))).toEqual([[3, 4]]);
    expect(content.tables[0].reference).toEqual(range('S', 2, 2));
  });
});

describe('Warnings', () => {
  test('name a protected structure and a signature', async () => {
    const files = handWritten({
      sheets: { S: '<sheetData/>' },
      workbookProperties: '<workbookProtection lockStructure="1"/>',
    });
    const signature =
      '<Relationship Id="rIdSig" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>';
    files['_rels/.rels'] = String(files['_rels/.rels']).replace('</Relationships>', `${signature}</Relationships>`);
    const { warnings } = await contentOf(opened(packed({ ...files, '_xmlsignatures/origin.sigs': '' })), {});
    expect(warnings).toEqual([
      expect.stringMatching(/structure is protected/),
      expect.stringMatching(/digitally signed/),
    ]);
  });
});
