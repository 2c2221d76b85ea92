import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { button } from '../../views/controls';
import type { ScenariosContext } from './scenarios-context';
import type { ScenarioRun } from './scenarios-state';

/** Which scenario is being optimised, for how long, and how to stop. */
export function runProgress({ pane, texts, numbers, commands }: ScenariosContext, run: ScenarioRun): ViewNode {
  const { name, number, count, elapsedSeconds, best } = run;
  return element(
    'div',
    { class: 'run', key: 'progress' },
    element(
      'div',
      { class: 'progress-line' },
      element(
        'span',
        { id: 'scenarios-progress' },
        texts.optimizing(name, numbers.whole(number), numbers.whole(count)),
      ),
      element('span', { class: 'elapsed' }, pane.texts.seconds(numbers.whole(elapsedSeconds))),
    ),
    element(
      'div',
      { class: 'progress', role: 'progressbar', 'aria-labelledby': 'scenarios-progress' },
      element('div', { class: 'progress-bar' }),
    ),
    best && element('p', { class: 'best', key: 'best' }, pane.texts.bestSoFar(numbers.money(best.totalCost))),
    element(
      'div',
      { class: 'buttons' },
      button('plain', pane.texts.cancel, commands.cancel, { id: 'cancel-scenarios', key: 'cancel' }),
    ),
  );
}
