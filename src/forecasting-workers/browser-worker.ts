import type { ForecastTask } from '../forecasting/index';
import { answerMessage } from './answer-message';
import type { CleaningTask } from './answer-message';

// The file that a Web Worker runs: one task in, one answer out. `self` of a worker posts without a target origin, unlike the
// window that the type of `self` describes.
const scope = self as unknown as {
  onmessage: (event: MessageEvent<ForecastTask | CleaningTask>) => void;
  postMessage(data: unknown): void;
};
scope.onmessage = (event) => scope.postMessage(answerMessage(event.data));
