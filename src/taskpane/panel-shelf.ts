import type { PaneSurroundings } from './pane-surroundings';
import type { PanelName } from './panel-name';
import type { Panel } from './panels/panel';
import { panels } from './panels/panels';

/** The panels that were opened so far; each is loaded once and keeps its state. */
export interface PanelShelf {
  /** The panel, or null while its scripts are still loading. */
  readonly opened: (name: PanelName) => Panel | null;
}

/** An empty shelf. Asking for a panel loads it; `redraw` is called when it is there, or when it changes. */
export function panelShelf(surroundings: PaneSurroundings, redraw: () => void): PanelShelf {
  const shelf = new Map<PanelName, Panel | 'loading'>();
  async function load(name: PanelName): Promise<void> {
    shelf.set(name, 'loading');
    const entry = panels.find((candidate) => candidate.name === name);
    if (!entry) return;
    try {
      const { openPanel } = await entry.load();
      shelf.set(name, openPanel({ ...surroundings, redraw }));
    } catch (mistake) {
      // The next look at the tab tries again.
      shelf.delete(name);
      surroundings.store.dispatch({ kind: 'panelChosen', panel: null });
      throw mistake;
    }
    redraw();
  }
  return {
    opened: (name) => {
      const found = shelf.get(name);
      if (found === undefined) surroundings.attempt(() => load(name));
      return found === undefined || found === 'loading' ? null : found;
    },
  };
}
