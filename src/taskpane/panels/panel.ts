import type { PaneSurroundings } from '../pane-surroundings';
import type { ViewNode } from '../view-node';
import type { PaneContext } from '../views/pane-context';

/** What a panel works with: what the pane's own commands have, and a way to be drawn again. */
export interface PanelSurroundings extends PaneSurroundings {
  /** Draws the pane again, after the panel's own state has changed. */
  readonly redraw: () => void;
}

/** An open panel. It stays open, with its state, while another one is in front. */
export interface Panel {
  /** What it shows, given what the pane shows. Called on every redraw while the panel is in front. */
  readonly view: (context: PaneContext) => readonly ViewNode[];
}

/** Opens a panel; called once. What happens to the workbook is heard through the pane's store. */
export type OpenPanel = (surroundings: PanelSurroundings) => Panel;
