import type { BookContent } from '../../src/workbook/book-content';
import { readCsv } from './read-csv';
import { scenarioSheet } from './scenario-sheet';
import { tableWorkbook } from './table-sheets';

type Row = Record<string, string>;

const daysOfWork = 21;
const daysOfMonth = 30;
const safetyShare = 0.15;

/** Units on a pallet by category: our assumption, the data set has none. */
const unitsPerPallet: Readonly<Record<string, number>> = {
  'ELEC-TV': 12,
  'ELEC-AUD': 80,
  'APPL-REF': 4,
  'APPL-WSH': 4,
  'TOOL-DRL': 120,
  'TOOL-SAW': 60,
  'OUTD-MWR': 12,
};

/** Categories that a line makes, by what its description says; fabrication, inspection and packaging serve other lines. */
const linesOf: Readonly<Record<string, (category: string, product: Row) => boolean>> = {
  'Electronics Assembly Line 1': (category) => category.startsWith('ELEC'),
  'Electronics Assembly Line 2': (category) => category.startsWith('ELEC'),
  'Tool Fabrication Line': (category) => category.startsWith('TOOL'),
  'Appliance Assembly Line 1': (category, product) => category.startsWith('APPL') && !isSmall(product),
  'Appliance Assembly Line 2': (category, product) => category.startsWith('APPL') && isSmall(product),
  'Outdoor Equipment Line': (category) => category.startsWith('OUTD'),
};

function isSmall({ PRODUCT_NAME }: Row): boolean {
  return PRODUCT_NAME.startsWith('Mini');
}

