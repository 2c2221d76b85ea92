import type { ChangeableInput, Sweep, SweepPoint, SweepRange } from '../../../planning';
import type { SweepField, SweepMistake, SweepTexts } from './sweep-form';
import { proposedTexts } from './sweep-form';
import type { SweptInput } from './sweep-inputs';
import type { SliderChange } from './sliders';

/** A sweep: what to vary, and what came of it. */
export interface SweepState {
  readonly inputs: readonly SweptInput[];
  /** Null before a workbook is open. */
  readonly input: ChangeableInput | null;
  readonly texts: SweepTexts;
  readonly mistake: SweepMistake | null;
  readonly run: SweepRun;
  readonly showsTable: boolean;
}

export type SweepRun =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly range: SweepRange; readonly points: readonly SweepPoint[] }
  | {
      readonly kind: 'done';
      readonly sweep: Sweep;
      readonly range: SweepRange;
      /** Changes by the sliders that the sweep started from. */
      readonly changes: readonly SliderChange[];
    }
  | { readonly kind: 'failed'; readonly message: string };

export type SweepAction =
  | { readonly kind: 'bookOpened'; readonly inputs: readonly SweptInput[]; readonly format: string }
  | { readonly kind: 'inputChosen'; readonly input: ChangeableInput; readonly format: string }
  | { readonly kind: 'typed'; readonly field: SweepField; readonly text: string }
  | { readonly kind: 'refused'; readonly mistake: SweepMistake }
  | { readonly kind: 'started'; readonly range: SweepRange }
  | { readonly kind: 'pointFound'; readonly point: SweepPoint }
  | {
      readonly kind: 'swept';
      readonly sweep: Sweep;
      readonly range: SweepRange;
      readonly changes: readonly SliderChange[];
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'tableToggled' };

/** The state before a workbook is open. */
export const firstSweep: SweepState = {
  inputs: [],
  input: null,
  texts: { from: '', to: '', step: '' },
  mistake: null,
  run: { kind: 'none' },
  showsTable: false,
};

/** The state after an action. */
export function reduceSweep(state: SweepState, action: SweepAction): SweepState {
  switch (action.kind) {
    case 'bookOpened': {
      const { inputs, format } = action;
      const opened = { ...state, inputs, run: { kind: 'none' } as const };
      const kept = inputs.some(({ input }) => input === state.input);
      return kept ? opened : chosen(opened, inputs[0]?.input ?? null, format);
    }
    case 'inputChosen':
      return chosen(state, action.input, action.format);
    case 'typed':
      return { ...state, texts: { ...state.texts, [action.field]: action.text }, mistake: null };
    case 'refused':
      return { ...state, mistake: action.mistake };
    case 'started':
      return { ...state, mistake: null, run: { kind: 'running', range: action.range, points: [] } };
    case 'pointFound':
      return state.run.kind === 'running'
        ? { ...state, run: { ...state.run, points: [...state.run.points, action.point] } }
        : state;
    case 'swept': {
      const { sweep, range, changes } = action;
      return { ...state, run: { kind: 'done', sweep, range, changes } };
    }
    case 'cancelled':
      return { ...state, run: { kind: 'none' } };
    case 'failed':
      return { ...state, run: { kind: 'failed', message: action.message } };
    case 'tableToggled':
      return { ...state, showsTable: !state.showsTable };
  }
}

function chosen(state: SweepState, input: ChangeableInput | null, format: string): SweepState {
  const entry = state.inputs.find((candidate) => candidate.input === input);
  return entry ? { ...state, input, texts: proposedTexts(entry, format), mistake: null } : { ...state, input: null };
}
