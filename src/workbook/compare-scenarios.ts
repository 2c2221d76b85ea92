import { currentPractice, planReport, withoutSolver } from '../planning';
import type { PlanningProblem, PlanOutcome, PlanReport } from '../planning';
import { compareSheet } from './compare-sheet';
import type { ComparedRun } from './compare-sheet';
import { planContent } from './plan-workbook';
import type { PlannedWorkbook, PlanWorkbookOptions } from './plan-workbook';
import type { ProblemReading } from './problem-reading';
import { baselineName, scenarioList } from './scenarios/scenario-table';
import type { SheetContent } from './sheet-content';
import type { WorkbookContent } from './workbook';

/** Scenarios of a workbook, planned and side by side; nothing has been written yet. */
export interface ScenarioComparison {
  /** In the order of the table; what differs is told against the first. */
  readonly runs: readonly (PlannedWorkbook & { readonly name: string })[];
  readonly report: { readonly runs: readonly (PlanReport & { readonly name: string })[] };
  /** The sheet with all of them; null where none has a plan. */
  readonly sheet: SheetContent | null;
}

/** Plans every scenario of a workbook, or those named, and compares them. */
export async function compareScenarios(
  content: WorkbookContent,
  options: Omit<PlanWorkbookOptions, 'scenario'> & { readonly scenarios?: readonly string[] },
): Promise<ScenarioComparison> {
  const names = baselineFirst(options.scenarios ?? scenarioList(content).map(({ name }) => name));
  const runs: (PlannedWorkbook & { readonly name: string })[] = [];
  for (const name of names) runs.push({ name, ...(await planContent(content, { ...options, scenario: name })) });
  return {
    runs,
    report: { runs: runs.map(({ name, report }) => ({ name, ...report })) },
    sheet: comparisonSheet(runs, options.runDate),
  };
}

/** Runs of scenarios that are already there as one sheet; null where none has a plan. The first is what the others are told against. */
export function comparisonSheet(runs: ScenarioComparison['runs'], runDate: string): SheetContent | null {
  return runs.some(({ outcome }) => outcome?.kind === 'planned')
    ? drawn(runs[0].reading, runs.map(comparedRun), runDate)
    : null;
}

/**
 * Compares what is done today with the best plan, for a workbook without scenarios; null where nothing is known of today, or
 * there is no plan.
 */
export async function compareToday(
  content: WorkbookContent,
  options: Omit<PlanWorkbookOptions, 'scenario'>,
): Promise<ScenarioComparison | null> {
  const best = await planContent(content, { ...options, scenario: null });
  const { problem } = best.reading;
  const today = problem && outcomeOfToday(problem);
  if (!problem || !today || best.outcome?.kind !== 'planned') return null;
  const report = planReport(problem, today, { scenario: null, issues: best.reading.issues });
  const runs = [
    { ...best, name: 'Today', outcome: today, report, sheet: null, closestSheet: null },
    { ...best, name: 'Optimal plan' },
  ];
  return {
    runs,
    report: { runs: runs.map((run) => ({ name: run.name, ...run.report })) },
    sheet: drawn(best.reading, runs.map(comparedRun), options.runDate),
  };
}

/** The plan of the rule in use, or the production in the workbook; nobody has proven anything about it. */
function outcomeOfToday(problem: PlanningProblem): Extract<PlanOutcome, { kind: 'planned' }> | null {
  const practice = currentPractice(problem);
  if (!practice) return null;
  return {
    kind: 'planned',
    status: 'stoppedEarly',
    plan: practice.plan,
    cost: practice.cost,
    prices: { capacity: problem.resources.map(() => null), storage: problem.warehouses.map(() => null) },
    explanations: [],
    issues: [],
    solver: withoutSolver(practice.kind === 'rule' ? todaysRule : todaysProduction),
  };
}

const todaysRule = "today's rule";
const todaysProduction = "today's production";

function comparedRun({
  name,
  report,
  reading,
  outcome,
  effects,
}: PlannedWorkbook & { readonly name: string }): ComparedRun {
  const { problem } = reading;
  const planned = outcome?.kind === 'planned' && problem ? { problem, plan: outcome.plan } : null;
  const maker = report.solver?.name;
  return {
    name,
    report,
    planned,
    effects,
    ...(maker === todaysRule || maker === todaysProduction ? { ending: maker } : {}),
  };
}

function drawn(reading: ProblemReading, runs: readonly ComparedRun[], runDate: string): SheetContent {
  const dated = reading.periods.length > 0 && reading.periods.every(({ value }) => value !== null);
  return compareSheet({
    runs,
    runDate: runDate.replace('T', ' '),
    formats: {
      quantity: reading.quantityFormat ?? 'General',
      money: reading.moneyFormat ?? 'General',
      period: dated ? reading.periods[0].numberFormat : 'General',
    },
    periodHeadings: dated ? reading.periods.map(({ value, text }) => value ?? text) : null,
    periodDates: reading.periods.map(({ date }) => date),
  });
}

/** Names of scenarios with the one first that the others are told against. */
export function baselineFirst(names: readonly string[]): readonly string[] {
  const isBaseline = (name: string) => name.toLowerCase() === baselineName.toLowerCase();
  return [...names.filter(isBaseline), ...names.filter((name) => !isBaseline(name))];
}
