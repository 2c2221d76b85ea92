import type { ItemResult } from '../../../../workbook/forecast/item-result';
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

/** The item whose forecast and stock are shown; null without a forecast. */
export function shownItem({ forecast, item }: DemandState): ItemResult | null {
  if (!forecast) return null;
  return forecast.results.find((result) => result.item === item) ?? forecast.results[0] ?? null;
}
