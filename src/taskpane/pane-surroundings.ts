import type { Planner } from '../planning-worker/planner';
import type { OpenWhatIf } from '../planning-worker/what-if';
import type { PaneHost } from './host';
import type { PaneAction } from './pane-action';
import type { PaneState } from './pane-state';
import type { Store } from './store';
import type { Strings } from './strings';

/** What the commands work with. */
export interface PaneSurroundings {
  readonly store: Store<PaneState, PaneAction>;
  readonly host: PaneHost;
  readonly planner: Planner;
  /** Opens a problem for questions about it, beside the planner's runs. */
  readonly openWhatIf: OpenWhatIf;
  readonly texts: () => Strings;
  /** Reads the workbook again and shows what was found. */
  readonly read: () => Promise<void>;
  /** Runs a step of a command; a mistake of ours is shown with a way to report it, never lost. */
  readonly attempt: (step: () => Promise<void>) => void;
}
