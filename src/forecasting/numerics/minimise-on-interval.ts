/** Where a function of one variable is least, and its value there. */
export interface IntervalMinimum {
  at: number;
  value: number;
}

/** Points of the first look, closer together near the lower end, where smoothing constants lie. */
const GRID_POINTS = 9;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Width of the last bracket, relative to the whole interval. */
const PRECISION = 5e-4;

/**
 * The least value of a function of one variable between two limits: a coarse look over the whole interval, so that a local
 * minimum does not catch the search, then golden sections around the best point.
 *
 * Source: Kiefer (1953), Sequential minimax search for a maximum, Proc. Amer. Math. Soc. 4, 502–506.
 */
export function minimiseOnInterval(objective: (at: number) => number, lower: number, upper: number): IntervalMinimum {
  const gridPoint = (k: number): number => lower + (upper - lower) * (k / (GRID_POINTS - 1)) ** 2;
  let best: IntervalMinimum = { at: lower, value: Infinity };
  let nearest = 0;
  for (let k = 0; k < GRID_POINTS; k++) {
    const at = gridPoint(k);
    const value = objective(at);
    if (!(value < best.value)) continue;
    best = { at, value };
    nearest = k;
  }
  let from = gridPoint(Math.max(0, nearest - 1));
  let to = gridPoint(Math.min(GRID_POINTS - 1, nearest + 1));
  let [left, right] = [to - GOLDEN * (to - from), from + GOLDEN * (to - from)];
  let [atLeft, atRight] = [objective(left), objective(right)];
  while (to - from > PRECISION * (upper - lower)) {
    if (atLeft <= atRight) {
      [to, right, atRight] = [right, left, atLeft];
      left = to - GOLDEN * (to - from);
      atLeft = objective(left);
    } else {
      [from, left, atLeft] = [left, right, atRight];
      right = from + GOLDEN * (to - from);
      atRight = objective(right);
    }
  }
  if (atLeft < best.value) best = { at: left, value: atLeft };
  if (atRight < best.value) best = { at: right, value: atRight };
  return best;
}
