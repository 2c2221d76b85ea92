import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';

/** A control below its label. */
export function formField(label: string, id: string, control: ViewNode, optional = '', ...more: Child[]): ViewNode {
  return element(
    'div',
    { class: 'scenarios-field', key: id },
    element('label', { for: id }, label, optional !== '' && element('span', { class: 'optional' }, ` (${optional})`)),
    control,
    ...more,
  );
}
