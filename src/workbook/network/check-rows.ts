import type { Item, Lane, Source } from '../../planning/index';
import type { TableRow, TableRows } from '../read-table';
import { tables as definitions } from '../schema';
import type { Calendar } from './calendar';
import type { ItemRegister } from './items';
import type { Products } from './products';

/** What the tables have been read into. */
export interface ReadParts {
  readonly items: readonly Item[];
  readonly sources: readonly Source[];
  readonly lanes: readonly Lane[];
}

/**
 * Reports rows that are well formed and yet cannot be meant: costs below zero, lead times beyond the horizon, locations where
 * nothing is, lanes and components that nothing supplies, products that go into themselves.
 */
export function checkRows(
  read: readonly (TableRows | null)[],
  parts: ReadParts,
  calendar: Calendar,
  products: Products,
  register: ItemRegister,
): void {
  const rowsOf = (name: string): readonly TableRow[] => read.find((each) => each?.name === name)?.rows ?? [];
  for (const table of read) if (table) warnOfNegativeCosts(table);
  for (const name of ['SOP_Sources', 'SOP_Lanes']) for (const row of rowsOf(name)) warnOfLeadTime(row, calendar);
  const supplied = suppliedItems(parts);
  const suppliedAt = (product: number, location: string): boolean => {
    const item = register.known(product, location);
    return item !== undefined && supplied.has(item);
  };
  for (const row of rowsOf('SOP_Lanes')) {
    const from = row.text('From');
    if (from === '' || products.of(row).some((product) => suppliedAt(product, from))) continue;
    const what = products.isAll(row) ? 'anything' : `"${row.text('Product')}"`;
    row.report(
      'warning',
      'lane-without-supply',
      'From',
      `No source, lane, receipt or stock supplies ${what} at "${from}", so the lane carries nothing.`,
      'Correct the location, or add a source or a lane that leads there.',
    );
  }
  const places = new Set(register.places.map(({ location }) => location.toLowerCase()));
  for (const row of rowsOf('SOP_Locations')) {
    const location = row.text('Location');
    if (location === '' || places.has(location.toLowerCase())) continue;
    row.report(
      'warning',
      'unknown-location',
      'Location',
      `No other table names the location "${location}", so its storage limits nothing.`,
      'Correct the name, or delete the row.',
    );
  }
  for (const row of rowsOf('SOP_Components')) checkComponentRow(row, parts, products, register, supplied);
}

function warnOfNegativeCosts({ name, rows }: TableRows): void {
  const columns = definitions.find((table) => table.name === name)?.columns ?? [];
  const costs = columns.filter(({ name: heading, unit }) => heading.endsWith('Cost') && unit.startsWith('money'));
  for (const row of rows)
    for (const { name: column } of costs) {
      const cost = row.number(column);
      // The cost of a delivered unit only lowers what it earns.
      if (cost === null || cost >= 0 || column === 'UnitCost') continue;
      row.report(
        'warning',
        'negative-cost',
        column,
        `${column} is ${cost}: a cost below zero is money earned, and a plan would earn it without end unless something limits it.`,
        'Enter a cost of 0 or more; what a product earns is its Price.',
      );
    }
}

function warnOfLeadTime(row: TableRow, calendar: Calendar): void {
  const leadTime = row.number('LeadTime');
  if (leadTime === null || leadTime < 0 || calendar.labels.length === 0) return;
  if (calendar.arrivals(leadTime)[0] < calendar.labels.length) return;
  row.report(
    'warning',
    'lead-time-beyond-horizon',
    'LeadTime',
    `A lead time of ${leadTime} is longer than all periods together, so nothing arrives and the row has no effect.`,
    'Enter it in lengths of the first period, or plan more periods.',
  );
}

/** Items that something supplies: a source, a co-product, a lane, a receipt or stock at the start. */
function suppliedItems({ items, sources, lanes }: ReadParts): ReadonlySet<number> {
  return new Set([
    ...sources.flatMap(({ item, components }) => [
      item,
      ...components.filter(({ quantity }) => quantity < 0).map((component) => component.item),
    ]),
    ...lanes.map(({ to }) => to),
    ...items.flatMap(({ openingInventory, receipts }, item) =>
      openingInventory > 0 || receipts.some((units) => units > 0) ? [item] : [],
    ),
  ]);
}

function checkComponentRow(
  row: TableRow,
  { sources }: ReadParts,
  products: Products,
  register: ItemRegister,
  supplied: ReadonlySet<number>,
): void {
  const [component] = products.of(row, 'Component');
  if (products.isAll(row) || component === undefined || (row.number('Quantity') ?? 0) <= 0) return;
  for (const product of products.of(row)) {
    const made = sources.filter(({ item }) => register.places[item].product === product);
    const needed = [...new Set(made.map(({ item }) => register.places[item].location))];
    const without = needed.find((location) => {
      const item = register.known(component, location);
      return item === undefined || !supplied.has(item);
    });
    const name = row.text('Component');
    if (without !== undefined)
      row.report(
        'warning',
        'component-without-supply',
        'Component',
        `No source, lane, receipt or stock supplies "${name}" at "${without}", so "${row.text('Product')}" cannot be made there.`,
        'Correct the name, or add a source of the component or a lane that brings it.',
      );
    if (made.some(({ item }) => goesInto(sources, item, register.known(component, register.places[item].location))))
      row.report(
        'error',
        'component-cycle',
        'Component',
        `"${row.text('Product')}" goes into "${name}", which is to go into it.`,
        'Delete one of the rows that lead in a circle, or give one of the sources a LeadTime.',
      );
  }
}

/** Whether an item is made, through any number of levels and without any lead time, of another. */
function goesInto(sources: readonly Source[], item: number, made: number | undefined): boolean {
  const reached = new Set<number>(made === undefined ? [] : [made]);
  for (const at of reached)
    for (const { item: of, components, arrival } of sources) {
      if (of !== at || !arrival.some((arrives, start) => arrives === start)) continue;
      for (const component of components) if (component.quantity > 0) reached.add(component.item);
    }
  return reached.has(item);
}
