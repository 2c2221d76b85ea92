import type { PrioritySolveOptions } from '../formulation/solve-by-priority';

/** How long an explanation may still think. */
export interface Patience {
  readonly isOver: () => boolean;
  /** Options for one more solve within what is left. */
  readonly solveOptions: () => PrioritySolveOptions;
}

/** Patience for so many milliseconds of a clock, from now on. */
export function patienceOf(clock: () => number, milliseconds: number): Patience {
  const end = clock() + milliseconds;
  return {
    isOver: () => clock() >= end,
    solveOptions: () => ({ clock, timeLimitSeconds: Math.max(0.05, (end - clock()) / 1000) }),
  };
}
