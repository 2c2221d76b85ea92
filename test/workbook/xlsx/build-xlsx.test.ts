import { emptySheet, type BookContent } from '../../../src/workbook/book-content';
import { buildXlsx } from '../../../src/workbook/xlsx/build-xlsx';
import { contentOf, expectConsistentPackage, expectWellFormed, opened, unpacked, valuesOf } from './package-files';
import { planLikeSheet } from './plan-like-sheet';

const book: BookContent = {
  sheets: [emptySheet('First'), planLikeSheet('Second & last')],
  names: [
    { name: 'Zone', refersTo: "='Second & last'!$A$4:$A$6", scope: 'second & last' },
    { name: 'demand', refersTo: "'Second & last'!$B$4:$G$6" },
  ],
  tables: [
    {
      name: 'Items',
      reference: { sheet: 'First', row: 1, column: 1, rowCount: 3, columnCount: 2 },
      headers: ['A', 'B "x"'],
    },
    { name: 'More', reference: { sheet: 'First', row: 1, column: 5, rowCount: 2, columnCount: 1 }, headers: ['C'] },
  ],
  activeSheet: 'Second & last',
  date1904: true,
  settings: { mode: 'delivery' },
};

describe('A workbook built from plain data', () => {
  const bytes = buildXlsx(book);

  test('is the same every time, well-formed and complete', () => {
    expect(buildXlsx(book)).toEqual(bytes);
    expectWellFormed(bytes);
    expectConsistentPackage(bytes);
  });

  test('reads back as it was stated', async () => {
    const content = await contentOf(opened(bytes), {
      names: ['demand', 'zone'],
      tables: ['items', 'more'],
      settings: ['mode'],
    });
    expect(content).toMatchObject({ sheets: ['First', 'Second & last'], activeSheet: 'Second & last', date1904: true });
    expect(content.names.map(({ name, scope }) => [name, scope])).toEqual([
      ['demand', null],
      ['Zone', 'Second & last'],
    ]);
    expect(valuesOf(content.names[0])[1]).toEqual([2800, 3000, 3300, 4100, 4600, 3900]);
    expect(content.tables.map(({ headers }) => headers)).toEqual([['A', 'B "x"'], ['C']]);
    expect(content.settings).toEqual({ mode: 'delivery' });
  });

  test('has its tables’ headings in their cells and only the active sheet selected', () => {
    const files = unpacked(bytes);
    expect(files['xl/worksheets/sheet1.xml']).toContain('<is><t>B "x"</t></is>');
    expect(files['xl/worksheets/sheet1.xml']).toContain(
      '<tableParts><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>',
    );
    expect(files['xl/worksheets/sheet1.xml']).not.toContain('tabSelected');
    expect(files['xl/worksheets/sheet2.xml']).toContain('tabSelected="1"');
  });

  test.each<[string, Partial<BookContent>]>([
    ['without sheets', { sheets: [], tables: [], activeSheet: undefined }],
    ['whose active sheet does not exist', { activeSheet: 'Nowhere' }],
    [
      'with a table on no sheet',
      { tables: [{ ...book.tables[0], reference: { ...book.tables[0].reference, sheet: 'X' } }] },
    ],
  ])('%s is a mistake of its author', (_, change) => {
    expect(() => buildXlsx({ ...book, ...change })).toThrow();
  });
});
