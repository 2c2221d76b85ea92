import { answerForecastTask, type ForecastTask } from '../forecasting/index';

// The file that a Web Worker runs: one task in, one answer out. `self` of a worker posts without a target origin, unlike the
// window that the type of `self` describes.
const scope = self as unknown as {
  onmessage: (event: MessageEvent<ForecastTask>) => void;
  postMessage(data: unknown): void;
};
scope.onmessage = (event) => scope.postMessage(answerForecastTask(event.data));
