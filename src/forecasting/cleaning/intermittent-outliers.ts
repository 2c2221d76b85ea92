/** Expected number of honest sizes beyond the limit, in the whole history of an item. */
const EXPECTED_BEYOND = 0.005;
/** The same, where a gap separates the sizes beyond from the rest. */
const EXPECTED_BEYOND_GAP = 0.15;
/** This share of the sizes is honest in any case. */
const CERTAIN_SHARE = 0.85;
const GAP_FACTOR = 1.65;

/**
 * The largest demand size that an intermittent item can honestly have. Zeros say nothing about sizes and a running median is zero, so the
 * sizes of all demand days are taken together: a negative binomial (Poisson, if not overdispersed) is fitted by moments to the sizes within
 * the limit, and the limit moved until both agree. Large sizes are compared on the logarithmic scale instead.
 *
 * @param sizes demand of the days with demand, in units
 * @param unit the step in which quantities come (1 for pieces, 12 for dozens)
 * @returns a size in units; larger ones are outliers
 */
export function largestHonestSize(sizes: readonly number[], unit: number): number {
  if (sizes.length < 8) return Infinity;
  const sorted = [...sizes].sort((a, b) => a - b);
  const typical = sorted[sorted.length >> 1];
  if (typical > 50 * unit) return largestOnLogScale(sorted, typical);
  let limit = Math.max(sorted[Math.floor(CERTAIN_SHARE * (sorted.length - 1))], 3 * typical);
  for (let round = 0; round < 20; round++) {
    const next = limitOfFit(sorted, limit, unit);
    if (next === limit) break;
    limit = next;
  }
  return limit;
}

function largestOnLogScale(sorted: readonly number[], typical: number): number {
  const deviations = sorted.map((size) => Math.abs(Math.log(size / typical))).sort((a, b) => a - b);
  const spread = 1.4826 * deviations[deviations.length >> 1];
  return typical * Math.exp(Math.max(Math.log(3), 4.5 * spread));
}

function limitOfFit(sorted: readonly number[], limit: number, unit: number): number {
  const honest = sorted.filter((size) => size <= limit).map((size) => size / unit - 1);
  const mean = honest.reduce((sum, size) => sum + size, 0) / honest.length;
  const variance = honest.reduce((sum, size) => sum + (size - mean) ** 2, 0) / Math.max(1, honest.length - 1);
  const tail = tailProbabilities(Math.max(mean, 0.05), variance);
  const expectedFrom = (size: number): number =>
    sorted.length * (tail[Math.max(0, Math.ceil(size / unit - 1 - 1e-9))] ?? 0);
  let previous = sorted[Math.floor(CERTAIN_SHARE * (sorted.length - 1))];
  const upper = sorted.filter((size) => size > previous);
  for (const size of upper) {
    const expected = expectedFrom(size);
    if (expected < EXPECTED_BEYOND || (expected < EXPECTED_BEYOND_GAP && size >= GAP_FACTOR * previous))
      return previous;
    previous = size;
  }
  return previous;
}

/** P(X >= k) for k = 0, 1, 2 … of a negative binomial, or of a Poisson where the variance does not exceed the mean. */
function tailProbabilities(mean: number, variance: number): number[] {
  const isOverdispersed = variance > mean * 1.02;
  const shape = isOverdispersed ? (mean * mean) / (variance - mean) : 0;
  const ratio = isOverdispersed ? 1 - mean / variance : 0;
  let probability = isOverdispersed ? Math.pow(mean / variance, shape) : Math.exp(-mean);
  const tail: number[] = [1];
  for (let k = 0; k < 2000; k++) {
    tail.push(Math.max(0, tail[k] - probability));
    if (tail[k + 1] < 1e-9) break;
    probability *= isOverdispersed ? ((k + shape) / (k + 1)) * ratio : mean / (k + 1);
  }
  return tail;
}
