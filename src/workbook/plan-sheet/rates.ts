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

/** The same as a factor inside a formula: the reference, or the number itself. */
export function inputFactor(
  input: PlanSheetInput,
  name: ReferencedInput,
  position: InputPosition,
  value: number,
): string {
  return inputValue(input, name, position, value).formula ?? numberText(value);
}
