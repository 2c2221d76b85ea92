import type { BookContent } from '../../src/workbook/book-content';
import { columnName } from '../../src/workbook/address';
import { readCsv } from './read-csv';
import { look, sheetBuilder } from './sheet-builder';

const capacity = 60;
const openingInventory = 30;
const safetyStock = 20;
const coveragePeriods = 4;
const quantity = { numberFormat: '#,##0' };
const euro = { numberFormat: '#,##0.00 "€"' };

/**
 * The published 12-month case of one product with a November peak, as a planner has it: today's production is a formula
 * that always covers the next four months.
 */
export function oneProductSample(): BookContent {
  const rows = readCsv('one-product-demand.csv');
  const months = rows.map(({ month }) => month);
  const demand = rows.map((row) => Number(row.demand));
  const { put, formula, name, names, finish } = sheetBuilder('Plan');
  put(0, 0, 'Production plan, one product', look.title);
  put(2, 0, 'Product', look.label);
  put(2, 1, 'Product A', look.input);
  name('Items', 2, 1);
  put(1, 0, 'Rule in use today: always cover the next four months.', look.note);

  const parameters: readonly (readonly [string, string, number, { readonly numberFormat: string }])[] = [
    ['Capacity per month', 'Capacity', capacity, quantity],
    ['Cost of making one unit', 'Production_Cost', 10, euro],
    ['Cost of storing one unit for a month', 'Holding_Cost', 1.5, euro],
    ['On hand before January', 'Initial_Inventory', openingInventory, quantity],
    ['Safety stock', 'Safety_Stock', safetyStock, quantity],
    ['Months of cover', 'Coverage_Periods', coveragePeriods, quantity],
  ];
  parameters.forEach(([label, inputName, value, format], index) => {
    put(3 + index, 0, label, look.label);
    put(3 + index, 1, value, { ...look.input, ...format });
    name(inputName, 3 + index, 1);
  });

  const [head, demandRow, productionRow, inventoryRow] = [10, 11, 12, 13];
  put(head, 0, 'Units', look.heading);
  put(demandRow, 0, 'Demand', look.label);
  put(productionRow, 0, 'Production', look.label);
  put(inventoryRow, 0, 'Ending inventory', look.label);
  let before = openingInventory;
  months.forEach((month, t) => {
    const column = 1 + t;
    const here = columnName(column);
    const last = columnName(1 + Math.min(months.length - 1, t + coveragePeriods));
    const stock = t === 0 ? '$B$7' : `${columnName(column - 1)}${inventoryRow + 1}`;
    put(head, column, month, look.heading);
    put(demandRow, column, demand[t], { ...look.input, ...quantity });
    const wanted = demand.slice(t, t + coveragePeriods + 1).reduce((sum, units) => sum + units, 0);
    const production = Math.min(capacity, Math.max(0, wanted - before));
    const rule = `=MIN($B$4,MAX(0,SUM(${here}${demandRow + 1}:${last}${demandRow + 1})-${stock}))`;
    formula(productionRow, column, rule, production, quantity);
    const inventory = before + production - demand[t];
    formula(inventoryRow, column, `=${stock}+${here}${productionRow + 1}-${here}${demandRow + 1}`, inventory, quantity);
    before = inventory;
  });
  name('Periods', head, 1, 1, months.length);
  name('Demand', demandRow, 1, 1, months.length);
  name('Production_Plan', productionRow, 1, 1, months.length);
  return { sheets: [finish([36, ...months.map(() => 9)], { rows: 11, columns: 1 })], names, tables: [] };
}
