import type { LinearProgramme } from './linear-programme';

/** Asked by a solver while it works; true once the caller no longer wants the answer. */
export interface CancelSignal {
  readonly cancelled: boolean;
}

/** What a solver can say while it works. */
export interface SolveProgress {
  readonly elapsedSeconds: number;
  readonly iterations: number;
  /** Objective of the best feasible point so far; null before there is one. */
  readonly incumbent: number | null;
  /** Proven bound on the optimum; null before there is one. */
  readonly bound: number | null;
  /** Relative distance between the two; null before both exist. */
  readonly gap: number | null;
}

export interface SolveOptions {
  readonly timeLimitSeconds?: number;
  /** Stop a search over integers at this proven relative gap; 0 when absent. */
  readonly relativeGap?: number;
  readonly cancel?: CancelSignal;
  readonly onProgress?: (progress: SolveProgress) => void;
  /** Hears of every better feasible point that a search over integers finds. */
  readonly onBetterPoint?: (point: BetterPoint) => void;
}

/** A feasible point on the way to the optimum. */
export interface BetterPoint {
  readonly objective: number;
  /** Relative distance to the proven bound; Infinity before there is one. */
  readonly gap: number;
  readonly values: Float64Array;
}

/** Work done, for the plan's header and the benchmark. */
export interface SolveEffort {
  readonly milliseconds: number;
  readonly iterations: number;
  readonly nodes: number;
}

/**
 * Raw duals of an optimal LP, in the solver-independent convention *change of the objective per unit increase of the
 * bound that binds*. Only `shadow-price.ts` turns them into prices.
 */
export interface Duals {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

/** Why a solve ended, as data. Only the first two carry a point, and only they may ever become a plan. */
export type SolveOutcome =
  | {
      readonly kind: 'optimal';
      readonly objective: number;
      /** Relative gap that is proven: 0 for an LP. */
      readonly gap: number;
      readonly values: Float64Array;
      /** Null when no valid dual exists (integers) or the solver has none. */
      readonly duals: Duals | null;
      readonly effort: SolveEffort;
    }
  | {
      readonly kind: 'stoppedEarly';
      readonly reason: 'timeLimit' | 'cancelled';
      readonly objective: number;
      readonly gap: number;
      /** A point that the solver has proven feasible. */
      readonly values: Float64Array;
      readonly effort: SolveEffort;
    }
  | { readonly kind: 'infeasible'; readonly effort: SolveEffort }
  | { readonly kind: 'unbounded'; readonly effort: SolveEffort }
  | {
      readonly kind: 'failed';
      /** `timeLimit` and `cancelled`: stopped before there was any feasible point. */
      readonly reason: 'timeLimit' | 'cancelled' | 'unsupported' | 'numerical' | 'error';
      readonly message: string;
      readonly effort: SolveEffort;
    };

/** Range of a right-hand side (or bound) within which its price stays the same. */
export interface PriceRange {
  readonly from: number;
  readonly to: number;
}

/**
 * A model that stays with the solver, so that a change re-solves from the last basis. Changes take effect at the next
 * `solve`. Always `dispose` it.
 */
export interface SolverSession {
  solve(options?: SolveOptions): SolveOutcome;
  changeColumnBounds(column: number, lower: number, upper: number): void;
  changeRowBounds(row: number, lower: number, upper: number): void;
  /** Replaces the bounds of several columns (their numbers ascending) in one call; one by one takes several times as long. */
  changeColumnsBounds(columns: Int32Array, lower: Float64Array, upper: Float64Array): void;
  changeRowsBounds(rows: Int32Array, lower: Float64Array, upper: Float64Array): void;
  /** Replaces the whole objective. */
  changeObjective(objective: Float64Array, offset: number): void;
  /** Adds `lower ≤ Σ values·columns ≤ upper` and returns its row number. */
  addRow(lower: number, upper: number, columns: Int32Array, values: Float64Array): number;
  /**
   * After an optimal LP solve: for each row asked, the range of its binding bound within which its dual holds; null where
   * the solver cannot tell.
   */
  priceRanges(rows: readonly number[]): readonly (PriceRange | null)[];
  /** After `infeasible`: rows and columns of an irreducible conflict; null where the solver cannot tell. */
  conflict(): { readonly rows: readonly number[]; readonly columns: readonly number[] } | null;
  dispose(): void;
}

/** The port behind which every solver stands. Loading is the adapter's business: a `Solver` is ready to work. */
export interface Solver {
  readonly name: string;
  readonly version: string;
  /** False: models with integer columns are refused with `failed`, reason `unsupported`. */
  readonly solvesIntegers: boolean;
  /** False: `optimal` carries no duals. */
  readonly givesDuals: boolean;
  open(lp: LinearProgramme): SolverSession;
}

/** Opens, solves once and disposes. */
export function solveOnce(solver: Solver, lp: LinearProgramme, options?: SolveOptions): SolveOutcome {
  const session = solver.open(lp);
  try {
    return session.solve(options);
  } finally {
    session.dispose();
  }
}
