import { planningModes } from '../../../planning';
import type { BookReading } from '../../../workbook/book-reading';
import { presetBases } from '../../../workbook/presets/built-in-presets';
import type { PresetPreview } from '../../../workbook/presets/edit-presets';
import { element } from '../../view-node';
import type { Attributes, Child, ViewNode } from '../../view-node';
import { button, message } from '../../views/controls';
import type { PaneContext } from '../../views/pane-context';
import { spoken, wholeIssue } from '../../views/sentence-list';
import { isWrongValue, offeredRates } from './preset-form';
import type { OfferedRate } from './preset-form';
import type { PresetsCommands } from './presets-commands';
import type { PresetsState, RateForm } from './presets-state';
import { panelTexts } from './texts';

/** The open preset: its name, mode and rates, what they change, and what can be done with it. */
export function presetEditor(
  context: PaneContext,
  reading: BookReading,
  state: PresetsState,
  commands: PresetsCommands,
): ViewNode {
  const texts = panelTexts[context.state.language];
  const { form, open, isChanged, wrong, preview } = state;
  const offered = offeredRates(reading, form);
  const entry = reading.presets.find(({ name }) => name === open);
  return element(
    'form',
    {
      class: 'presets-form',
      key: 'form',
      novalidate: true,
      'aria-labelledby': 'presets-heading',
      onsubmit: (event) => {
        event.preventDefault();
        commands.save();
      },
    },
    field(
      texts.name,
      'preset-name',
      element('input', {
        id: 'preset-name',
        class: 'field',
        type: 'text',
        autocomplete: 'off',
        spellcheck: 'false',
        maxlength: 60,
        value: form.name,
        'aria-invalid': wrong === 'name' || wrong === 'taken' ? 'true' : null,
        'aria-describedby': 'preset-name-hint',
        oninput: ({ target }) => {
          if (target instanceof HTMLInputElement) commands.typeName(target.value);
        },
      }),
      element(
        'p',
        { id: 'preset-name-hint', class: wrong === 'name' || wrong === 'taken' ? 'hint hint-error' : 'hint' },
        wrong === 'name' ? texts.nameMissing : wrong === 'taken' ? texts.nameTaken : texts.nameHint,
      ),
    ),
    field(
      texts.mode,
      'preset-mode',
      element(
        'select',
        {
          id: 'preset-mode',
          class: 'field',
          value: form.mode ?? '',
          onchange: ({ target }) => {
            if (target instanceof HTMLSelectElement)
              commands.chooseMode(planningModes.find((mode) => mode === target.value) ?? null);
          },
        },
        element('option', { value: '', selected: form.mode === null }, texts.ownMode),
        planningModes.map((mode) =>
          element('option', { value: mode, selected: mode === form.mode }, context.texts.modes[mode]),
        ),
      ),
    ),
    element(
      'ul',
      { class: 'presets-rates', id: 'preset-rates', tabindex: '-1', 'aria-label': texts.rates },
      form.rates.map((rate, n) => rateRow(context, offered, rate, n, wrong === 'value', commands)),
    ),
    button('plain', texts.addRate, () => commands.addRate(offered[0]?.name ?? ''), { id: 'add-rate', key: 'add' }),
    wrong === 'value' && message('error', context.texts.errorWord, texts.valueMissing),
    preview && previewBlock(context, preview),
    element(
      'div',
      { class: 'buttons', key: 'buttons' },
      element(
        'button',
        { type: 'submit', class: 'button button-primary', id: 'save-preset' },
        open !== null && form.name.trim() === open ? texts.save : texts.saveNew,
      ),
      open !== null && !isChanged && button('plain', texts.use, commands.use, { id: 'use-preset', key: 'use' }),
      entry?.own === true && button('plain', texts.remove, commands.remove, { id: 'remove-preset', key: 'remove' }),
    ),
  );
}

function rateRow(
  { state: { language, format } }: PaneContext,
  offered: readonly OfferedRate[],
  rate: RateForm,
  n: number,
  wasRefused: boolean,
  { typeRate, removeRate }: PresetsCommands,
): ViewNode {
  const texts = panelTexts[language];
  const isWrong = isWrongValue(rate, format) && (wasRefused || rate.value.trim() !== '');
  const typing = (name: keyof RateForm): Attributes => ({
    oninput: ({ target }) => {
      if (target instanceof HTMLInputElement) typeRate(n, name, target.value);
    },
  });
  const choosing = (name: keyof RateForm): Attributes => ({
    onchange: ({ target }) => {
      if (target instanceof HTMLSelectElement) typeRate(n, name, target.value);
    },
  });
  const id = (name: string) => `preset-${name}-${n}`;
  return element(
    'li',
    { class: 'presets-rate', key: `rate-${n}` },
    element(
      'div',
      { class: 'presets-rate-head' },
      element(
        'select',
        { ...choosing('input'), id: id('input'), class: 'field', value: rate.input, 'aria-label': texts.input(n + 1) },
        offered.map(({ name, title }) =>
          element('option', { value: name, selected: name === rate.input, key: name }, title),
        ),
      ),
      button('link', texts.removeRate, () => removeRate(n), { 'aria-label': texts.removeRateOf(rate.input) }),
    ),
    element(
      'div',
      { class: 'presets-pair' },
      field(
        texts.value,
        id('value'),
        element('input', {
          ...typing('value'),
          id: id('value'),
          class: 'field',
          type: 'text',
          inputmode: 'decimal',
          autocomplete: 'off',
          value: rate.value,
          'aria-invalid': isWrong ? 'true' : null,
        }),
      ),
      field(
        texts.of,
        id('of'),
        element(
          'select',
          { ...choosing('of'), id: id('of'), class: 'field', value: rate.of },
          presetBases.map((base) =>
            element('option', { value: base, selected: base === rate.of, key: base }, texts.bases[base || 'money']),
          ),
        ),
      ),
    ),
    field(
      texts.item,
      id('item'),
      element('input', {
        ...typing('item'),
        id: id('item'),
        class: 'field',
        type: 'text',
        autocomplete: 'off',
        spellcheck: 'false',
        placeholder: texts.allItems,
        value: rate.item,
      }),
    ),
  );
}

/** What the preset would change, and what is wrong with it. */
function previewBlock(context: PaneContext, preview: PresetPreview): ViewNode {
  const { state, numbers, texts: pane } = context;
  const texts = panelTexts[state.language];
  const { issues, changes } = preview;
  return element(
    'div',
    { class: 'presets-preview', key: 'preview', id: 'preset-preview', 'aria-live': 'polite' },
    element('p', { class: 'hint' }, changes.length === 0 ? texts.changesNothing : texts.changesTitle),
    changes.length > 0 &&
      element(
        'ul',
        { class: 'reasons' },
        changes.map(({ input, numbers: count }) =>
          element('li', { key: input }, texts.changed(input, numbers.whole(count), count)),
        ),
      ),
    issues.map((issue) =>
      message(
        issue.severity,
        issue.severity === 'error' ? pane.errorWord : pane.warningWord,
        spoken(context, 'span', wholeIssue(issue)),
      ),
    ),
  );
}

function field(label: string, id: string, control: ViewNode, ...more: Child[]): ViewNode {
  return element('div', { class: 'presets-field', key: id }, element('label', { for: id }, label), control, ...more);
}
