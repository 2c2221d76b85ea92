import type { Family } from '../lp/linear-programme';
import { growingList, wholeNumbers } from './growing-list';
import type { Coordinate, Key } from './parts';

/** Numbers the keys of one part in the order in which they are added, and finds a number again from its key. */
export interface KeySpace {
  readonly index: readonly Coordinate[];
  readonly first: number;
  readonly dimensions: readonly number[];
  readonly strides: readonly number[];
  /** Number of each possible key, relative to `first`; −1 where there is none. */
  readonly numbers: Int32Array;
  /** How many keys were added. */
  count(): number;
  /** Coordinates of the keys added, one after another. */
  coordinates(): Int32Array;
  add(key: Key<Coordinate>): void;
}

/** An empty space for keys with these coordinates; the first key gets the number `first`. */
export function keyNumbers(
  index: readonly Coordinate[],
  dimension: (coordinate: Coordinate) => number,
  first: number,
): KeySpace {
  let size = 1;
  const dimensions = index.map(dimension);
  const strides: number[] = [];
  for (let position = index.length - 1; position >= 0; position--) {
    strides[position] = size;
    size *= dimensions[position];
  }
  const numbers = new Int32Array(size).fill(-1);
  const coordinates = growingList(wholeNumbers);
  let count = 0;
  return {
    index,
    first,
    dimensions,
    strides,
    numbers,
    count: () => count,
    coordinates: () => coordinates.finished(),
    add(key) {
      let offset = 0;
      for (let position = 0; position < index.length; position++) {
        const value = key[index[position]];
        coordinates.push(value);
        offset += value * strides[position];
      }
      if (numbers[offset] >= 0) throw new Error(`The key ${JSON.stringify(key)} is made twice.`);
      numbers[offset] = count++;
    },
  };
}

/** Number of a key; −1 where the part has none. Coordinates that the space lacks are ignored. */
export function rowIndexOf(space: KeySpace, key: Partial<Key<Coordinate>>): number {
  let offset = 0;
  for (let position = 0; position < space.index.length; position++) {
    const value = key[space.index[position]];
    // Beyond its dimension a coordinate would alias another key: the period after the last is not the next item's first.
    if (value === undefined || value < 0 || value >= space.dimensions[position]) return -1;
    offset += value * space.strides[position];
  }
  const number = space.numbers[offset] ?? -1;
  return number < 0 ? -1 : space.first + number;
}

/** The block of columns or rows that a space describes. */
export function familyOf(id: string, space: KeySpace): Family {
  return {
    id,
    first: space.first,
    count: space.count(),
    index: space.index,
    keys: space.coordinates(),
  };
}
