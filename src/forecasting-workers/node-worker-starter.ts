import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { ForecastedItem, ForecastTask, Reply, StartWorker } from '../forecasting/index';

/** Starts worker threads of Node that run the built `node-worker` file. */
export function nodeWorkerStarter(
  file: string | URL,
  options: WorkerOptions = {},
): StartWorker<ForecastTask, ForecastedItem> {
  return (onReply, onFailure) => {
    const worker = new Worker(file, options);
    worker.on('message', (reply: Reply<ForecastedItem>) => onReply(reply));
    worker.on('error', (error) => onFailure(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => onFailure(`The worker ended with code ${code}.`));
    return {
      post: (task) => worker.postMessage(task),
      terminate: () => void worker.terminate(),
    };
  };
}
