import type { BookDesk } from '../planning-worker/book-desk';
import type { Planner } from '../planning-worker/planner';
import type { OpenWhatIf } from '../planning-worker/what-if';
import type { PaneHost } from './host';
import type { PaneAction } from './pane-action';
import type { PaneState } from './pane-state';
import type { Store } from './store';
import type { Strings } from './strings';

/** Who works for the pane in other threads. */
export interface PaneWorkers {
  /** Reads, plans and lays out in another thread. */
  readonly desk: BookDesk;
  /** Solves problems that a panel has at hand. */
  readonly planner: Planner;
  /** Opens a problem for questions about it, beside the planner's runs. */
  readonly openWhatIf: OpenWhatIf;
}

/** What the commands work with. */
export interface PaneSurroundings extends PaneWorkers {
  readonly store: Store<PaneState, PaneAction>;
  readonly host: PaneHost;
  readonly texts: () => Strings;
  /** Reads the workbook again and shows what was found. */
  readonly read: () => Promise<void>;
  /** Runs a step of a command; a mistake of ours is shown with a way to report it, never lost. */
  readonly attempt: (step: () => Promise<void>) => void;
}
