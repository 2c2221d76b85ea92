import type { Component, Lane, Source } from '../../planning/index';
import type { TableRow, TableRows } from '../read-table';
import type { Calendar } from './calendar';
import { locationOf } from './items';
import type { ItemRegister } from './items';
import type { Products } from './products';
import { rowsByProduct } from './products';
import type { ResourceRegister } from './resources';

/** Ways to make a product: one per row of SOP_Sources and product. */
export function readSources(
  sources: TableRows | null,
  components: TableRows | null,
  calendar: Calendar,
  products: Products,
  items: ItemRegister,
  resources: ResourceRegister,
): Source[] {
  const names = uniqueNames();
  return rowsByProduct(sources, products, (row) => row.text('Location').toLowerCase()).flatMap(({ row, product }) => {
    const location = locationOf(row);
    if (location === null) return [];
    const resourceName = row.text('Resource');
    const resource = resourceName === '' ? null : resources.find(row, 'Resource');
    const use = row.number('Use') ?? 1;
    const name = `${products.list[product].name} @ ${location}${resourceName === '' ? '' : ` on ${resourceName}`}`;
    return {
      name: names(name),
      item: items.at(product, location),
      uses: resource === null || use === 0 ? [] : [{ resource, use }],
      cost: calendar.constant(row.number('Cost') ?? 0),
      arrival: calendar.arrivals(row.number('LeadTime') ?? 0),
      components: componentsOf(components, product, location, products, items),
      ...lotsOf(row),
      setupCost: calendar.constant(0),
      setupUses: [],
      minimum: calendar.constant(0),
      maximum: calendar.constant(Infinity),
      fixed: calendar.constant(null),
      quota: row.number('Quota') ?? 1,
    };
  });
}

/** What a product takes from (or adds to) the stock of the location that makes it. */
function componentsOf(
  table: TableRows | null,
  product: number,
  location: string,
  products: Products,
  items: ItemRegister,
): Component[] {
  return rowsByProduct(table, products, (row) => row.text('Component').toLowerCase()).flatMap(
    ({ row, product: made }) => {
      const component = ['', '*'].includes(row.text('Component')) ? undefined : products.of(row, 'Component')[0];
      const quantity = row.number('Quantity') ?? 0;
      // A row for all products does not make a component of itself.
      if (made !== product || component === undefined || component === product || quantity === 0) return [];
      return { item: items.at(component, location), quantity };
    },
  );
}

/** Reports rows of the bill of material that say nothing usable. */
export function checkComponents(table: TableRows | null, products: Products): void {
  for (const row of table?.rows ?? []) {
    if (['', '*'].includes(row.text('Component'))) {
      row.report(
        'error',
        'missing-component',
        'Component',
        'The component is missing.',
        'Enter the name of a product.',
      );
    } else if (!products.isAll(row) && products.of(row)[0] === products.of(row, 'Component')[0]) {
      row.report(
        'error',
        'component-of-itself',
        'Component',
        `The product "${row.text('Product')}" is a component of itself.`,
        'Enter another component, or delete the row.',
      );
    }
    if (row.isBlank('Quantity')) {
      row.report('error', 'blank-cell', 'Quantity', 'The quantity of the component is missing.', 'Enter a number.');
    }
  }
}

/** Ways to move a product: one per row of SOP_Lanes and product. */
export function readLanes(
  table: TableRows | null,
  calendar: Calendar,
  products: Products,
  items: ItemRegister,
): Lane[] {
  const names = uniqueNames();
  for (const row of table?.rows ?? []) checkEnds(row);
  const ends = (row: TableRow): string => `${row.text('From')}|${row.text('To')}`.toLowerCase();
  return rowsByProduct(table, products, ends).flatMap(({ row, product }) => {
    const from = row.text('From');
    const to = row.text('To');
    if (from === '' || to === '' || from.toLowerCase() === to.toLowerCase()) return [];
    return {
      name: names(`${products.list[product].name}: ${from} > ${to}`),
      from: items.at(product, from),
      to: items.at(product, to),
      cost: calendar.constant(row.number('Cost') ?? 0),
      arrival: calendar.arrivals(row.number('LeadTime') ?? 0),
      ...lotsOf(row),
      maximum: calendar.constant(row.number('MaxQuantity') ?? Infinity),
      fixed: calendar.constant(null),
      quota: row.number('Quota') ?? 1,
    };
  });
}

function checkEnds(row: TableRow): void {
  const from = locationOf(row, 'From');
  const to = locationOf(row, 'To');
  if (from === null || to === null || from.toLowerCase() !== to.toLowerCase()) return;
  row.report('error', 'lane-to-itself', 'To', `The lane leads from "${from}" to itself.`, 'Enter another location.');
}

function lotsOf(row: TableRow): Pick<Source, 'minLot' | 'lotSize' | 'lotPeriods'> {
  return { minLot: row.number('MinLot') ?? 0, lotSize: row.number('LotSize') ?? 0, lotPeriods: Infinity };
}

/** Numbers the second and further use of a name. */
function uniqueNames(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}
