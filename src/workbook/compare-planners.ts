import type { PlanningMode, PlanningProblem, PlanOutcome, PlanReport } from '../planning';
import type { ComparedPlanner } from './compared-planner';
import { plannerSheet } from './compare-sheet/planner-sheet';
import { judgePlan } from './judge-plan';
import type { PlanJudgement } from './judge-plan';
import { planContent } from './plan-workbook';
import type { SheetContent } from './sheet-content';
import type { WorkbookContent } from './workbook';

/** A way to plan, as the comparison names it. */
export interface PlannerRun {
  readonly name: string;
  readonly planner: 'heuristic' | 'propagation' | 'optimizer';
  /** Null: the workbook's own. */
  readonly mode: PlanningMode | null;
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

/** Plans a network by every planner and in every mode. */
export async function comparePlanners(
  content: WorkbookContent,
  { scenario, runDate, plan }: ComparePlannersOptions,
): Promise<PlannerComparison> {
  const runs: ComparedPlanner[] = [];
  for (const { name, planner, mode } of plannerRuns) {
    const run = await planContent(content, {
      scenario,
      runDate,
      ...(mode === null ? {} : { mode }),
      plan: (problem) => plan(planner, problem),
    });
    const { outcome, reading } = run;
    const judgement = outcome?.kind === 'planned' && reading.problem ? judgePlan(reading.problem, outcome) : null;
    runs.push({ ...run, name, judgement });
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
