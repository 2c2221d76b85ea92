import type { PaneState } from '../pane-state';
import type { PanelName } from '../panel-name';
import type { OpenPanel } from './panel';

/** How the pane finds a panel. */
interface PanelEntry {
  readonly name: PanelName;
  /** Whether its tab is there for the workbook at hand. */
  readonly isOffered: (state: PaneState) => boolean;
  /** Loads its scripts, which are no part of the pane's first ones. */
  readonly load: () => Promise<{ readonly openPanel: OpenPanel }>;
}

const hasInputs = ({ book }: PaneState) => book.kind === 'read' && book.reading.size !== null;
const isNetwork = ({ book }: PaneState) => book.kind === 'read' && book.reading.source === 'network';

/** The panels in the order of their tabs; a new one is a folder and a line here. */
export const panels: readonly PanelEntry[] = [
  { name: 'scenarios', isOffered: hasInputs, load: () => import('./scenarios/panel') },
  { name: 'whatIf', isOffered: hasInputs, load: () => import('./what-if/panel') },
  {
    name: 'network',
    isOffered: (state) => hasInputs(state) && isNetwork(state),
    load: () => import('./network/panel'),
  },
  {
    // Asked for beside the mode; its tab is there while it is in front.
    name: 'presets',
    isOffered: (state) => hasInputs(state) && state.panel === 'presets',
    load: () => import('./presets/panel'),
  },
  { name: 'demand', isOffered: ({ book }) => book.kind === 'read', load: () => import('./demand/panel') },
];
