import type { CleaningOptions, CleaningResult, RawHistoryRow, Reply } from '../forecasting/index';
import type { CleaningTask } from './answer-message';
import { createBrowserWorker } from './create-browser-worker';

/** A cleaning under way. */
export interface CleaningRun {
  /** Null where it was cancelled; rejects where the worker fails. */
  readonly done: Promise<CleaningResult | null>;
  readonly cancel: () => void;
}

/** Cleans a history on a Web Worker of its own, which ends with it: thousands of rows would hold the page up. */
export function cleanInBrowser(rows: readonly RawHistoryRow[], options: CleaningOptions): CleaningRun {
  const worker = createBrowserWorker();
  let cancel = (): void => undefined;
  const done = new Promise<CleaningResult | null>((resolve, reject) => {
    cancel = () => resolve(null);
    worker.onmessage = ({ data }: MessageEvent<Reply<CleaningResult>>) =>
      data.kind === 'done' ? resolve(data.result) : reject(new Error(data.reason));
    worker.onerror = (event) => reject(new Error(event.message || 'The worker could not be started.'));
    worker.onmessageerror = () => reject(new Error('The answer of the worker could not be read.'));
    const task: CleaningTask = { clean: rows, options };
    worker.postMessage(task);
  }).finally(() => worker.terminate());
  return { done, cancel: () => cancel() };
}
