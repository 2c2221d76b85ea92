import type { PlannedOutcome, PlanningProblem, PlanOutcome, SolveProgress } from '../planning';
import type { RunOptions, WorkerReply, WorkerRequest } from './messages';

/** The part of a browser's `Worker` that is used here. */
export interface WorkerPort {
  postMessage(request: WorkerRequest): void;
  terminate(): void;
  onmessage: ((event: { readonly data: WorkerReply }) => void) | null;
  onerror: ((event: { readonly message?: string; readonly preventDefault?: () => void }) => void) | null;
}

export interface RunListeners {
  readonly onProgress?: (progress: SolveProgress) => void;
  /** A better feasible plan of a search over whole numbers. */
  readonly onBetterPlan?: (planned: PlannedOutcome) => void;
  /** The plan of the run's outcome, while its reasons are still to be found; not told of every plan. */
  readonly onPlan?: (planned: PlannedOutcome) => void;
}

/** A run under way. */
export interface PlanningRun {
  readonly outcome: Promise<RunOutcome>;
  /**
   * Ends the run at once. With `keepBest`, a plan found so far becomes the outcome (stopped early, its gap stated).
   */
  readonly cancel: (choice?: { readonly keepBest: boolean }) => void;
}

/** How a run ended: as the core says, cancelled, or because the worker died. */
export type RunOutcome =
  | { readonly kind: 'ended'; readonly outcome: PlanOutcome }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'died'; readonly message: string };

/** Makes plans in a worker, one at a time, so that the page never waits. */
export interface Planner {
  /** Starts the worker and compiles the solver ahead of the first run. */
  readonly warmUp: () => void;
  readonly start: (problem: PlanningProblem, options?: RunOptions, listeners?: RunListeners) => PlanningRun;
  readonly dispose: () => void;
}

/**
 * A planner on workers that `startWorker` gives. A solve cannot be interrupted from outside, so to cancel is to end the
 * worker; the next run gets a new one.
 */
export function workerPlanner(startWorker: () => WorkerPort): Planner {
  let worker: WorkerPort | null = null;
  let runs = 0;
  let current: { readonly run: number; readonly end: (outcome: RunOutcome) => void } | null = null;

  function endWorker(): void {
    worker?.terminate();
    worker = null;
  }

  function ready(): WorkerPort {
    if (worker) return worker;
    worker = startWorker();
    worker.onerror = (event) => {
      // It ends here: the thread that started this worker goes on.
      event.preventDefault?.();
      died(event.message ?? 'The planning worker stopped.');
    };
    return worker;
  }

  function died(message: string): void {
    endWorker();
    current?.end({ kind: 'died', message });
  }

  function start(problem: PlanningProblem, options: RunOptions = {}, listeners: RunListeners = {}): PlanningRun {
    current?.end({ kind: 'cancelled' });
    if (current) endWorker();
    const run = ++runs;
    let best: PlannedOutcome | null = null;
    const outcome = new Promise<RunOutcome>((resolve) => {
      current = {
        run,
        end: (ended) => {
          current = null;
          resolve(ended);
        },
      };
    });
    const port = ready();
    port.onmessage = ({ data }) => {
      if (data.kind === 'crash') return died(data.message);
      if (!('run' in data) || data.run !== run || current?.run !== run) return;
      if (data.kind === 'progress') listeners.onProgress?.(data.progress);
      else if (data.kind === 'outcome') current.end({ kind: 'ended', outcome: data.outcome });
      else if (data.kind === 'explained') {
        if (best) current.end({ kind: 'ended', outcome: { ...best, explanations: data.explanations } });
      } else {
        best = data.planned;
        (data.kind === 'better' ? listeners.onBetterPlan : listeners.onPlan)?.(data.planned);
      }
    };
    port.postMessage({ kind: 'plan', run, problem, options });
    return {
      outcome,
      cancel: ({ keepBest } = { keepBest: false }) => {
        if (current?.run !== run) return;
        endWorker();
        current.end(keepBest && best ? { kind: 'ended', outcome: best } : { kind: 'cancelled' });
      },
    };
  }

  return {
    warmUp: () => ready().postMessage({ kind: 'load' }),
    start,
    dispose: () => {
      endWorker();
      current?.end({ kind: 'cancelled' });
    },
  };
}
