import { answerForecastTask, cleanHistory } from '../forecasting/index';
import type {
  CleaningOptions,
  CleaningResult,
  ForecastedItem,
  ForecastTask,
  RawHistoryRow,
  Reply,
} from '../forecasting/index';

/** A history to clean, as a worker is sent it. */
export interface CleaningTask {
  readonly clean: readonly RawHistoryRow[];
  readonly options: CleaningOptions;
}

/** The answer of a worker to a message: an item's forecast, or a cleaned history; what goes wrong becomes a reason. */
export function answerMessage(message: ForecastTask | CleaningTask): Reply<ForecastedItem> | Reply<CleaningResult> {
  return 'clean' in message ? answerCleaningTask(message) : answerForecastTask(message);
}

function answerCleaningTask({ clean, options }: CleaningTask): Reply<CleaningResult> {
  try {
    return { kind: 'done', result: cleanHistory(clean, options) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
