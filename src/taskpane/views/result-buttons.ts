import type { PaneState } from '../pane-state';
import { element } from '../view-node';
import type { Child } from '../view-node';
import { button } from './controls';
import type { PaneContext } from './pane-context';

/** What can be done with what was written. */
export function resultButtons(
  { texts, commands, host }: PaneContext,
  { sheet }: Extract<PaneState['run'], { kind: 'planned' | 'infeasible' }>,
): Child {
  return element(
    'div',
    { class: 'buttons buttons-even', key: 'buttons' },
    sheet !== null &&
      button('plain', texts.goToSheet, () => commands.goToSheet(sheet), { key: 'go', id: 'go-to-sheet' }, 'sheet'),
    sheet !== null &&
      host.savesCopies &&
      button('plain', texts.saveCopy, commands.saveCopy, { key: 'save', id: 'save-copy' }, 'save'),
    button('plain', texts.exportJson, commands.exportJson, { key: 'export', id: 'export-json' }, 'export'),
    sheet !== null &&
      button('plain', texts.removeResult, commands.removeResult, { key: 'remove', id: 'remove-result' }, 'remove'),
  );
}
