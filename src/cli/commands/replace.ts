import { makePlan } from '../../planning';
import { planContent } from '../../workbook/plan-workbook';
import { readContent } from '../../workbook/read-problem';
import { replaceInFile } from '../../workbook/replace-in-file';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { copyOption, openForCopy } from '../copy-option';
import { exitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { issuesText } from '../issue-text';
import { planSummary } from '../plan-summary';
import { refused } from '../refused';
import { chosenMode, chosenSolver, modeOption, solverOption } from '../shared-options';
import { writeBytes } from '../write-outputs';
import { exitCodeOf, failureText } from './optimize';

/** `sop replace`: the optimal plan into the cells of today's. */
export const replace: Command = {
  name: 'replace',
  summary: 'Writes the optimal production into Production_Plan, in a copy of the workbook.',
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [
    copyOption,
    { name: 'live', help: 'write the formula =SOP.PLAN(…), which follows the inputs, instead of values' },
    modeOption,
    solverOption,
  ],
  details:
    'The former formulas and values are kept in the copy; sop restore puts them back. A live formula needs the add-in: where it is\n' +
    'missing, Excel shows #NAME? once it calculates.',
  run: runReplace,
};

async function runReplace(given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { err, out, clock } = surroundings;
  const opened = await openForCopy('replace', given, surroundings);
  if (!opened) return exitCode.wrongInput;
  const { workbook, target } = opened;
  const content = await readContent(workbook);
  if (!content.ok) return refused(surroundings, content.error.message);
  const solver = await chosenSolver(given, surroundings);
  const { outcome, reading, report } = await planContent(content.value, {
    mode: chosenMode(given),
    scenario: null,
    runDate: surroundings.now(),
    plan: (problem) => Promise.resolve(makePlan(problem, solver, { clock })),
  });
  err(issuesText(report.issues));
  const { problem } = reading;
  if (outcome?.kind !== 'planned' || !problem) {
    err(failureText(report, outcome, false));
    return outcome ? exitCodeOf(outcome) : exitCode.wrongInput;
  }
  const written = await replaceInFile(
    workbook,
    { reading, problem, plan: outcome.plan },
    { live: given.switches.has('live') },
  );
  if (!written.ok) return refused(surroundings, written.error.message);
  const failed = await writeBytes(workbook.save(), target, surroundings);
  if (failed !== null) return failed;
  out(planSummary(report));
  for (const warning of written.value.warnings) out(`\n${warning}\n`);
  out(`\nWritten: ${target}. sop restore ${target} --out … puts the former plan back.\n`);
  return exitCodeOf(outcome);
}
