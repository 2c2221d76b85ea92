import { itemAccuracy, type ItemAccuracy } from './accuracy';
import {
  fallbackForecast,
  forecastItem,
  type ForecastOptions,
  type ItemForecast,
  type ItemHistory,
} from './forecast-item';
import { runPool, type PoolRun, type Reply, type StartWorker, type Timer } from './pool';

/** One item's work: plain data that can be sent to a worker. */
export interface ForecastTask {
  input: ItemHistory;
  options: ForecastOptions;
  /** The planner's own past numbers, one per period of history, null where there were none. */
  planner?: readonly (number | null)[];
}

/** A forecast with the accuracy of its method on the item's own past; null where the history is too short to tell. */
export interface ForecastedItem extends ItemForecast {
  accuracy: ItemAccuracy | null;
}

/** The forecast of one item and its accuracy. */
export function runForecastTask(task: ForecastTask): ForecastedItem {
  return {
    ...forecastItem(task.input, task.options),
    accuracy: itemAccuracy(task.input, task.options, task.planner),
  };
}

/** The same as an answer of a worker: what goes wrong becomes a reason. */
export function answerForecastTask(task: ForecastTask): Reply<ForecastedItem> {
  try {
    return { kind: 'done', result: runForecastTask(task) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The ports and limits of a run over many items. */
export interface ForecastRunPorts {
  startWorker: StartWorker<ForecastTask, ForecastedItem>;
  timer: Timer;
  /** Workers wanted; at most 8 are started. */
  workers: number;
  /** Milliseconds after which an item counts as hanging. */
  timeLimit: number;
  onProgress?: (finished: number, total: number) => void;
}

/** Forecasts many items in parallel; an item that fails or hangs twice gets the average of its history and the reason. */
export function forecastItems(tasks: readonly ForecastTask[], ports: ForecastRunPorts): PoolRun<ForecastedItem> {
  return runPool({
    ...ports,
    tasks,
    fallback: (task, reason) => ({ ...fallbackForecast(task.input, task.options, reason), accuracy: null }),
  });
}
