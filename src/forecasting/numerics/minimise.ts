/** A box in parameter space and a starting point in it; one entry per parameter. */
export interface SearchBox {
  start: readonly number[];
  lower: readonly number[];
  upper: readonly number[];
}

/** The best point found and the value of the objective there. */
export interface Minimum {
  point: number[];
  value: number;
}

/** One corner of the simplex. */
type Corner = Minimum;

/**
 * The least value of a function of a few parameters inside a box, by the downhill simplex.
 * Points outside the box are moved to its wall; a value that is not finite counts as worst.
 *
 * Source: Nelder & Mead (1965), A simplex method for function minimization, The Computer Journal 7, 308–313.
 */
export function minimise(
  objective: (point: readonly number[]) => number,
  box: SearchBox,
  maxEvaluations = 200 * box.start.length,
  tolerance = 1e-5,
): Minimum {
  const size = box.start.length;
  let evaluations = 0;
  const corner = (point: number[]): Corner => {
    for (let i = 0; i < size; i++) point[i] = Math.min(box.upper[i], Math.max(box.lower[i], point[i]));
    const value = objective(point);
    evaluations += 1;
    return { point, value: Number.isFinite(value) ? value : Number.MAX_VALUE };
  };

  const corners: Corner[] = [corner([...box.start])];
  for (let i = 0; i < size; i++) {
    const moved = [...box.start];
    const step = Math.min(0.25 * (box.upper[i] - box.lower[i]), Math.max(0.1, 0.1 * Math.abs(moved[i])));
    moved[i] += moved[i] + step <= box.upper[i] ? step : -step;
    corners.push(corner(moved));
  }
  const byValue = (a: Corner, b: Corner): number => a.value - b.value;
  corners.sort(byValue);

  while (evaluations < maxEvaluations) {
    const best = corners[0];
    const worst = corners[size];
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) break;
    const centre = new Array<number>(size).fill(0);
    for (let k = 0; k < size; k++) for (let i = 0; i < size; i++) centre[i] += corners[k].point[i] / size;
    const along = (factor: number): Corner => corner(centre.map((c, i) => c + factor * (worst.point[i] - c)));

    const reflected = along(-1);
    let replacement: Corner | null;
    if (reflected.value < best.value) {
      const expanded = along(-2);
      replacement = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < corners[size - 1].value) {
      replacement = reflected;
    } else {
      const contracted = reflected.value < worst.value ? along(-0.5) : along(0.5);
      replacement = contracted.value < Math.min(worst.value, reflected.value) ? contracted : null;
    }
    if (replacement) {
      corners[size] = replacement;
    } else {
      for (let i = 1; i <= size; i++) {
        corners[i] = corner(corners[i].point.map((value, k) => best.point[k] + 0.5 * (value - best.point[k])));
      }
    }
    corners.sort(byValue);
  }
  return corners[0];
}
