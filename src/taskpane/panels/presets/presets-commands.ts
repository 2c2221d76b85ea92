import { hasErrors } from '../../../planning';
import type { PlanningMode } from '../../../planning';
import type { PresetEdit } from '../../../planning-worker/book-desk';
import type { PresetEntry } from '../../../workbook/presets/preset-table';
import { sameName } from '../../../workbook/scenarios/scenario-table';
import { isBusy } from '../../pane-state';
import type { Store } from '../../store';
import type { PanelSurroundings } from '../panel';
import { draftOf, formOf } from './preset-form';
import { noPreset } from './presets-state';
import type { PresetForm, PresetsAction, PresetsState, RateForm } from './presets-state';
import { panelTexts } from './texts';

/** What the user can do with presets. */
export interface PresetsCommands {
  /** Opens a preset; null begins a new one. */
  readonly open: (name: string | null) => void;
  readonly typeName: (name: string) => void;
  readonly chooseMode: (mode: PlanningMode | null) => void;
  readonly typeRate: (rate: number, field: keyof RateForm, text: string) => void;
  readonly addRate: (input: string) => void;
  readonly removeRate: (rate: number) => void;
  readonly save: () => void;
  /** Takes the preset out of the workbook; one built in holds again. */
  readonly remove: () => void;
  readonly undo: () => void;
  /** Plans with the preset from now on, and goes back to the plan. */
  readonly use: () => void;
}

/** Milliseconds without a key before the preview follows. */
const quietMilliseconds = 300;

/** Connects the panel's state with the workbook. */
export function presetsCommands(
  { dispatch, state }: Store<PresetsState, PresetsAction>,
  { store: pane, host, desk, attempt, read }: PanelSurroundings,
): PresetsCommands {
  const texts = () => panelTexts[pane.state().language];
  const format = () => pane.state().format;
  const complain = (message: string) => pane.dispatch({ kind: 'alerted', message });
  const presets = (): readonly PresetEntry[] => {
    const { book } = pane.state();
    return book.kind === 'read' ? book.reading.presets : [];
  };
  const found = (name: string | null) => presets().find((each) => name !== null && sameName(each.name, name)) ?? null;

  async function preview(): Promise<void> {
    const draft = draftOf(state().form, format());
    if (!draft || draft.rates.length === 0) return dispatch({ kind: 'previewed', preview: null });
    const given = await host.given();
    if (!given?.ok) return;
    // What is tried needs a name that no other preset has.
    const tried = await desk.previewPreset(given.value, { ...draft, name: draft.name || 'new preset' });
    dispatch({ kind: 'previewed', preview: tried.ok ? tried.value : null });
  }

  let quiet: ReturnType<typeof setTimeout> | null = null;
  function edit(change: Partial<PresetForm>): void {
    dispatch({ kind: 'edited', form: { ...state().form, ...change } });
    if (quiet !== null) clearTimeout(quiet);
    quiet = setTimeout(() => attempt(preview), quietMilliseconds);
  }

  function open(name: string | null): void {
    const entry = found(name);
    const form = entry ? formOf(entry, format()) : noPreset.form;
    dispatch({ kind: 'opened', name: entry?.name ?? null, form });
    attempt(preview);
  }

  async function write(edited: PresetEdit): Promise<boolean> {
    const workbook = host.workbook();
    const given = await host.given();
    if (!workbook || !given) return false;
    const change = given.ok ? await desk.presetChange(given.value, edited) : given;
    const written = change.ok ? await workbook.write(change.value) : change;
    if (!written.ok) {
      complain(written.error.message);
      return false;
    }
    const name = edited.kind === 'save' ? edited.draft.name : edited.name;
    const before = found(name);
    await read();
    dispatch({ kind: 'written', undo: { name, before: before?.own ? before : null } });
    open(found(name)?.name ?? presets()[0]?.name ?? null);
    return true;
  }

  async function save(): Promise<void> {
    const { form, open: opened } = state();
    const refuse = (wrong: NonNullable<PresetsState['wrong']>, id: string) => {
      dispatch({ kind: 'refused', wrong });
      document.getElementById(id)?.focus();
    };
    const name = form.name.trim();
    if (name === '') return refuse('name', 'preset-name');
    const isOther = opened === null || !sameName(name, opened);
    if (isOther && found(name)) return refuse('taken', 'preset-name');
    const draft = draftOf(form, format());
    if (!draft) return refuse('value', 'preset-rates');
    await preview();
    if (hasErrors(state().preview?.issues ?? [])) return refuse('rows', 'preset-rates');
    if (await write({ kind: 'save', draft })) pane.dispatch({ kind: 'said', status: texts().saved(name) });
  }

  async function undo(): Promise<void> {
    const last = state().undo;
    if (!last) return;
    const { name, before } = last;
    const draft = before && draftOf(formOf(before, format()), format());
    const edited: PresetEdit = draft ? { kind: 'save', draft } : { kind: 'remove', name };
    if (await write(edited)) pane.dispatch({ kind: 'said', status: texts().undone(name) });
  }

  return {
    open,
    typeName: (name) => edit({ name }),
    chooseMode: (mode) => edit({ mode }),
    typeRate: (rate, field, text) =>
      edit({ rates: state().form.rates.map((each, n) => (n === rate ? { ...each, [field]: text } : each)) }),
    addRate: (input) => {
      const { rates } = state().form;
      edit({ rates: [...rates, { input, item: '', value: '', of: '' }] });
      document.getElementById(`preset-input-${rates.length}`)?.focus();
    },
    removeRate: (rate) => {
      edit({ rates: state().form.rates.filter((_, n) => n !== rate) });
      document.getElementById('add-rate')?.focus();
    },
    save: () => attempt(save),
    remove: () =>
      attempt(async () => {
        const { open: name } = state();
        if (name === null || !(await write({ kind: 'remove', name }))) return;
        pane.dispatch({ kind: 'said', status: texts().removed(name) });
      }),
    undo: () => attempt(undo),
    use: () => {
      const { open: preset } = state();
      if (preset === null || isBusy(pane.state())) return;
      pane.dispatch({ kind: 'presetChosen', preset });
      pane.dispatch({ kind: 'panelChosen', panel: null });
      document.getElementById('preset')?.focus();
    },
  };
}
