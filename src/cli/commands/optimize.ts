import { costOfOverrides, makePlan, openPlanning, planByRule, plannerNames } from '../../planning';
import type { Override, PlannerName, PlanningProblem, PlanOutcome, PlanReport, Solver } from '../../planning';
import { readOverrides } from '../../workbook/plan-overrides';
import { planSheetName } from '../../workbook/plan-sheet';
import { planContent } from '../../workbook/plan-workbook';
import type { PlannedWorkbook } from '../../workbook/plan-workbook';
import type { SheetToWrite } from '../../workbook/sheet-content';
import { noChange } from '../../workbook/workbook';
import type { XlsxWorkbook } from '../../workbook/xlsx/open-xlsx';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { exitCode, worstExitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { issuesText } from '../issue-text';
import { planSummary } from '../plan-summary';
import { progressLine } from '../progress-line';
import { runsReport } from '../runs-report';
import { refused } from '../refused';
import { openWithScenarios } from '../scenario-option';
import { chosenMode, chosenSolver, modeOption, solverOption } from '../shared-options';
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
    modeOption,
    { name: 'scenario', value: 'NAME|all', help: 'plan a scenario of the table SOP_Scenarios, or every one' },
    { name: 'preset', value: 'NAME', help: 'plan with a preset of cost rates (sop presets lists them)' },
    {
      name: 'planner',
      value: 'NAME',
      choices: plannerNames,
      help: 'who plans: the optimizer, or a rule that may break limits and says so (default: optimizer)',
    },
    { name: 'carry-over', help: 'rules: stock below zero raises the requirement of the next period' },
    solverOption,
    { name: 'time-limit', value: 'SECONDS', help: 'stop the search then and keep the best plan found' },
    {
      name: 'keep-overrides',
      help: 'keep quantities typed on the plan sheet, plan around them, and say what each costs',
    },
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
    return refused(surroundings, '--time-limit needs a number of seconds above 0, e.g. --time-limit 60.');
  }
  const opened = await openWithScenarios(given, surroundings);
  if (!opened) return exitCode.wrongInput;
  const { workbook, content, scenarios } = opened;
  const solver = await chosenSolver(given, surroundings);
  const planner = (given.values.get('planner') ?? 'optimizer') as PlannerName;
  const rule = { clock: surroundings.clock, carryOver: given.switches.has('carry-over') };
  const runs: PlannedWorkbook[] = [];
  for (const scenario of scenarios) {
    const overrides = given.switches.has('keep-overrides')
      ? await readOverrides(workbook, planSheetName(scenario))
      : { ok: true as const, value: [] };
    if (!overrides.ok) return refused(surroundings, overrides.error.message);
    const progress = progressLine(surroundings);
    const run = await planContent(content, {
      mode: chosenMode(given),
      scenario,
      preset: given.values.get('preset') ?? null,
      closest: given.switches.has('closest'),
      runDate: surroundings.now(),
      overrides: overrides.value,
      priceOverrides: (problem, placed) => Promise.resolve(priced(problem, placed, solver, surroundings)),
      plan: (problem) =>
        Promise.resolve(
          planner === 'optimizer'
            ? makePlan(problem, solver, {
                clock: surroundings.clock,
                timeLimitSeconds: timeLimit,
                onProgress: progress.show,
              })
            : planByRule(planner, problem, rule),
        ),
    });
    progress.clear();
    runs.push(run);
  }
  return finish(runs, workbook, given, surroundings);
}

function priced(problem: PlanningProblem, overrides: readonly Override[], solver: Solver, { clock }: Surroundings) {
  const session = openPlanning(problem, solver, clock);
  try {
    return costOfOverrides(session, overrides);
  } finally {
    session.dispose();
  }
}

/** Writes what was asked for, prints the rest, and says how it went. */
async function finish(
  runs: readonly PlannedWorkbook[],
  workbook: XlsxWorkbook,
  given: ParsedArguments,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { err, out } = surroundings;
  const closest = given.switches.has('closest');
  const jsonTarget = given.values.get('json');
  const bookTarget = given.values.get('out');
  const sheets = runs.flatMap(({ sheet, closestSheet }) => sheet ?? (closest ? closestSheet : null) ?? []);
  const settings = Object.assign({}, ...runs.map((run) => run.settings)) as Readonly<Record<string, string>>;
  const say = jsonTarget === '-' ? err : out;
  for (const { report } of runs) err(issuesText(report.issues));
  if (bookTarget !== undefined && sheets.length > 0) {
    const failed = await writeSheets(sheets, settings, workbook, bookTarget, surroundings);
    if (failed !== null) return failed;
  }
  if (jsonTarget !== undefined) {
    const failed = await writeJson(runs.length === 1 ? runs[0].report : runsReport(runs), jsonTarget, surroundings);
    if (failed !== null) return failed;
  }
  for (const { report, outcome } of runs) {
    const heading = runs.length > 1 ? `Scenario ${report.scenario ?? ''}\n\n` : '';
    if (outcome?.kind === 'planned') say(`${heading}${planSummary(report)}${runs.length > 1 ? '\n' : ''}`);
    else err(`${heading}${failureText(report, outcome, closest && bookTarget !== undefined)}`);
  }
  if (bookTarget !== undefined && sheets.length > 0) {
    const names = sheets.map(({ name }) => `"${name}"`).join(', ');
    say(`\nWritten: ${bookTarget}, sheet${sheets.length > 1 ? 's' : ''} ${names}.\n`);
  }
  return worstExitCode(runs.map(({ outcome }) => exitCodeOf(outcome)));
}

async function writeSheets(
  sheets: readonly SheetToWrite[],
  settings: Readonly<Record<string, string>>,
  workbook: XlsxWorkbook,
  target: string,
  surroundings: Surroundings,
): Promise<ExitCode | null> {
  const written = await workbook.write({ ...noChange, sheets, settings });
  if (!written.ok) {
    surroundings.err(`error: ${written.error.message}\n`);
    return exitCode.wrongInput;
  }
  return writeBytes(workbook.save(), target, surroundings);
}

/** What the process says to the shell after a run. */
export function exitCodeOf(outcome: PlanOutcome | null): ExitCode {
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

/** What to say where there is no plan. */
export function failureText(report: PlanReport, outcome: PlanOutcome | null, closestWritten: boolean): string {
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
