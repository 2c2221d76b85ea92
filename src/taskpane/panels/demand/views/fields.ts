import { element } from '../../../view-node';
import type { Child, ViewNode } from '../../../view-node';

/** Looks of a field with its label. */
export const fieldLook = 'labelled demand-field';

/** A line of text to type, with its label and what it is for. */
export function textField(
  id: string,
  label: string,
  value: string,
  hint: Child,
  type: (text: string) => void,
  enter: () => void = () => undefined,
): ViewNode {
  return element(
    'label',
    { class: fieldLook, for: id, key: id },
    element('span', {}, label),
    element('input', {
      id,
      class: 'field',
      type: 'text',
      autocomplete: 'off',
      value,
      'aria-describedby': hint === null ? null : `${id}-hint`,
      oninput: (event) => {
        if (event.target instanceof HTMLInputElement) type(event.target.value);
      },
      onkeydown: (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter') enter();
      },
    }),
    hint !== null && element('span', { class: 'hint', id: `${id}-hint` }, hint),
  );
}

/** Facts side by side: what each is, and its figure. */
export function facts(
  entries: readonly { readonly name: string; readonly value: string; readonly hint?: string }[],
): ViewNode {
  return element(
    'dl',
    { class: 'demand-facts' },
    entries.map(({ name, value, hint }) =>
      element(
        'div',
        { key: name },
        element('dt', {}, name),
        element('dd', {}, value, hint !== undefined && element('span', { class: 'demand-fact-hint' }, hint)),
      ),
    ),
  );
}
