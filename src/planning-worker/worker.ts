import { loadHighs } from '../solvers/highs';
import { javascriptLpSolver } from '../solvers/javascript-lp-solver';
import { answerRequests } from './answer-requests';
import type { WorkerReply, WorkerRequest } from './messages';

/** The worker's side of the wire: `self` in a browser. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
  postMessage(reply: WorkerReply): void;
}

const scope = self as unknown as WorkerScope;

const answer = answerRequests({
  // HiGHS where WebAssembly runs; else the JavaScript solver, which is good for small models without whole numbers.
  loadSolver: () => (typeof WebAssembly === 'undefined' ? Promise.resolve(javascriptLpSolver()) : loadHighs()),
  clock: () => performance.now(),
  say: (reply) => scope.postMessage(reply),
});

scope.onmessage = ({ data }) => answer(data);
