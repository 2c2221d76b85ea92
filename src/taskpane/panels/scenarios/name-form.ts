import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { button } from '../../views/controls';
import type { ScenariosContext } from './scenarios-context';
import type { Naming } from './scenarios-state';

/** The name of a new scenario, a copy, or an old one under a new name. */
export function nameForm({ texts, commands }: ScenariosContext, { kind, name, wrong }: Naming): ViewNode {
  const refusal = wrong === null ? null : wrong === 'taken' ? texts.nameTaken : texts.nameEmpty;
  return element(
    'form',
    {
      class: 'scenarios-form',
      key: 'name-form',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        commands.confirmName();
      },
      onkeydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Escape') commands.stopNaming();
      },
    },
    element('label', { for: 'scenario-name' }, texts.nameLabel[kind]),
    element('input', {
      id: 'scenario-name',
      class: 'field',
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: 60,
      value: name,
      'aria-invalid': refusal === null ? null : 'true',
      'aria-describedby': refusal === null ? null : 'scenario-name-wrong',
      oninput: (event) => {
        if (event.target instanceof HTMLInputElement) commands.typeName(event.target.value);
      },
    }),
    refusal !== null && element('p', { class: 'hint hint-error', id: 'scenario-name-wrong', role: 'alert' }, refusal),
    element(
      'div',
      { class: 'buttons' },
      element('button', { type: 'submit', class: 'button button-primary' }, texts.confirmName[kind]),
      button('plain', texts.stop, commands.stopNaming, { key: 'stop' }),
    ),
  );
}
