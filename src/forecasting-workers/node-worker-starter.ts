import type { Worker } from 'node:worker_threads';
import type { ForecastedItem, ForecastTask, Reply, StartWorker } from '../forecasting/index';

/**
 * Starts worker threads of Node. `createWorker` holds the bundler's literal
 * `new Worker(new URL('../forecasting-workers/node-worker.ts', import.meta.url))`, which only works in the entry point itself.
 */
export function nodeWorkerStarter(createWorker: () => Worker): StartWorker<ForecastTask, ForecastedItem> {
  return (onReply, onFailure) => {
    const worker = createWorker();
    worker.on('message', (reply: Reply<ForecastedItem>) => onReply(reply));
    worker.on('error', (error) => onFailure(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => onFailure(`The worker ended with code ${code}.`));
    return {
      post: (task) => worker.postMessage(task),
      terminate: () => void worker.terminate(),
    };
  };
}
