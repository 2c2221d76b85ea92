import { makePlan, planByRule } from '../../planning';
import { comparePlanners, holdsNetwork } from '../../workbook/compare-planners';
import type { PlannerComparison } from '../../workbook/compare-planners';
import { compareScenarios, compareToday } from '../../workbook/compare-scenarios';
import type { ScenarioComparison } from '../../workbook/compare-scenarios';
import { presetList, presetNamed } from '../../workbook/presets/preset-table';
import { scenarioTable } from '../../workbook/scenarios/scenario-table';
import { noChange } from '../../workbook/workbook';
import type { WorkbookContent } from '../../workbook/workbook';
import type { XlsxWorkbook } from '../../workbook/xlsx/open-xlsx';
import type { Command, ParsedArguments, Surroundings } from '../command';
import { compareSummary } from '../compare-summary';
import { exitCode, worstExitCode } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { issuesText } from '../issue-text';
import { plannerSummary } from '../planner-summary';
import { refused } from '../refused';
import { openWithScenarios } from '../scenario-option';
import { chosenMode, chosenSolver, modeOption, solverOption } from '../shared-options';
import { writeBytes, writeJson } from '../write-outputs';
import { exitCodeOf } from './optimize';

/** `sop compare`: plans side by side. */
export const compare: Command = {
  name: 'compare',
  summary: 'Plans every scenario of a workbook, or a network by every planner, and shows the plans side by side.',
  operands: 'BOOK.xlsx',
  operandCount: 1,
  options: [
    { name: 'out', value: 'PLAN.xlsx', help: 'write a copy of the workbook with the sheet SOP Compare' },
    { name: 'json', value: 'FILE|-', help: 'write every run as JSON, - for standard output' },
    modeOption,
    { name: 'scenario', value: 'NAME', help: 'on a network: the scenario that the planners plan' },
    {
      name: 'presets',
      value: 'NAME,…|all',
      help: 'on a network: plan with these presets of cost rates as well (sop presets lists them)',
    },
    { name: 'scenarios', help: 'on a network: compare its scenarios instead of its planners' },
    solverOption,
  ],
  details:
    'Scenarios stand in the table SOP_Scenarios. A workbook without one compares what is done today (Coverage_Periods or\n' +
    'Production_Plan) with the best plan. On a network the planners are compared: the heuristic, supply propagation and\n' +
    'the optimizer in each of its modes.',
  run: runCompare,
};

async function runCompare(given: ParsedArguments, surroundings: Surroundings): Promise<ExitCode> {
  const opened = await openWithScenarios(given, surroundings);
  if (!opened) return exitCode.wrongInput;
  const { workbook, content, scenarios } = opened;
  const presets = chosenPresets(content, given.values.get('presets'));
  if ('complaint' in presets) return refused(surroundings, presets.complaint);
  const comparison = await comparisonOf(content, scenarios[0], presets.names, given, surroundings);
  if (comparison === null) {
    return refused(
      surroundings,
      'There is nothing to compare. Add a table SOP_Scenarios, or name the periods of cover Coverage_Periods.',
    );
  }
  return finish(comparison, workbook, given, surroundings);
}

async function comparisonOf(
  content: WorkbookContent,
  scenario: string | null,
  presets: readonly string[],
  given: ParsedArguments,
  surroundings: Surroundings,
): Promise<ScenarioComparison | PlannerComparison | null> {
  const solver = await chosenSolver(given, surroundings);
  const options = {
    mode: chosenMode(given),
    runDate: surroundings.now(),
    plan: (problem: Parameters<typeof makePlan>[0]) =>
      Promise.resolve(makePlan(problem, solver, { clock: surroundings.clock })),
  };
  if (holdsNetwork(content) && !given.switches.has('scenarios')) {
    return comparePlanners(content, {
      scenario,
      presets,
      runDate: options.runDate,
      plan: (planner, problem) =>
        planner === 'optimizer'
          ? options.plan(problem)
          : Promise.resolve(planByRule(planner, problem, { clock: surroundings.clock })),
    });
  }
  return scenarioTable(content) ? compareScenarios(content, options) : compareToday(content, options);
}

async function finish(
  comparison: ScenarioComparison | PlannerComparison,
  workbook: XlsxWorkbook,
  given: ParsedArguments,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { err, out } = surroundings;
  const { runs, sheet } = comparison;
  const issues = runs.flatMap((run) => run.report.issues);
  const different = issues.filter((issue, i) => issues.findIndex((other) => sameIssue(issue, other)) === i);
  err(issuesText(different));
  const jsonTarget = given.values.get('json');
  const bookTarget = given.values.get('out');
  if (bookTarget !== undefined && sheet) {
    const written = await workbook.write({ ...noChange, sheets: [sheet] });
    if (!written.ok) err(`error: ${written.error.message}\n`);
    const failed = written.ok ? await writeBytes(workbook.save(), bookTarget, surroundings) : exitCode.wrongInput;
    if (failed !== null) return failed;
  }
  if (jsonTarget !== undefined) {
    const failed = await writeJson(comparison.report, jsonTarget, surroundings);
    if (failed !== null) return failed;
  }
  const say = jsonTarget === '-' ? err : out;
  if (arePlanners(comparison)) {
    say(`${plannerSummary(comparison.report.runs)}\n`);
    say(compareSummary(comparison.runs.map(({ name, report, money }) => ({ name, ...report, ...money }))));
  } else say(compareSummary(comparison.report.runs));
  if (bookTarget !== undefined && sheet) say(`\nWritten: ${bookTarget}, sheet "${sheet.name}".\n`);
  // What is done today is no run of ours, and says nothing about how ours went.
  const own = runs.filter(({ outcome }) => outcome?.kind !== 'planned' || outcome.solver.columns > 0);
  return worstExitCode(own.map(({ outcome }) => exitCodeOf(outcome)));
}

/** The presets that an option names, with commas between, or all; names in the workbook's own spelling. */
function chosenPresets(
  content: WorkbookContent,
  option: string | undefined,
): { readonly names: readonly string[] } | { readonly complaint: string } {
  if (option === undefined) return { names: [] };
  const known = presetList(content).map(({ name }) => name);
  if (option.trim().toLowerCase() === 'all') return { names: known };
  const wanted = option.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => presetNamed(content, name) === null);
  if (unknown !== undefined) {
    return { complaint: `There is no preset "${unknown}". There are ${known.join(', ')}; or say all.` };
  }
  return { names: wanted.flatMap((name) => presetNamed(content, name)?.name ?? []) };
}

function arePlanners(comparison: ScenarioComparison | PlannerComparison): comparison is PlannerComparison {
  return comparison.runs.every((run) => 'judgement' in run);
}

function sameIssue(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
