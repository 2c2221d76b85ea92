import { workerPlanner } from './planner';
import type { Planner, WorkerPort } from './planner';
import { openWhatIf } from './what-if';
import type { OpenWhatIf } from './what-if';

/** A thread with a solver. */
export function startPlanningWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { name: 'planning' });
}

const startWorker = () => startPlanningWorker() as unknown as WorkerPort;

/** A planner on a Web Worker of this page's own origin. */
export function browserPlanner(): Planner {
  return workerPlanner(startWorker);
}

/** Questions about a problem, on a worker of their own, so that a plan under way does not hold them up. */
export const browserWhatIf: OpenWhatIf = (problem, options) => openWhatIf(startWorker, problem, options);
