import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button, heading, message, section } from '../../../views/controls';
import { isForecastStale } from '../demand-state';
import type { DemandContext } from './demand-context';
import { issueMessages } from './issue-messages';
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
      used !== null &&
        element(
          'div',
          { key: 'done' },
          message('success', pane.texts.fineWord, used === 'demand' ? texts.demandFilled : texts.scenariosWritten),
        ),
      issueMessages(context, demand.issues),
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
      forecast &&
        element(
          'div',
          { class: 'demand-use', key: 'scenarios' },
          button('plain', texts.useAsScenarios, commands.useAsScenarios, { id: 'demand-scenarios' }),
          element('p', { class: 'hint' }, texts.useAsScenariosHint),
        ),
      canRestore && button('plain', texts.restore, commands.restoreDemand, { id: 'demand-restore', key: 'restore' }),
      used === 'scenarios' &&
        button('primary', texts.toScenarios, commands.toScenarios, { id: 'demand-to-scenarios', key: 'toScenarios' }),
      used === 'demand' &&
        button('primary', texts.optimize, commands.optimize, { id: 'demand-optimize', key: 'optimize' }),
    ),
  ];
}
