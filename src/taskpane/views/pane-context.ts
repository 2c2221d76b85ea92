import type { NumberTexts } from '../number-texts';
import type { PaneCommands } from '../pane-commands';
import type { PaneState } from '../pane-state';
import type { Strings } from '../strings';

/** What every view of the pane is a function of. */
export interface PaneContext {
  readonly state: PaneState;
  readonly texts: Strings;
  readonly numbers: NumberTexts;
  readonly commands: PaneCommands;
  /** What the host can do. */
  readonly host: { readonly kind: 'excel' | 'file'; readonly savesCopies: boolean };
}
