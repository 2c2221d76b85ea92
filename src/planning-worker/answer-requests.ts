import { costOfOverrides, makePlan, openPlanning, sweep } from '../planning';
import type { PlanningSession, Solver, SweepPoint } from '../planning';
import type { RunOptions, WorkerReply, WorkerRequest } from './messages';

/** What the worker's work needs from its thread. */
export interface WorkerSurroundings {
  /** Loads the solver; called again after a mistake. */
  readonly loadSolver: () => Promise<Solver>;
  /** Milliseconds on some clock. */
  readonly clock: () => number;
  readonly say: (reply: WorkerReply) => void;
}

/** Takes requests and answers them one after the other, in the order in which they came. */
export function answerRequests({ loadSolver, clock, say }: WorkerSurroundings): (request: WorkerRequest) => void {
  let solver: Promise<Solver> | null = null;
  /** The problem that questions are about. */
  let open: { readonly session: PlanningSession; readonly options: RunOptions } | null = null;

  function opened(): NonNullable<typeof open> {
    if (!open) throw new Error('There is no open problem to ask about.');
    return open;
  }

  async function answer(request: WorkerRequest): Promise<void> {
    solver ??= loadSolver();
    const engine = await solver;
    switch (request.kind) {
      case 'load':
        return say({ kind: 'loaded' });
      case 'openWhatIf':
        open?.session.dispose();
        open = { session: openPlanning(request.problem, engine, clock), options: request.options };
        // From here on every question starts from the basis of the plan itself.
        open.session.whatIf([], open.options);
        return;
      case 'askWhatIf': {
        const { session, options } = opened();
        const outcome = session.whatIf(request.changes, options);
        return say({ kind: 'whatIf', question: request.question, outcome });
      }
      case 'sweep': {
        const { session, options } = opened();
        const { question, range } = request;
        const onPoint = (point: SweepPoint) => say({ kind: 'sweptPoint', question, point });
        return say({ kind: 'swept', question, sweep: sweep(session, range, { ...options, onPoint }) });
      }
      case 'priceOverrides': {
        const costs = costOfOverrides(opened().session, request.overrides);
        return say({ kind: 'overridesPriced', question: request.question, costs });
      }
      case 'plan': {
        const { run, problem, options } = request;
        let isTold = false;
        const outcome = makePlan(problem, engine, {
          ...options,
          clock,
          onProgress: (progress) => say({ kind: 'progress', run, progress }),
          onBetterPlan: (planned) => say({ kind: 'better', run, planned }),
          onPlan: (planned) => {
            isTold = true;
            say({ kind: 'planned', run, planned });
          },
        });
        if (!isTold || outcome.kind !== 'planned') return say({ kind: 'outcome', run, outcome });
        return say({ kind: 'explained', run, explanations: outcome.explanations });
      }
    }
  }

  let queue: Promise<void> = Promise.resolve();
  return (request) => {
    queue = queue
      .then(() => answer(request))
      .catch((mistake: unknown) => {
        solver = null;
        open = null;
        say({ kind: 'crash', message: mistake instanceof Error ? mistake.message : String(mistake) });
      });
  };
}
