import { element } from '../view-node';
import type { Attributes, Child, ViewNode } from '../view-node';
import { icon } from './icons';
import type { IconName } from './icons';

/** A button; `primary` for the one thing to do, `link` inside text. */
export function button(
  look: 'primary' | 'plain' | 'link',
  text: string,
  press: () => void,
  attributes: Attributes = {},
  iconName: IconName | null = null,
): ViewNode {
  return element(
    'button',
    { type: 'button', class: `button button-${look}`, onclick: press, ...attributes },
    iconName && icon(iconName),
    element('span', {}, text),
  );
}

/** A section of the pane with its heading. */
export function section(id: string, heading: Child, ...children: (Child | readonly Child[])[]): ViewNode {
  return element('section', { class: 'section', 'aria-labelledby': `${id}-heading`, key: id }, heading, ...children);
}

/** A section's heading, which can take the focus after something happened. */
export function heading(id: string, text: string, level: 'h2' | 'h3' = 'h2'): ViewNode {
  return element(level, { id: `${id}-heading`, class: 'heading', tabindex: '-1' }, text);
}

/** A message with a coloured edge and an icon; the word in front says the kind to those who see neither. */
export function message(
  kind: 'error' | 'warning' | 'success' | 'info',
  word: string,
  ...children: (Child | readonly Child[])[]
): ViewNode {
  return element(
    'div',
    { class: `message message-${kind}` },
    icon(kind),
    element('div', { class: 'message-text' }, element('span', { class: 'visually-hidden' }, `${word}: `), ...children),
  );
}
