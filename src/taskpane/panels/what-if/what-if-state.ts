import type { PlanningMode, PlanningProblem } from '../../../planning';
import type { WhatIfFigures } from './figures';
import { areSame, keptChanges, withChange } from './sliders';
import type { Slider, SliderChange, SliderName } from './sliders';
import type { Sentence } from '../../speech';

/** The sliders and what they lead to. */
export interface WhatIfState {
  readonly book: WhatIfBook;
  readonly changes: readonly SliderChange[];
  /** Which item or resource each slider moves; absent or null: all. */
  readonly members: Readonly<Partial<Record<SliderName, number | null>>>;
  /** Texts in the fields that are being typed. */
  readonly typed: Readonly<Partial<Record<SliderName, string>>>;
  /** The answer without any change; null while it is awaited. */
  readonly now: WhatIfFigures | null;
  /** The latest answer, with the changes that it is about. */
  readonly answer: WhatIfAnswered | null;
  readonly isAsking: boolean;
  /** Why no plan exists at the latest answer. */
  readonly reasons: WhatIfReasons;
  readonly keep: KeepState;
}

/** Keeping the sliders' setting as a scenario. */
export interface KeepState {
  /** As typed. */
  readonly name: string;
  /** Why it could not be kept; empty where nothing is wrong. */
  readonly mistake: string;
  /** What was written last. */
  readonly kept: { readonly name: string; readonly isSame: boolean } | null;
}

export interface WhatIfAnswered {
  readonly changes: readonly SliderChange[];
  readonly figures: WhatIfFigures;
}

/** The problem that the sliders move. */
export type WhatIfBook =
  | { readonly kind: 'opening' }
  /** The data cannot be planned with, or the worker ended. */
  | { readonly kind: 'unusable'; readonly message: string }
  | OpenWhatIfBook;

export interface OpenWhatIfBook {
  readonly kind: 'open';
  readonly problem: PlanningProblem;
  readonly mode: PlanningMode;
  readonly sliders: readonly Slider[];
}

export type WhatIfReasons =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly conflicts: readonly Sentence[]; readonly fixes: readonly Sentence[] };

export type WhatIfAction =
  | { readonly kind: 'opening' }
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'opened'; readonly book: OpenWhatIfBook }
  | { readonly kind: 'moved'; readonly change: SliderChange }
  | { readonly kind: 'memberChosen'; readonly slider: SliderName; readonly member: number | null }
  | { readonly kind: 'typed'; readonly slider: SliderName; readonly text: string; readonly percent: number | null }
  | { readonly kind: 'typingEnded'; readonly slider: SliderName }
  | { readonly kind: 'reset' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'answered'; readonly changes: readonly SliderChange[]; readonly figures: WhatIfFigures }
  | { readonly kind: 'reasonsSought' }
  | { readonly kind: 'reasonsFound'; readonly conflicts: readonly Sentence[]; readonly fixes: readonly Sentence[] }
  | { readonly kind: 'reasonsGivenUp' }
  | { readonly kind: 'scenarioNamed'; readonly name: string }
  | { readonly kind: 'keepRefused'; readonly mistake: string }
  | { readonly kind: 'kept'; readonly name: string; readonly isSame: boolean };

/** The state before the workbook was read. */
export const firstWhatIf: WhatIfState = {
  book: { kind: 'opening' },
  changes: [],
  members: {},
  typed: {},
  now: null,
  answer: null,
  isAsking: false,
  reasons: { kind: 'none' },
  keep: { name: '', mistake: '', kept: null },
};

/** The state after an action. */
export function reduceWhatIf(state: WhatIfState, action: WhatIfAction): WhatIfState {
  switch (action.kind) {
    case 'opening':
      return { ...state, isAsking: false, reasons: { kind: 'none' } };
    case 'unusable':
      return { ...state, book: action, isAsking: false, now: null, answer: null, reasons: { kind: 'none' } };
    case 'opened': {
      const { book } = action;
      const changes = keptChanges(state.changes, book.sliders);
      const members = changes.length === state.changes.length ? state.members : {};
      return { ...state, book, changes, members, now: null, typed: {} };
    }
    case 'moved':
      return {
        ...state,
        changes: withChange(state.changes, action.change),
        typed: without(state, action.change.slider),
      };
    case 'memberChosen':
      return {
        ...state,
        members: { ...state.members, [action.slider]: action.member },
        typed: without(state, action.slider),
      };
    case 'typed': {
      const { slider, text, percent } = action;
      const change = percent === null ? null : { slider, member: state.members[slider] ?? null, percent };
      return {
        ...state,
        changes: change ? withChange(state.changes, change) : state.changes,
        typed: { ...state.typed, [slider]: text },
      };
    }
    case 'typingEnded':
      return { ...state, typed: without(state, action.slider) };
    case 'reset':
      return { ...state, changes: [], typed: {} };
    case 'asked':
      return { ...state, isAsking: true };
    case 'answered': {
      const { changes, figures } = action;
      return {
        ...state,
        now: changes.length === 0 ? figures : state.now,
        answer: { changes, figures },
        isAsking: !areSame(changes, state.changes),
        reasons: { kind: 'none' },
      };
    }
    case 'reasonsSought':
      return { ...state, reasons: { kind: 'looking' } };
    case 'reasonsFound':
      return { ...state, reasons: { kind: 'found', conflicts: action.conflicts, fixes: action.fixes } };
    case 'reasonsGivenUp':
      return state.reasons.kind === 'looking' ? { ...state, reasons: { kind: 'none' } } : state;
    case 'scenarioNamed':
      return { ...state, keep: { name: action.name, mistake: '', kept: null } };
    case 'keepRefused':
      return { ...state, keep: { ...state.keep, mistake: action.mistake, kept: null } };
    case 'kept':
      return { ...state, keep: { name: '', mistake: '', kept: { name: action.name, isSame: action.isSame } } };
  }
}

function without({ typed }: WhatIfState, slider: SliderName): WhatIfState['typed'] {
  const others = { ...typed };
  delete others[slider];
  return others;
}
