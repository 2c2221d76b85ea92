/** The median of some numbers; NaN for none. */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) return NaN;
  const sorted = Float64Array.from(values).sort();
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
  const window = new SortedWindow(values);
  for (let at = 0; at < length; at++) {
    const symmetric = Math.min(at, length - 1 - at);
    for (let half = Math.max(3, Math.min(halfWidth, symmetric)); ; half *= 2) {
      window.moveTo(Math.max(0, at - half), Math.min(length - 1, at + half));
      if (window.size >= 3 || half > 4 * halfWidth) break;
    }
    result[at] = window.median();
  }
  return result;
}

/** The numbers of a stretch of values in ascending order, kept up to date while the stretch moves. */
class SortedWindow {
  size = 0;
  private readonly sorted: Float64Array;
  private first = 0;
  private last = -1;

  constructor(private readonly values: ArrayLike<number>) {
    this.sorted = new Float64Array(values.length);
  }

  moveTo(first: number, last: number): void {
    while (this.last < last) this.insert(this.values[++this.last]);
    while (this.first > first) this.insert(this.values[--this.first]);
    while (this.first < first) this.remove(this.values[this.first++]);
    while (this.last > last) this.remove(this.values[this.last--]);
  }

  median(): number {
    const middle = this.size >> 1;
    if (this.size === 0) return NaN;
    return this.size % 2 === 1 ? this.sorted[middle] : (this.sorted[middle - 1] + this.sorted[middle]) / 2;
  }

  private insert(value: number): void {
    if (Number.isNaN(value)) return;
    let slot = this.size++;
    for (; slot > 0 && this.sorted[slot - 1] > value; slot--) this.sorted[slot] = this.sorted[slot - 1];
    this.sorted[slot] = value;
  }

  private remove(value: number): void {
    if (Number.isNaN(value)) return;
    let slot = 0;
    while (this.sorted[slot] !== value) slot++;
    this.size--;
    for (; slot < this.size; slot++) this.sorted[slot] = this.sorted[slot + 1];
  }
}
