import { runPlan } from '../../run-plan';
import type { PaneRun, PaneRunOutcome } from '../../run-plan';
import type { PanelSurroundings } from '../panel';
import { runDateOf, writePlanSheet } from '../../run-plan';
import { runOptionsOf } from '../../run-commands';
import type { ScenariosAction, ScenariosState } from './scenarios-state';
import type { Store } from '../../store';
import type { panelTexts } from './texts';

type Texts = (typeof panelTexts)['en'];

/** Optimising scenarios one after the other, each onto its own sheet. */
export interface ScenarioRunner {
  readonly optimize: (names: readonly string[]) => Promise<void>;
  readonly cancel: () => void;
}

/** A runner that tells the store how it goes. */
export function scenarioRunner(
  { store: pane, host, planner }: PanelSurroundings,
  store: Store<ScenariosState, ScenariosAction>,
  texts: () => Texts,
): ScenarioRunner {
  let current: PaneRun | null = null;
  let isCancelled = false;
  const say = (status: string) => pane.dispatch({ kind: 'said', status });
  const complain = (message: string) => pane.dispatch({ kind: 'alerted', message });

  /** Whether to go on with the next one. */
  async function optimizeOne(name: string): Promise<boolean> {
    const workbook = host.workbook();
    const { mode, options } = pane.state();
    const choices = runOptionsOf(options);
    if (!workbook || !choices) {
      complain(texts().wrongOptions);
      return false;
    }
    current = runPlan(workbook, planner, {
      scenario: name,
      mode,
      options: choices,
      runDate: runDateOf(new Date()),
      onBetterPlan: (best) => store.dispatch({ kind: 'betterPlanFound', best }),
    });
    const outcome = await current.outcome;
    current = null;
    if (outcome.kind !== 'ended') {
      if (outcome.kind !== 'cancelled') complain(outcome.kind === 'died' ? texts().died : outcome.error.message);
      isCancelled ||= outcome.kind === 'cancelled';
      return false;
    }
    return keep(name, outcome, workbook);
  }

  async function keep(
    name: string,
    { planned }: Extract<PaneRunOutcome, { kind: 'ended' }>,
    workbook: NonNullable<ReturnType<typeof host.workbook>>,
  ): Promise<boolean> {
    const { sheet } = planned;
    store.dispatch({ kind: 'ended', result: { name, planned, sheet: null, isStale: false } });
    if (!sheet) return true;
    const written = await writePlanSheet(workbook, sheet);
    if (!written.ok) {
      complain(written.error.message);
      return false;
    }
    store.dispatch({ kind: 'written', name, sheet: sheet.name });
    return true;
  }

  return {
    optimize: async (names) => {
      if (store.state().run) return;
      isCancelled = false;
      pane.dispatch({ kind: 'said', status: '' });
      const started = performance.now();
      const ticking = setInterval(
        () => store.dispatch({ kind: 'ticked', elapsedSeconds: Math.floor((performance.now() - started) / 1000) }),
        1000,
      );
      let done = 0;
      try {
        for (const name of names) {
          const run = { name, number: done + 1, count: names.length, best: null };
          const elapsedSeconds = Math.floor((performance.now() - started) / 1000);
          store.dispatch({ kind: 'run', run: { ...run, elapsedSeconds } });
          say(texts().optimizing(name, String(done + 1), String(names.length)));
          if (!(await optimizeOne(name))) break;
          done += 1;
        }
      } finally {
        clearInterval(ticking);
        store.dispatch({ kind: 'run', run: null });
      }
      if (isCancelled) say(texts().cancelled(String(done), String(names.length)));
      else if (done === names.length)
        say(names.length === 1 ? texts().ready(names[0]) : texts().allReady(String(done)));
    },
    cancel: () => {
      isCancelled = true;
      current?.cancel();
    },
  };
}
