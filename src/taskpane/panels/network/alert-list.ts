import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import type { PaneContext } from '../../views/pane-context';
import { panelTexts } from './texts';

/** Most alerts that are listed; the sheet has them all. */
const mostAlerts = 40;

/** What a planner has to see to by hand. */
export function alertList({ state, numbers }: PaneContext, sentences: readonly string[]): ViewNode {
  const texts = panelTexts[state.language];
  if (sentences.length === 0) return element('p', { class: 'hint', key: 'alerts' }, texts.noAlerts);
  const more = sentences.length - mostAlerts;
  return element(
    'details',
    { class: 'fold network-alerts', key: 'alerts', open: sentences.length <= 6 },
    element('summary', {}, texts.alertsTitle(numbers.whole(sentences.length))),
    element(
      'ul',
      { class: 'reasons', lang: 'en' },
      sentences.slice(0, mostAlerts).map((sentence) => element('li', {}, sentence)),
      more > 0 && element('li', { lang: state.language }, texts.moreAlerts(numbers.whole(more))),
    ),
  );
}
