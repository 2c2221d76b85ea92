import type { DeskOutcome } from '../planning-worker/book-desk';
import type { PlannerName } from '../planning';
import type { SheetOverride } from '../workbook/plan-overrides';
import { overrideFinder } from './override-commands';
import type { RunOptions } from '../planning-worker/messages';
import type { PaneCommands } from './pane-commands';
import type { PaneSurroundings } from './pane-surroundings';
import { isBusy } from './pane-state';
import type { RunChoices, RunState } from './pane-state';
import { runDateOf, runPlan } from './run-plan';
import type { PaneRun } from './run-plan';

/** Optimize, Cancel, and the closest plan. */
export function runCommands({
  store,
  host,
  desk,
  texts,
  read,
  attempt,
}: PaneSurroundings): Pick<
  PaneCommands,
  'optimize' | 'planBy' | 'lockOverrides' | 'forgetOverrides' | 'cancel' | 'writeClosest'
> {
  const { dispatch, state } = store;
  const findOverrides = overrideFinder({ store, host, desk });
  let current: PaneRun | null = null;

  async function planBy(planner: PlannerName, overrides: readonly SheetOverride[] = []): Promise<void> {
    if (!host.workbook() || isBusy(state())) return;
    const { mode, preset, options } = state();
    const choices = runOptionsOf(options);
    if (!choices) return dispatch({ kind: 'alerted', message: texts().notAPositiveNumber });
    dispatch({ kind: 'runStarted' });
    const ticking = tickEverySecond((elapsedSeconds) => dispatch({ kind: 'runTicked', elapsedSeconds }));
    try {
      const runDate = runDateOf(new Date());
      const request = { planner, overrides, mode, preset, scenario: null, options: choices, runDate };
      current = runPlan(host, desk, request, (best) => dispatch({ kind: 'betterPlanFound', best }));
      await finish(await current.outcome, overrides.length > 0);
      // What was kept stands on the new sheet as well; reading the whole sheet back is for this alone.
      if (overrides.length > 0) await findOverrides();
    } finally {
      ticking.stop();
      current = null;
    }
  }

  async function finish(outcome: DeskOutcome, keepsTyped: boolean): Promise<void> {
    const end = (run: RunState, status = '') => dispatch({ kind: 'runEnded', run, status });
    switch (outcome.kind) {
      case 'cancelled':
        return end({ kind: 'cancelled' }, texts().cancelled);
      case 'died':
        return end({ kind: 'died', message: outcome.message });
      case 'refused':
        return end({ kind: 'failed', message: outcome.error.message });
      case 'infeasible':
        return dispatch(outcome);
      case 'unplanned':
      case 'failed':
        end({ kind: 'failed', message: outcome.kind === 'failed' ? outcome.message : reasonText(outcome.reason) });
        // The reading may have changed since it was shown.
        return read();
      case 'planned': {
        dispatch({ kind: 'writingStarted' });
        const written = await host.writePlan();
        if (!written.ok) return end({ kind: 'failed', message: written.error.message });
        const { report, today, charts, fingerprint, sheet } = outcome;
        const status = texts().writtenTo(sheet);
        const typed = keepsTyped ? state().typed : null;
        dispatch({ kind: 'planned', report, today, charts, fingerprint, sheet, typed, status });
      }
    }
  }

  function reasonText(reason: Extract<DeskOutcome, { kind: 'unplanned' }>['reason']): string {
    switch (reason) {
      case 'invalid':
        return texts().invalid;
      case 'unbounded':
        return texts().unbounded;
      case 'timeLimit':
        return texts().tooLittleTime;
    }
  }

  /** Who made the plan that is shown: its typed quantities are for the same planner. */
  function lastPlanner(): PlannerName {
    const { run } = state();
    return run.kind === 'planned' ? run.report.planner : 'optimizer';
  }

  async function writeClosest(): Promise<void> {
    const { run } = state();
    if (run.kind !== 'infeasible' || run.closest === null) return;
    // Since this run a scenario may have been planned.
    const laidOut = await desk.layOut({ kind: 'closest', scenario: null });
    const written = laidOut.ok ? await host.writePlan() : laidOut;
    if (!written.ok) return dispatch({ kind: 'alerted', message: written.error.message });
    dispatch({ kind: 'closestWritten', sheet: run.closest, status: texts().closestWritten(run.closest) });
  }

  return {
    optimize: () => attempt(() => planBy('optimizer')),
    lockOverrides: () => attempt(() => planBy(lastPlanner(), state().typed?.quantities)),
    forgetOverrides: () => attempt(() => planBy('optimizer')),
    planBy: (planner) => attempt(() => planBy(planner)),
    cancel: (choice) => current?.cancel(choice),
    writeClosest: () => attempt(writeClosest),
  };
}

/** The choices as the planner takes them; null where one is no number above 0. */
export function runOptionsOf({ timeLimitSeconds, gapPercent }: RunChoices): RunOptions | null {
  const seconds = positiveNumber(timeLimitSeconds);
  const percent = positiveNumber(gapPercent);
  if (seconds === 'wrong' || percent === 'wrong') return null;
  return {
    ...(seconds !== null && { timeLimitSeconds: seconds }),
    ...(percent !== null && { relativeGap: percent / 100 }),
  };
}

function positiveNumber(text: string): number | null | 'wrong' {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const value = Number(trimmed.replace(',', '.'));
  return Number.isFinite(value) && value > 0 ? value : 'wrong';
}

function tickEverySecond(tick: (elapsedSeconds: number) => void): { readonly stop: () => void } {
  const started = performance.now();
  const timer = setInterval(() => tick(Math.floor((performance.now() - started) / 1000)), 1000);
  return { stop: () => clearInterval(timer) };
}
