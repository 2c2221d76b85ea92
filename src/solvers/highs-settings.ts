import type { SolveOptions } from '../planning';

/** Values of HiGHS's options by their names in its documentation. */
export type HighsSettings = Readonly<Record<string, boolean | number | string>>;

/** Relative gap below which nothing is left but rounding: reported as 0. */
export const closedRelativeGap = 1e-9;
/** The same in units of the objective. */
export const closedAbsoluteGap = 1e-6;

const dualSimplex = 1;

/**
 * Settings to try one after another on an LP; the next only after a numerical failure. Without presolve a plan with many
 * items solves faster (presolve finds little in inventory balances and costs more than it saves) and a changed model starts
 * from the last basis. Pricing is left to HiGHS, which takes the dual steepest edge: the fastest with 500 items. Measured by
 * `benchmarks/solver-options.ts`.
 */
export const linearAttempts: readonly HighsSettings[] = [
  { solver: 'choose', presolve: 'off', simplex_strategy: dualSimplex },
  { solver: 'ipm', presolve: 'on', run_crossover: 'on' },
];

/** The same for a programme with integers, where presolve is essential and `solver` must stay `choose`. */
export const integerAttempts: readonly HighsSettings[] = [
  { solver: 'choose', presolve: 'choose' },
  { solver: 'choose', presolve: 'off' },
];

/** No limit, in seconds: the JavaScript interface of HiGHS refuses infinity. */
const unlimited = 1e9;

/** Settings that hold for every attempt of a solve. */
export function limitsOf(options: SolveOptions, secondsLeft: number): HighsSettings {
  return {
    time_limit: Math.min(Math.max(0, secondsLeft), unlimited),
    mip_rel_gap: Math.max(options.relativeGap ?? 0, closedRelativeGap),
    mip_abs_gap: closedAbsoluteGap,
  };
}

/** Rows before columns, refined until irreducible (`iis_strategy` 2 + 4), and not for longer than an explanation is worth. */
export const conflictSettings: HighsSettings = { iis_strategy: 6, iis_time_limit: 30 };
