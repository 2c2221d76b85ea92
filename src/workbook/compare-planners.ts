import { costOfPlan, moneyReport } from '../planning';
import type { PlanningMode, PlanningProblem, PlanOutcome, PlanReport } from '../planning';
import type { ComparedPlanner } from './compared-planner';
import { plannerSheet } from './compare-sheet/planner-sheet';
import { judgePlan } from './judge-plan';
import type { PlanJudgement } from './judge-plan';
import { planContent } from './plan-workbook';
import { presetNamed } from './presets/preset-table';
import { readProblem } from './read-problem';
import type { SheetContent } from './sheet-content';
import type { WorkbookContent } from './workbook';

/** A way to plan, as the comparison names it. */
export interface PlannerRun {
  readonly name: string;
  readonly planner: 'heuristic' | 'propagation' | 'optimizer';
  /** Null: the workbook's own, or the preset's. */
  readonly mode: PlanningMode | null;
  /** A preset of cost rates; absent: the workbook's own rates. */
  readonly preset?: string;
}

/** Everything that plans a network, from the most transparent to the most capable. */
export const plannerRuns: readonly PlannerRun[] = [
  { name: 'heuristic', planner: 'heuristic', mode: null },
  { name: 'propagation', planner: 'propagation', mode: null },
  { name: 'optimizer: cost', planner: 'optimizer', mode: 'cost' },
  { name: 'optimizer: delivery', planner: 'optimizer', mode: 'delivery' },
  { name: 'optimizer: fair-share', planner: 'optimizer', mode: 'fair-share' },
  { name: 'optimizer: profit', planner: 'optimizer', mode: 'profit' },
];

export interface ComparePlannersOptions {
  readonly scenario: string | null;
  /** Presets of cost rates that the optimizer plans with as well, each in a column of its own. */
  readonly presets?: readonly string[];
  readonly runDate: string;
  readonly plan: (planner: PlannerRun['planner'], problem: PlanningProblem) => Promise<PlanOutcome>;
}

/** The planners of a network side by side; nothing has been written yet. */
export interface PlannerComparison {
  readonly runs: readonly ComparedPlanner[];
  readonly report: {
    readonly runs: readonly (PlanReport & { readonly name: string; readonly judgement: PlanJudgement | null })[];
  };
  /** Null where no planner has a plan. */
  readonly sheet: SheetContent | null;
}

/**
 * Plans a network by every planner and in every mode, and with every preset asked for. What a preset's plan costs is told at the
 * workbook's own rates, so that the columns can be compared.
 */
export async function comparePlanners(
  content: WorkbookContent,
  { scenario, presets = [], runDate, plan }: ComparePlannersOptions,
): Promise<PlannerComparison> {
  const runs: ComparedPlanner[] = [];
  const withPresets = presets.map((preset) => ({
    name: `preset: ${presetNamed(content, preset)?.name ?? preset}`,
    planner: 'optimizer' as const,
    mode: null,
    preset,
  }));
  for (const { name, planner, mode, preset } of [...plannerRuns, ...withPresets]) {
    const run = await planContent(content, {
      scenario,
      runDate,
      preset,
      ...(mode === null ? {} : { mode }),
      plan: (problem) => plan(planner, problem),
    });
    const { outcome, reading, report } = run;
    const priced = preset === undefined ? reading.problem : readProblem(content, { scenario }).problem;
    if (outcome?.kind !== 'planned' || !priced) {
      runs.push({ ...run, name, judgement: null, money: report });
      continue;
    }
    const cost = preset === undefined ? outcome.cost : costOfPlan(priced, outcome.plan);
    const money = preset === undefined ? report : moneyReport(cost);
    runs.push({ ...run, name, judgement: judgePlan(priced, { ...outcome, cost }), money });
  }
  return {
    runs,
    report: { runs: runs.map(({ name, report, judgement }) => ({ name, ...report, judgement })) },
    sheet: runs.some(({ judgement }) => judgement !== null) ? plannerSheet(runs, scenario, runDate) : null,
  };
}

/** Whether a workbook holds a network. */
export function holdsNetwork({ tables }: WorkbookContent): boolean {
  return tables.some(({ name }) => name.toLowerCase() === 'sop_demand');
}
