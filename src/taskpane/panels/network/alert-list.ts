import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import type { PaneContext } from '../../views/pane-context';
import type { Sentence } from '../../speech';
import { sentenceList } from '../../views/sentence-list';
import { panelTexts } from './texts';

/** Most alerts that are listed; the sheet has them all. */
const mostAlerts = 40;

/** What a planner has to see to by hand. */
export function alertList(context: PaneContext, sentences: readonly Sentence[]): ViewNode {
  const { state, numbers } = context;
  const texts = panelTexts[state.language];
  if (sentences.length === 0) return element('p', { class: 'hint', key: 'alerts' }, texts.noAlerts);
  const more = sentences.length - mostAlerts;
  return element(
    'details',
    { class: 'fold network-alerts', key: 'alerts', open: sentences.length <= 6 },
    element('summary', {}, texts.alertsTitle(numbers.whole(sentences.length))),
    sentenceList(
      context,
      'reasons',
      sentences.slice(0, mostAlerts),
      more > 0 && element('li', {}, texts.moreAlerts(numbers.whole(more))),
    ),
  );
}
