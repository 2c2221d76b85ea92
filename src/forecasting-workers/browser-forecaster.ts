import { forecastItems } from '../forecasting/index';
import type { ForecastedItem, ForecastTask, PoolRun } from '../forecasting/index';
import { browserWorkerStarter } from './browser-worker-starter';
import { createBrowserWorker } from './create-browser-worker';
import { machineTimer } from './timer';

/** An item that takes longer hangs; usually one takes a few hundredths of a second. */
const timeLimitMilliseconds = 30_000;

/** Forecasts items on Web Workers of this page's own origin, as many as the machine has processors, at most eight. */
export function forecastInBrowser(
  tasks: readonly ForecastTask[],
  onProgress?: (finished: number, total: number) => void,
  workers = navigator.hardwareConcurrency,
): PoolRun<ForecastedItem> {
  return forecastItems(tasks, {
    startWorker: browserWorkerStarter(createBrowserWorker),
    timer: machineTimer,
    workers,
    timeLimit: timeLimitMilliseconds,
    onProgress,
  });
}
