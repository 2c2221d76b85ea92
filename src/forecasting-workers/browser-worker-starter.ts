import type { ForecastedItem, ForecastTask, Reply, StartWorker } from '../forecasting/index';

/**
 * Starts Web Workers. `createWorker` holds the bundler's literal
 * `new Worker(new URL('../forecasting-workers/browser-worker', import.meta.url))`, which only works in the entry point itself.
 */
export function browserWorkerStarter(createWorker: () => Worker): StartWorker<ForecastTask, ForecastedItem> {
  return (onReply, onFailure) => {
    const worker = createWorker();
    worker.onmessage = (event: MessageEvent<Reply<ForecastedItem>>) => onReply(event.data);
    worker.onerror = (event) => onFailure(event.message || 'The worker could not be started.');
    worker.onmessageerror = () => onFailure('The answer of the worker could not be read.');
    return {
      post: (task) => worker.postMessage(task),
      terminate: () => worker.terminate(),
    };
  };
}
