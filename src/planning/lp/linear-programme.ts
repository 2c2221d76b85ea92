/** A sparse matrix by columns: the entries of column j stand at `starts[j] … starts[j + 1] − 1`. */
export interface SparseColumns {
  readonly starts: Int32Array;
  /** Row of each entry. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/**
 * A block of consecutive columns or rows that one part of the formulation made. It keeps the structure of the model
 * recoverable (which rows couple which blocks) and lets a name be written on demand instead of stored a million times.
 */
export interface Family {
  /** Identifier of the part that made the block, e.g. `inventory`. */
  readonly id: string;
  /** Number of the first column (or row) of the block. */
  readonly first: number;
  readonly count: number;
  /** Names of the coordinates, e.g. `['item', 'period']`. */
  readonly index: readonly string[];
  /** Coordinates of every member, `index.length` numbers each, one after another. */
  readonly keys: Int32Array;
}

export const columnKind = { continuous: 0, integer: 1 } as const;

/**
 * Minimise `objective · x + objectiveOffset` subject to `rowLower ≤ A x ≤ rowUpper` and `columnLower ≤ x ≤ columnUpper`.
 * Infinite bounds are ±Infinity. Plain data: it can be cloned into a worker, written as text or compared.
 */
export interface LinearProgramme {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly objective: Float64Array;
  readonly objectiveOffset: number;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** `columnKind.continuous` or `columnKind.integer`, per column. */
  readonly columnKinds: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly matrix: SparseColumns;
  readonly columnFamilies: readonly Family[];
  readonly rowFamilies: readonly Family[];
}

/** Whether any column must take whole values. */
export function hasIntegers(lp: LinearProgramme): boolean {
  return lp.columnKinds.some((kind) => kind === columnKind.integer);
}

/** Number of non-zero coefficients. */
export function nonzeroCount(lp: LinearProgramme): number {
  return lp.matrix.values.length;
}
