import { periodLength } from '../../planning';
import { referenceFormula } from './input-reference';
import type { InputPosition, ReferencedInput } from './input-reference';
import { numberText } from './plan-row';
import type { Computed } from './plan-row';
import type { PlanSheetInput } from './input';

/** What a unit costs over the horizon. */
export interface Rate {
  readonly at: (period: number) => Computed;
  /** The one rate of all periods; null where it may change from period to period. */
  readonly steady: Computed | null;
}

/** The value of an input: a reference to the user's own cell where there is one, else a constant. */
export function inputValue(
  input: Pick<PlanSheetInput, 'references'>,
  name: ReferencedInput,
  position: InputPosition,
  value: number,
): Computed {
  const reference = input.references[name];
  return { value, formula: reference ? referenceFormula(reference, position) : null };
}

/** The rate that an input gives in each period; it is steady where all periods share a cell, or a number. */
export function inputRate(
  input: PlanSheetInput,
  name: ReferencedInput,
  position: InputPosition,
  values: readonly number[],
): Rate {
  const reference = input.references[name];
  if (!reference) return constantRate(values);
  if (reference.down === 'periods' || reference.across === 'periods')
    return {
      at: (period) => inputValue(input, name, { ...position, periods: period }, values[period]),
      steady: null,
    };
  return steadyRate({ value: values[0], formula: referenceFormula(reference, position) });
}

/** Rates that are not in the user's cells. */
export function constantRate(values: readonly number[]): Rate {
  if (values.every((value) => value === values[0])) return steadyRate({ value: values[0], formula: null });
  return { at: (period) => ({ value: values[period], formula: null }), steady: null };
}

/** A rate for the length of the first period, which a longer or shorter period has in proportion. */
export function rateByLength({ problem }: PlanSheetInput, rate: Computed): Rate {
  if (problem.periods.every((_, period) => periodLength(problem, period) === 1)) return steadyRate(rate);
  const at = (period: number): Computed => {
    const length = periodLength(problem, period);
    if (length === 1) return rate;
    return { value: rate.value * length, formula: rate.formula && `${rate.formula}*${numberText(length)}` };
  };
  return { at, steady: null };
}

/** The same rate in every period. */
export function steadyRate(rate: Computed): Rate {
  return { at: () => rate, steady: rate };
}

/** An input as a factor inside a formula: the reference, or the number itself. */
export function inputFactor(
  input: PlanSheetInput,
  name: ReferencedInput,
  position: InputPosition,
  value: number,
): string {
  return inputValue(input, name, position, value).formula ?? numberText(value);
}
