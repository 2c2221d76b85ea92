import { planByRule, withoutSolver } from '../planning';
import type { Fix, Plan, PlannedOutcome, PlanningProblem, PlanOutcome } from '../planning';
import { fingerprint } from '../workbook/fingerprint';
import { planContent } from '../workbook/plan-workbook';
import type { PlannedWorkbook } from '../workbook/plan-workbook';
import type { SheetToWrite } from '../workbook/sheet-content';
import { planCharts, stackedCharts } from '../workbook/stacked-charts';
import type { StackedCharts } from '../workbook/stacked-charts';
import type { Result, WorkbookContent, WorkbookError } from '../workbook/workbook';
import type { BestPlan, DeskMilliseconds, DeskOutcome, DeskRequest } from './book-desk';
import type { Planner, PlanningRun, RunOutcome } from './planner';
import { priceAtWorker } from './price-overrides';
import type { OpenWhatIf } from './what-if';

/** A run under way at a desk. */
export interface DeskRun {
  readonly end: Promise<DeskRunEnd>;
  readonly cancel: PlanningRun['cancel'];
}

/** How it ended, and what stays at the desk. */
export interface DeskRunEnd {
  readonly outcome: DeskOutcome;
  readonly planned: PlannedWorkbook | null;
}

interface RunSurroundings {
  readonly planner: Planner;
  readonly openWhatIf: OpenWhatIf;
  readonly clock: () => number;
  readonly onBetterPlan: (best: BestPlan) => void;
  /** Hears of the plan's sheet as soon as it is laid out, which may be before the run ends. */
  readonly onSheet: (sheet: SheetToWrite) => void;
  /** A fix to try, and the fingerprint of the inputs that it is for; absent: none. */
  readonly tried?: { readonly fix: Fix; readonly fingerprint: string };
}

const inputsChanged: WorkbookError = {
  kind: 'conflict',
  message: 'The inputs have changed since the fix was found. Optimize again.',
};

/** Plans what is read, by the one pipeline that every entry point uses; `cancel` works at any time. */
export function planAtDesk(
  read: () => Promise<Result<WorkbookContent>>,
  { planner: by = 'optimizer', mode, preset, scenario, options, overrides, runDate }: Omit<DeskRequest, 'tried'>,
  { planner, openWhatIf, clock, onBetterPlan, onSheet, tried }: RunSurroundings,
): DeskRun {
  let current: PlanningRun | null = null;
  let ended: RunOutcome | null = null;
  let isCancelled = false;
  const times = { start: clock(), solving: 0, solved: 0 };
  const charts = new Map<Plan, StackedCharts>();

  async function solve(problem: PlanningProblem, onPlan: (planned: PlannedOutcome) => void): Promise<PlanOutcome> {
    times.solving = clock();
    if (isCancelled) return withoutPlan;
    if (by !== 'optimizer') {
      const outcome = planByRule(by, problem, { clock });
      times.solved = clock();
      return outcome;
    }
    current = planner.start(problem, options, {
      onBetterPlan: ({ cost, solver }) => onBetterPlan({ totalCost: cost.total, gap: solver.gap }),
      onPlan: (planned) => {
        onPlan(planned);
        charts.set(planned.plan, stackedCharts(problem, planned.plan));
      },
    });
    ended = await current.outcome;
    times.solved = clock();
    return ended.kind === 'ended' ? ended.outcome : withoutPlan;
  }

  async function run(): Promise<DeskRunEnd> {
    const content = await read();
    if (!content.ok) return { outcome: { kind: 'refused', error: content.error }, planned: null };
    if (tried && fingerprint(content.value, scenario) !== tried.fingerprint) {
      return { outcome: { kind: 'refused', error: inputsChanged }, planned: null };
    }
    const planned = await planContent(content.value, {
      mode: mode ?? undefined,
      preset,
      scenario,
      runDate,
      overrides,
      tried: tried?.fix,
      priceOverrides: (problem, placed) => priceAtWorker(openWhatIf, problem, placed),
      plan: solve,
      onSheet,
    });
    if (ended && ended.kind !== 'ended') return { outcome: ended, planned: null };
    if (isCancelled && !ended) return { outcome: { kind: 'cancelled' }, planned: null };
    return { outcome: outcomeOf(planned, charts, millisecondsOf(planned, times, clock())), planned };
  }

  return {
    end: run(),
    cancel: (choice) => {
      isCancelled = true;
      current?.cancel(choice);
    },
  };
}

function millisecondsOf(
  { outcome }: PlannedWorkbook,
  { start, solving, solved }: { readonly start: number; readonly solving: number; readonly solved: number },
  now: number,
): DeskMilliseconds {
  const { assemble, solve, audit } =
    outcome && 'solver' in outcome ? outcome.solver.milliseconds : { assemble: 0, solve: 0, audit: 0 };
  const reasons = solved - solving - assemble - solve - audit;
  return { read: solving - start, assemble, solve, audit, reasons, layOut: now - solved };
}

function outcomeOf(
  planned: PlannedWorkbook,
  drawn: ReadonlyMap<Plan, StackedCharts>,
  milliseconds: DeskMilliseconds,
): DeskOutcome {
  const { outcome, sheet, closestSheet, fingerprint, reading, effects, today } = planned;
  const { network, ...report } = planned.report;
  const { problem } = reading;
  if (outcome?.kind === 'planned' && sheet && problem) {
    const charts = planCharts(problem, outcome.plan, { network }, drawn.get(outcome.plan));
    return { kind: 'planned', report, charts, today, effects, fingerprint, sheet: sheet.name, milliseconds };
  }
  switch (outcome?.kind) {
    case 'infeasible':
      return { kind: 'infeasible', report, effects, fingerprint, closest: closestSheet?.name ?? null };
    case 'unbounded':
      return { kind: 'unplanned', reason: 'unbounded' };
    case 'failed':
      return outcome.reason === 'timeLimit'
        ? { kind: 'unplanned', reason: 'timeLimit' }
        : { kind: 'failed', message: outcome.message };
    default:
      return { kind: 'unplanned', reason: 'invalid' };
  }
}

/** Stands in for an outcome where there is none; nobody sees it. */
const withoutPlan: PlanOutcome = {
  kind: 'failed',
  reason: 'cancelled',
  message: '',
  issues: [],
  solver: withoutSolver(''),
};
