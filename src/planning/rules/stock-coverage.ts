/**
 * Number of future periods that a stock covers, fractions included; Infinity where all that is still required is covered.
 *
 * @param required units required of the item in each period.
 */
export function periodsCovered(stock: number, required: readonly number[], period: number): number {
  let left = stock;
  for (let later = period + 1; later < required.length; later++) {
    if (left < required[later]) return later - period - 1 + Math.max(0, left) / required[later];
    left -= required[later];
  }
  return Infinity;
}

/** Units required in the periods after this one that a stock should cover; a fraction counts a part of a period. */
export function requiredAhead(periods: number, required: readonly number[], period: number): number {
  let units = 0;
  for (let ahead = 1; ahead <= Math.ceil(periods) && period + ahead < required.length; ahead++) {
    units += required[period + ahead] * Math.min(1, periods - (ahead - 1));
  }
  return units;
}
