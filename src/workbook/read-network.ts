import { hasErrors } from '../planning/index';
import type { PlanningMode, PlanningProblem } from '../planning/index';
import { addressOf } from './find-input';
import type { FoundInput } from './find-input';
import { applyAdjusted } from './network/adjusted';
import { readCalendar } from './network/calendar';
import { checkRows } from './network/check-rows';
import { readDemand } from './network/demand';
import { itemRegister } from './network/items';
import { readProducts } from './network/products';
import { readResources } from './network/resources';
import { networkItems, readStockRows, readWarehouses } from './network/stock';
import { checkComponents, readLanes, readSources } from './network/supply';
import type { ProblemReading } from './problem-reading';
import { networkFairShare } from './read-fair-share';
import { readTable } from './read-table';
import type { TableRows } from './read-table';
import type { Reports } from './reports';
import { inputFound } from './read-site';
import { inputs, tables } from './schema';
import type { InputName, TableName } from './schema';
import type { Cell, WorkbookContent } from './workbook';

/** Reads the network tables: items are products at locations, with sources, lanes, shared resources and storage. */
export function readNetwork(
  content: WorkbookContent,
  mode: PlanningMode,
  found: ReadonlyMap<InputName, FoundInput>,
  reports: Reports,
): ProblemReading {
  const read = new Map(tables.map(({ name }) => [name, readTable(content, name, reports)]));
  const table = (name: TableName): TableRows | null => read.get(name) ?? null;
  const demand = table('SOP_Demand');
  if (!demand) throw new Error('A network is only read where there is a table SOP_Demand.');
  warnOfDemandRange(found, reports);

  const mentioning = tables.flatMap(({ name }) => (name === 'SOP_Products' ? [] : (table(name) ?? [])));
  const products = readProducts(
    table('SOP_Products'),
    mentioning.filter(({ name }) => namesProducts.has(name)),
  );
  const calendar = readCalendar(table('SOP_Periods'), demand, reports);
  const register = itemRegister();
  const resources = readResources(table('SOP_Resources'), calendar);
  checkComponents(table('SOP_Components'), products);
  const demands = readDemand(demand, calendar, products, register);
  const lanes = readLanes(table('SOP_Lanes'), calendar, products, register);
  const sources = readSources(table('SOP_Sources'), table('SOP_Components'), calendar, products, register, resources);
  const stock = readStockRows(table('SOP_Stock'), products, register);
  registerReceipts(table('SOP_Adjusted'), products, register);
  const items = networkItems(stock, calendar, products, register);
  const parts = applyAdjusted(table('SOP_Adjusted'), { items, demands, sources, lanes }, calendar, products, register);
  checkRows([...read.values()], parts, calendar, products, register);
  const problem: PlanningProblem = {
    mode,
    ...networkFairShare(found, reports),
    periods: calendar.labels.map(({ text }, t) => {
      const length = calendar.lengths[t];
      return { label: text, ...(length === 1 ? {} : { length }) };
    }),
    ...parts,
    subcontracts: [],
    resources: resources.list,
    warehouses: readWarehouses(table('SOP_Locations'), calendar, register),
    workforce: null,
    currentPractice: { coveragePeriods: null, production: null },
  };
  const issues = reports.issues();
  return {
    problem: hasErrors(issues) ? null : problem,
    issues,
    inputs: inputs.map(({ name }) => inputFound(name, found.get(name), undefined, reports)),
    tables: [...read.values()].flatMap((each) => (each ? [tableFound(each, reports)] : [])),
    layout: null,
    periods: calendar.labels,
    quantityFormat: formatOf(demand, 'Quantity'),
    moneyFormat: formatOf(table('SOP_Sources'), 'Cost') ?? formatOf(table('SOP_Stock'), 'HoldingCost'),
    source: 'network',
  };
}

const namesProducts: ReadonlySet<TableName> = new Set([
  'SOP_Demand',
  'SOP_Sources',
  'SOP_Lanes',
  'SOP_Stock',
  'SOP_Adjusted',
  'SOP_Components',
]);

function warnOfDemandRange(found: ReadonlyMap<InputName, FoundInput>, reports: Reports): void {
  const range = found.get('Demand');
  if (!range) return;
  reports.add('Demand', {
    severity: 'warning',
    code: 'network-used',
    ...addressOf(range),
    message: 'The workbook has both a table SOP_Demand and a range named Demand; the network tables are used.',
    fix: 'To plan the named ranges, rename the table SOP_Demand.',
  });
}

/** A receipt makes an item of a product at a location that nothing else names. */
function registerReceipts(
  table: TableRows | null,
  products: ReturnType<typeof readProducts>,
  register: ReturnType<typeof itemRegister>,
): void {
  for (const row of table?.rows ?? []) {
    const location = row.text('Location');
    if (row.text('Kind').toLowerCase() !== 'receipt' || location === '' || products.isAll(row)) continue;
    products.of(row).forEach((product) => register.at(product, location));
  }
}

function tableFound({ name, content, rows }: TableRows, reports: Reports): ProblemReading['tables'][number] {
  return { name, reference: content.reference, rows: rows.length, severity: reports.severity(name) };
}

/** Number format of the first number in a column. */
function formatOf(table: TableRows | null, column: string): string | null {
  const position = table?.content.headers.findIndex((header) => header.trim().toLowerCase() === column.toLowerCase());
  if (!table || position === undefined || position < 0) return null;
  const cells = table.content.body.map((row): Cell => row[position]);
  return cells.find(({ value }) => typeof value === 'number')?.numberFormat ?? null;
}
