/** What can be forecast of an item's history. */
export interface UsableHistory {
  /** Gap-free demand per period, never negative, divided by `scale`. */
  values: number[];
  /** How many periods at the start of the history are left out. */
  skipped: number;
  /** The largest demand in the part used, in the item's own unit; 1 where there is none. */
  scale: number;
  /** What was changed, as sentences for the planner. */
  notes: string[];
}

/** Seasons of history that still say something about the future; older ones are left out. */
const MEMORY_SEASONS = 12;
/** Fewest periods that the memory spans, however short the season. */
const MEMORY_PERIODS = 60;
/** Larger numbers are no quantities: their sums and squares would be infinite. */
const LARGEST_QUANTITY = 1e150;
/** Fewest periods after the first demand for a block of zeros before it to count as "not sold yet". */
const LAUNCHED_PERIODS = 6;
/** Average demand interval, in periods, above which demand is intermittent: Syntetos, Boylan & Croston (2005). */
export const INTERMITTENT_ABOVE = 1.32;

/** Whether a cell of the history says how much was demanded. */
export function isQuantity(value: number | null): value is number {
  return value !== null && value >= 0 && value <= LARGEST_QUANTITY;
}

/** Average number of periods from one demand to the next; Infinity without demand. */
export function averageDemandInterval(values: readonly number[]): number {
  return values.length / values.filter((value) => value > 0).length;
}

/** Straight lines across the gaps, level at the ends. */
function bridged(values: readonly number[]): number[] {
  const known = values.flatMap((value, t) => (Number.isNaN(value) ? [] : [t]));
  let next = 0;
  return values.map((value, t) => {
    while (next < known.length && known[next] < t) next += 1;
    if (!Number.isNaN(value)) return value;
    const before = known[next - 1];
    const after = known[next];
    if (before === undefined) return values[after];
    if (after === undefined) return values[before];
    return values[before] + ((values[after] - values[before]) * (t - before)) / (after - before);
  });
}

/**
 * The part of a history a forecast can start from, or null where no period has a usable quantity. Missing (null, not a
 * number, infinite) and negative quantities are bridged; periods before the first known one, before the memory, and before
 * the launch of an item that has since sold regularly are left out.
 */
export function usableHistory(history: readonly (number | null)[], seasonLength: number): UsableHistory | null {
  const notes: string[] = [];
  const memory = Math.max(MEMORY_SEASONS * seasonLength, MEMORY_PERIODS);
  let skipped = Math.max(0, history.length - memory);
  if (skipped > 0) notes.push(`The oldest ${skipped} periods are not used: only the last ${memory} are.`);

  const part = history.slice(skipped);
  const negative = part.filter((value) => value !== null && value < 0).length;
  const missing = part.filter((value) => !isQuantity(value)).length - negative;
  let known = part.map((value) => (isQuantity(value) ? value : NaN));
  if (missing > 0) notes.push(`${missing} missing quantities are bridged.`);
  if (negative > 0) notes.push(`${negative} negative quantities are treated as missing.`);

  const first = known.findIndex((value) => !Number.isNaN(value));
  if (first < 0) return null;
  known = known.slice(first);
  skipped += first;

  const launch = known.findIndex((value) => value > 0);
  const since = launch > 0 ? known.slice(launch) : [];
  if (since.length >= LAUNCHED_PERIODS && averageDemandInterval(bridged(since)) <= INTERMITTENT_ABOVE) {
    notes.push(`The ${launch} periods before the first demand are not used.`);
    known = since;
    skipped += launch;
  }
  const scale = Math.max(...known.filter((value) => !Number.isNaN(value))) || 1;
  return { values: bridged(known.map((value) => value / scale)), skipped, scale, notes };
}
