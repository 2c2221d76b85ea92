import type { PaneState } from '../pane-state';
import type { PanelName } from '../panel-name';
import { panels } from '../panels/panels';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import type { PaneContext } from './pane-context';

/** The tabs above the pane's body, the plan first; nothing where there is only one. Arrow keys move between them. */
export function panelTabs({ state, texts, commands }: PaneContext): readonly ViewNode[] {
  const offered = panels.filter(({ isOffered }) => isOffered(state)).map(({ name }) => name);
  if (offered.length === 0) return [];
  const front = panelInFront(state);
  const names: readonly (PanelName | null)[] = [null, ...offered];
  const step = (from: PanelName | null, by: number) => {
    const next = names[(names.indexOf(from) + by + names.length) % names.length];
    commands.choosePanel(next);
    document.getElementById(tabId(next))?.focus();
  };
  return [
    element(
      'div',
      { class: 'tabs', role: 'tablist', 'aria-label': texts.panelsLabel, key: 'tabs' },
      names.map((name) =>
        element(
          'button',
          {
            type: 'button',
            role: 'tab',
            id: tabId(name),
            key: tabId(name),
            class: 'tab',
            'aria-selected': String(name === front),
            'aria-controls': 'panel',
            tabindex: name === front ? 0 : -1,
            onclick: () => commands.choosePanel(name),
            onkeydown: (event) => {
              if (!(event instanceof KeyboardEvent)) return;
              if (event.key === 'ArrowRight') step(name, 1);
              else if (event.key === 'ArrowLeft') step(name, -1);
            },
          },
          name === null ? texts.planPanel : texts.panels[name],
        ),
      ),
    ),
  ];
}

/** The panel in front; null for the plan, also where the workbook no longer has what the panel is about. */
export function panelInFront(state: PaneState): PanelName | null {
  const entry = panels.find(({ name }) => name === state.panel);
  return entry?.isOffered(state) ? entry.name : null;
}

/** Id of a tab's button. */
export function tabId(name: PanelName | null): string {
  return `tab-${name ?? 'plan'}`;
}
