import type { DeskOutcome } from '../../../planning-worker/book-desk';
import { runOptionsOf } from '../../run-commands';
import { runDateOf, runPlan } from '../../run-plan';
import type { PaneRun } from '../../run-plan';
import type { Store } from '../../store';
import type { PanelSurroundings } from '../panel';
import type { ScenariosAction, ScenariosState } from './scenarios-state';
import type { PanelTexts } from './texts';

/** Optimising scenarios one after the other, each onto its own sheet. */
export interface ScenarioRunner {
  readonly optimize: (names: readonly string[]) => Promise<void>;
  readonly cancel: () => void;
}

/** A runner that tells the store how it goes. */
export function scenarioRunner(
  { store: pane, host, desk }: PanelSurroundings,
  store: Store<ScenariosState, ScenariosAction>,
  texts: () => PanelTexts,
): ScenarioRunner {
  let current: PaneRun | null = null;
  let isCancelled = false;
  const say = (status: string) => pane.dispatch({ kind: 'said', status });
  const complain = (message: string) => pane.dispatch({ kind: 'alerted', message });

  /** Whether to go on with the next one. */
  async function optimizeOne(name: string): Promise<boolean> {
    const { mode, options } = pane.state();
    const choices = runOptionsOf(options);
    if (!choices) {
      complain(texts().wrongOptions);
      return false;
    }
    const request = { mode, scenario: name, options: choices, runDate: runDateOf(new Date()) };
    current = runPlan(host, desk, request, (best) => store.dispatch({ kind: 'betterPlanFound', best }));
    const outcome = await current.outcome;
    current = null;
    return keep(name, outcome);
  }

  async function keep(name: string, outcome: DeskOutcome): Promise<boolean> {
    switch (outcome.kind) {
      case 'cancelled':
        isCancelled = true;
        return false;
      case 'died':
        complain(texts().died);
        return false;
      case 'refused':
        complain(outcome.error.message);
        return false;
      default:
        store.dispatch({ kind: 'ended', result: { name, outcome, sheet: null, isStale: false } });
    }
    if (outcome.kind !== 'planned') return true;
    const written = await host.writePlan();
    if (!written.ok) {
      complain(written.error.message);
      return false;
    }
    store.dispatch({ kind: 'written', name, sheet: outcome.sheet });
    return true;
  }

  async function optimizeEach(names: readonly string[], seconds: () => number): Promise<number> {
    for (const [n, name] of names.entries()) {
      const run = { name, number: n + 1, count: names.length, elapsedSeconds: seconds(), best: null };
      store.dispatch({ kind: 'run', run });
      say(texts().optimizing(name, String(n + 1), String(names.length)));
      if (!(await optimizeOne(name))) return n;
    }
    return names.length;
  }

  return {
    optimize: async (names) => {
      if (store.state().run) return;
      isCancelled = false;
      const started = performance.now();
      const seconds = () => Math.floor((performance.now() - started) / 1000);
      const ticking = setInterval(() => store.dispatch({ kind: 'ticked', elapsedSeconds: seconds() }), 1000);
      try {
        const done = await optimizeEach(names, seconds);
        if (isCancelled) say(texts().cancelled(String(done), String(names.length)));
        else if (done === names.length) say(done === 1 ? texts().ready(names[0]) : texts().allReady(String(done)));
      } finally {
        clearInterval(ticking);
        store.dispatch({ kind: 'run', run: null });
      }
    },
    cancel: () => {
      isCancelled = true;
      current?.cancel();
    },
  };
}
