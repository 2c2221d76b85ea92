import { makePlan } from '../planning';
import type { Solver } from '../planning';
import { loadHighs } from '../solvers/highs';
import { javascriptLpSolver } from '../solvers/javascript-lp-solver';
import type { WorkerReply, WorkerRequest } from './messages';

/** The worker's side of the wire: `self` in a browser. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
  postMessage(reply: WorkerReply): void;
}

const scope = self as unknown as WorkerScope;

const say = (reply: WorkerReply) => scope.postMessage(reply);

let solver: Promise<Solver> | null = null;

/** HiGHS where WebAssembly runs; else the JavaScript solver, which is good for small models without whole numbers. */
function loadedSolver(): Promise<Solver> {
  solver ??= typeof WebAssembly === 'undefined' ? Promise.resolve(javascriptLpSolver()) : loadHighs();
  return solver;
}

async function answer(request: WorkerRequest): Promise<void> {
  const engine = await loadedSolver();
  if (request.kind === 'load') return say({ kind: 'loaded' });
  const { run, problem, options } = request;
  const outcome = makePlan(problem, engine, {
    ...options,
    clock: () => performance.now(),
    onProgress: (progress) => say({ kind: 'progress', run, progress }),
    onBetterPlan: (planned) => say({ kind: 'better', run, planned }),
  });
  say({ kind: 'outcome', run, outcome });
}

scope.onmessage = ({ data }) => {
  answer(data).catch((mistake: unknown) => {
    solver = null;
    say({ kind: 'crash', message: mistake instanceof Error ? mistake.message : String(mistake) });
  });
};
