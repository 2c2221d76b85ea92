import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  answerForecastTask,
  forecastItems,
  runPool,
  type ForecastedItem,
  type ForecastTask,
  type StartWorker,
  type Timer,
} from '../../src/forecasting/index';
import { machineTimer } from '../../src/forecasting-workers/timer';
import { nodeWorkerStarter } from '../../src/forecasting-workers/node-worker-starter';

const task = (item: string, history: (number | null)[]): ForecastTask => ({
  input: { item, history },
  options: { periods: 3, seasonLength: 12 },
});

/** A clock that only moves when nothing else happens: every pending time limit then expires at once. */
function manualClock(): { timer: Timer; expire: () => void } {
  const pending = new Set<() => void>();
  return {
    timer: (_, callback) => {
      pending.add(callback);
      return () => pending.delete(callback);
    },
    expire: () => {
      const due = [...pending];
      pending.clear();
      due.forEach((callback) => callback());
    },
  };
}

/** A worker in this thread that never answers for items named hang, throws for items named throw, and breaks for broken. */
function workerWithFaults(log: { started: number; ended: number }): StartWorker<ForecastTask, ForecastedItem> {
  return (onReply, onFailure) => {
    log.started += 1;
    return {
      post: ({ input, ...rest }) => {
        if (input.item.startsWith('hang')) return;
        if (input.item.startsWith('throw')) throw new Error('could not be sent');
        if (input.item.startsWith('broken')) void Promise.resolve().then(() => onFailure('out of memory'));
        else void Promise.resolve().then(() => onReply(answerForecastTask({ input, ...rest })));
      },
      terminate: () => void (log.ended += 1),
    };
  };
}

const settled = async (): Promise<void> => {
  await new Promise<void>((resolve) => setImmediate(resolve));
};

test('one of 500 items that hangs does not hold up the other 499, and is listed with the fallback mean', async () => {
  const clock = manualClock();
  const log = { started: 0, ended: 0 };
  const tasks = Array.from({ length: 500 }, (_, i) => task(i === 17 ? 'hang' : `item ${i}`, [4, 6]));
  let finished = 0;
  const run = forecastItems(tasks, {
    startWorker: workerWithFaults(log),
    timer: clock.timer,
    workers: 2,
    timeLimit: 5000,
    onProgress: (count) => (finished = count),
  });
  while (finished < 499) await settled();
  expect(finished).toBe(499);
  clock.expire(); // the first attempt
  await settled();
  clock.expire(); // the retry
  const { results, failures, cancelled } = await run.done;
  expect(cancelled).toBe(false);
  expect(failures).toEqual([{ index: 17, reason: 'No answer within 5 s.' }]);
  expect(results[17]?.forecast).toEqual([5, 5, 5]);
  expect(results[17]?.failed).toBe('No answer within 5 s.');
  expect(results.filter((result) => result !== null && result.failed === null)).toHaveLength(499);
  expect(log.ended).toBe(log.started);
});

test('retries a failing item once, then lists it with its reason while the others finish', async () => {
  const attempts: string[] = [];
  const faulty = workerWithFaults({ started: 0, ended: 0 });
  const run = forecastItems([task('throw', [1]), task('fine', [2, 4]), task('broken', [8, 10])], {
    startWorker: (onReply, onFailure) => {
      const worker = faulty(onReply, onFailure);
      return {
        ...worker,
        post: (sent) => {
          attempts.push(sent.input.item);
          worker.post(sent);
        },
      };
    },
    timer: manualClock().timer,
    workers: 1,
    timeLimit: 1000,
  });
  const { results, failures } = await run.done;
  expect(attempts).toEqual(['throw', 'fine', 'broken', 'throw', 'broken']);
  expect(failures).toEqual([
    { index: 0, reason: 'could not be sent' },
    { index: 2, reason: 'out of memory' },
  ]);
  expect(results.map((result) => result?.forecast[0])).toEqual([1, expect.any(Number), 9]);
});

test('a worker that cannot be started gives every item its fallback instead of an error', async () => {
  const run = runPool<number, string>({
    tasks: [1, 2, 3],
    startWorker: () => {
      throw new Error('blocked by policy');
    },
    timer: manualClock().timer,
    workers: 8,
    timeLimit: 1000,
    fallback: (value, reason) => `${value}: ${reason}`,
  });
  expect((await run.done).results).toEqual(['1: blocked by policy', '2: blocked by policy', '3: blocked by policy']);
});

test('cancelling keeps what is finished and ends all workers', async () => {
  const log = { started: 0, ended: 0 };
  const run = forecastItems([task('a', [1, 2]), task('hang', [1]), task('b', [3])], {
    startWorker: workerWithFaults(log),
    timer: manualClock().timer,
    workers: 1,
    timeLimit: 1000,
  });
  for (let i = 0; i < 5; i++) await settled();
  run.cancel();
  const { results, cancelled } = await run.done;
  expect(cancelled).toBe(true);
  expect(results.map((result) => result?.item ?? null)).toEqual(['a', null, null]);
  expect(log.ended).toBe(log.started);
});

test('starts at most eight workers, and none for nothing', async () => {
  const log = { started: 0, ended: 0 };
  const ports = { startWorker: workerWithFaults(log), timer: manualClock().timer, workers: 64, timeLimit: 1000 };
  await forecastItems([], ports).done;
  expect(log.started).toBe(0);
  const many = Array.from({ length: 40 }, (_, i) => task(`item ${i}`, [1, 2, 3]));
  await forecastItems(many, ports).done;
  expect(log.started).toBe(8);
});

test('worker threads of Node give the same forecast as this thread', async () => {
  const history = Array.from({ length: 40 }, (_, t) => 100 + t + 20 * Math.sin((2 * Math.PI * t) / 12));
  const tasks = ['a', 'b', 'c'].map((item) => task(item, history));
  const file = join(__dirname, '../../src/forecasting-workers/node-worker.ts');
  const run = forecastItems(tasks, {
    // Node runs the built file; here the source is compiled on the way.
    startWorker: nodeWorkerStarter(
      () => new Worker(`require('tsx/cjs'); require(${JSON.stringify(file)});`, { eval: true }),
    ),
    timer: machineTimer,
    workers: 2,
    timeLimit: 50000,
  });
  const { results, failures } = await run.done;
  expect(failures).toEqual([]);
  const here = tasks.map((sent) => answerForecastTask(sent));
  expect(results).toEqual(here.map((reply) => (reply.kind === 'done' ? reply.result : null)));
});
