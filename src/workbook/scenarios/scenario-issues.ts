import type { Issue } from '../../planning/index';
import { readProblem } from '../read-problem';
import type { WorkbookContent } from '../workbook';
import { scenarioList } from './scenario-table';

/** Everything wrong or odd about the scenarios that is not so about the workbook itself. */
export function scenarioIssues(content: WorkbookContent): readonly Issue[] {
  const keyOf = (issue: Issue) => JSON.stringify(issue);
  const known = new Set(readProblem(content).issues.map(keyOf));
  return scenarioList(content)
    .filter(({ changes }) => changes > 0)
    .flatMap(({ name }) => readProblem(content, { scenario: name }).issues)
    .filter((issue) => {
      const key = keyOf(issue);
      const isNew = !known.has(key);
      known.add(key);
      return isNew;
    });
}
