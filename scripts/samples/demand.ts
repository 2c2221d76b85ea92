import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BookContent, BookTableContent } from '../../src/workbook/book-content';
import type { CellStyle, SheetCell } from '../../src/workbook/sheet-content';
import type { CellValue } from '../../src/workbook/workbook';
import { emptySheet } from '../../src/workbook/book-content';
import { look, monthSerial, sheetBuilder } from './sheet-builder';

const quantity = { numberFormat: '#,##0' };
const euro = { numberFormat: '#,##0.00 "€"' };
const percent = { numberFormat: '0%' };
const months = Array.from({ length: 12 }, (_, t) => `2026-${String(t + 1).padStart(2, '0')}`);

const skus = [
  { name: 'SKU-001', productionCost: 10, holdingCost: 0.4, price: 16, onHand: 3200, service: 0.98, leadTime: 1 },
  { name: 'SKU-002', productionCost: 50, holdingCost: 1.2, price: 95, onHand: 40, service: 0.95, leadTime: 2 },
  { name: 'SKU-003', productionCost: 15, holdingCost: 0.6, price: 24, onHand: 2500, service: 0.95, leadTime: 1 },
] as const;
/** What sales expects: round figures, typed months ago. */
const expected = [
  [5900, 5400, 5900, 5700, 5900, 5700, 5900, 5900, 5700, 5900, 9000, 6200],
  [18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18],
  [500, 1500, 4000, 7000, 10500, 13000, 14000, 12500, 9500, 5500, 2500, 700],
];

/**
 * Three items of three profiles (steady with a November peak, seasonal, intermittent) with three years of daily sales as they come
 * out of an ERP system, and the plan of the next year that is to rest on them.
 */
export function demandSample(): BookContent {
  const sales = salesSheet();
  const events = eventsSheet();
  const plan = sheetBuilder('Plan');
  plan.put(0, 0, 'Supply plan 2026', look.title);
  plan.put(1, 0, 'Units per month. Forecast the sales to fill demand and safety stock, then optimise.', look.note);
  const item = 4;
  plan.put(item - 1, 0, 'Item', look.heading);
  months.forEach((month, t) => {
    plan.put(item - 1, 1 + t, monthSerial(month), { ...look.heading, numberFormat: 'mmm yyyy' });
  });
  skus.forEach(({ name }, i) => {
    plan.put(item + i, 0, name, look.label);
    expected[i].forEach((units, t) => plan.put(item + i, 1 + t, units, { ...look.input, ...quantity }));
  });
  plan.name('Periods', item - 1, 1, 1, months.length);
  plan.name('Items', item, 0, skus.length, 1);
  plan.name('Demand', item, 1, skus.length, months.length);

  const top = item + skus.length + 1;
  const columns = [
    ['Cost of making', 'Production_Cost', (sku: Sku) => sku.productionCost, euro],
    ['Cost of storing a month', 'Holding_Cost', (sku: Sku) => sku.holdingCost, euro],
    ['Price', 'Price', (sku: Sku) => sku.price, euro],
    ['On hand', 'Initial_Inventory', (sku: Sku) => sku.onHand, quantity],
    ['Safety stock', 'Safety_Stock', (sku: Sku) => Math.round(sku.onHand / 2), quantity],
    ['Service level', 'Service_Level', (sku: Sku) => sku.service, percent],
    ['Lead time, months', 'Lead_Time', (sku: Sku) => sku.leadTime, {}],
    ['± lead time', 'Lead_Time_Deviation', () => 0.25, {}],
  ] as const;
  plan.put(top, 0, 'Item', look.heading);
  columns.forEach(([label, inputName, value, format], c) => {
    plan.put(top, 1 + c, label, { ...look.heading, wrap: true });
    skus.forEach((sku, i) => plan.put(top + 1 + i, 1 + c, value(sku), { ...look.input, ...format }));
    plan.name(inputName, top + 1, 1 + c, skus.length, 1);
  });
  skus.forEach(({ name }, i) => plan.put(top + 1 + i, 0, name, look.label));
  const capacity = top + skus.length + 2;
  plan.put(capacity, 0, 'Units the factory can make per month', look.label);
  plan.put(capacity, 1, 15000, { ...look.input, ...quantity });
  plan.name('Capacity', capacity, 1);

  return {
    sheets: [plan.finish([36, ...months.map(() => 11)], { rows: item, columns: 1 }), sales.sheet, events.sheet],
    names: plan.names,
    tables: [sales.table, events.table],
  };
}

type Sku = (typeof skus)[number];

/** The dirty sales: true dates where the export has ISO dates, everything else as the text or number that it is. */
function salesSheet(): Part {
  const lines = csvLines('demand-history.csv').slice(1);
  const cells: SheetCell[] = lines.flatMap(([date, item, units], index) => {
    const row = 4 + index;
    const iso = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
    const isDate = Number.isFinite(iso) && new Date(iso).toISOString().startsWith(date);
    return [
      isDate
        ? { row, column: 0, value: iso / 86_400_000 + 25_569, style: dateStyle }
        : { row, column: 0, value: date === '' ? null : date },
      { row, column: 1, value: item === '' ? null : item },
      { row, column: 2, value: plainValue(units) },
    ].filter(({ value }) => value !== null);
  });
  return tablePart('Sales', 'SOP_History', ['Date', 'Item', 'Quantity'], 'Daily sales 2023 to 2025, as exported', {
    cells,
    rowCount: lines.length,
    widths: [14, 14, 12],
  });
}

const dateStyle: CellStyle = { numberFormat: 'yyyy-mm-dd', align: 'left' };

function eventsSheet(): Part {
  const rows: readonly (readonly CellValue[])[] = [
    ['Black Friday', 'Black Friday', 'SKU-001', null],
    ['2026-05-04 to 2026-05-10', 'Trade fair', 'SKU-002', 0.25],
  ];
  const cells = rows.flatMap((row, index) =>
    row.flatMap((value, column): SheetCell[] =>
      value === null ? [] : [{ row: 4 + index, column, value, style: column === 3 ? percent : {} }],
    ),
  );
  return tablePart('Events', 'SOP_Events', ['Date', 'Name', 'Item', 'Effect'], 'Promotions, feasts and closures', {
    cells,
    rowCount: rows.length,
    widths: [28, 18, 12, 10],
  });
}

interface Part {
  readonly sheet: BookContent['sheets'][number];
  readonly table: BookTableContent;
}

function tablePart(
  sheet: string,
  name: string,
  headers: readonly string[],
  title: string,
  body: { readonly cells: readonly SheetCell[]; readonly rowCount: number; readonly widths: readonly number[] },
): Part {
  const heading = headers.map((value, column) => ({ row: 3, column, value, style: look.heading }));
  return {
    sheet: {
      ...emptySheet(sheet),
      cells: [{ row: 0, column: 0, value: title, style: look.title }, ...heading, ...body.cells],
      columnWidths: body.widths,
      freeze: { rows: 4, columns: 0 },
    },
    table: {
      name,
      reference: { sheet, row: 3, column: 0, rowCount: body.rowCount + 1, columnCount: headers.length },
      headers,
    },
  };
}

function plainValue(text: string): CellValue {
  if (text === '') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Lines of a data file, whose fields may be quoted. */
function csvLines(file: string): string[][] {
  const text = readFileSync(join(__dirname, '../../assets/samples/data', file), 'utf8').trim();
  // A comma parts two fields where an even number of quotes follows.
  return text
    .split(/\r?\n/)
    .map((line) =>
      line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((field) => field.replace(/^"(.*)"$/, '$1').replace(/""/g, '"')),
    );
}
