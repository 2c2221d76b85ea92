import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { demandSteps } from '../demand-state';
import type { DemandStep } from '../demand-state';
import type { DemandContext } from './demand-context';
import { cleaningSection } from './cleaning-section';
import { forecastSection } from './forecast-section';
import { historySection } from './history-section';
import { stockSection } from './stock-section';
import { useSection } from './use-section';

/** The panel: the steps from the sales to the plan, and the one in front. */
export function demandView(context: DemandContext): readonly ViewNode[] {
  const { demand } = context;
  const hasHistory = demand.cleaned !== null && demand.cleaned.rowCount > 0;
  if (!hasHistory) return historySection(context);
  return [stepList(context), ...stepViews[demand.step](context)];
}

const stepViews: Readonly<Record<DemandStep, (context: DemandContext) => readonly ViewNode[]>> = {
  clean: (context) => [...historySection(context), ...cleaningSection(context)],
  forecast: forecastSection,
  stock: stockSection,
  use: useSection,
};

/** The steps: any of them can be looked at, at any time. */
function stepList({ demand, texts, commands }: DemandContext): ViewNode {
  const done: Readonly<Record<DemandStep, boolean>> = {
    clean: demand.isCleaningWritten,
    forecast: demand.forecast !== null,
    stock: demand.forecast !== null,
    use: demand.used !== null,
  };
  return element(
    'nav',
    { 'aria-label': texts.stepsLabel, key: 'demand-steps' },
    element(
      'ol',
      { class: 'demand-steps' },
      demandSteps.map((step) =>
        element(
          'li',
          { key: step },
          element(
            'button',
            {
              type: 'button',
              id: `demand-step-${step}`,
              class: `demand-step${done[step] ? ' demand-step-done' : ''}`,
              'aria-current': step === demand.step ? 'step' : null,
              onclick: () => commands.chooseStep(step),
            },
            texts.steps[step],
          ),
        ),
      ),
    ),
  );
}
