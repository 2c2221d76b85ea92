import type { BookDesk } from './book-desk';
import { startPlanningWorker } from './browser-planner';
import type { ConnectRequest } from './messages';
import { remoteDesk } from './remote-desk';
import type { DeskPort } from './remote-desk';

/** A desk in a Web Worker of this page's own origin, with a further one for the solver. */
export function browserDesk(): BookDesk {
  return remoteDesk({
    startDesk: () => new Worker(new URL('./desk-worker.ts', import.meta.url), { name: 'desk' }) as unknown as DeskPort,
    startSolver: (port, onDied) => {
      const worker = startPlanningWorker();
      worker.onerror = ({ message }) => onDied(message);
      const connect: ConnectRequest = { kind: 'connect' };
      worker.postMessage(connect, [port]);
      return worker;
    },
  });
}
