import { makePlan, openPlanning } from '../planning';
import type { PlanningSession, Solver } from '../planning';
import { loadHighs } from '../solvers/highs';
import { javascriptLpSolver } from '../solvers/javascript-lp-solver';
import type { WorkerReply, WorkerRequest } from './messages';

/** The worker's side of the wire: `self` in a browser. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
  postMessage(reply: WorkerReply): void;
}

const scope = self as unknown as WorkerScope;

const clock = () => performance.now();

const say = (reply: WorkerReply) => scope.postMessage(reply);

let solver: Promise<Solver> | null = null;

/** HiGHS where WebAssembly runs; else the JavaScript solver, which is good for small models without whole numbers. */
function loadedSolver(): Promise<Solver> {
  solver ??= typeof WebAssembly === 'undefined' ? Promise.resolve(javascriptLpSolver()) : loadHighs();
  return solver;
}

/** The problem that what-ifs are about. */
let whatIf: PlanningSession | null = null;

async function answer(request: WorkerRequest): Promise<void> {
  const engine = await loadedSolver();
  if (request.kind === 'load') return say({ kind: 'loaded' });
  if (request.kind === 'openWhatIf') {
    whatIf?.dispose();
    whatIf = openPlanning(request.problem, engine, clock);
    // From here on every question starts from the basis of the plan itself.
    whatIf.whatIf([]);
    return;
  }
  if (request.kind === 'askWhatIf') {
    if (!whatIf) throw new Error('There is no open problem to ask about.');
    return say({ kind: 'whatIf', question: request.question, outcome: whatIf.whatIf(request.changes) });
  }
  const { run, problem, options } = request;
  const outcome = makePlan(problem, engine, {
    ...options,
    clock,
    onProgress: (progress) => say({ kind: 'progress', run, progress }),
    onBetterPlan: (planned) => say({ kind: 'better', run, planned }),
  });
  say({ kind: 'outcome', run, outcome });
}

/** Requests are answered one after the other, in the order in which they came. */
let queue: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  queue = queue
    .then(() => answer(data))
    .catch((mistake: unknown) => {
      solver = null;
      whatIf = null;
      say({ kind: 'crash', message: mistake instanceof Error ? mistake.message : String(mistake) });
    });
};
