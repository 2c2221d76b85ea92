import type { Issue } from '../../../../planning';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { message } from '../../../views/controls';
import { sentencesOf, spoken } from '../../../views/sentence-list';
import type { DemandContext } from './demand-context';

/** Most issues that are listed. */
const mostIssues = 5;

/** What is wrong or worth knowing, each with what to do about it; nothing where there is nothing. */
export function issueMessages({ pane }: DemandContext, issues: readonly Issue[]): ViewNode | null {
  if (issues.length === 0) return null;
  const { errorWord, warningWord, moreIssues } = pane.texts;
  return element(
    'div',
    { class: 'issues', key: 'issues' },
    issues
      .slice(0, mostIssues)
      .map((issue) =>
        message(
          issue.severity,
          issue.severity === 'error' ? errorWord : warningWord,
          spoken(pane, 'p', sentencesOf(issue).message, { class: 'issue-what' }),
          spoken(pane, 'p', sentencesOf(issue).fix),
        ),
      ),
    issues.length > mostIssues &&
      element('p', { class: 'hint' }, moreIssues(pane.numbers.whole(issues.length - mostIssues))),
  );
}
