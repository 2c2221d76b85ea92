import type { DeskOutcome } from '../planning-worker/book-desk';
import type { PlannerName } from '../planning';
import type { SheetOverride } from '../workbook/plan-overrides';
import { overrideFinder } from './override-commands';
import type { RunOptions } from '../planning-worker/messages';
import type { PaneCommands } from './pane-commands';
import type { PaneSurroundings } from './pane-surroundings';
import { isBusy } from './pane-state';
import type { RunChoices, RunState, TriedFix } from './pane-state';
import { runDateOf, runPlan } from './run-plan';
import type { PaneRun } from './run-plan';
import { errorText } from './speech';

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
  'optimize' | 'planBy' | 'lockOverrides' | 'forgetOverrides' | 'tryFix' | 'backToReasons' | 'cancel' | 'writeClosest'
> {
  const { dispatch, state } = store;
  const findOverrides = overrideFinder({ store, host, desk });
  let current: PaneRun | null = null;
  /** What the last run kept: a fix of it is for the same. */
  let kept: readonly SheetOverride[] = [];

  async function planBy(
    planner: PlannerName,
    overrides: readonly SheetOverride[] = [],
    tried?: TriedFix & { readonly position: number },
  ): Promise<void> {
    if (!host.workbook() || isBusy(state())) return;
    const { mode, preset, options } = state();
    const choices = runOptionsOf(options);
    if (!choices) return dispatch({ kind: 'alerted', message: texts().notAPositiveNumber });
    kept = overrides;
    dispatch({ kind: 'runStarted' });
    const ticking = tickEverySecond((elapsedSeconds) => dispatch({ kind: 'runTicked', elapsedSeconds }));
    try {
      const runDate = runDateOf(new Date());
      const shared = { planner, overrides, mode, preset, scenario: null, options: choices, runDate };
      const request = tried ? { ...shared, tried: tried.position } : shared;
      current = runPlan(host, desk, request, (best) => dispatch({ kind: 'betterPlanFound', best }));
      await finish(await current.outcome, overrides.length > 0, tried);
      // What was kept stands on the new sheet as well; reading the whole sheet back is for this alone.
      if (overrides.length > 0) await findOverrides();
    } finally {
      ticking.stop();
      current = null;
    }
  }

  async function finish(outcome: DeskOutcome, keepsTyped: boolean, tried?: TriedFix): Promise<void> {
    const end = (run: RunState, status = '') => dispatch({ kind: 'runEnded', run: tried?.of ?? run, status });
    const fail = (message: string) => {
      end({ kind: 'failed', message });
      if (tried) dispatch({ kind: 'alerted', message });
    };
    switch (outcome.kind) {
      case 'cancelled':
        return end({ kind: 'cancelled' }, texts().cancelled);
      case 'died':
        return end({ kind: 'died', message: outcome.message });
      case 'refused':
        return fail(errorText(store.state(), outcome.error));
      case 'infeasible':
        return tried ? fail(texts().infeasibleTitle) : dispatch(outcome);
      case 'unplanned':
      case 'failed':
        fail(outcome.kind === 'failed' ? outcome.message : reasonText(outcome.reason));
        // The reading may have changed since it was shown.
        return read();
      case 'planned': {
        dispatch({ kind: 'writingStarted' });
        const written = await host.writePlan();
        if (!written.ok) return fail(errorText(store.state(), written.error));
        const { report, today, charts, fingerprint, sheet } = outcome;
        const status = texts().writtenTo(sheet);
        const typed = keepsTyped ? state().typed : null;
        dispatch({ kind: 'planned', report, today, charts, fingerprint, sheet, typed, tried, status });
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

  async function tryFix(position: number): Promise<void> {
    const { run } = state();
    const fix = run.kind === 'infeasible' ? run.report.infeasibility?.fixes[position] : undefined;
    if (run.kind !== 'infeasible' || !fix) return;
    await planBy('optimizer', kept, { position, sentence: fix.sentence, said: fix.said, of: run });
  }

  async function backToReasons(): Promise<void> {
    const { run } = state();
    if (run.kind !== 'planned' || !run.tried) return;
    const removed = run.sheet === null ? null : await host.removeResult(run.sheet);
    if (removed?.ok === false) return dispatch({ kind: 'alerted', message: errorText(store.state(), removed.error) });
    dispatch({ kind: 'runEnded', run: run.tried.of, status: texts().removed });
    await read();
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
    if (!written.ok) return dispatch({ kind: 'alerted', message: errorText(store.state(), written.error) });
    dispatch({ kind: 'closestWritten', sheet: run.closest, status: texts().closestWritten(run.closest) });
  }

  return {
    optimize: () => attempt(() => planBy('optimizer')),
    lockOverrides: () => attempt(() => planBy(lastPlanner(), state().typed?.quantities)),
    forgetOverrides: () => attempt(() => planBy('optimizer')),
    planBy: (planner) => attempt(() => planBy(planner)),
    tryFix: (position) => attempt(() => tryFix(position)),
    backToReasons: () => attempt(backToReasons),
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
