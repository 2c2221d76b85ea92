/** Cost at some units more of a limit, and a price there (any, where it has a corner). */
export interface CostPoint {
  readonly cost: number;
  readonly price: number;
}

/** What each of the next units of a limit saves, and for how many units. */
export interface SavingRange {
  /** Money per unit, above 0. */
  readonly saving: number;
  /** Infinity: however many. */
  readonly upTo: number;
}

/** Most solves that one range takes; a corner is found in two or three. */
const mostSolves = 12;

/**
 * The stretch from today's limit upwards over which every unit saves the same. Cost is a convex, piecewise linear function
 * of a limit, so the first corner is where the line that starts today leaves it: it is approached from above by tangents, each
 * of which cuts the line at or beyond the corner (Eisner & Severance, Mathematical techniques for efficient record
 * segmentation in large shared databases, J. ACM 23, 1976). Unlike the range of the optimal basis the answer does not depend on
 * which of several bases the solver happens to end with.
 *
 * @param costAt null where the solver has no answer.
 * @param price price of the limit today: a lower bound of the slope upwards.
 * @returns null where more of the limit saves nothing, or the solver has no answer.
 */
export function savingRange(
  base: number,
  price: number,
  costAt: (units: number) => CostPoint | null,
): SavingRange | null {
  const noise = 1e-9 * Math.max(1, Math.abs(base));
  let slope = price;
  let reached = 0;
  let units = Infinity;
  for (let solves = 0; solves < mostSolves; solves++) {
    const point = costAt(units);
    if (!point) return null;
    if (units < Infinity && point.cost <= base + slope * units + noise) return { saving: -slope, upTo: units };
    const tangentPrice = units === Infinity ? 0 : point.price;
    const tangentToday = units === Infinity ? point.cost : point.cost - tangentPrice * units;
    if (tangentToday >= base - 10 * noise) {
      // The tangent starts today as well: it is the line, and the price was that of one unit less.
      if (tangentPrice >= -1e-9) return null;
      reached = units;
      slope = tangentPrice;
      units = Infinity;
      continue;
    }
    const corner = (tangentToday - base) / (slope - tangentPrice);
    if (!(corner > reached) || !(corner < units)) {
      return reached > 0 ? { saving: -slope, upTo: reached } : null;
    }
    units = corner;
  }
  return reached > 0 ? { saving: -slope, upTo: reached } : null;
}
