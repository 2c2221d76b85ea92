import { forecastItems } from '../../src/forecasting/index';
import type { ForecastedItem, ForecastTask, PoolOutcome } from '../../src/forecasting/index';
import { browserWorkerStarter } from '../../src/forecasting-workers/browser-worker-starter';
import { createBrowserWorker } from '../../src/forecasting-workers/create-browser-worker';
import { forecastInBrowser } from '../../src/forecasting-workers/browser-forecaster';
import { machineTimer } from '../../src/forecasting-workers/timer';

/** Forecasts on two workers of this page; one whose item is called `hang` computes for ever. */
function forecastWithHanging(tasks: readonly ForecastTask[], timeLimit: number): Promise<PoolOutcome<ForecastedItem>> {
  const start = browserWorkerStarter(createBrowserWorker);
  return forecastItems(tasks, {
    startWorker: (onReply, onFailure) => {
      const worker = start(onReply, onFailure);
      let endless: Worker | null = null;
      return {
        post: (task) => {
          if (task.input.item !== 'hang') return worker.post(task);
          endless = new Worker('hang.js');
        },
        terminate: () => {
          worker.terminate();
          endless?.terminate();
        },
      };
    },
    timer: machineTimer,
    workers: 2,
    timeLimit,
  }).done;
}

/** What the page offers to tests and benchmarks. */
export interface ForecastingPage {
  forecastInBrowser: typeof forecastInBrowser;
  forecastWithHanging: typeof forecastWithHanging;
}

Object.assign(globalThis, { forecastInBrowser, forecastWithHanging } satisfies ForecastingPage);
