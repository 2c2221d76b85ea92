import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';
import { button, message, section } from '../../views/controls';
import { changeForm } from './change-form-view';
import { changeList } from './change-list';
import { nameForm } from './name-form';
import { previewBlock } from './preview-block';
import { resultBlock } from './result-block';
import type { ScenariosContext } from './scenarios-context';
import { isWorkbookItself, resultOf } from './scenarios-state';

/** The chosen scenario: what it changes, what comes of it, and what can be done with it. */
export function detailSection(context: ScenariosContext): ViewNode {
  const { pane, state, texts } = context;
  const { chosen, naming, form, book } = state;
  const readOnly = isWorkbookItself(state, chosen);
  const result = resultOf(state, chosen);
  return section(
    'scenario',
    element('h2', { id: 'scenario-heading', class: 'heading scenarios-title', tabindex: '-1' }, chosen),
    naming && naming.kind !== 'create' ? nameForm(context, naming) : toolbar(context),
    confirmation(context),
    book?.reading.problem === null &&
      element('div', { key: 'mend' }, message('warning', pane.texts.warningWord, texts.mendFirst)),
    readOnly ? element('p', { class: 'hint', key: 'read-only' }, texts.readOnly) : changeList(context),
    form && changeForm(context, form),
    !readOnly && previewBlock(context),
    result && resultBlock(context, result),
  );
}

function toolbar({ pane, state, texts, commands }: ScenariosContext): Child {
  const { chosen, run, isDeleting, naming } = state;
  if (isDeleting || naming) return null;
  const isFixed = isWorkbookItself(state, chosen);
  const blocked = run !== null || pane.state.book.kind !== 'read' || state.book?.reading.problem === null;
  return element(
    'div',
    { class: 'buttons', key: 'toolbar' },
    !blocked &&
      button(
        'plain',
        texts.optimize,
        () => commands.optimize([chosen]),
        { key: 'optimize', id: 'optimize-scenario', 'aria-label': texts.optimizeThis(chosen) },
        'spark',
      ),
    button('plain', texts.copy, () => commands.startNaming('copy'), { key: 'copy', id: 'copy-scenario' }, 'copy'),
    !isFixed &&
      button(
        'plain',
        texts.rename,
        () => commands.startNaming('rename'),
        { key: 'rename', id: 'rename-scenario' },
        'edit',
      ),
    !isFixed &&
      button(
        'plain',
        texts.delete,
        () => commands.askToDelete(true),
        { key: 'delete', id: 'delete-scenario' },
        'remove',
      ),
  );
}

function confirmation({ pane, state, texts, commands }: ScenariosContext): Child {
  if (!state.isDeleting) return null;
  return element(
    'div',
    { class: 'stack', key: 'confirm', role: 'group', 'aria-label': texts.delete },
    message('warning', pane.texts.warningWord, texts.sureToDelete(state.chosen)),
    element(
      'div',
      { class: 'buttons' },
      button('plain', texts.keep, () => commands.askToDelete(false), { key: 'keep', id: 'keep-scenario' }),
      button('plain', texts.delete, commands.deleteChosen, { key: 'go', id: 'confirm-delete' }, 'remove'),
    ),
  );
}
