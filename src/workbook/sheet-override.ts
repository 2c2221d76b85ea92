/** A quantity that the planner typed over the plan's on its sheet, or left there from the last time. */
export interface SheetOverride {
  /** What it is called: the item, the source where the item has several, or the lane. */
  readonly item: string;
  readonly kind: 'production' | 'transport';
  /** Name of the source or lane. */
  readonly name: string;
  /** Label of the period. */
  readonly period: string;
  /** Units typed. */
  readonly typed: number;
  /** Units that the plan had there when nobody had typed anything. */
  readonly optimal: number;
}

/** An override with what it costs, as the sheet lists it. */
export interface PricedOverride extends SheetOverride {
  /** Money that the best plan without it would save; null where that is unknown. */
  readonly cost: number | null;
  readonly sentence: string;
}
