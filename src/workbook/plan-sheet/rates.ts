import { referenceFormula } from './input-reference';
import type { InputPosition, ReferencedInput } from './input-reference';
import { numberText } from './plan-row';
import type { Computed } from './plan-row';
import type { PlanSheetInput } from './input';

/** The value of an input: a reference to the user's own cell where there is one, else a constant. */
export function inputValue(
  input: PlanSheetInput,
  name: ReferencedInput,
  position: InputPosition,
  value: number,
): Computed {
  const reference = input.references[name];
  return { value, formula: reference ? referenceFormula(reference, position) : null };
}

/** The same for every period, with the reference written once where all periods share a cell. */
export function inputByPeriod(
  input: PlanSheetInput,
  name: ReferencedInput,
  position: InputPosition,
  values: readonly number[],
): (period: number) => Computed {
  const reference = input.references[name];
  if (!reference) return (period) => ({ value: values[period], formula: null });
  if (reference.down === 'periods' || reference.across === 'periods')
    return (period) => inputValue(input, name, { ...position, periods: period }, values[period]);
  const formula = referenceFormula(reference, position);
  return (period) => ({ value: values[period], formula });
}

/** The same as a factor inside a formula: the reference, or the number itself. */
export function inputFactor(
  input: PlanSheetInput,
  name: ReferencedInput,
  position: InputPosition,
  value: number,
): string {
  return inputValue(input, name, position, value).formula ?? numberText(value);
}
