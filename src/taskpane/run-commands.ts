import type { RunOptions } from '../planning-worker/messages';
import { planCharts } from './chart-data';
import type { PaneCommands } from './pane-commands';
import type { PaneSurroundings } from './pane-surroundings';
import { isBusy } from './pane-state';
import type { RunChoices, RunState } from './pane-state';
import { runDateOf, runPlan, writePlanSheet } from './run-plan';
import type { PaneRun, PaneRunOutcome } from './run-plan';

/** Optimize, Cancel, and the closest plan. */
export function runCommands({
  store,
  host,
  planner,
  texts,
  read,
  attempt,
}: PaneSurroundings): Pick<PaneCommands, 'optimize' | 'cancel' | 'writeClosest'> {
  const { dispatch, state } = store;
  let current: PaneRun | null = null;

  async function optimize(): Promise<void> {
    const workbook = host.workbook();
    if (!workbook || isBusy(state())) return;
    const { mode, options } = state();
    const choices = runOptionsOf(options);
    if (!choices) return dispatch({ kind: 'alerted', message: texts().notAPositiveNumber });
    dispatch({ kind: 'runStarted' });
    const ticking = tickEverySecond((elapsedSeconds) => dispatch({ kind: 'runTicked', elapsedSeconds }));
    try {
      current = runPlan(workbook, planner, {
        scenario: null,
        mode,
        options: choices,
        runDate: runDateOf(new Date()),
        onBetterPlan: (best) => dispatch({ kind: 'betterPlanFound', best }),
      });
      await finish(await current.outcome, workbook);
    } finally {
      ticking.stop();
      current = null;
    }
  }

  async function finish(outcome: PaneRunOutcome, workbook: NonNullable<ReturnType<typeof host.workbook>>) {
    const end = (run: RunState, status = '') => dispatch({ kind: 'runEnded', run, status });
    if (outcome.kind === 'cancelled') return end({ kind: 'cancelled' }, texts().cancelled);
    if (outcome.kind === 'died') return end({ kind: 'died', message: outcome.message });
    if (outcome.kind === 'refused') return end({ kind: 'failed', message: outcome.error.message });
    const { planned } = outcome;
    const { report, sheet } = planned;
    if (planned.outcome?.kind === 'infeasible') {
      return dispatch({ kind: 'infeasible', report, closest: planned.closestSheet, fingerprint: planned.fingerprint });
    }
    const { problem } = planned.reading;
    if (planned.outcome?.kind !== 'planned' || !sheet || !problem) {
      end({ kind: 'failed', message: failureText(planned.outcome) });
      // The reading may have changed since it was shown.
      return read();
    }
    dispatch({ kind: 'writingStarted' });
    const written = await writePlanSheet(workbook, sheet);
    if (!written.ok) return end({ kind: 'failed', message: written.error.message });
    const charts = planCharts(problem, planned.outcome.plan, report);
    const { fingerprint } = planned;
    dispatch({
      kind: 'planned',
      report,
      charts,
      fingerprint,
      sheet: sheet.name,
      status: texts().writtenTo(sheet.name),
    });
  }

  function failureText(outcome: Extract<PaneRunOutcome, { kind: 'ended' }>['planned']['outcome']): string {
    if (outcome === null || outcome.kind === 'invalid') return texts().invalid;
    if (outcome.kind === 'unbounded') return texts().unbounded;
    if (outcome.kind !== 'failed') return '';
    return outcome.reason === 'timeLimit' ? texts().tooLittleTime : outcome.message;
  }

  async function writeClosest(): Promise<void> {
    const workbook = host.workbook();
    const { run } = state();
    if (!workbook || run.kind !== 'infeasible' || !run.closest) return;
    const written = await writePlanSheet(workbook, run.closest);
    if (!written.ok) return dispatch({ kind: 'alerted', message: written.error.message });
    const { name } = run.closest;
    dispatch({ kind: 'closestWritten', sheet: name, status: texts().closestWritten(name) });
  }

  return {
    optimize: () => attempt(optimize),
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
