import { planByRule } from '../planning';
import type { PlanningProblem, PlanOutcome, PlanReport } from '../planning';
import { comparePlanners } from '../workbook/compare-planners';
import type { PlannerRun } from '../workbook/compare-planners';
import type { PlanJudgement } from '../workbook/judge-plan';
import type { SheetToWrite } from '../workbook/sheet-content';
import type { Result, WorkbookContent, WorkbookError } from '../workbook/workbook';
import type { Planner, PlanningRun } from './planner';

/** The planners of a network side by side, as far as a pane shows them: the sheet has the rest. */
export interface ComparedRun {
  readonly name: string;
  readonly status: PlanReport['status'];
  readonly totalCost: number | null;
  /** Null where this planner has no plan. */
  readonly judgement: PlanJudgement | null;
}

/** How a comparison of planners ended. */
export type ComparisonOutcome =
  | {
      readonly kind: 'compared';
      readonly runs: readonly ComparedRun[];
      /** Name of the sheet that is ready to be written; null where no planner has a plan. */
      readonly sheet: string | null;
    }
  | { readonly kind: 'refused'; readonly error: WorkbookError }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'died'; readonly message: string };

/** What to compare. */
export interface ComparisonRequest {
  /** Null: the workbook as it is. */
  readonly scenario: string | null;
  /** Presets of cost rates that the optimizer plans with as well. */
  readonly presets: readonly string[];
  /** ISO text in local time. */
  readonly runDate: string;
}

/** A comparison under way; `cancel` ends it at once. */
export interface DeskComparison {
  readonly end: Promise<{ readonly outcome: ComparisonOutcome; readonly sheet: SheetToWrite | null }>;
  readonly cancel: () => void;
}

/** Plans what is read by every planner and in every mode. */
export function compareAtDesk(
  read: () => Promise<Result<WorkbookContent>>,
  { scenario, presets, runDate }: ComparisonRequest,
  { planner, clock }: { readonly planner: Planner; readonly clock: () => number },
): DeskComparison {
  let current: PlanningRun | null = null;
  let isCancelled = false;

  async function plan(by: PlannerRun['planner'], problem: PlanningProblem): Promise<PlanOutcome> {
    if (isCancelled) throw new Ended({ kind: 'cancelled' });
    if (by !== 'optimizer') return planByRule(by, problem, { clock });
    // A comparison shows no reasons.
    current = planner.start(problem, { reasons: false });
    const ended = await current.outcome;
    if (ended.kind !== 'ended') throw new Ended(ended);
    return ended.outcome;
  }

  async function run(): Promise<Awaited<DeskComparison['end']>> {
    const content = await read();
    if (!content.ok) return { outcome: { kind: 'refused', error: content.error }, sheet: null };
    try {
      const { runs, sheet } = await comparePlanners(content.value, { scenario, presets, runDate, plan });
      return { outcome: { kind: 'compared', runs: runs.map(asCompared), sheet: sheet?.name ?? null }, sheet };
    } catch (reason) {
      if (reason instanceof Ended) return { outcome: reason.outcome, sheet: null };
      throw reason;
    }
  }

  return {
    end: run(),
    cancel: () => {
      isCancelled = true;
      current?.cancel();
    },
  };
}

/** Leaves a comparison midway. */
class Ended extends Error {
  constructor(readonly outcome: Extract<ComparisonOutcome, { kind: 'cancelled' | 'died' }>) {
    super(outcome.kind);
  }
}

function asCompared(run: {
  readonly name: string;
  readonly report: PlanReport;
  readonly judgement: PlanJudgement | null;
  readonly money: Pick<PlanReport, 'totalCost'>;
}): ComparedRun {
  const { name, report, judgement, money } = run;
  return { name, status: report.status, totalCost: money.totalCost, judgement };
}
