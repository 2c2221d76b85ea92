import type { TableRow } from '../read-table';
import type { Products } from './products';

/** A product at a location. */
export interface Place {
  readonly product: number;
  readonly location: string;
}

/** The items of a network as they are found: products at locations, in the order in which tables name them. */
export interface ItemRegister {
  readonly places: readonly Place[];
  /** Position of a product at a location; a new one is added. */
  readonly at: (product: number, location: string) => number;
  /** Position of a product at a location that is known already, else undefined. */
  readonly known: (product: number, location: string) => number | undefined;
}

/** An empty register. */
export function itemRegister(): ItemRegister {
  const places: Place[] = [];
  const positions = new Map<string, number>();
  const keyOf = (product: number, location: string): string => `${product}|${location.toLowerCase()}`;
  return {
    places,
    known: (product, location) => positions.get(keyOf(product, location)),
    at: (product, location) => {
      const key = keyOf(product, location);
      const known = positions.get(key);
      if (known !== undefined) return known;
      const spelled = places.find((place) => place.location.toLowerCase() === location.toLowerCase());
      positions.set(key, places.length);
      places.push({ product, location: spelled?.location ?? location });
      return places.length - 1;
    },
  };
}

/** Names of the items: the product alone where there is one location, else product and location. */
export function itemNames(register: ItemRegister, products: Products): string[] {
  const locations = new Set(register.places.map(({ location }) => location.toLowerCase()));
  return register.places.map(({ product, location }) =>
    locations.size === 1 ? products.list[product].name : `${products.list[product].name} @ ${location}`,
  );
}

/** A location that a row must name; null, with an issue, where it does not. */
export function locationOf(row: TableRow, column = 'Location'): string | null {
  const location = row.text(column);
  if (location !== '' && location !== '*') return location;
  row.report('error', 'missing-location', column, 'The location is missing.', 'Enter the name of a location.');
  return null;
}
