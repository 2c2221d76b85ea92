import { changeableInputs, hasErrors, openPlanning, sweep as sweepInput } from '../../planning';
import type { ChangeableInput, PlanningProblem, Sweep } from '../../planning';
import { readContent, readProblem } from '../../workbook/read-problem';
import { readXlsxFile } from '../../workbook/xlsx/node-file';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { exitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { issuesText } from '../issue-text';
import { chosenMode, chosenSolver, modeOption, solverOption } from '../shared-options';
import { sweepSummary } from '../sweep-summary';
import { writeJson } from '../write-outputs';

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
  const problem = await readProblemOf(given, surroundings);
  if (problem === null) return exitCode.wrongInput;
  const solver = await chosenSolver(given, surroundings);
  const session = openPlanning(problem, solver, surroundings.clock);
  try {
    return await finish(sweepInput(session, range), given, surroundings);
  } finally {
    session.dispose();
  }
}

async function finish(result: Sweep, given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const target = given.values.get('json');
  if (target !== undefined) {
    const failed = await writeJson(result, target, surroundings);
    if (failed !== null) return failed;
  }
  (target === '-' ? surroundings.err : surroundings.out)(sweepSummary(result));
  if (result.points.some(({ totalCost }) => totalCost !== null)) return exitCode.done;
  return result.points.every(({ status }) => status === 'infeasible') ? exitCode.infeasible : exitCode.wrongInput;
}

/** The problem in the workbook; null where the data is wrong, which has been said then. */
async function readProblemOf(given: ParsedArguments, { err }: Surroundings): Promise<PlanningProblem | null> {
  const opened = await readXlsxFile(given.files[0]);
  const content = opened.ok ? await readContent(opened.value) : opened;
  if (!content.ok) {
    err(`error: ${content.error.message}\n`);
    return null;
  }
  const { problem, issues } = readProblem(content.value, {
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
