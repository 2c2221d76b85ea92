/** What a worker answers to a task. */
export type Reply<Result> = { kind: 'done'; result: Result } | { kind: 'failed'; reason: string };

/** A running worker: it takes one task at a time. */
export interface PoolWorker<Task> {
  post(task: Task): void;
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

/** Starts a worker; it calls `onReply` once per task, or `onFailure` when the worker itself breaks. */
export type StartWorker<Task, Result> = (
  onReply: (reply: Reply<Result>) => void,
  onFailure: (reason: string) => void,
) => PoolWorker<Task>;

/** Calls back after some milliseconds, unless the returned function is called before. */
export type Timer = (milliseconds: number, callback: () => void) => () => void;

/** Work for the pool and the ports it runs through. */
export interface PoolPlan<Task, Result> {
  tasks: readonly Task[];
  startWorker: StartWorker<Task, Result>;
  timer: Timer;
  /** Workers wanted, usually the machine's processors; at most 8 are started. */
  workers: number;
  /** Milliseconds after which a task counts as hanging. */
  timeLimit: number;
  /** The result of a task that failed twice. */
  fallback: (task: Task, reason: string) => Result;
  onProgress?: (finished: number, total: number) => void;
}

/** What came of the tasks. */
export interface PoolOutcome<Result> {
  /** One entry per task; null where the run was cancelled first, or even the fallback failed. */
  results: (Result | null)[];
  /** The tasks that have no proper result, by position, and why. */
  failures: { index: number; reason: string }[];
  cancelled: boolean;
}

/** A run of the pool. */
export interface PoolRun<Result> {
  /** Never rejects. */
  done: Promise<PoolOutcome<Result>>;
  /** Ends all workers; what is finished by then is the outcome. */
  cancel(): void;
}

/** Most workers that are started. */
const MOST_WORKERS = 8;
/** How often a task is tried. */
const ATTEMPTS = 2;

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Runs tasks on a few workers, each task isolated from the others: one that fails or exceeds the time limit is tried once
 * more after the others, on a fresh worker if it broke or blocked the old one, and then gets the fallback and is listed.
 */
export function runPool<Task, Result>(plan: PoolPlan<Task, Result>): PoolRun<Result> {
  const { tasks, timer, timeLimit, fallback } = plan;
  const results = new Array<Result | null>(tasks.length).fill(null);
  const failures: { index: number; reason: string }[] = [];
  const queue = tasks.map((_, index) => ({ index, attempt: 1 }));
  const stops = new Set<() => void>();
  let finished = 0;
  let ended = false;
  let resolve: (outcome: PoolOutcome<Result>) => void = () => undefined;
  const done = new Promise<PoolOutcome<Result>>((settle) => (resolve = settle));

  const end = (cancelled: boolean): void => {
    if (ended) return;
    ended = true;
    for (const stop of stops) stop();
    failures.sort((a, b) => a.index - b.index);
    resolve({ results, failures, cancelled });
  };
  const finish = (index: number, result: Result | null): void => {
    results[index] = result;
    finished += 1;
    try {
      plan.onProgress?.(finished, tasks.length);
    } catch {
      // A listener that fails must not stop the run.
    }
    if (finished === tasks.length) end(false);
  };
  const giveUp = (index: number, reason: string): void => {
    failures.push({ index, reason });
    try {
      finish(index, fallback(tasks[index], reason));
    } catch {
      finish(index, null);
    }
  };

  /** One place for a worker; the worker is replaced when it breaks or hangs. */
  const serve = (): void => {
    let worker: PoolWorker<Task> | null = null;
    let clearTimer = (): void => undefined;
    /** Counts the workers of this place: an answer of an ended one counts for nothing. */
    let lives = 0;
    /** Settles the task at hand; null between tasks. */
    let settle: ((reply: Reply<Result>, broken: boolean) => void) | null = null;

    const discard = (): void => {
      clearTimer();
      settle = null;
      lives += 1;
      const old = worker;
      worker = null;
      try {
        old?.terminate();
      } catch {
        // Nothing depends on a worker that was given up.
      }
    };
    stops.add(discard);

    const start = (): PoolWorker<Task> => {
      const life = lives;
      const answer = (reply: Reply<Result>, broken: boolean): void => {
        if (life === lives) settle?.(reply, broken);
      };
      return plan.startWorker(
        (reply) => answer(reply, false),
        (reason) => answer({ kind: 'failed', reason }, true),
      );
    };

    const next = (): void => {
      if (ended) return;
      const job = queue.shift();
      if (!job) {
        // A task on another worker may still come back for its second attempt: that worker then takes it itself.
        discard();
        return;
      }
      settle = (reply, broken) => {
        settle = null;
        clearTimer();
        if (broken) discard();
        if (reply.kind === 'done') finish(job.index, reply.result);
        else if (job.attempt < ATTEMPTS) queue.push({ index: job.index, attempt: job.attempt + 1 });
        else giveUp(job.index, reply.reason);
        // Not directly: a worker that answers at once would deepen the stack with every task.
        void Promise.resolve().then(next);
      };
      clearTimer = timer(timeLimit, () =>
        settle?.({ kind: 'failed', reason: `No answer within ${timeLimit / 1000} s.` }, true),
      );
      try {
        worker ??= start();
        worker.post(tasks[job.index]);
      } catch (error) {
        settle?.({ kind: 'failed', reason: textOf(error) }, true);
      }
    };
    next();
  };

  if (tasks.length === 0) end(false);
  const places = Math.max(1, Math.min(MOST_WORKERS, Math.floor(plan.workers) || 1, tasks.length));
  for (let place = 0; place < places; place++) serve();
  return { done, cancel: () => end(true) };
}
