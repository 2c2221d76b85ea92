import type { LinearProgramme } from '../../src/planning/lp/linear-programme';

/** A programme small enough to read: rows as lists of coefficients, bounds as pairs. */
export interface SmallProgramme {
  readonly objective: readonly number[];
  readonly offset?: number;
  /** `[lower, upper]` of each column; `[0, ∞]` where absent. */
  readonly columns?: readonly (readonly [number, number])[];
  /** Columns that must take whole values. */
  readonly integers?: readonly number[];
  /** `[lower, coefficients, upper]` of each row. */
  readonly rows?: readonly (readonly [number, readonly number[], number])[];
}

/** Writes a small programme as sparse arrays. */
export function programmeOf(small: SmallProgramme): LinearProgramme {
  const rows = small.rows ?? [];
  const columnCount = small.objective.length;
  const bounds = small.columns ?? small.objective.map(() => [0, Infinity] as const);
  const starts = [0];
  const entryRows: number[] = [];
  const values: number[] = [];
  for (let column = 0; column < columnCount; column++) {
    rows.forEach(([, coefficients], row) => {
      if (coefficients[column] === 0) return;
      entryRows.push(row);
      values.push(coefficients[column]);
    });
    starts.push(values.length);
  }
  return {
    columnCount,
    rowCount: rows.length,
    objective: Float64Array.from(small.objective),
    objectiveOffset: small.offset ?? 0,
    columnLower: Float64Array.from(bounds, ([lower]) => lower),
    columnUpper: Float64Array.from(bounds, ([, upper]) => upper),
    columnKinds: Uint8Array.from(small.objective, (_, column) => (small.integers?.includes(column) ? 1 : 0)),
    rowLower: Float64Array.from(rows, ([lower]) => lower),
    rowUpper: Float64Array.from(rows, ([, , upper]) => upper),
    matrix: { starts: Int32Array.from(starts), rows: Int32Array.from(entryRows), values: Float64Array.from(values) },
    columnFamilies: [],
    rowFamilies: [],
  };
}

/**
 * A knapsack with many dimensions: a feasible point is found at once, and the proof of the optimum takes far longer than a
 * test may. The weights come from a fixed linear congruential sequence (Park & Miller, CACM 1988).
 */
export function longKnapsack(objects: number, dimensions: number): SmallProgramme {
  let state = 12345;
  const next = () => {
    state = (state * 16807) % 2147483647;
    return 1 + (state % 999);
  };
  const rows = Array.from({ length: dimensions }, () => {
    const weights = Array.from({ length: objects }, next);
    return [-Infinity, weights, Math.floor(weights.reduce((total, weight) => total + weight, 0) / 2)] as const;
  });
  return {
    objective: Array.from({ length: objects }, () => -next()),
    columns: Array.from({ length: objects }, () => [0, 1] as const),
    integers: Array.from({ length: objects }, (_, column) => column),
    rows,
  };
}
