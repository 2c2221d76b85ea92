import fc from 'fast-check';
import type { Area } from '../../../src/workbook/address';
import { cellRows } from '../../../src/workbook/excel/cell-rows';
import { formattedAreas } from '../../../src/workbook/excel/format-areas';
import { sheetGrid } from '../../../src/workbook/excel/sheet-grid';
import { styledAreas } from '../../../src/workbook/excel/style-areas';
import type { SheetCell } from '../../../src/workbook/sheet-content';

/** A sheet drawn with characters: a digit is a number format, `g` a cell without one, a blank no cell. */
function drawn(lines: readonly string[]): SheetCell[] {
  return lines.flatMap((line, row) =>
    [...line].flatMap((sign, column): SheetCell[] => {
      if (sign === ' ') return [];
      return [{ row, column, value: 1, ...(sign !== 'g' && { style: { numberFormat: sign } }) }];
    }),
  );
}

const areasOf = (lines: readonly string[]) =>
  formattedAreas(cellRows(drawn(lines))).flatMap(({ numberFormat, areas }) =>
    areas.map((area) => `${numberFormat}: ${area.row},${area.column} ${area.rowCount}×${area.columnCount}`),
  );

const covers = ({ row, column, rowCount, columnCount }: Area, cell: SheetCell) =>
  cell.row >= row && cell.row < row + rowCount && cell.column >= column && cell.column < column + columnCount;

/** What each cell is formatted as after the areas were painted over a sheet of `General`. */
function painted(cells: readonly SheetCell[]): string[] {
  const formats = formattedAreas(cellRows(cells));
  return cells.map((cell) =>
    formats.reduce(
      (format, { numberFormat, areas }) => (areas.some((area) => covers(area, cell)) ? numberFormat : format),
      'General',
    ),
  );
}

const sheets = fc
  .array(fc.array(fc.constantFrom(' ', ' ', 'g', '1', '1', '2'), { maxLength: 9 }), { maxLength: 9 })
  .map((lines) => lines.map((line) => line.join('')));

describe('number formats', () => {
  test('reach over blank cells and blank rows, so that a plan takes a call for each kind of figure', () => {
    expect(areasOf(['g 1 11', 'g 1111', 'g', '', 'g   11'])).toEqual(['1: 0,2 2×4', '1: 4,4 1×2']);
    expect(areasOf(['1111', '', ' 1 1'])).toEqual(['1: 0,0 3×4']);
  });

  test('never reach over a cell of another format', () => {
    expect(areasOf(['1 11', '1g11'])).toEqual(['1: 0,0 1×4', '1: 1,0 1×1', '1: 1,2 1×2']);
    expect(areasOf(['112', '1 2', '112'])).toEqual(['1: 0,0 3×2', '2: 0,2 3×1']);
  });

  test('are those of the cells, on any sheet and in any order of its cells', () => {
    fc.assert(
      fc.property(sheets, fc.boolean(), (lines, backwards) => {
        const cells = backwards ? drawn(lines).reverse() : drawn(lines);
        expect(painted(cells)).toEqual(cells.map(({ style }) => style?.numberFormat ?? 'General'));
      }),
    );
  });
});

describe('looks', () => {
  const bold = { bold: true };
  const lined = { borderTop: 'thin', numberFormat: '0' } as const;
  const at = (row: number, column: number, style: SheetCell['style']): SheetCell => ({ row, column, value: 1, style });

  test('of neighbours share an address; with a line above, only those of a row', () => {
    const square = [at(0, 0, bold), at(0, 1, bold), at(1, 0, { ...bold }), at(1, 1, bold), at(3, 0, bold)];
    expect(styledAreas(cellRows(square))).toEqual([{ style: bold, addresses: ['A1:B2,A4'] }]);
    const lines = [at(0, 0, lined), at(0, 1, lined), at(1, 0, lined), at(1, 1, lined)];
    expect(styledAreas(cellRows(lines))).toEqual([{ style: { borderTop: 'thin' }, addresses: ['A1:B1,A2:B2'] }]);
  });

  test('that are only a number format take no call', () => {
    expect(styledAreas(cellRows([at(0, 0, { numberFormat: '0' }), at(0, 1, undefined)]))).toEqual([]);
  });
});

test('blocks hold every row once, blank ones too, and start where the last one ended', () => {
  const text = 'x'.repeat(30_000);
  const cells = [0, 1, 2, 9, 10, 11, 12, 13, 14].map((row): SheetCell => ({ row, column: 1, value: text }));
  const { rowCount, columnCount, blocks } = sheetGrid(cellRows(cells));
  expect([rowCount, columnCount]).toEqual([15, 2]);
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.flatMap(({ entries }) => entries).map(([first, second]) => [first, second !== ''])).toEqual(
    Array.from({ length: 15 }, (_, row) => ['', cells.some((cell) => cell.row === row)]),
  );
  blocks.slice(1).forEach(({ row }, n) => expect(row).toBe(blocks[n].row + blocks[n].entries.length));
});
