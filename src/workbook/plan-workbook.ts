import {
  applyFix,
  comparePlans,
  currentPractice,
  hasErrors,
  invalidReport,
  planReport,
  withOverrides,
} from '../planning';
import type {
  Fix,
  Issue,
  Override,
  OverrideCosts,
  Plan,
  PlanComparison,
  PlanCost,
  PlannedOutcome,
  PlanningMode,
  PlanningProblem,
  PlanOutcome,
  PlanReport,
  PresetReport,
  Practice,
} from '../planning';
import { fingerprint } from './fingerprint';
import { inputChecks } from './input-checks';
import { overridesIn, pricedOverrides, writtenPlan, writtenPlanSetting } from './plan-overrides';
import { planSheet, planSheetName } from './plan-sheet';
import type { PlanSheetInput } from './plan-sheet';
import { planCosts, workbookSide } from './plan-sheet/reading-to-input';
import { presetNamed } from './presets/preset-table';
import type { ProblemReading } from './problem-reading';
import { readContent, readWithEffects } from './read-problem';
import type { ScenarioEffect } from './scenarios/apply-scenario';
import type { SheetToWrite } from './sheet-content';
import type { PricedOverride, SheetOverride } from './sheet-override';
import type { Result, Workbook, WorkbookContent } from './workbook';

export interface PlanWorkbookOptions {
  /** Wins over the workbook's own `Mode`. */
  readonly mode?: PlanningMode;
  /** The scenario to plan, which also names the sheet; null: the workbook as it is. */
  readonly scenario: string | null;
  /** A preset of cost rates; absent: the workbook's own. */
  readonly preset?: string | null;
  /**
   * Makes the plan: in this thread, in a worker, with whatever solver. Who finds the plan before its reasons may tell of it, and
   * its sheet is laid out meanwhile.
   */
  readonly plan: (problem: PlanningProblem, onPlan: (planned: PlannedOutcome) => void) => Promise<PlanOutcome>;
  /** Hears of the plan's sheet as soon as it is laid out. */
  readonly onSheet?: (sheet: SheetToWrite) => void;
  /** Whether the report shows the quantities of the closest plan where no plan satisfies the limits. */
  readonly closest?: boolean;
  /** Date and time of the run, ISO text in local time. */
  readonly runDate: string;
  /** A change that is tried without making it in the workbook: the plan goes to a sheet of its own. */
  readonly tried?: Pick<Fix, 'change' | 'sentence'>;
  /** What the planner typed on the plan's sheet (`readOverrides`): kept, and the rest planned around it. */
  readonly overrides?: readonly SheetOverride[];
  /** Prices overrides of a problem; absent: the sheet does not say what they cost. */
  readonly priceOverrides?: (problem: PlanningProblem, overrides: readonly Override[]) => Promise<OverrideCosts>;
}

/** A run on a workbook, from reading to the sheet; nothing has been written yet. */
export interface PlannedWorkbook {
  readonly reading: ProblemReading;
  /** Null where the data is wrong. */
  readonly outcome: PlanOutcome | null;
  readonly report: PlanReport;
  /** The plan's sheet; null where there is no plan. */
  readonly sheet: SheetToWrite | null;
  /** The sheet of the closest plan, where the limits cannot all hold. */
  readonly closestSheet: SheetToWrite | null;
  /** Settings to write with the plan's sheet, so that what is typed on it afterwards is found. */
  readonly settings: Readonly<Record<string, string>>;
  /** What is done today against the plan; null where there is no plan, or nothing is known of today. */
  readonly today: TodayComparison | null;
  /** Every number that the scenario has otherwise than the workbook. */
  readonly effects: readonly ScenarioEffect[];
  /** Of the inputs that were read: another one later means that they have changed. */
  readonly fingerprint: string;
}

/** What is done today, by a rule or as the workbook has it, against a plan. */
export interface TodayComparison {
  readonly kind: Practice['kind'];
  readonly comparison: PlanComparison;
}

/** Reads a workbook, makes the plan and lays out its sheet. */
export async function planWorkbook(workbook: Workbook, options: PlanWorkbookOptions): Promise<Result<PlannedWorkbook>> {
  const content = await readContent(workbook);
  if (!content.ok) return content;
  return { ok: true, value: await planContent(content.value, options) };
}

