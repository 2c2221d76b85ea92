import type { ChangeableInput, SweepRange } from '../../../planning';
import { roundStep } from '../../axis';
import { enteredNumber, enteredText } from '../../number-entry';
import type { SweptInput } from './sweep-inputs';

/** The fields of a sweep. */
export const sweepFields = ['from', 'to', 'step'] as const;

export type SweepField = (typeof sweepFields)[number];

/** What stands in the fields, as typed. */
export type SweepTexts = Readonly<Record<SweepField, string>>;

/** Most values of a sweep in the pane; the command line takes more. */
export const mostValues = 301;

/** What is wrong with a field. */
export interface SweepMistake {
  readonly field: SweepField;
  readonly kind: 'notANumber' | 'noRange' | 'badStep' | 'tooMany';
}

/** A range around the workbook's value, in about twenty steps. */
export function proposedTexts({ input, value }: Pick<SweptInput, 'input' | 'value'>, format: string): SweepTexts {
  const [least, most] = input === 'Demand' ? [0.8, 1.2] : [twoDigits((value * 2) / 3), twoDigits((value * 4) / 3)];
  const texts = { from: least, to: most, step: roundStep((most - least) / 20) };
  return {
    from: enteredText(texts.from, format),
    to: enteredText(texts.to, format),
    step: enteredText(texts.step, format),
  };
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

/** The range in the fields, or the first that is wrong. The last value is the last step that does not pass `to`. */
export function sweepRange(
  input: ChangeableInput,
  texts: SweepTexts,
  format: string,
): { readonly range: SweepRange } | { readonly mistake: SweepMistake } {
  const wrong = (field: SweepField, kind: SweepMistake['kind']) => ({ mistake: { field, kind } });
  const [one, other, step] = sweepFields.map((field) => enteredNumber(texts[field], format));
  if (one === null || one < 0) return wrong('from', 'notANumber');
  if (other === null || other < 0) return wrong('to', 'notANumber');
  if (one === other) return wrong('to', 'noRange');
  if (step === null || !(step > 0)) return wrong('step', 'badStep');
  const [from, to] = one < other ? [one, other] : [other, one];
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (count < 2) return wrong('step', 'badStep');
  if (count > mostValues) return wrong('step', 'tooMany');
  // Without the noise of 0.8 + 20 × 0.02.
  return { range: { input, from, to: Number((from + (count - 1) * step).toPrecision(12)), steps: count } };
}
