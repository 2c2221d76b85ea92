import { workerPlanner } from './planner';
import type { Planner, WorkerPort } from './planner';

/** A planner on a Web Worker of this page's own origin. */
export function browserPlanner(): Planner {
  return workerPlanner(
    () => new Worker(new URL('./worker.ts', import.meta.url), { name: 'planning' }) as unknown as WorkerPort,
  );
}
