import { element } from '../../view-node';
import type { Child } from '../../view-node';
import { button, message } from '../../views/controls';
import type { WhatIfContext } from './what-if-context';

/** Keeps the sliders' setting as a scenario of the workbook. */
export function keepForm({ pane, texts, state, commands }: WhatIfContext): readonly Child[] {
  const { changes, keep } = state;
  const { kept } = keep;
  const done =
    kept &&
    element(
      'div',
      { key: 'kept', id: 'what-if-kept' },
      message(
        'success',
        pane.texts.fineWord,
        texts.kept(kept.name),
        kept.isSame ? '' : ` ${texts.keptDiffers}`,
        ' ',
        button('link', texts.toScenarios, () => pane.commands.choosePanel('scenarios'), { id: 'what-if-to-scenarios' }),
      ),
    );
  if (changes.length === 0) return [done];
  return [
    element(
      'form',
      {
        class: 'what-if-keep',
        key: 'keep',
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          commands.keep();
        },
      },
      element('label', { for: 'what-if-keep-name' }, texts.keepLabel),
      element(
        'div',
        { class: 'what-if-keep-line' },
        element('input', {
          id: 'what-if-keep-name',
          class: 'field',
          type: 'text',
          maxlength: 100,
          autocomplete: 'off',
          placeholder: texts.keepPlaceholder,
          'aria-invalid': keep.mistake === '' ? null : 'true',
          'aria-describedby': keep.mistake === '' ? null : 'what-if-keep-mistake',
          value: keep.name,
          oninput: (event) => {
            if (event.target instanceof HTMLInputElement) commands.nameScenario(event.target.value);
          },
        }),
        element(
          'button',
          { type: 'submit', class: 'button button-plain', id: 'what-if-keep' },
          element('span', {}, texts.keep),
        ),
      ),
      keep.mistake !== '' &&
        element('p', { class: 'hint hint-error', id: 'what-if-keep-mistake', role: 'alert' }, keep.mistake),
    ),
    done,
  ];
}
