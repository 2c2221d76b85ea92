import { parentPort } from 'node:worker_threads';
import { answerForecastTask, type ForecastTask } from '../forecasting/index';

// The file that a worker thread of Node runs: one task in, one answer out.
parentPort?.on('message', (task: ForecastTask) => parentPort?.postMessage(answerForecastTask(task)));
