import type { PlanningMode } from '../../../planning';
import type { PresetPreview } from '../../../workbook/presets/edit-presets';
import type { PresetEntry } from '../../../workbook/presets/preset-table';

/** What the panel of presets remembers. */
export interface PresetsState {
  /** Name of the preset that is open; null for a new one. */
  readonly open: string | null;
  readonly form: PresetForm;
  /** Whether the form says anything else than what is saved. */
  readonly isChanged: boolean;
  /** What the form would change; null while that is not known. */
  readonly preview: PresetPreview | null;
  /** Why the form was not saved. */
  readonly wrong: 'name' | 'taken' | 'value' | 'rows' | null;
  /** The last edit, to be taken back. */
  readonly undo: PresetUndo | null;
}

/** A preset as it is typed. */
export interface PresetForm {
  readonly name: string;
  /** Null: the workbook's own. */
  readonly mode: PlanningMode | null;
  readonly note: string | null;
  readonly rates: readonly RateForm[];
}

/** A rate as it is typed. */
export interface RateForm {
  readonly input: string;
  readonly item: string;
  readonly value: string;
  readonly of: string;
}

/** A preset before the last edit: what the workbook had of that name; null where it had nothing. */
export interface PresetUndo {
  readonly name: string;
  readonly before: PresetEntry | null;
}

export type PresetsAction =
  | { readonly kind: 'opened'; readonly name: string | null; readonly form: PresetForm }
  | { readonly kind: 'edited'; readonly form: PresetForm }
  | { readonly kind: 'previewed'; readonly preview: PresetPreview | null }
  | { readonly kind: 'refused'; readonly wrong: NonNullable<PresetsState['wrong']> }
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'written'; readonly undo: PresetUndo | null };

export const noPreset: PresetsState = {
  open: null,
  form: { name: '', mode: null, note: null, rates: [] },
  isChanged: false,
  preview: null,
  wrong: null,
  undo: null,
};

/** The state after an action. */
export function reducePresets(state: PresetsState, action: PresetsAction): PresetsState {
  switch (action.kind) {
    case 'opened':
      return { ...state, open: action.name, form: action.form, isChanged: false, preview: null, wrong: null };
    case 'edited':
      return { ...state, form: action.form, isChanged: true, wrong: null };
    case 'previewed':
      return { ...state, preview: action.preview };
    case 'refused':
      return { ...state, wrong: action.wrong };
    case 'forgotten':
      return noPreset;
    case 'written':
      return { ...state, undo: action.undo, isChanged: false };
  }
}
