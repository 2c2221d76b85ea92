import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { button } from '../../../views/controls';
import type { DemandContext } from './demand-context';

/** What is under way and how to stop it; nothing when the panel is idle. */
export function workLine({ pane, demand, texts, commands }: DemandContext): readonly ViewNode[] {
  const { work, cleaned } = demand;
  // Looking again happens by itself, and what was found before still stands.
  if (work === null || (work.kind === 'looking' && cleaned !== null)) return [];
  const { whole } = pane.numbers;
  const isCounted = work.kind === 'forecasting' && work.total > 0;
  const counted = isCounted ? texts.itemsDone(whole(work.finished), whole(work.total)) : '';
  return [
    element(
      'div',
      { class: 'stack', key: 'demand-work' },
      element(
        'div',
        { class: 'progress-line' },
        element('span', { id: 'demand-work-title' }, texts[work.kind]),
        element('span', { class: 'elapsed' }, counted),
      ),
      element(
        'div',
        {
          class: 'progress',
          role: 'progressbar',
          'aria-labelledby': 'demand-work-title',
          'aria-valuemin': isCounted ? 0 : null,
          'aria-valuemax': isCounted ? work.total : null,
          'aria-valuenow': isCounted ? work.finished : null,
        },
        isCounted
          ? element(
              'svg',
              { class: 'demand-progress', viewBox: '0 0 100 3', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
              element('rect', { width: (100 * work.finished) / work.total, height: 3 }),
            )
          : element('div', { class: 'progress-bar' }),
      ),
      work.kind !== 'writing' &&
        element(
          'div',
          { class: 'buttons' },
          button('plain', pane.texts.cancel, commands.cancel, { id: 'demand-cancel' }),
        ),
    ),
  ];
}
