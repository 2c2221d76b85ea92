import {
  absoluteReference,
  areaAddress,
  cellAddress,
  columnIndex,
  columnName,
  parseArea,
  quotedSheetName,
} from '../../src/workbook/address';

describe('Addresses', () => {
  test('name every column and find it again', () => {
    expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    for (let column = 0; column < 16384; column += 7) expect(columnIndex(columnName(column))).toBe(column);
    expect(columnIndex('xfd')).toBe(16383);
  });

  test('of cells and rectangles read as in Excel', () => {
    const area = { row: 6, column: 2, rowCount: 3, columnCount: 4 };
    expect(cellAddress(6, 2)).toBe('C7');
    expect(areaAddress(area)).toBe('C7:F9');
    expect(areaAddress({ ...area, rowCount: 1, columnCount: 1 })).toBe('C7');
    expect(absoluteReference('My sheet', area)).toBe("'My sheet'!$C$7:$F$9");
    expect(absoluteReference('A1', area)).toBe("'A1'!$C$7:$F$9");
  });

  test.each([
    ['$C$7:F9', { row: 6, column: 2, rowCount: 3, columnCount: 4 }],
    ['F9:C7', { row: 6, column: 2, rowCount: 3, columnCount: 4 }],
    ['b2', { row: 1, column: 1, rowCount: 1, columnCount: 1 }],
    ['$B:C', { row: 0, column: 1, rowCount: 1048576, columnCount: 2 }],
    ['2:$3', { row: 1, column: 0, rowCount: 2, columnCount: 16384 }],
    ['A0', null],
    ['XFE1', null],
    ['A1048577', null],
    ['A1:', null],
    ['Sheet1!A1', null],
  ])('%s is read as %j', (text, area) => {
    expect(parseArea(text)).toEqual(area);
  });

  test.each([
    ['Inputs', 'Inputs'],
    ['My sheet', "'My sheet'"],
    ["It's & Co", "'It''s & Co'"],
    ['計画', "'計画'"],
    ['2026', "'2026'"],
    ['Q1', "'Q1'"],
    ['R1C1', "'R1C1'"],
    ['true', "'true'"],
  ])('the sheet %s is written %s', (name, quoted) => {
    expect(quotedSheetName(name)).toBe(quoted);
  });
});
