import type { PerPeriod } from '../planning/index';
import type { Dimensions } from './fit-shape';
import { numberAt } from './read-input';
import type { InputNumbers } from './read-input';
import type { InputName } from './schema';

/** Everything numeric that the workbook gives, with the dimensions to expand it to. */
export interface InputSet {
  readonly dimensions: Dimensions;
  readonly numbers: ReadonlyMap<InputName, InputNumbers>;
}

/** Whether the workbook gives an input. */
export function isGiven(set: InputSet, name: InputName): boolean {
  return set.numbers.has(name);
}

/** The number of an item or resource that holds in all periods; `fallback` where there is none. */
export function single(set: InputSet, name: InputName, row: number, fallback: number): number {
  const input = set.numbers.get(name);
  return (input && numberAt(input, row, 0)) ?? fallback;
}

/** The numbers of an item or resource, one per period; `fallback` where there is none. */
export function perPeriod(set: InputSet, name: InputName, row: number, fallback: number): PerPeriod {
  return numbersOf(set, name, row, fallback);
}

/** As `perPeriod`, with null where there is no number. */
export function perPeriodOrNull(set: InputSet, name: InputName, row: number): (number | null)[] {
  return numbersOf(set, name, row, null);
}

function numbersOf<T extends number | null>(set: InputSet, name: InputName, row: number, fallback: T): (number | T)[] {
  const values = new Array<number | T>(set.dimensions.periods).fill(fallback);
  const input = set.numbers.get(name);
  if (input) {
    for (let period = 0; period < values.length; period++) values[period] = numberAt(input, row, period) ?? fallback;
  }
  return values;
}

/** As `perPeriod`, or null where the workbook does not give the input. */
export function perPeriodIfGiven(set: InputSet, name: InputName, row: number): PerPeriod | null {
  return isGiven(set, name) ? perPeriod(set, name, row, 0) : null;
}
