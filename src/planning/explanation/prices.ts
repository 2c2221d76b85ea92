import type { PerPeriod } from '../domain/planning-problem';

/** Change of total cost per unit more of a limit; null where no valid price exists (whole numbers, stopped early). */
export interface Prices {
  /** Per resource and period. */
  readonly capacity: readonly (PerPeriod | null)[];
  /** Per warehouse and period. */
  readonly storage: readonly (PerPeriod | null)[];
}
