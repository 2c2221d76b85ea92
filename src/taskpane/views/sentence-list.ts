import type { Issue } from '../../planning';
import { speak } from '../speech';
import type { Sentence } from '../speech';
import { element } from '../view-node';
import type { Attributes, Child, ViewNode } from '../view-node';
import type { PaneContext } from './pane-context';

/** What saying a sentence in the pane's language needs. */
export type Speaking = Pick<PaneContext, 'state'>;

/** An element with a sentence in the pane's language; one that is only there in English is marked as such. */
export function spoken(
  { state }: Speaking,
  tag: 'li' | 'span' | 'div' | 'p',
  sentence: Sentence,
  attributes: Attributes = {},
): ViewNode {
  const { text, isEnglish } = speak(state.speech, state.format, sentence);
  return element(tag, { ...attributes, lang: isEnglish && state.language !== 'en' ? 'en' : null }, text);
}

/** Sentences one below the other. */
export function sentenceList(
  context: Speaking,
  look: string,
  sentences: readonly Sentence[],
  ...more: readonly Child[]
): ViewNode {
  return element(
    'ul',
    { class: look },
    sentences.map((sentence) => spoken(context, 'li', sentence)),
    ...more,
  );
}

/** Both sentences of an issue. */
export function sentencesOf({ message, fix, said }: Issue): { readonly message: Sentence; readonly fix: Sentence } {
  return {
    message: { sentence: message, ...(said && { said: [said.message] }) },
    fix: { sentence: fix, ...(said && { said: [said.fix] }) },
  };
}

/** An issue as one text. */
export function wholeIssue(issue: Issue): Sentence {
  const { message, fix, said } = issue;
  return { sentence: `${message} ${fix}`, ...(said && { said: [said.message, said.fix] }) };
}

/** Why no plan exists, sentence by sentence. */
export function conflictSentences(reasons: {
  readonly conflicts: readonly string[];
  readonly said?: readonly NonNullable<Sentence['said']>[number][];
}): readonly Sentence[] {
  const { conflicts, said } = reasons;
  return conflicts.map((sentence, n) => ({ sentence, ...(said?.[n] && { said: [said[n]] }) }));
}