/** The same for what has been read of a workbook, e.g. once for several scenarios. */
export async function planContent(content: WorkbookContent, options: PlanWorkbookOptions): Promise<PlannedWorkbook> {
  const { mode, scenario, preset, tried } = options;
  const { reading, effects } = readWithEffects(content, { mode, scenario, preset });
  const issues = [...reading.issues, ...contentIssues(content), ...(tried ? [triedIssue(tried.sentence)] : [])];
  const rates = presetReport(content, preset);
  const inputs = fingerprint(content, scenario);
  const { problem } = reading;
  if (!problem || hasErrors(issues)) {
    const report = invalidReport(mode ?? problem?.mode ?? 'cost', { scenario, preset: rates, issues });
    return {
      reading: { ...reading, issues },
      outcome: null,
      report,
      sheet: null,
      closestSheet: null,
      settings: {},
      today: null,
      effects,
      fingerprint: inputs,
    };
  }
  const { overrides = [] } = options;
  const placed = overridesIn(problem, overrides);
  const locked = placed.length > 0 ? withOverrides(problem, placed) : problem;
  const wanted = tried ? applyFix(locked, tried) : locked;
  const sheetOf = (
    of: PlanningProblem,
    shown: { readonly plan: Plan; readonly cost: PlanCost },
    solved: PlanOutcome,
    today: TodayComparison | null,
    priced: readonly PricedOverride[],
  ) =>
    planSheet({
      ...sheetInput(of, shown, solved, reading, inputs, today, options),
      inputChecks: inputChecks(content, reading),
      preset: rates,
      overrides: priced,
    });
  const layOut = async (planned: PlannedOutcome, priced: readonly PricedOverride[]): Promise<LaidOutPlan> => {
    const today = tried ? null : todayAgainst(problem, planned);
    const sheet = sheetOf(wanted, planned, planned, today, priced);
    options.onSheet?.(sheet);
    return { today, sheet };
  };
  const ahead = new Map<Plan, Promise<LaidOutPlan>>();
  const layOutAhead = (planned: PlannedOutcome) => {
    // The sheet says what typed quantities cost, and that is not known yet.
    if (placed.length > 0) return;
    const laidOut = layOut(planned, []);
    // Whoever waits for it hears of a mistake; nobody has to wait.
    laidOut.catch(() => undefined);
    ahead.set(planned.plan, laidOut);
  };
  const outcome = await options.plan(wanted, layOutAhead);
  const costs = placed.length > 0 && options.priceOverrides ? await options.priceOverrides(problem, placed) : null;
  const priced = costs ? pricedOverrides(problem, overrides, costs) : [];
  const extras = { scenario, preset: rates, issues, closest: options.closest };
  const report = planReport(tried ? wanted : problem, outcome, extras);
  const base = { reading: { ...reading, issues }, outcome, report, effects, fingerprint: inputs };
  if (outcome.kind !== 'planned') {
    const closest = outcome.kind === 'infeasible' ? outcome.infeasibility.closest : null;
    const closestSheet = closest && sheetOf(tried ? wanted : problem, closest, outcome, null, priced);
    return { ...base, sheet: null, closestSheet, settings: {}, today: null };
  }
  const { sheet, today } = await (ahead.get(outcome.plan) ?? layOut(outcome, priced));
  if (tried) return { ...base, sheet, closestSheet: null, settings: {}, today };
  const remembered = writtenPlan(wanted, outcome.plan, overrides, {
    run: options.runDate,
    fingerprint: inputs,
  });
  const settings = { [writtenPlanSetting(planSheetName(scenario))]: remembered };
  return { ...base, sheet, closestSheet: null, settings, today };
}

/** What follows from a plan without its reasons. */
interface LaidOutPlan {
  readonly today: TodayComparison | null;
  readonly sheet: SheetToWrite;
}

function presetReport(content: WorkbookContent, name: string | null | undefined): PresetReport | null {
  const preset = typeof name === 'string' ? presetNamed(content, name) : null;
  return preset && { name: preset.name, rates: preset.rates };
}

function contentIssues({ warnings }: WorkbookContent) {
  return warnings.map((message) => ({
    severity: 'warning' as const,
    code: 'workbook',
    sheet: null,
    cell: null,
    message,
    fix: 'Nothing has to be done for the plan itself.',
  }));
}

/** What the sheet of a plan with a tried change is called in brackets. */
const triedName = 'tried change';

function triedIssue(sentence: string): Issue {
  return {
    severity: 'warning',
    code: 'tried-change',
    sheet: null,
    cell: null,
    message: `The plan is for a change that the workbook does not have: ${sentence}`,
    fix: 'Make the change in the workbook to plan with it.',
  };
}

function sheetInput(
  problem: PlanningProblem,
  { plan, cost }: { readonly plan: Plan; readonly cost: PlanCost },
  outcome: PlanOutcome,
  reading: ProblemReading,
  inputs: string,
  today: TodayComparison | null,
  { scenario, tried, runDate }: PlanWorkbookOptions,
): PlanSheetInput {
  const solver = outcome.kind === 'invalid' ? null : outcome.solver;
  return {
    problem,
    plan,
    scenario: tried ? triedName : scenario,
    status: outcome.kind !== 'planned' ? 'closest' : outcome.rule ? 'rule' : outcome.status,
    ...(outcome.kind === 'planned' ? brokenBy(outcome) : {}),
    gap: solver?.gap ?? null,
    costs: planCosts(cost),
    runDate,
    engine: { name: solver?.name ?? '', version: solver?.version ?? '' },
    model: { rows: solver?.rows ?? 0, columns: solver?.columns ?? 0, nonzeros: solver?.nonzeros ?? 0 },
    fingerprint: inputs,
    ...workbookSide(reading),
    // The workbook's cells do not have the change.
    ...(tried ? { references: {}, tried: tried.sentence } : {}),
    today,
    shadowPrices: outcome.kind === 'planned' ? outcome.prices.capacity : problem.resources.map(() => null),
  };
}

/** What a plan does not keep to: a rule looks at no limits, and on a network some may have had to give way. */
function brokenBy({ rule, brokenLimits = [] }: PlannedOutcome): Pick<PlanSheetInput, 'breaksLimits' | 'writtenOff'> {
  if (rule) return { breaksLimits: true, writtenOff: rule.dropped };
  return brokenLimits.length > 0 ? { breaksLimits: true } : {};
}

/** What is done today, against a plan; null where the workbook does not say what that is. */
function todayAgainst(
  problem: PlanningProblem,
  planned: { readonly plan: Plan; readonly cost: PlanCost },
): TodayComparison | null {
  const practice = currentPractice(problem);
  return practice && { kind: practice.kind, comparison: comparePlans(problem, practice, planned) };
}
