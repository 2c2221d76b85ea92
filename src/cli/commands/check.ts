import { checkProblem, hasErrors } from '../../planning';
import { readProblem } from '../../workbook/read-problem';
import type { Command } from '../command';
import { counted } from '../counted';
import { exitCode } from '../exit-codes';
import { issuesText } from '../issue-text';
import { scenarioIssues } from '../../workbook/scenarios/scenario-issues';
import { openBook } from '../open-book';
import { writeJson } from '../write-outputs';

/** `sop check`: what is wrong or odd about a workbook's data, without planning. */
export const check: Command = {
  name: 'check',
  summary: "Lists everything that is wrong or odd about a workbook's data.",
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [{ name: 'json', value: 'FILE|-', help: 'write the issues as JSON, - for standard output' }],
  details: 'Errors stop a plan (exit code 2); warnings do not. Nothing is solved and nothing is changed.',
  async run(given, surroundings) {
    const book = await openBook(given.files[0], surroundings);
    if (!book) return exitCode.wrongInput;
    const { content } = book;
    const reading = readProblem(content);
    const issues = [
      ...reading.issues,
      ...(reading.problem ? checkProblem(reading.problem) : []),
      ...scenarioIssues(content),
    ];
    surroundings.err(issuesText(issues));
    const target = given.values.get('json');
    if (target !== undefined) {
      const failed = await writeJson({ issues }, target, surroundings);
      if (failed !== null) return failed;
    }
    const say = target === '-' ? surroundings.err : surroundings.out;
    if (hasErrors(issues)) return exitCode.wrongInput;
    const { problem } = reading;
    if (problem) {
      say(
        `The data is complete: ${counted(problem.items.length, 'item')}, ${counted(problem.periods.length, 'period')}, ` +
          `${counted(problem.resources.length, 'resource')}. ${counted(issues.length, 'warning')}.\n`,
      );
    }
    return exitCode.done;
  },
};
