import { changeableInputs, hasErrors, openPlanning, sweep as sweepInput } from '../../planning';
import type { ChangeableInput, PlanningProblem, Sweep } from '../../planning';
import { readProblem } from '../../workbook/read-problem';
import { sweepSheet, sweepSheetName } from '../../workbook/sweep-sheet';
import { noChange } from '../../workbook/workbook';
import type { WorkbookContent } from '../../workbook/workbook';
import type { XlsxWorkbook } from '../../workbook/xlsx/open-xlsx';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { exitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { issuesText } from '../issue-text';
import { openBook } from '../open-book';
import { refused } from '../refused';
import { chosenMode, chosenSolver, modeOption, solverOption } from '../shared-options';
import { sweepSummary } from '../sweep-summary';
import { writeBytes, writeJson } from '../write-outputs';

const fewestSteps = 2;
const mostSteps = 1000;

/** `sop sweep`: how the cost follows one input. */
export const sweep: Command = {
  name: 'sweep',
  summary: 'Varies one input and shows how the cost follows, where no plan is left, and where more stops helping.',
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [
    { name: 'input', value: 'NAME', help: 'the input to vary, e.g. Capacity, Holding_Cost, Demand, Safety_Stock' },
    { name: 'from', value: 'A', help: 'first value' },
    { name: 'to', value: 'B', help: 'last value' },
    { name: 'steps', value: 'N', help: 'number of values, both ends included (2 to 1000)' },
    { name: 'out', value: 'SWEEP.xlsx', help: 'write a copy of the workbook with the sheet SOP Sweep and its chart' },
    { name: 'json', value: 'FILE|-', help: 'write points and breaks as JSON, - for standard output' },
    modeOption,
    { name: 'scenario', value: 'NAME', help: 'the scenario to start from (default: the workbook as it is)' },
    solverOption,
  ],
  details:
    'Each value takes the place of the input for all items, resources and periods; Demand is multiplied with it (1 is\n' +
    "today's demand). 10000 to 20000 in 21 steps are the values 10000, 10500 … 20000. Between the values it looks for the\n" +
    'ones at which plans become possible (to 0.01) and at which the effect of one more unit changes.\n' +
    `Inputs: ${changeableInputs.join(', ')}.\n` +
    'Exit code 3: no plan satisfies the limits at any value.',
  run: runSweep,
};

async function runSweep(given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { err } = surroundings;
  const range = rangeOf(given);
  if (typeof range === 'string') {
    err(`error: ${range}\n`);
    return exitCode.wrongInput;
  }
  const book = await openBook(given.files[0], surroundings);
  const problem = book && problemIn(book.content, given, surroundings);
  if (!book || !problem) return exitCode.wrongInput;
  const solver = await chosenSolver(given, surroundings);
  const session = openPlanning(problem, solver, surroundings.clock);
  try {
    return await finish(sweepInput(session, range), book.workbook, given, surroundings);
  } finally {
    session.dispose();
  }
}

async function finish(
  result: Sweep,
  workbook: XlsxWorkbook,
  given: ParsedArguments,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const copy = given.values.get('out');
  if (copy !== undefined) {
    const scenario = given.values.get('scenario');
    const from = scenario === undefined ? '' : `scenario ${scenario}`;
    const written = await workbook.write({
      ...noChange,
      sheets: [sweepSheet(result, { from, runDate: surroundings.now() })],
    });
    if (!written.ok) return refused(surroundings, written.error.message);
    const failed = await writeBytes(workbook.save(), copy, surroundings);
    if (failed !== null) return failed;
  }
  const target = given.values.get('json');
  if (target !== undefined) {
    const failed = await writeJson(result, target, surroundings);
    if (failed !== null) return failed;
  }
  const say = target === '-' ? surroundings.err : surroundings.out;
  say(sweepSummary(result));
  if (copy !== undefined) say(`\nWritten: ${copy}, sheet "${sweepSheetName}".\n`);
  if (result.points.some(({ totalCost }) => totalCost !== null)) return exitCode.done;
  return result.points.every(({ status }) => status === 'infeasible') ? exitCode.infeasible : exitCode.wrongInput;
}

/** The problem in the workbook; null where the data is wrong, which has been said then. */
function problemIn(content: WorkbookContent, given: ParsedArguments, { err }: Surroundings): PlanningProblem | null {
  const { problem, issues } = readProblem(content, {
    mode: chosenMode(given),
    scenario: given.values.get('scenario') ?? null,
  });
  err(issuesText(issues));
  return hasErrors(issues) ? null : problem;
}

/** What to vary, or what is wrong with the options. */
function rangeOf({ values }: ParsedArguments) {
  const name = values.get('input');
  if (name === undefined) return 'sop sweep needs --input NAME, e.g. --input Capacity.';
  const input = changeableInputs.find((known): known is ChangeableInput => known.toLowerCase() === bareName(name));
  if (!input) return `--input does not know "${name}". It takes ${changeableInputs.join(', ')}.`;
  const [from, to, steps] = ['from', 'to', 'steps'].map((option) => numberOf(values.get(option)));
  if (from === null || to === null || from < 0 || to < 0) {
    return '--from and --to need numbers of 0 or more, e.g. --from 10000 --to 20000.';
  }
  if (from === to) return '--from and --to must differ.';
  if (steps === null || !Number.isInteger(steps) || steps < fewestSteps || steps > mostSteps) {
    return `--steps needs a whole number from ${fewestSteps} to ${mostSteps}, e.g. --steps 21.`;
  }
  return { input, from: Math.min(from, to), to: Math.max(from, to), steps };
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/^sop_/, '');
}

function numberOf(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
