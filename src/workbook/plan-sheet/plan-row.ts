/** How a row of the plan is set: decisions stand out, what follows from them is plain, the money behind them is grey. */
export type RowLook =
  'decision' | 'quantity' | 'people' | 'peopleDecision' | 'secondary' | 'cost' | 'costTotal' | 'percent' | 'price';

/**
 * A row of the plan over the horizon: who, what, its total, the value before the first period, and one value per period.
 * A row without a formula holds constants. Formulas are written once every row has its place.
 */
export interface PlanRow {
  readonly kind: 'planRow';
  readonly owner: string;
  readonly measure: string;
  /** Null leaves the cell empty. */
  readonly values: readonly (number | null)[];
  /** Without the leading `=`; null for a constant. */
  readonly formula: ((period: number, places: Places) => string | null) | null;
  readonly opening: Computed | null;
  /** Null: a total would mean nothing. */
  readonly total: { readonly value: number; readonly formula: ((places: Places) => string) | null } | null;
  readonly look: RowLook;
  /** Periods whose quantity the planner fixed; absent: none. */
  readonly fixed?: readonly boolean[];
  /** What one unit of the row takes of the resources and warehouses, in the rate columns right of the periods. */
  readonly rates: readonly (Computed & { readonly column: number })[];
}

/** A value and the formula that gives it, without `=`; null for a constant. */
export interface Computed {
  readonly value: number;
  readonly formula: string | null;
}

/** Where everything stands on the finished sheet, as formulas write it. */
export interface Places {
  /** A row's value in a period, e.g. `E12`; period -1 is the value before the first period. */
  cell(row: PlanRow, period: number): string;
  /** A row's total, e.g. `C12`. */
  total(row: PlanRow): string;
  /** A row's periods, e.g. `E12:Q12`. */
  span(row: PlanRow): string;
  /** The periods of the row above. */
  spanAbove(row: PlanRow): string;
  /** Cell with the row's measure, e.g. `$B12`. */
  measure(row: PlanRow): string;
  /** A rate of a row, e.g. `$S12`. */
  rate(row: PlanRow, column: number): string;
  /**
   * Column of the item blocks: the measures, the values before the first period, a period, or a rate column; all of it, or
   * without its first or last row, so that two stretches match every row with the one above.
   */
  itemColumn(column: ItemColumn, rows?: 'all' | 'butFirst' | 'butLast'): string;
  /** The same, of all blocks that bear cost. */
  bodyColumn(column: ItemColumn): string;
}

export type ItemColumn = 'measures' | 'openings' | { readonly period: number } | { readonly rate: number };

/** A row with the usual settings: a quantity with its sum over the horizon. */
export function planRow(
  row: Pick<PlanRow, 'owner' | 'measure' | 'values'> & Partial<Omit<PlanRow, 'kind' | 'owner' | 'measure' | 'values'>>,
): PlanRow {
  const made: PlanRow = {
    kind: 'planRow',
    formula: null,
    opening: null,
    look: 'quantity',
    rates: [],
    total: { value: sum(row.values), formula: (places) => `SUM(${places.span(made)})` },
    ...row,
  };
  return made;
}

/** Sum of a row; empty cells count as 0. */
export function sum(values: readonly (number | null)[]): number {
  let total = 0;
  for (let period = 0; period < values.length; period++) total += values[period] ?? 0;
  return total;
}

/** A value of a row; 0 where the cell is empty or the period lies before the horizon. */
export function valueAt(row: PlanRow, period: number): number {
  return (period < 0 ? row.opening?.value : row.values[period]) ?? 0;
}

/** A number as a formula writes it. */
export function numberText(value: number): string {
  return String(value).replace('e', 'E').replace('E+', 'E');
}
