import type { PaneContext } from '../../../views/pane-context';
import type { DateTexts } from '../date-texts';
import type { DemandCommands } from '../demand-commands';
import type { DemandState } from '../demand-state';
import type { PanelTexts } from '../texts';

/** What every view of the panel is a function of. */
export interface DemandContext {
  readonly pane: PaneContext;
  readonly demand: DemandState;
  readonly texts: PanelTexts;
  readonly dates: DateTexts;
  readonly commands: DemandCommands;
}
