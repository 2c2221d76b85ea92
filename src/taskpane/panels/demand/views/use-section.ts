import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button, heading, message, section } from '../../../views/controls';
import { isForecastStale } from '../demand-state';
import type { DemandContext } from './demand-context';
import { workLine } from './work-line';

/** The forecast into the plan: as its demand, with the way back, and on to Optimize. */
export function useSection(context: DemandContext): readonly ViewNode[] {
  const { demand, pane, texts, commands } = context;
  const { forecast, used, canRestore } = demand;
  return [
    section(
      'demand-use',
      heading('demand-use', texts.useTitle),
      element('p', { class: 'hint' }, forecast ? texts.useLead : texts.useForecastFirst),
      isForecastStale(demand) && message('warning', pane.texts.warningWord, texts.stale),
      used === 'demand' && element('div', { key: 'done' }, message('success', pane.texts.fineWord, texts.demandFilled)),
      ...workLine(context),
      forecast
        ? element(
            'div',
            { class: 'demand-use', key: 'demand' },
            button(used === 'demand' ? 'plain' : 'primary', texts.useAsDemand, commands.useAsDemand, {
              id: 'demand-use',
            }),
            element('p', { class: 'hint' }, texts.useAsDemandHint),
          )
        : button('primary', texts.next(texts.steps.forecast), () => commands.chooseStep('forecast')),
      canRestore && button('plain', texts.restore, commands.restoreDemand, { id: 'demand-restore', key: 'restore' }),
      used !== null && button('primary', texts.optimize, commands.optimize, { id: 'demand-optimize', key: 'optimize' }),
    ),
  ];
}
