import { loadHighs } from '../solvers/highs';
import { javascriptLpSolver } from '../solvers/javascript-lp-solver';
import { answerRequests } from './answer-requests';
import type { ConnectRequest, WorkerReply, WorkerRequest } from './messages';

/** The worker's side of the wire: `self` in a browser, or a port to another worker. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkerRequest | ConnectRequest>) => void) | null;
  postMessage(reply: WorkerReply): void;
}

listenTo(self as unknown as WorkerScope);

function listenTo(scope: WorkerScope): void {
  const answer = answerRequests({
    // HiGHS where WebAssembly runs; else the JavaScript solver, which is good for small models without whole numbers.
    loadSolver: () => (typeof WebAssembly === 'undefined' ? Promise.resolve(javascriptLpSolver()) : loadHighs()),
    clock: () => performance.now(),
    say: (reply) => scope.postMessage(reply),
  });
  scope.onmessage = ({ data, ports }) => {
    if (data.kind === 'connect') listenTo(ports[0]);
    else answer(data);
  };
}
