import type { BookContent } from '../../src/workbook/book-content';
import { readCsv } from './read-csv';
import { scenarioSheet } from './scenario-sheet';
import { look, monthSerial, sheetBuilder } from './sheet-builder';

const quantity = { numberFormat: '#,##0' };
const dollar = { numberFormat: '$#,##0.00' };
const percent = { numberFormat: '0%' };
const openingInventory = 542_000;
/** The campaign is what the workbook plans; the other published outlooks are scenarios. */
const q4Push = '2';
const conservative = '3';

/** The half-year of 39 products before a fourth-quarter campaign: shared capacity, a rented warehouse, stock to start with. */
export function prebuildQ4Sample(): BookContent {
  const forecasts = readCsv('prebuild/demand_forecasts.csv');
  const months = [...new Set(forecasts.map((row) => row.FORECAST_DATE.slice(0, 7)))].sort();
  const products = readCsv('prebuild/products.csv');
  const categories = new Map(
    readCsv('prebuild/product_categories.csv').map((row) => [row.PRODUCT_CATEGORY_ID, row.CATEGORY_NAME]),
  );
  const demandIn = (scenario: string) => {
    const quantities = new Map<string, number>();
    for (const row of forecasts) {
      if (row.SCENARIO_ID !== scenario) continue;
      const key = `${row.PRODUCT_ID} ${row.FORECAST_DATE.slice(0, 7)}`;
      quantities.set(key, (quantities.get(key) ?? 0) + Number(row.FORECAST_QUANTITY));
    }
    return products.map((product) => months.map((month) => quantities.get(`${product.PRODUCT_ID} ${month}`) ?? 0));
  };
  const demandOf = demandIn(q4Push);
  const stock = openingStock(demandIn(conservative));

  const demand = sheetBuilder('Demand');
  demand.put(0, 0, 'Demand July to December 2024, fourth-quarter campaign', look.title);
  demand.put(1, 0, 'Units per month, all distribution centres together', look.note);
  ['Product', 'Name', 'Category', 'On hand'].forEach((heading, c) => demand.put(3, c, heading, look.heading));
  months.forEach((month, t) => {
    demand.put(3, 4 + t, monthSerial(month), { ...look.heading, numberFormat: 'mmm yyyy' });
  });
  products.forEach((product, i) => {
    demand.put(4 + i, 0, product.PRODUCT_CODE, look.label);
    demand.put(4 + i, 1, product.PRODUCT_NAME);
    demand.put(4 + i, 2, categories.get(product.PRODUCT_CATEGORY_ID) ?? '');
    demand.put(4 + i, 3, stock[i], { ...look.input, ...quantity });
    demandOf[i].forEach((units, t) => demand.put(4 + i, 4 + t, units, { ...look.input, ...quantity }));
  });
  demand.name('Periods', 3, 4, 1, months.length);
  demand.name('Items', 4, 0, products.length, 1);
  demand.name('Initial_Inventory', 4, 3, products.length, 1);
  demand.name('Demand', 4, 4, products.length, months.length);

  const parameters = sheetBuilder('Parameters');
  parameters.put(0, 0, 'Plant, warehouse and costs', look.title);
  const lines = [
    ['Units the plants can make per month', 'Capacity', 235_000, quantity],
    ['Cost of making one unit', 'Production_Cost', 1, dollar],
    ['Cost of storing one unit for a month', 'Holding_Cost', 0.22, dollar],
    ['Safety stock, part of next month’s demand', 'Safety_Stock_Ratio', 0.15, percent],
    ['Warehouse, units', 'Warehouse_Capacity', 750_000, quantity],
    ['Part of the warehouse that may be used', 'Overflow_Threshold', 0.87, percent],
  ] as const;
  lines.forEach(([label, inputName, value, format], index) => {
    parameters.put(2 + index, 0, label, look.label);
    parameters.put(2 + index, 1, value, { ...look.input, ...format });
    parameters.name(inputName, 2 + index, 1);
  });
  const origin =
    'Data: synthetic S&OP data set, MIT licence, copyright 2025 sfc-gh-trsmith (see assets/samples/data/prebuild).';
  parameters.put(10, 0, origin, look.note);

  const changes = readCsv('prebuild/scenario_definitions.csv').flatMap((scenario) =>
    scenario.SCENARIO_ID === q4Push
      ? [[scenario.SCENARIO_CODE, null, null, null, null, null, null, 'The workbook as it is']]
      : demandIn(scenario.SCENARIO_ID).flatMap((row, i) =>
          row.map((units, t) => [
            scenario.SCENARIO_CODE,
            'Demand',
            products[i].PRODUCT_CODE,
            monthSerial(months[t]),
            monthSerial(months[t]),
            'value',
            units,
            i + t === 0 ? scenario.SCENARIO_NAME : null,
          ]),
        ),
  );
  const scenarios = scenarioSheet(changes);

  return {
    sheets: [
      demand.finish([16, 26, 20, 10, ...months.map(() => 11)], { rows: 4, columns: 2 }),
      parameters.finish([44, 14], null),
      scenarios.sheet,
    ],
    names: [...demand.names, ...parameters.names],
    tables: [scenarios.table],
  };
}

/**
 * Stock that lasts through the third quarter of the most careful outlook, safety stock included, so that all three outlooks
 * can spread their production as the published totals do; what is left goes with it in proportion.
 */
function openingStock(demandOf: readonly (readonly number[])[]): number[] {
  const [quarter, safetyStockRatio] = [3, 0.15];
  const least = demandOf.map((row) =>
    Math.ceil(row.slice(0, quarter).reduce((sum, units) => sum + units, 0) + safetyStockRatio * row[quarter]),
  );
  const rest = inProportion(openingInventory - least.reduce((sum, units) => sum + units, 0), least);
  return least.map((units, i) => units + rest[i]);
}

/** Whole units in proportion to the weights, their sum exact: the largest remainders get the units left over. */
function inProportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const units = exact.map(Math.floor);
  const left = total - units.reduce((one, other) => one + other, 0);
  const byRemainder = exact.map((value, index) => ({ index, remainder: value - units[index] }));
  byRemainder.sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  byRemainder.slice(0, left).forEach(({ index }) => (units[index] += 1));
  return units;
}
