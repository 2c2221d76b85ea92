import { makePlan, planningModes } from '../../planning';
import type { PlanningMode, PlanOutcome, PlanReport } from '../../planning';
import { planWorkbook } from '../../workbook/plan-workbook';
import type { PlannedWorkbook } from '../../workbook/plan-workbook';
import type { SheetContent } from '../../workbook/sheet-content';
import { noChange } from '../../workbook/workbook';
import { readXlsxFile } from '../../workbook/xlsx/node-file';
import type { XlsxWorkbook } from '../../workbook/xlsx/open-xlsx';
import { solverNames } from '../command';
import type { Command, ParsedArguments, SolverName, Surroundings } from '../command';
import { exitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { issuesText } from '../issue-text';
import { planSummary } from '../plan-summary';
import { progressLine } from '../progress-line';
import { writeBytes, writeJson } from '../write-outputs';

/** `sop optimize`: the cheapest plan for a workbook. */
export const optimize: Command = {
  name: 'optimize',
  summary: 'Finds the best plan for a workbook, prints it, and writes it where asked.',
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [
    { name: 'out', value: 'PLAN.xlsx', help: 'write a copy of the workbook with the plan on a new sheet' },
    { name: 'json', value: 'FILE|-', help: 'write everything as JSON, - for standard output' },
    {
      name: 'mode',
      value: 'MODE',
      choices: planningModes,
      help: 'what "best" means (default: cost, or the name Mode)',
    },
    { name: 'solver', value: 'NAME', choices: solverNames, help: 'the engine (default: highs)' },
    { name: 'time-limit', value: 'SECONDS', help: 'stop the search then and keep the best plan found' },
    { name: 'closest', help: 'where no plan satisfies the limits, write the one that comes closest' },
  ],
  details:
    'The workbook names its inputs: Demand is required, everything else has a default (see the reference in docs).\n' +
    'Nothing is written without --out or --json, and the workbook itself is never changed.',
  run: runOptimize,
};

async function runOptimize(given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const timeLimit = readTimeLimit(given);
  if (timeLimit === 'wrong') {
    surroundings.err('error: --time-limit needs a number of seconds above 0, e.g. --time-limit 60.\n');
    return exitCode.wrongInput;
  }
  const opened = await readXlsxFile(given.files[0]);
  if (!opened.ok) {
    surroundings.err(`error: ${opened.error.message}\n`);
    return exitCode.wrongInput;
  }
  const solver = await surroundings.loadSolver((given.values.get('solver') ?? 'highs') as SolverName);
  const progress = progressLine(surroundings);
  const run = await planWorkbook(opened.value, {
    mode: given.values.get('mode') as PlanningMode | undefined,
    scenario: null,
    closest: given.switches.has('closest'),
    runDate: surroundings.now(),
    plan: (problem) =>
      Promise.resolve(
        makePlan(problem, solver, {
          clock: surroundings.clock,
          timeLimitSeconds: timeLimit,
          onProgress: progress.show,
        }),
      ),
  });
  progress.clear();
  if (!run.ok) {
    surroundings.err(`error: ${run.error.message}\n`);
    return exitCode.wrongInput;
  }
  return finish(run.value, opened.value, given, surroundings);
}

/** Writes what was asked for, prints the rest, and says how it went. */
async function finish(
  { report, outcome, sheet, closestSheet }: PlannedWorkbook,
  workbook: XlsxWorkbook,
  given: ParsedArguments,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { err, out } = surroundings;
  err(issuesText(report.issues));
  const code = exitCodeOf(outcome);
  const jsonTarget = given.values.get('json');
  const bookTarget = given.values.get('out');
  const shown = sheet ?? (given.switches.has('closest') ? closestSheet : null);
  if (bookTarget !== undefined && shown) {
    const failed = await writeSheet(shown, workbook, bookTarget, surroundings);
    if (failed !== null) return failed;
  }
  if (jsonTarget !== undefined) {
    const failed = await writeJson(report, jsonTarget, surroundings);
    if (failed !== null) return failed;
  }
  const say = jsonTarget === '-' ? err : out;
  if (outcome?.kind === 'planned') say(planSummary(report));
  else err(failureText(report, outcome, given.switches.has('closest') && bookTarget !== undefined));
  if (bookTarget !== undefined && shown) say(`\nWritten: ${bookTarget}, sheet "${shown.name}".\n`);
  return code;
}

async function writeSheet(
  sheet: SheetContent,
  workbook: XlsxWorkbook,
  target: string,
  surroundings: Surroundings,
): Promise<ExitCode | null> {
  const written = await workbook.write({ ...noChange, sheets: [sheet] });
  if (!written.ok) {
    surroundings.err(`error: ${written.error.message}\n`);
    return exitCode.wrongInput;
  }
  return writeBytes(workbook.save(), target, surroundings);
}

function exitCodeOf(outcome: PlanOutcome | null): ExitCode {
  if (outcome === null) return exitCode.wrongInput;
  switch (outcome.kind) {
    case 'planned':
      return outcome.status === 'optimal' ? exitCode.done : exitCode.stoppedEarly;
    case 'infeasible':
      return exitCode.infeasible;
    case 'unbounded':
    case 'invalid':
      return exitCode.wrongInput;
    case 'failed':
      return outcome.reason === 'unsupported' ? exitCode.wrongInput : exitCode.internalError;
  }
}

function failureText(report: PlanReport, outcome: PlanOutcome | null, closestWritten: boolean): string {
  if (outcome === null) return 'No plan was made: the data has to be mended first. Nothing was written.\n';
  switch (outcome.kind) {
    case 'infeasible': {
      const reasons = [...(report.infeasibility?.conflicts ?? [])];
      const fixes = report.infeasibility?.fixes.map(({ sentence }) => `- ${sentence}`) ?? [];
      return [
        'No plan satisfies all limits.',
        ...reasons,
        ...(fixes.length > 0 ? ['Each of these alone would make one possible:', ...fixes] : []),
        closestWritten
          ? 'The closest plan was written.'
          : 'Nothing was written. --closest writes the plan that comes closest.',
        '',
      ].join('\n');
    }
    case 'unbounded':
      return 'The cost can fall without end: a cost or price has the wrong sign. Nothing was written.\n';
    case 'invalid':
      return 'No plan was made: the data has to be mended first. Nothing was written.\n';
    case 'failed':
      return outcome.reason === 'timeLimit'
        ? 'No plan was found within the time limit. Allow more with --time-limit. Nothing was written.\n'
        : `No plan was made: ${outcome.message} Nothing was written.\n`;
    case 'planned':
      return '';
  }
}

function readTimeLimit({ values }: ParsedArguments): number | undefined | 'wrong' {
  const text = values.get('time-limit');
  if (text === undefined) return undefined;
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 'wrong';
}
