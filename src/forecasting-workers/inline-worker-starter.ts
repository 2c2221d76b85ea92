import { answerForecastTask } from '../forecasting/index';
import type { ForecastedItem, ForecastTask, StartWorker } from '../forecasting/index';

/** A worker that is none: it answers in this thread, each task in a turn of its own, where nothing else can be started. */
export const inlineWorkerStarter: StartWorker<ForecastTask, ForecastedItem> = (onReply) => {
  let isEnded = false;
  return {
    post: (task) =>
      void setTimeout(() => {
        if (!isEnded) onReply(answerForecastTask(task));
      }, 0),
    terminate: () => {
      isEnded = true;
    },
  };
};
