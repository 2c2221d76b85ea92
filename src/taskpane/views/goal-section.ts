import { planningModes } from '../../planning';
import type { BookReading } from '../../workbook/book-reading';
import type { PresetEntry } from '../../workbook/presets/preset-table';
import { chosenPreset, isBusy } from '../pane-state';
import type { RunChoices } from '../pane-state';
import { runOptionsOf } from '../run-commands';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import { button, section } from './controls';
import type { PaneContext } from './pane-context';
import { select } from './select-field';

/** What the best plan is, and how long to look for it. */
export function goalSection(context: PaneContext, reading: BookReading): ViewNode {
  const { state, texts, commands } = context;
  const preset = chosenPreset(state);
  const chosen = state.mode ?? preset?.mode ?? reading.mode ?? 'cost';
  return section(
    'goal',
    element('h2', { id: 'goal-heading', class: 'heading' }, element('label', { for: 'mode' }, texts.modeTitle)),
    select(
      'mode',
      chosen,
      planningModes.map((mode) => ({ value: mode, text: texts.modes[mode] })),
      commands.chooseMode,
      { 'aria-describedby': 'mode-hint', disabled: isBusy(state) },
    ),
    element('p', { class: 'hint', id: 'mode-hint' }, texts.modeHints[chosen]),
    presetChoice(context, reading, preset),
    element(
      'details',
      { class: 'fold' },
      element('summary', {}, texts.optionsTitle),
      choice(context, 'timeLimitSeconds', texts.timeLimit, texts.timeLimitHint),
      choice(context, 'gapPercent', texts.gap, texts.gapHint),
    ),
  );
}

/** The preset of cost rates to plan with, what it is for, and the way to its rates. */
function presetChoice(
  { state, texts, commands }: PaneContext,
  { presets }: BookReading,
  chosen: PresetEntry | null,
): ViewNode {
  const name = chosen?.name ?? '';
  return element(
    'div',
    { class: 'labelled' },
    element('label', { for: 'preset' }, texts.presetTitle),
    element(
      'select',
      {
        id: 'preset',
        class: 'field',
        value: name,
        'aria-describedby': 'preset-hint',
        disabled: isBusy(state),
        onchange: ({ target }) => {
          if (target instanceof HTMLSelectElement) commands.choosePreset(target.value === '' ? null : target.value);
        },
      },
      element('option', { value: '', selected: name === '' }, texts.noPreset),
      presets.map((each) => element('option', { value: each.name, selected: each.name === name }, each.name)),
    ),
    element('p', { class: 'hint', id: 'preset-hint' }, chosen === null ? texts.presetHint : presetNote(chosen, texts)),
    button('link', texts.editPresets, () => commands.choosePanel('presets'), { id: 'edit-presets' }),
  );
}

function presetNote({ own, note, name }: PresetEntry, texts: PaneContext['texts']): string {
  return own ? (note ?? '') : (texts.presetNotes[name] ?? '');
}

function choice(
  { state, texts, commands }: PaneContext,
  name: keyof RunChoices,
  label: string,
  hint: string,
): ViewNode {
  const none: RunChoices = { timeLimitSeconds: '', gapPercent: '' };
  const isWrong = runOptionsOf({ ...none, [name]: state.options[name] }) === null;
  return element(
    'div',
    { class: 'labelled' },
    element('label', { for: name }, label),
    element('input', {
      id: name,
      class: 'field',
      type: 'text',
      inputmode: 'decimal',
      autocomplete: 'off',
      value: state.options[name],
      disabled: isBusy(state),
      'aria-invalid': isWrong ? 'true' : null,
      'aria-describedby': `${name}-hint`,
      oninput: (event) => {
        if (event.target instanceof HTMLInputElement) commands.typeChoice(name, event.target.value);
      },
    }),
    element(
      'p',
      { class: isWrong ? 'hint hint-error' : 'hint', id: `${name}-hint` },
      isWrong ? texts.notAPositiveNumber : hint,
    ),
  );
}
