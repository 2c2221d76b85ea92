import type { PaneContext } from '../../views/pane-context';
import type { PanelTexts } from './texts';
import type { WhatIfCommands } from './what-if-commands';
import type { WhatIfState } from './what-if-state';

/** What the views of the sliders are functions of. */
export interface WhatIfContext {
  readonly pane: PaneContext;
  readonly texts: PanelTexts;
  readonly state: WhatIfState;
  readonly commands: WhatIfCommands;
}
