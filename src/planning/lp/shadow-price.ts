import type { Duals } from './solver';

/** Prices closer to zero than this, relative to the largest one, are floating-point noise. */
const noise = 1e-9;

/**
 * The price of a row: change of total cost per unit *increase* of its right-hand side, so a binding capacity has a price
 * <= 0 where cost is minimised. This is the only place that decides the sign of a dual.
 */
export function shadowPrice(duals: Duals, row: number): number {
  return clean(duals.rows[row], scaleOf(duals.rows));
}

/**
 * The price of a bound that binds a single column: change of total cost per unit increase of the bound. Zero where the
 * column is not at a bound.
 */
export function boundPrice(duals: Duals, column: number): number {
  return clean(duals.columns[column], scaleOf(duals.columns));
}

function clean(price: number, scale: number): number {
  return Math.abs(price) <= noise * scale ? 0 : price;
}

const scales = new WeakMap<Float64Array, number>();

function scaleOf(prices: Float64Array): number {
  const known = scales.get(prices);
  if (known !== undefined) return known;
  let largest = 1;
  for (const price of prices) largest = Math.max(largest, Math.abs(price));
  scales.set(prices, largest);
  return largest;
}
