import { numberText, planRow, valueAt } from './plan-row';
import type { Computed, Places, PlanRow } from './plan-row';
import type { Rate } from './rates';

/** A quantity that is charged, by period. */
export interface ChargedQuantity {
  readonly value: (period: number) => number;
  /** As a factor of a product. */
  readonly text: (period: number, places: Places) => string;
  /** How a cost per unit that stands beside a row charges it; null where no row is fit for that. */
  readonly counted: CountedRow | null;
}

/** A row of the plan whose units have a cost beside them: all of them, or those that the row above lacks to it. */
export interface CountedRow {
  readonly row: PlanRow;
  readonly units: 'all' | 'lackOfRowAbove';
}

/** One product in a cost: what is charged, and its rate per unit. */
export interface Charge {
  readonly quantity: ChargedQuantity;
  readonly rate: Rate;
}

/** All of a row is charged. */
export function allOf(row: PlanRow): ChargedQuantity {
  return {
    value: (t) => valueAt(row, t),
    text: (t, places) => places.cell(row, t),
    counted: { row, units: 'all' },
  };
}

/** What a row lacks to a level is charged; the level is the row right below it. */
export function lackToRowBelow(level: PlanRow, row: PlanRow): ChargedQuantity {
  return {
    value: (t) => Math.max(0, valueAt(level, t) - valueAt(row, t)),
    text: (t, places) => `MAX(0,${places.cell(level, t)}-${places.cell(row, t)})`,
    counted: { row: level, units: 'lackOfRowAbove' },
  };
}

/** What a row lacks to a level is charged; the level is written as a reference or a number. */
export function lackTo(level: (period: number) => Computed, row: PlanRow): ChargedQuantity {
  return {
    value: (t) => Math.max(0, level(t).value - valueAt(row, t)),
    text: (t, places) => `MAX(0,${computedText(level(t))}-${places.cell(row, t)})`,
    counted: null,
  };
}

/** What a row has above a level is charged; without a level (Infinity) nothing is. */
export function excessOver(level: (period: number) => Computed, row: PlanRow): ChargedQuantity {
  return {
    value: (t) => Math.max(0, valueAt(row, t) - level(t).value),
    text: (t, places) => {
      return level(t).value === Infinity ? '0' : `MAX(0,${places.cell(row, t)}-${computedText(level(t))})`;
    },
    counted: null,
  };
}

function computedText({ value, formula }: Computed): string {
  return formula ?? numberText(value);
}

/** Whether anything can be charged at a rate: a cell of the user's may change. */
export function mayCharge({ value, formula }: Computed): boolean {
  return value !== 0 || formula !== null;
}

/** A row of money by period, live over the quantities and the user's rates; null where nothing can be charged. */
export function costRow(owner: string, measure: string, horizon: number, charges: readonly Charge[]): PlanRow | null {
  const periods = Array.from({ length: horizon }, (_, t) => t);
  const effective = charges
    .map(({ quantity, rate }) => ({ quantity, rates: periods.map((t) => rate.at(t)) }))
    .filter(({ rates }) => rates.some(mayCharge));
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
