/** The median of some numbers; NaN for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The median of the values around each index, `halfWidth` to both sides, without the NaNs. Towards the ends the window shrinks on both
 * sides, down to three, so that a rising or falling series is not compared with one side of itself. The mean of the two middle values
 * for an even count. Where fewer than three values are near, the window widens until it has three or is four times as wide.
 */
export function runningMedian(values: ArrayLike<number>, halfWidth: number): Float64Array {
  const length = values.length;
  const result = new Float64Array(length);
  const window: number[] = [];
  for (let at = 0; at < length; at++) {
    const symmetric = Math.min(at, length - 1 - at);
    for (let half = Math.max(3, Math.min(halfWidth, symmetric)); ; half *= 2) {
      fillSorted(window, values, Math.max(0, at - half), Math.min(length - 1, at + half));
      if (window.length >= 3 || half > 4 * halfWidth) break;
    }
    const middle = window.length >> 1;
    result[at] =
      window.length === 0 ? NaN : window.length % 2 === 1 ? window[middle] : (window[middle - 1] + window[middle]) / 2;
  }
  return result;
}

function fillSorted(window: number[], values: ArrayLike<number>, first: number, last: number): void {
  window.length = 0;
  for (let index = first; index <= last; index++) {
    const value = values[index];
    if (Number.isNaN(value)) continue;
    let slot = window.length;
    while (slot > 0 && window[slot - 1] > value) {
      window[slot] = window[slot - 1];
      slot--;
    }
    window[slot] = value;
  }
}
