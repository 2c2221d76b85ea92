import { createStore } from '../../store';
import type { OpenPanel } from '../panel';
import { dateTexts } from './date-texts';
import { demandCommands } from './demand-commands';
import { firstDemandState, reduceDemand } from './demand-state';
import { demandWork } from './demand-work';
import { panelTexts } from './texts';
import { demandView } from './views/demand-view';

/** From past demand to the plan: clean, forecast, set safety stock, use. */
export const openPanel: OpenPanel = (surroundings) => {
  const store = createStore(reduceDemand, firstDemandState);
  const commands = demandCommands(surroundings, store, demandWork());
  store.subscribe(surroundings.redraw);
  lookWhenChanged(surroundings, store, commands.look);
  return {
    view: (context) =>
      demandView({
        pane: context,
        demand: store.state(),
        texts: panelTexts[context.state.language],
        dates: dateTexts(context.state.format),
        commands,
      }),
  };
};

/** Reads the history now, and again after the workbook has changed, once the panel is in front. */
function lookWhenChanged(
  { store: pane }: Parameters<OpenPanel>[0],
  store: ReturnType<typeof createStore<ReturnType<typeof reduceDemand>, Parameters<typeof reduceDemand>[1]>>,
  look: () => void,
): void {
  let seen = pane.state().book;
  look();
  pane.subscribe(({ book, panel }) => {
    if (book === seen) return;
    if (book.kind === 'reading') {
      seen = book;
      store.dispatch({ kind: 'bookOpened' });
    }
    if (book.kind !== 'read' || panel !== 'demand' || store.state().work !== null) return;
    seen = book;
    look();
  });
}
