/** Sums of products of errors `u` and of what one unit of two quantities changes them by, `p` and `q`. */
export interface PairSums {
  uu: number;
  up: number;
  uq: number;
  pp: number;
  pq: number;
  qq: number;
}

/** The two quantities with the least sum of squares, and that sum. */
export interface PairFit {
  first: number;
  second: number;
  squares: number;
}

/** Limits of one quantity. */
export type Limits = readonly [least: number, most: number];

/** Below this a column says nothing that the other one does not. */
const SINGULAR = 1e-12;

function clamp(value: number, [least, most]: Limits): number {
  return Math.min(most, Math.max(least, value));
}

/**
 * The a and b within their limits that minimise Σ(u − a·p − b·q)²: the normal equations, and where their solution leaves the
 * limits, the best point on each wall. Exact, because the sum of squares is convex.
 *
 * Source: Golub & Pereyra (1973), The differentiation of pseudo-inverses and nonlinear least squares problems whose variables
 * separate, SIAM J. Numer. Anal. 10, 413–432 (parameters that enter linearly need no search).
 */
export function fitPair(sums: PairSums, firstLimits: Limits, secondLimits: Limits): PairFit {
  const { uu, up, uq, pp, pq, qq } = sums;
  const at = (first: number, second: number): PairFit => ({
    first,
    second,
    squares:
      uu - 2 * first * up - 2 * second * uq + first * first * pp + 2 * first * second * pq + second * second * qq,
  });
  const firstGiven = (second: number): number => (pp > 0 ? clamp((up - second * pq) / pp, firstLimits) : 0);
  const secondGiven = (first: number): number => (qq > 0 ? clamp((uq - first * pq) / qq, secondLimits) : 0);
  const determinant = pp * qq - pq * pq;
  if (determinant > SINGULAR * pp * qq) {
    const first = (up * qq - uq * pq) / determinant;
    const second = (uq * pp - up * pq) / determinant;
    if (first === clamp(first, firstLimits) && second === clamp(second, secondLimits)) return at(first, second);
  } else {
    const second = clamp(0, secondLimits);
    return at(firstGiven(second), second);
  }
  const walls = [
    ...secondLimits.map((second) => at(firstGiven(second), second)),
    ...firstLimits.map((first) => at(first, secondGiven(first))),
  ];
  return walls.reduce((best, wall) => (wall.squares < best.squares ? wall : best));
}
