import { numberText, planRow, valueAt } from './plan-row';
import type { Computed, Places, PlanRow } from './plan-row';

/** A quantity that is charged, by period. */
export interface ChargedQuantity {
  value(period: number): number;
  /** As a factor of a product. */
  text(period: number, places: Places): string;
}

/** One product in a cost: what is charged, and its rate per unit by period. */
export interface Charge {
  readonly quantity: ChargedQuantity;
  rate(period: number): Computed;
}

/** All of a row is charged. */
export function allOf(row: PlanRow): ChargedQuantity {
  return { value: (t) => valueAt(row, t), text: (t, places) => places.cell(row, t) };
}

/** What a row lacks to a level is charged; the level is written as a cell, a reference or a number. */
export function lackTo(level: (period: number, places: Places | null) => Computed, row: PlanRow): ChargedQuantity {
  return {
    value: (t) => Math.max(0, level(t, null).value - valueAt(row, t)),
    text: (t, places) => `MAX(0,${computedText(level(t, places))}-${places.cell(row, t)})`,
  };
}

/** What a row has above a level is charged; without a level (Infinity) nothing is. */
export function excessOver(level: (period: number) => Computed, row: PlanRow): ChargedQuantity {
  return {
    value: (t) => Math.max(0, valueAt(row, t) - level(t).value),
    text: (t, places) => {
      return level(t).value === Infinity ? '0' : `MAX(0,${places.cell(row, t)}-${computedText(level(t))})`;
    },
  };
}

/** What one row has above another is charged, e.g. demand above shortage. */
export function difference(row: PlanRow, less: PlanRow): ChargedQuantity {
  return {
    value: (t) => valueAt(row, t) - valueAt(less, t),
    text: (t, places) => `(${places.cell(row, t)}-${places.cell(less, t)})`,
  };
}

function computedText({ value, formula }: Computed): string {
  return formula ?? numberText(value);
}

/** A row of money by period, live over the quantities and the user's rates; null where nothing can be charged. */
export function costRow(owner: string, measure: string, horizon: number, charges: readonly Charge[]): PlanRow | null {
  const periods = Array.from({ length: horizon }, (_, t) => t);
  const effective = charges
    .map(({ quantity, rate }) => ({ quantity, rates: periods.map(rate) }))
    .filter(({ rates }) => rates.some(({ value, formula }) => value !== 0 || formula !== null));
  if (effective.length === 0) return null;
  return planRow({
    owner,
    measure,
    look: 'cost',
    values: periods.map((t) =>
      effective.reduce((all, { quantity, rates }) => all + quantity.value(t) * rates[t].value, 0),
    ),
    formula: (t, places) =>
      effective.map(({ quantity, rates }) => `${quantity.text(t, places)}*${computedText(rates[t])}`).join('+'),
  });
}
