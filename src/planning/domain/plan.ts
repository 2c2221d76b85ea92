/** Quantities of a plan: a matrix has one row per member of the problem's list and one column per period. */
export type Matrix = readonly (readonly number[])[];

/**
 * What to do, and what follows from it, by decision and period. Rows follow the order of the problem's lists. Everything
 * that can be judged about a plan (limits, costs) follows from these numbers and the problem alone.
 */
export interface Plan {
  /** Units started by each source. */
  readonly production: Matrix;
  /** 1 where a source with set-up is set up, else 0. */
  readonly setups: Matrix;
  /** Units sent on each lane. */
  readonly transport: Matrix;
  /** Units bought by each subcontract. */
  readonly subcontract: Matrix;
  /** Units of each item on hand at the end of each period. */
  readonly inventory: Matrix;
  /** Units delivered to each demand in each period, whatever period they were wanted in. */
  readonly deliveries: Matrix;
  /** Units of each demand's period that are never delivered. */
  readonly shortage: Matrix;
  /** Units of each demand wanted by now, still open at the end of each period, and delivered later. */
  readonly backorders: Matrix;
  /** Capacity units added to each resource. */
  readonly overtime: Matrix;
  /** Storage units of each warehouse above its threshold. */
  readonly overflow: Matrix;
  /** Workers employed, hired and laid off; null without a workforce. */
  readonly workforce: {
    readonly workers: readonly number[];
    readonly hired: readonly number[];
    readonly laidOff: readonly number[];
  } | null;
}
