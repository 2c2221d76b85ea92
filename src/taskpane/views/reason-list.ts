import { element } from '../view-node';
import type { Child } from '../view-node';
import type { PaneContext } from './pane-context';

/** Reasons that are shown before the planner asks for more. */
const firstReasons = 3;

/** The few sentences that matter: what binds, what is short. */
export function reasonList({ texts }: PaneContext, sentences: readonly string[]): Child {
  if (sentences.length === 0) return null;
  const rest = sentences.slice(firstReasons);
  const list = (some: readonly string[]) =>
    element(
      'ul',
      { class: 'reasons', lang: 'en' },
      some.map((sentence) => element('li', {}, sentence)),
    );
  return element(
    'div',
    { class: 'reason-block', key: 'reasons' },
    element('h3', { class: 'heading' }, texts.reasonsTitle),
    list(sentences.slice(0, firstReasons)),
    rest.length > 0 &&
      element('details', { class: 'fold' }, element('summary', {}, texts.moreReasons(rest.length)), list(rest)),
  );
}
