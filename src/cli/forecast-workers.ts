import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { forecastItems } from '../forecasting/index';
import type { ForecastedItem, ForecastTask, PoolOutcome, StartWorker } from '../forecasting/index';
import { inlineWorkerStarter } from '../forecasting-workers/inline-worker-starter';
import { nodeWorkerStarter } from '../forecasting-workers/node-worker-starter';
import { machineTimer } from '../forecasting-workers/timer';
import type { Surroundings } from './command';

/** An item that takes longer hangs; usually one takes a few hundredths of a second. */
const timeLimitMilliseconds = 30_000;
/** Starting a worker takes longer than forecasting a few items. */
const fewItems = 3;
const quietMilliseconds = 1500;

/** Forecasts items on the machine's processors, and in this thread where worker threads cannot be started. */
export async function forecastOnWorkers(
  tasks: readonly ForecastTask[],
  surroundings: Surroundings,
): Promise<PoolOutcome<ForecastedItem>> {
  const { err, terminal, clock } = surroundings;
  const threads = tasks.length > fewItems ? await threadStarter() : null;
  const started = clock();
  let shown = false;
  const run = forecastItems(tasks, {
    startWorker: threads ?? inlineWorkerStarter,
    timer: machineTimer,
    workers: threads ? availableParallelism() : 1,
    timeLimit: timeLimitMilliseconds,
    onProgress: (finished, total) => {
      if (!terminal || clock() - started < quietMilliseconds) return;
      err(`\r\u001b[2KForecasting: ${finished} of ${total} items`);
      shown = true;
    },
  });
  const outcome = await run.done;
  if (shown) err('\r\u001b[2K');
  return outcome;
}

/** A starter of worker threads, or null where a first one does not come up. */
function threadStarter(): Promise<StartWorker<ForecastTask, ForecastedItem> | null> {
  // The literal is what the bundler looks for; from source it is the file itself.
  const create = (): Worker => new Worker(new URL('../forecasting-workers/node-worker.ts', import.meta.url));
  return new Promise((resolve) => {
    let first: Worker | null = null;
    const starter = nodeWorkerStarter(() => {
      const worker = first ?? create();
      first = null;
      return worker;
    });
    try {
      const trial = create();
      trial.once('message', () => {
        trial.removeAllListeners();
        first = trial;
        resolve(starter);
      });
      trial.once('error', () => resolve(null));
      trial.once('exit', () => resolve(null));
      trial.postMessage({ input: { item: '', history: [1, 1] }, options: { periods: 1, seasonLength: 1 } });
    } catch {
      resolve(null);
    }
  });
}
