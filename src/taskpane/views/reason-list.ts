import { element } from '../view-node';
import type { Child } from '../view-node';
import type { Sentence } from '../speech';
import type { PaneContext } from './pane-context';
import { sentenceList } from './sentence-list';

/** Reasons that are shown before the planner asks for more. */
const firstReasons = 3;

/** The few sentences that matter: what binds, what is short. */
export function reasonList(context: PaneContext, sentences: readonly Sentence[]): Child {
  if (sentences.length === 0) return null;
  const { texts } = context;
  const rest = sentences.slice(firstReasons);
  const list = (some: readonly Sentence[]) => sentenceList(context, 'reasons', some);
  return element(
    'div',
    { class: 'reason-block', key: 'reasons' },
    element('h3', { class: 'heading' }, texts.reasonsTitle),
    list(sentences.slice(0, firstReasons)),
    rest.length > 0 &&
      element('details', { class: 'fold' }, element('summary', {}, texts.moreReasons(rest.length)), list(rest)),
  );
}
