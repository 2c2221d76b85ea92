import { emptySheet } from '../../../src/workbook/book-content';
import type { CellStyle, SheetCell, SheetChart, SheetContent } from '../../../src/workbook/sheet-content';

const months = [46204, 46235, 46266, 46296, 46327, 46357];
const production: readonly (readonly [string, readonly number[]])[] = [
  ['Cookies', [5200, 6100, 7400, 8000, 6900, 4300]],
  ['Crackers', [2800, 3000, 3300, 4100, 4600, 3900]],
  ['Snacks & nuts', [1500, 1700, 2100, 2900, 3500, 2600]],
];
const heading: CellStyle = { bold: true, fill: '1F4E79', fontColor: 'FFFFFF', align: 'center' };
const number: CellStyle = { numberFormat: '#,##0' };

/** A sheet like a plan's: a block of numbers with totals, use in percent with thresholds, checks, and two charts. */
export function planLikeSheet(name: string): SheetContent {
  const totals = months.map((_, index) => production.reduce((sum, [, row]) => sum + row[index], 0));
  const cells: SheetCell[] = [
    { row: 0, column: 0, value: 'Optimal plan', style: { bold: true, fontSize: 16 } },
    { row: 2, column: 0, value: 'Production', style: heading },
    ...months.map((value, index) => at(2, index + 1, value, { ...heading, numberFormat: 'mmm yy' })),
    ...production.flatMap(([item, row], line) => [
      at(3 + line, 0, item),
      ...row.map((value, index) => at(3 + line, index + 1, value, number)),
    ]),
    at(6, 0, 'Total', { bold: true, borderTop: 'thin' }),
    ...totals.map((value, index) => ({
      ...at(6, index + 1, value, { ...number, bold: true, borderTop: 'thin' }),
      formula: `=SUM(${letter(index)}4:${letter(index)}6)`,
    })),
    at(7, 0, 'Capacity'),
    ...totals.map((_, index) => at(7, index + 1, 15000, number)),
    at(8, 0, 'Use'),
    ...totals.map((value, index) => ({
      ...at(8, index + 1, value / 15000, { numberFormat: '0%' }),
      formula: `=${letter(index)}7/${letter(index)}8`,
    })),
    at(9, 0, 'Capacity holds'),
    { ...at(9, 1, true), formula: '=AND(B7<=B8,C7<=C8,D7<=D8,E7<=E8,F7<=F8,G7<=G8)' },
  ];
  return {
    ...emptySheet(name),
    cells,
    columnWidths: [22, 11, 11, 11, 11, 11, 11],
    freeze: { rows: 3, columns: 1 },
    print: { orientation: 'landscape', fitToWidth: 1, titleRows: [2, 2], titleColumns: [0, 0] },
    highlights: [
      { ...use, when: { kind: 'atLeast', limit: 0.85 }, style: { fill: 'FFEB9C', fontColor: '7F6000' } },
      { ...use, when: { kind: 'atLeast', limit: 1 }, style: { fill: 'FFC7CE', fontColor: '9C0006', bold: true } },
      { ...use, row: 9, columnCount: 1, when: { kind: 'isFalse' }, style: { fill: 'FFC7CE' } },
    ],
    charts: [combo, secondaryAxis],
    showGridlines: false,
    tabColor: '1F4E79',
  };
}

const use = { row: 8, column: 1, rowCount: 1, columnCount: 6 };
const categories = { row: 2, column: 1, rowCount: 1, columnCount: 6 };
const letter = (index: number) => 'BCDEFG'[index];

function at(row: number, column: number, value: SheetCell['value'], style?: CellStyle): SheetCell {
  return style ? { row, column, value, style } : { row, column, value };
}

const combo: SheetChart = {
  name: 'Production chart',
  title: 'Production by item against capacity',
  description: 'Stacked columns of three items for six months, with the capacity of 15,000 as a line.',
  anchor: { row: 12, column: 0, rowCount: 18, columnCount: 7 },
  stacked: true,
  series: [
    { kind: 'column', color: '1F4E79', pattern: 'solid' as const },
    { kind: 'column', color: '2E9E83', pattern: 'wideUpwardDiagonal' as const },
    { kind: 'column', color: 'E08A1E', pattern: 'percent50' as const },
    { kind: 'line', color: 'C00000', dashed: true, marker: 'none' as const },
  ].map((look, index) => {
    const row = index === 3 ? 7 : 3 + index;
    const name = index === 3 ? 'Capacity' : production[index][0];
    const kind = index === 3 ? ('line' as const) : ('column' as const);
    return { ...look, kind, name, nameCell: { row, column: 0 }, values: { ...categories, row }, categories };
  }),
  valueAxisTitle: 'Units',
  categoryAxisTitle: null,
  valueNumberFormat: '#,##0',
};

const secondaryAxis: SheetChart = {
  name: 'Use chart',
  title: 'Total production and use of capacity',
  description: 'Total production as columns, use of capacity as a line against the right-hand axis.',
  anchor: { row: 31, column: 0, rowCount: 18, columnCount: 7 },
  stacked: false,
  series: [
    {
      kind: 'column',
      name: 'Total',
      nameCell: { row: 6, column: 0 },
      values: { ...categories, row: 6 },
      categories,
      color: '8FAADC',
    },
    {
      kind: 'line',
      name: 'Use',
      nameCell: { row: 8, column: 0 },
      values: use,
      categories,
      color: '1F4E79',
      marker: 'circle',
      secondary: true,
    },
  ],
  valueAxisTitle: 'Units',
  categoryAxisTitle: 'Month',
  valueNumberFormat: '#,##0',
};
