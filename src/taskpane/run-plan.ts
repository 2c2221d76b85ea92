import type { PlanningMode, PlanOutcome } from '../planning';
import type { Planner, PlanningRun, RunOutcome } from '../planning-worker/planner';
import type { RunOptions } from '../planning-worker/messages';
import { planWorkbook } from '../workbook/plan-workbook';
import type { PlannedWorkbook } from '../workbook/plan-workbook';
import type { SheetContent } from '../workbook/sheet-content';
import { noChange } from '../workbook/workbook';
import type { Result, Workbook, WorkbookError, WriteReceipt } from '../workbook/workbook';
import type { BestSoFar } from './pane-state';

/** How a run in the pane ended, before anything was written. */
export type PaneRunOutcome =
  | { readonly kind: 'ended'; readonly planned: PlannedWorkbook }
  | { readonly kind: 'refused'; readonly error: WorkbookError }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'died'; readonly message: string };

/** A run under way. */
export interface PaneRun {
  readonly outcome: Promise<PaneRunOutcome>;
  readonly cancel: PlanningRun['cancel'];
}

export interface PaneRunRequest {
  /** The scenario to plan; null: the workbook as it is. */
  readonly scenario: string | null;
  /** Null: the workbook's own. */
  readonly mode: PlanningMode | null;
  readonly options: RunOptions;
  /** Date and time of the run, ISO text in local time. */
  readonly runDate: string;
  readonly onBetterPlan: (best: BestSoFar) => void;
}

/** Reads the workbook, plans in the worker and lays out the sheet; `cancel` works at any time. */
export function runPlan(workbook: Workbook, planner: Planner, request: PaneRunRequest): PaneRun {
  let current: PlanningRun | null = null;
  let ended: RunOutcome | null = null;
  let isCancelled = false;
  const planInWorker = async (problem: Parameters<Planner['start']>[0]): Promise<PlanOutcome> => {
    if (isCancelled) return withoutPlan('cancelled', '');
    current = planner.start(problem, request.options, {
      onBetterPlan: ({ cost, solver }) => request.onBetterPlan({ totalCost: cost.total, gap: solver.gap }),
    });
    ended = await current.outcome;
    if (ended.kind === 'ended') return ended.outcome;
    return withoutPlan(ended.kind === 'cancelled' ? 'cancelled' : 'error', '');
  };
  const outcome = planWorkbook(workbook, {
    mode: request.mode ?? undefined,
    scenario: request.scenario,
    runDate: request.runDate,
    plan: planInWorker,
  }).then((run): PaneRunOutcome => {
    if (ended && ended.kind !== 'ended') return ended;
    if (isCancelled && !ended) return { kind: 'cancelled' };
    return run.ok ? { kind: 'ended', planned: run.value } : { kind: 'refused', error: run.error };
  });
  return {
    outcome,
    cancel: (choice) => {
      isCancelled = true;
      current?.cancel(choice);
    },
  };
}

/** Writes a plan's sheet, exactly as the command line does. */
export function writePlanSheet(workbook: Workbook, sheet: SheetContent): Promise<Result<WriteReceipt>> {
  return workbook.write({ ...noChange, sheets: [sheet] });
}

function withoutPlan(reason: 'cancelled' | 'error', message: string): PlanOutcome {
  const solver = {
    name: '',
    version: '',
    rows: 0,
    columns: 0,
    nonzeros: 0,
    gap: null,
    milliseconds: { assemble: 0, solve: 0, audit: 0 },
  };
  return { kind: 'failed', reason, message, issues: [], solver };
}

/** Date and time as the plan's header states it: ISO, local, to the second. */
export function runDateOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}
