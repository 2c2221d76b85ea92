import type { NumberTexts } from '../../number-texts';
import type { PaneContext } from '../../views/pane-context';
import type { ScenariosCommands } from './scenarios-commands';
import type { ScenariosState } from './scenarios-state';
import type { PanelTexts } from './texts';

/** What every view of the panel is a function of. */
export interface ScenariosContext {
  readonly pane: PaneContext;
  readonly state: ScenariosState;
  readonly texts: PanelTexts;
  readonly numbers: NumberTexts;
  readonly commands: ScenariosCommands;
}
