import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ForecastOptions, ItemForecast, ItemHistory } from '../../src/forecasting/index';

/** One forecast to make. */
export interface Wanted {
  readonly input: ItemHistory;
  readonly options: ForecastOptions;
}

const core = join(__dirname, '../../src/forecasting/index.ts');

/**
 * Many forecasts by `forecastItem`, in a thread without the test runner's sandbox, in which every use of `Math` is looked up slowly:
 * several times faster.
 */
export function forecastInThread(wanted: readonly Wanted[]): Promise<ItemForecast[]> {
  const script = `
    require('tsx/cjs');
    const { forecastItem } = require(${JSON.stringify(core)});
    const { parentPort, workerData } = require('node:worker_threads');
    parentPort.postMessage(workerData.map(({ input, options }) => forecastItem(input, options)));
  `;
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { eval: true, workerData: wanted });
    worker.once('message', (forecasts: ItemForecast[]) => resolve(forecasts));
    worker.once('error', reject);
  });
}
