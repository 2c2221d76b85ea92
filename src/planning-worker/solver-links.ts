import type { DeskReply } from './desk-wire';
import type { WorkerPort } from './planner';

/** Threads with solvers that the page keeps for a desk in a worker. */
export interface SolverLinks {
  readonly start: () => WorkerPort;
  /** Says that the page has seen a thread end. */
  readonly died: (solver: number, message: string) => void;
}

/** No threads yet; `say` reaches the page. */
export function solverLinks(say: (reply: DeskReply, transfer: Transferable[]) => void): SolverLinks {
  const links = new Map<number, WorkerPort>();
  let count = 0;
  return {
    start: () => {
      const solver = ++count;
      const { port1, port2 } = new MessageChannel();
      const link: WorkerPort = {
        postMessage: (request) => port1.postMessage(request),
        terminate: () => {
          links.delete(solver);
          port1.close();
          say({ kind: 'endSolver', solver }, []);
        },
        onmessage: null,
        onerror: null,
      };
      port1.onmessage = ({ data }) => link.onmessage?.({ data });
      links.set(solver, link);
      say({ kind: 'startSolver', solver, port: port2 }, [port2]);
      return link;
    },
    died: (solver, message) => links.get(solver)?.onerror?.({ message }),
  };
}
