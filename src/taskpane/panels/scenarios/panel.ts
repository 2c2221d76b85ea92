import { createStore } from '../../store';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import type { PaneContext } from '../../views/pane-context';
import type { OpenPanel } from '../panel';
import { comparisonSection } from './comparison-section';
import { detailSection } from './detail-section';
import { listSection } from './list-section';
import { scenariosCommands } from './scenarios-commands';
import type { ScenariosCommands } from './scenarios-commands';
import { firstScenarios, reduceScenarios } from './scenarios-state';
import type { ScenariosState } from './scenarios-state';
import { panelTexts } from './texts';

/** Scenarios: what if demand were higher, capacity lower; each planned, all side by side. */
export const openPanel: OpenPanel = (surroundings) => {
  const store = createStore(reduceScenarios, firstScenarios);
  store.subscribe(surroundings.redraw);
  const commands = scenariosCommands(surroundings, store);
  let { book } = surroundings.store.state();
  surroundings.store.subscribe((pane) => {
    if (pane.book === book) return;
    book = pane.book;
    if (book.kind === 'reading') store.dispatch({ kind: 'forgotten' });
    // The panel itself changes the workbook while it saves and runs, and reads it then by itself.
    if (book.kind === 'read' && !store.state().run) commands.read();
  });
  commands.read();
  return { view: (context) => view(context, store.state(), commands) };
};

function view(pane: PaneContext, state: ScenariosState, commands: ScenariosCommands): readonly ViewNode[] {
  const texts = panelTexts[pane.state.language];
  const context = { pane, state, texts, numbers: pane.numbers, commands };
  if (!state.book) return [element('p', { class: 'lead', key: 'lead' }, texts.reading)];
  return [listSection(context), detailSection(context), ...comparisonSection(context)];
}
