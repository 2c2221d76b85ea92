import type { Item, Warehouse } from '../../planning/index';
import type { TableRow, TableRows } from '../read-table';
import type { Calendar } from './calendar';
import { itemNames, locationOf } from './items';
import type { ItemRegister } from './items';
import type { Products } from './products';
import { rowsByProduct } from './products';

/** Registers the items that SOP_Stock names, and finds the row that holds for each. */
export function readStockRows(
  table: TableRows | null,
  products: Products,
  items: ItemRegister,
): ReadonlyMap<number, TableRow> {
  const rows = new Map<number, TableRow>();
  for (const { row, product } of rowsByProduct(table, products, (each) => each.text('Location').toLowerCase())) {
    const location = locationOf(row);
    if (location === null) continue;
    const item = items.at(product, location);
    if (rows.has(item)) {
      row.report(
        'error',
        'duplicate-row',
        'Product',
        `The stock of "${products.list[product].name}" at "${location}" has two rows.`,
        'Delete one of them.',
      );
    }
    rows.set(item, row);
  }
  return rows;
}

/** The items with their stock terms. Rates per period are for the length of the first period. */
export function networkItems(
  stock: ReadonlyMap<number, TableRow>,
  calendar: Calendar,
  products: Products,
  items: ItemRegister,
): Item[] {
  const names = itemNames(items, products);
  return items.places.map(({ product, location }, item) => {
    const number = (column: string): number | null => stock.get(item)?.number(column) ?? null;
    return {
      name: names[item],
      product: products.list[product].name,
      location,
      openingInventory: number('Initial') ?? 0,
      holdingCost: calendar.perLength(number('HoldingCost') ?? 0),
      safetyStock: calendar.constant(number('SafetyStock') ?? 0),
      safetyStockCost: number('SafetyStockCost'),
      safetyStockFairShare: stock.get(item)?.truth('FairShare') ?? products.list[product].fairShare,
      maxInventory: calendar.constant(number('MaxStock') ?? Infinity),
      maxInventoryCost: number('MaxStockCost'),
      finalInventory: 0,
      receipts: calendar.constant(0),
      storageUse: number('StorageUse') ?? 1,
    };
  });
}

/** The storage of locations, shared by all products there. Storing above a capacity that has a cost has no end. */
export function readWarehouses(table: TableRows | null, calendar: Calendar, items: ItemRegister): Warehouse[] {
  const seen = new Set<string>();
  return (table?.rows ?? []).flatMap((row) => {
    const location = locationOf(row);
    const capacity = row.number('StorageCapacity');
    const cost = row.number('StorageCost');
    if (location === null) return [];
    if (seen.has(location.toLowerCase())) {
      row.report(
        'error',
        'duplicate-row',
        'Location',
        `The location "${location}" has two rows.`,
        'Delete one of them.',
      );
    }
    seen.add(location.toLowerCase());
    if (capacity === null) {
      if (cost !== null) {
        row.report(
          'warning',
          'no-effect',
          'StorageCost',
          'StorageCost has no effect without StorageCapacity.',
          'Enter a StorageCapacity, or clear the cost.',
        );
      }
      return [];
    }
    return {
      name: location,
      items: items.places.flatMap((place, item) =>
        place.location.toLowerCase() === location.toLowerCase() ? [item] : [],
      ),
      capacity: calendar.constant(capacity),
      overflowThreshold: 1,
      ...(cost === null ? { overflowCost: null } : { overflowCost: calendar.perLength(cost), overflowLimit: Infinity }),
    };
  });
}
