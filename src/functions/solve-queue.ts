import type { PlanningProblem } from '../planning';
import type { Planner, PlanningRun, RunOutcome } from '../planning-worker/planner';

/** A solve that runs, or waits for its turn. */
export interface QueuedSolve {
  readonly outcome: Promise<RunOutcome>;
  /** Ends it; one that waits is never started. */
  readonly cancel: () => void;
}

/** Hands problems to a planner one after the other: a planner ends its run when it gets the next one. */
export type SolveQueue = (problem: PlanningProblem) => QueuedSolve;

/** A queue in front of a planner of its own; the pane's runs are not disturbed. */
export function solveQueue(planner: () => Planner): SolveQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (problem) => {
    let run: PlanningRun | null = null;
    let isCancelled = false;
    const outcome = last.then((): Promise<RunOutcome> | RunOutcome => {
      if (isCancelled) return { kind: 'cancelled' };
      run = planner().start(problem);
      return run.outcome;
    });
    last = outcome.catch(() => undefined);
    return {
      outcome,
      cancel: () => {
        isCancelled = true;
        run?.cancel();
      },
    };
  };
}
