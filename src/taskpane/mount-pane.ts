import { draw } from './draw';
import { moveFocus } from './focus';
import type { PaneHost } from './host';
import { languageFor, stringsOf } from './language';
import { numberTexts } from './number-texts';
import { reducePane } from './pane-action';
import type { PaneAction } from './pane-action';
import { controlPane } from './pane-controller';
import type { PaneCommands } from './pane-commands';
import { firstState } from './pane-state';
import type { PaneState } from './pane-state';
import type { PaneWorkers } from './pane-surroundings';
import { panelShelf } from './panel-shelf';
import { createStore } from './store';
import type { Store } from './store';
import type { PaneContext } from './views/pane-context';
import { paneView } from './views/pane-view';

/** A pane on a page. */
export interface MountedPane {
  readonly store: Store<PaneState, PaneAction>;
  readonly commands: PaneCommands;
}

/** Puts the pane into an element and brings it to life. */
export function mountPane(root: HTMLElement, host: PaneHost, workers: PaneWorkers): MountedPane {
  const { language, format } = host.locale;
  const store = createStore(reducePane, firstState(languageFor(language), format, host.theme()));
  const { commands, surroundings } = controlPane(store, host, workers);
  const shelf = panelShelf(surroundings, () => show(null, store.state()));
  const show = (before: PaneState | null, state: PaneState) => {
    const page = root.ownerDocument.documentElement;
    // Even the same language would have every style on the page worked out anew.
    if (page.lang !== state.language) page.lang = state.language;
    if (page.dataset.theme !== state.theme) page.dataset.theme = state.theme;
    const context: PaneContext = {
      state,
      commands,
      texts: stringsOf[state.language],
      numbers: numberTexts(state.format),
      host: { kind: host.kind, savesCopies: host.saveCopy !== null },
    };
    draw(
      root,
      paneView(context, (name) => shelf.opened(name)?.view(context) ?? null),
    );
    if (before) moveFocus(root, before, state);
  };
  let shown = store.state();
  show(null, shown);
  store.subscribe((state) => {
    const before = shown;
    shown = state;
    show(before, state);
  });
  return { store, commands };
}
