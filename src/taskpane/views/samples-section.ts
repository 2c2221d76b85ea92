import { sampleNames } from '../host';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import { heading, section } from './controls';
import { icon } from './icons';
import type { PaneContext } from './pane-context';

/** Samples to begin with. */
export function samplesSection({ texts, commands }: PaneContext): ViewNode {
  return section(
    'samples',
    heading('samples', texts.orSample),
    element(
      'ul',
      { class: 'cards' },
      sampleNames.map((sample) =>
        element(
          'li',
          { key: sample },
          element(
            'button',
            { type: 'button', class: 'card', onclick: () => commands.insertSample(sample) },
            icon('sheet'),
            element('span', { class: 'card-title' }, texts.samples[sample]),
            element('span', { class: 'card-text' }, texts.sampleHints[sample]),
          ),
        ),
      ),
    ),
  );
}
