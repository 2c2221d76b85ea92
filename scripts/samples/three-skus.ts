import type { BookContent } from '../../src/workbook/book-content';
import { readCsv } from './read-csv';
import { look, monthSerial, sheetBuilder } from './sheet-builder';

const quantity = { numberFormat: '#,##0' };
const euro = { numberFormat: '#,##0.00 "€"' };

const skus = [
  { name: 'SKU-001', productionCost: 10, holdingCost: 2, openingInventory: 500, safetyStock: 200 },
  { name: 'SKU-002', productionCost: 50, holdingCost: 5, openingInventory: 20, safetyStock: 5 },
  { name: 'SKU-003', productionCost: 15, holdingCost: 3, openingInventory: 300, safetyStock: 100 },
] as const;

/** The published case of three SKUs that share one factory for 13 months. */
export function threeSkusSample(): BookContent {
  const rows = readCsv('three-skus-demand.csv');
  const months = Object.keys(rows[0]).filter((key) => key !== 'sku');

  const demand = sheetBuilder('Demand');
  demand.put(0, 0, 'Demand by month, units', look.title);
  demand.put(2, 0, 'SKU', look.heading);
  months.forEach((month, t) => {
    demand.put(2, 1 + t, monthSerial(month), { ...look.heading, numberFormat: 'yyyy-mm' });
  });
  rows.forEach((row, i) => {
    demand.put(3 + i, 0, row.sku, look.label);
    months.forEach((month, t) => demand.put(3 + i, 1 + t, Number(row[month]), { ...look.input, ...quantity }));
  });
  demand.name('Periods', 2, 1, 1, months.length);
  demand.name('Items', 3, 0, rows.length, 1);
  demand.name('Demand', 3, 1, rows.length, months.length);

  const factory = sheetBuilder('Factory');
  factory.put(0, 0, 'Factory and costs', look.title);
  factory.put(2, 0, 'Units the factory can make per month, all SKUs together', look.label);
  factory.put(2, 1, 15000, { ...look.input, ...quantity });
  factory.name('Capacity', 2, 1);
  const columns = [
    ['Cost of making', 'Production_Cost', 'productionCost', euro],
    ['Cost of storing a month', 'Holding_Cost', 'holdingCost', euro],
    ['On hand at the start', 'Initial_Inventory', 'openingInventory', quantity],
    ['Safety stock', 'Safety_Stock', 'safetyStock', quantity],
    ['Most in stock', 'Max_Inventory', null, quantity],
  ] as const;
  factory.put(4, 0, 'SKU', look.heading);
  columns.forEach(([label, inputName, key, format], c) => {
    factory.put(4, 1 + c, label, { ...look.heading, wrap: true });
    skus.forEach((sku, i) => {
      factory.put(5 + i, 1 + c, key === null ? 45000 : sku[key], { ...look.input, ...format });
    });
    factory.name(inputName, 5, 1 + c, skus.length, 1);
  });
  skus.forEach((sku, i) => factory.put(5 + i, 0, sku.name, look.label));

  return {
    sheets: [
      demand.finish([12, ...months.map(() => 10)], { rows: 3, columns: 1 }),
      factory.finish([52, 16, 16, 16, 16, 16], null),
    ],
    names: [...demand.names, ...factory.names],
    tables: [],
  };
}
