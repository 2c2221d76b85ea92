import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptySheet } from '../../src/workbook/book-content';
import type { BookContent } from '../../src/workbook/book-content';
import type { CellValue } from '../../src/workbook/workbook';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { threeSkusSample } from '../../scripts/samples/three-skus';

/** The bytes of a sample as it is delivered. */
export function sampleBytes(name: string): Uint8Array {
  return readFileSync(join(__dirname, '../../assets/samples', `${name}.xlsx`));
}

/** The three-SKU case with one cell of a named range, counted from 0 inside it, set to something else. */
export function threeSkusWith(name: string, row: number, column: number, value: CellValue): Uint8Array {
  const book = threeSkusSample();
  const refersTo = book.names.find((entry) => entry.name === name)?.refersTo ?? '';
  const [, sheetName, letters, digits] = /^=?'?([^'!]+)'?!\$?([A-Z]+)\$?(\d+)/.exec(refersTo) ?? [];
  const top = Number(digits) - 1 + row;
  const left = letters.charCodeAt(0) - 65 + column;
  const sheets = book.sheets.map((sheet) =>
    sheet.name !== sheetName
      ? sheet
      : {
          ...sheet,
          cells: sheet.cells.map((cell) => (cell.row === top && cell.column === left ? { ...cell, value } : cell)),
        },
  );
  return buildXlsx({ ...book, sheets });
}

/** Lots and set-ups of many items on one resource: a search over whole numbers that takes minutes to prove. */
export function lotSizingBook(items: number, periods: number): Uint8Array {
  return buildXlsx(lotSizingContent(items, periods));
}

/** The same as plain data. */
export function lotSizingContent(items: number, periods: number): BookContent {
  const demand = (i: number, t: number) => 40 + ((i * 37 + t * 53 + i * t * 11) % 71);
  const first = 1;
  const column = (values: (i: number) => CellValue, at: number) =>
    Array.from({ length: items }, (_none, i) => ({ row: first + i, column: at, value: values(i) }));
  const total = Array.from({ length: items }, (_none, i) =>
    Array.from({ length: periods }, (_other, t) => demand(i, t)).reduce((sum, units) => sum + units, 0),
  ).reduce((sum, units) => sum + units, 0);
  const letter = (index: number) =>
    (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));
  const rangeOf = (at: number, width = 1) => `Data!$${letter(at)}$2:$${letter(at + width - 1)}$${items + 1}`;
  return {
    sheets: [
      {
        ...emptySheet('Data'),
        cells: [
          ...Array.from({ length: periods }, (_none, t) => ({ row: 0, column: 5 + t, value: `W${t + 1}` })),
          ...column((i) => `Item ${i + 1}`, 4),
          ...column((i) => 300 + ((i * 97) % 400), 0),
          ...column((i) => 1 + ((i * 13) % 7) / 3, 1),
          ...column((i) => 15 + ((i * 7) % 11), 2),
          ...Array.from({ length: periods }, (_none, t) => column((i) => demand(i, t), 5 + t)).flat(),
        ],
      },
    ],
    names: [
      { name: 'Demand', refersTo: rangeOf(5, periods) },
      { name: 'Setup_Cost', refersTo: rangeOf(0) },
      { name: 'Holding_Cost', refersTo: rangeOf(1) },
      { name: 'Setup_Use', refersTo: rangeOf(2) },
      { name: 'Capacity', refersTo: `=${Math.round((total / periods) * 1.25)}` },
      { name: 'Initial_Inventory', refersTo: '=60' },
    ],
    tables: [],
  };
}

/** Demand and capacity without any defined name. */
export function unnamedBook(): Uint8Array {
  return buildXlsx(unnamedContent());
}

/** The same as plain data. */
export function unnamedContent(): BookContent {
  const cells = [
    ...['Jan', 'Feb', 'Mar'].map((label, t) => ({ row: 0, column: 1 + t, value: label })),
    { row: 1, column: 0, value: 'Pump' },
    ...[100, 150, 300].map((value, t) => ({ row: 1, column: 1 + t, value })),
    { row: 3, column: 0, value: 'Capacity' },
    ...[200, 200, 200].map((value, t) => ({ row: 3, column: 1 + t, value })),
    { row: 4, column: 0, value: 'Holding' },
    { row: 4, column: 1, value: 2 },
  ];
  return { sheets: [{ ...emptySheet('Plan data'), cells }], names: [], tables: [] };
}

/** Items that share one resource, with costs, opening stock and safety stock: a plain programme of any size. */
export function capacityBook(items: number, periods: number): Uint8Array {
  const demand = (i: number, t: number) => 50 + ((i * 31 + t * 17 + i * t * 7) % 90);
  const letter = (index: number): string =>
    (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
  const cells = Array.from({ length: items }, (_none, i) => [
    { row: i + 1, column: 0, value: `Item ${i + 1}` },
    ...Array.from({ length: periods }, (_other, t) => ({ row: i + 1, column: 1 + t, value: demand(i, t) })),
  ]).flat();
  const heads = Array.from({ length: periods }, (_none, t) => ({ row: 0, column: 1 + t, value: `W${t + 1}` }));
  const total = cells.reduce((sum, { value }) => sum + (typeof value === 'number' ? value : 0), 0);
  return buildXlsx({
    sheets: [{ ...emptySheet('Data'), cells: [...heads, ...cells] }],
    names: [
      { name: 'Demand', refersTo: `Data!$B$2:$${letter(periods)}$${items + 1}` },
      { name: 'Capacity', refersTo: `=${Math.ceil((total / periods) * 1.08)}` },
      { name: 'Holding_Cost', refersTo: '=1.5' },
      { name: 'Production_Cost', refersTo: '=4' },
      { name: 'Initial_Inventory', refersTo: '=120' },
      { name: 'Safety_Stock', refersTo: '=20' },
    ],
    tables: [],
  });
}
