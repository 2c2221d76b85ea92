import { cleanHistory, forecastItems } from '../../../forecasting/index';
import type { ForecastedItem, ForecastTask, PoolOutcome } from '../../../forecasting/index';
import { cleanInBrowser } from '../../../forecasting-workers/browser-cleaner';
import { forecastInBrowser } from '../../../forecasting-workers/browser-forecaster';
import { inlineWorkerStarter } from '../../../forecasting-workers/inline-worker-starter';
import { machineTimer } from '../../../forecasting-workers/timer';
import type { CleaningPorts } from '../../../workbook/forecast/clean-workbook';

/** The panel's heavy work, off the page's own thread. */
export interface DemandWork {
  /** Rejects with `cancelled` where it was. */
  readonly clean: NonNullable<CleaningPorts['clean']>;
  readonly forecast: (
    tasks: readonly ForecastTask[],
    onProgress: (finished: number, total: number) => void,
  ) => Promise<PoolOutcome<ForecastedItem>>;
  /** Ends what is under way. */
  readonly cancel: () => void;
}

/** What a cleaning that was cancelled rejects with. */
export const cancelled = new Error('cancelled');

/** An item that takes longer hangs. */
const timeLimitMilliseconds = 30_000;

/** Web Workers, or this thread where there are none. */
export function demandWork(): DemandWork {
  const hasWorkers = typeof Worker !== 'undefined';
  let current: { readonly cancel: () => void } | null = null;
  return {
    clean: async (rows, options) => {
      if (!hasWorkers) return cleanHistory(rows, options);
      const run = cleanInBrowser(rows, options);
      current = run;
      const result = await run.done;
      if (result === null) throw cancelled;
      return result;
    },
    forecast: (tasks, onProgress) => {
      const run = hasWorkers
        ? forecastInBrowser(tasks, onProgress)
        : forecastItems(tasks, {
            startWorker: inlineWorkerStarter,
            timer: machineTimer,
            workers: 1,
            timeLimit: timeLimitMilliseconds,
            onProgress,
          });
      current = { cancel: () => run.cancel() };
      return run.done;
    },
    cancel: () => current?.cancel(),
  };
}