/** The half-year of 39 products as a network: two plants with their lines, three distribution centres with their contracts. */
export function prebuildNetworkSample(): BookContent {
  const outlooks = readCsv('prebuild/scenario_definitions.csv');
  const [planned, ...others] = outlooks;
  const allForecasts = readCsv('prebuild/demand_forecasts.csv');
  const forecasts = allForecasts.filter((row) => row.SCENARIO_ID === planned.SCENARIO_ID);
  const months = [...new Set(forecasts.map((row) => row.FORECAST_DATE.slice(0, 7)))].sort();
  const products = readCsv('prebuild/products.csv');
  const categories = new Map(
    readCsv('prebuild/product_categories.csv').map((row) => [row.PRODUCT_CATEGORY_ID, row.PRODUCT_CATEGORY_CODE]),
  );
  const sites = readCsv('prebuild/sites.csv');
  const siteCode = (id: string) => sites.find((row) => row.SITE_ID === id)?.SITE_CODE ?? id;
  const centres = sites.filter((row) => row.SITE_TYPE === 'WAREHOUSE');
  const contracts = readCsv('prebuild/logistics_costs.csv');
  const lines = readCsv('prebuild/work_centers.csv').filter((row) => linesOf[row.WORK_CENTER_NAME]);
  const linesFor = (product: Row) =>
    lines.filter((line) => linesOf[line.WORK_CENTER_NAME](categories.get(product.PRODUCT_CATEGORY_ID) ?? '', product));
  const palletsPerUnit = (product: Row) =>
    1 / (unitsPerPallet[categories.get(product.PRODUCT_CATEGORY_ID) ?? ''] ?? 10);
  const wanted = (product: Row, site: string, month?: string, outlook = forecasts) =>
    sum(
      outlook.filter(
        (row) =>
          row.PRODUCT_ID === product.PRODUCT_ID &&
          row.SITE_ID === site &&
          (month === undefined || row.FORECAST_DATE.startsWith(month)),
      ),
      'FORECAST_QUANTITY',
    );
  const rateOf = (site: string, key: string) => {
    const own = contracts.filter((row) => row.SITE_ID === site);
    return sum(own, key) / own.length;
  };
  const onHand = readCsv('prebuild/inventory_balances.csv');
  const zones = readCsv('prebuild/warehouse_zones.csv');

  const notes = [
    `Demand: ${planned.SCENARIO_NAME}, July to December 2024; the table SOP_Scenarios has the other published outlooks.`,
    `Capacity of a line: units per hour × hours × shifts × efficiency × ${daysOfWork} days. A line makes what its description says; packaging, inspection and metal fabrication are left out, since a source has one resource.`,
    'Storage in pallets: what is stored above the threshold of a contract costs its overflow penalty, per pallet and day.',
    'Assumptions of ours: units on a pallet by category, safety stock of 15 % of a month, the selling price as the cost of a lost sale.',
    'Data: synthetic S&OP data set, MIT licence, copyright 2025 sfc-gh-trsmith (see assets/samples/data/prebuild).',
  ];
  const book = tableWorkbook('Pre-building for the fourth quarter in a network', notes, [
    {
      name: 'SOP_Periods',
      sheet: 'Periods',
      title: 'Months',
      headings: ['Period', 'Days'],
      rows: months.map((month) => [month, daysOfMonth]),
    },
    {
      name: 'SOP_Products',
      sheet: 'Products',
      title: 'Products and their prices',
      headings: ['Product', 'Price'],
      rows: products.map((product) => [product.PRODUCT_CODE, Number(product.UNIT_PRICE)]),
    },
    {
      name: 'SOP_Demand',
      sheet: 'Demand',
      title: 'Demand by distribution centre and month',
      headings: ['Product', 'Location', 'Period', 'Quantity', 'NonDeliveryCost'],
      rows: products.flatMap((product) =>
        centres.flatMap((site) =>
          months.flatMap((month) => {
            const units = wanted(product, site.SITE_ID, month);
            return units > 0 ? [[product.PRODUCT_CODE, site.SITE_CODE, month, units, Number(product.UNIT_PRICE)]] : [];
          }),
        ),
      ),
    },
    {
      name: 'SOP_Sources',
      sheet: 'Sources',
      title: 'Lines that make each product',
      headings: ['Product', 'Location', 'Resource', 'Use', 'Cost', 'Quota'],
      rows: products.flatMap((product) =>
        linesFor(product).map((line, _position, all) => [
          product.PRODUCT_CODE,
          siteCode(line.SITE_ID),
          line.WORK_CENTER_CODE,
          1,
          Number(product.UNIT_COST),
          1 / all.length,
        ]),
      ),
    },
    {
      name: 'SOP_Lanes',
      sheet: 'Lanes',
      title: 'From the plants to the distribution centres',
      headings: ['Product', 'From', 'To', 'Cost', 'LeadTime'],
      rows: products.flatMap((product) =>
        [...new Set(linesFor(product).map((line) => siteCode(line.SITE_ID)))].flatMap((plant) =>
          centres.map((site) => [
            product.PRODUCT_CODE,
            plant,
            site.SITE_CODE,
            cents(rateOf(site.SITE_ID, 'TRANSPORT_COST_PER_UNIT')),
            0,
          ]),
        ),
      ),
    },
    {
      name: 'SOP_Resources',
      sheet: 'Resources',
      title: 'Units that each line can make in a month',
      headings: ['Resource', 'Period', 'Capacity'],
      rows: lines.map((line) => [line.WORK_CENTER_CODE, '*', monthlyCapacity(line)]),
    },
    {
      name: 'SOP_Stock',
      sheet: 'Stock',
      title: 'Stock at the distribution centres',
      headings: ['Product', 'Location', 'Initial', 'HoldingCost', 'SafetyStock', 'SafetyStockCost', 'StorageUse'],
      rows: products.flatMap((product) =>
        centres.map((site) => [
          product.PRODUCT_CODE,
          site.SITE_CODE,
          sum(
            onHand.filter((row) => row.PRODUCT_ID === product.PRODUCT_ID && row.SITE_ID === site.SITE_ID),
            'QUANTITY_AVAILABLE',
          ),
          cents(rateOf(site.SITE_ID, 'STORAGE_COST_PER_PALLET_PER_DAY') * daysOfMonth * palletsPerUnit(product)),
          Math.round((safetyShare * wanted(product, site.SITE_ID)) / months.length),
          cents(0.2 * Number(product.UNIT_PRICE)),
          Number(palletsPerUnit(product).toFixed(6)),
        ]),
      ),
    },
    {
      name: 'SOP_Locations',
      sheet: 'Locations',
      title: 'Pallets up to the threshold of each contract, and the penalty above it',
      headings: ['Location', 'StorageCapacity', 'StorageCost'],
      rows: centres.map((site) => [
        site.SITE_CODE,
        (sum(
          zones.filter((row) => row.SITE_ID === site.SITE_ID),
          'MAX_CAPACITY_PALLETS',
        ) *
          rateOf(site.SITE_ID, 'OVERFLOW_PENALTY_THRESHOLD_PCT')) /
          100,
        cents(rateOf(site.SITE_ID, 'OVERFLOW_PENALTY_RATE') * daysOfMonth),
      ]),
    },
  ]);
  const changes = others.flatMap((outlook) => {
    const own = allForecasts.filter((row) => row.SCENARIO_ID === outlook.SCENARIO_ID);
    return products.flatMap((product, i) =>
      centres.flatMap((site, j) =>
        months.flatMap((month, t) => {
          const units = wanted(product, site.SITE_ID, month, own);
          const note = i + j + t === 0 ? outlook.SCENARIO_NAME : null;
          const item = `${product.PRODUCT_CODE} @ ${site.SITE_CODE}`;
          return units === wanted(product, site.SITE_ID, month)
            ? []
            : [[outlook.SCENARIO_CODE, 'Demand Quantity', item, month, month, 'value', units, note]];
        }),
      ),
    );
  });
  const scenarios = scenarioSheet(changes, { scenario: 16, input: 18, item: 26 });
  return {
    ...book,
    sheets: [...book.sheets, scenarios.sheet],
    tables: [...(book.tables ?? []), scenarios.table],
  };
}

function monthlyCapacity(line: Row): number {
  const { CAPACITY_PER_HOUR, HOURS_PER_DAY, AVAILABLE_SHIFTS, EFFICIENCY_FACTOR } = line;
  const perDay =
    Number(CAPACITY_PER_HOUR) * Number(HOURS_PER_DAY) * Number(AVAILABLE_SHIFTS) * Number(EFFICIENCY_FACTOR);
  return Math.round(perDay * daysOfWork);
}

function sum(rows: readonly Row[], key: string): number {
  return rows.reduce((total, row) => total + Number(row[key]), 0);
}

function cents(money: number): number {
  return Math.round(100 * money) / 100;
}
