import { planningModes } from '../../planning';
import type { BookReading } from '../../workbook/book-reading';
import { isBusy } from '../pane-state';
import type { RunChoices } from '../pane-state';
import { runOptionsOf } from '../run-commands';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import { section } from './controls';
import type { PaneContext } from './pane-context';
import { select } from './select-field';

/** What the best plan is, and how long to look for it. */
export function goalSection(context: PaneContext, reading: BookReading): ViewNode {
  const { state, texts, commands } = context;
  const chosen = state.mode ?? reading.mode ?? 'cost';
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
    element(
      'details',
      { class: 'fold' },
      element('summary', {}, texts.optionsTitle),
      choice(context, 'timeLimitSeconds', texts.timeLimit, texts.timeLimitHint),
      choice(context, 'gapPercent', texts.gap, texts.gapHint),
    ),
  );
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
