import type {
  Override,
  OverrideCosts,
  PlanningProblem,
  ProblemChange,
  Sweep,
  SweepPoint,
  SweepRange,
  WhatIfOutcome,
} from '../planning';
import type { RunOptions, WorkerAnswer, WorkerRequest } from './messages';
import type { WorkerPort } from './planner';

/** Why a question has no answer: a later question took its place or nobody wants it any more, or the worker ended by itself. */
export type Unanswered = { readonly kind: 'overtaken' } | { readonly kind: 'died'; readonly message: string };

/** The answer to a change, or none. */
export type WhatIfAnswer = { readonly kind: 'answered'; readonly outcome: WhatIfOutcome } | Unanswered;

/** A problem that a worker keeps open, to be asked while a slider moves. Always `dispose` it. */
export interface WhatIf {
  /**
   * What would the plan be with these changes (made to the problem as it was opened)? While one question is being answered,
   * only the latest of those that follow is kept.
   */
  readonly ask: (changes: readonly ProblemChange[]) => Promise<WhatIfAnswer>;
  /** How does the plan follow one input? Every point is told as it is found. */
  readonly sweep: (
    range: SweepRange,
    onPoint: (point: SweepPoint) => void,
  ) => Promise<{ readonly kind: 'answered'; readonly sweep: Sweep } | Unanswered>;
  /** What do quantities cost that the planner typed over the plan's? */
  readonly priceOverrides: (
    overrides: readonly Override[],
  ) => Promise<{ readonly kind: 'answered'; readonly costs: OverrideCosts } | Unanswered>;
  /** Ends the worker, whatever it is at. */
  readonly dispose: () => void;
}

/** Opens a problem for questions; the options hold for every answer. */
export type OpenWhatIf = (problem: PlanningProblem, options?: RunOptions) => WhatIf;

/** A question that was sent: hears every answer to it, and how it ended where there will be none. */
interface Question {
  readonly hear: (answer: WorkerAnswer) => void;
  readonly end: (unanswered: Unanswered) => void;
}

interface WaitingChange {
  readonly changes: readonly ProblemChange[];
  readonly answer: (answer: WhatIfAnswer) => void;
}

/** Opens a problem on a worker of its own. */
export function openWhatIf(startWorker: () => WorkerPort, problem: PlanningProblem, options: RunOptions = {}): WhatIf {
  const port = startWorker();
  const open = new Map<number, Question>();
  let count = 0;
  let isAsked = false;
  let waiting: WaitingChange | null = null;
  let ended: Unanswered | null = null;

  function end(unanswered: Unanswered): void {
    ended = unanswered;
    port.terminate();
    const questions = [...open.values()];
    open.clear();
    questions.forEach((question) => question.end(unanswered));
    waiting?.answer(unanswered);
    waiting = null;
  }

  function send(request: (question: number) => WorkerRequest, question: Question): void {
    if (ended) return question.end(ended);
    count += 1;
    open.set(count, question);
    port.postMessage(request(count));
  }

  function sendChanges({ changes, answer }: WaitingChange): void {
    isAsked = true;
    send((question) => ({ kind: 'askWhatIf', question, changes }), {
      hear: (found) => {
        isAsked = false;
        const next = waiting;
        waiting = null;
        if (next) sendChanges(next);
        if (found.kind === 'whatIf') answer({ kind: 'answered', outcome: found.outcome });
      },
      end: answer,
    });
  }

  port.onerror = ({ message }) => end({ kind: 'died', message: message ?? 'The planning worker stopped.' });
  port.onmessage = ({ data }) => {
    if (data.kind === 'crash') return end({ kind: 'died', message: data.message });
    if (!('question' in data)) return;
    const question = open.get(data.question);
    if (data.kind !== 'sweptPoint') open.delete(data.question);
    question?.hear(data);
  };
  port.postMessage({ kind: 'openWhatIf', problem, options });

  return {
    ask: (changes) =>
      new Promise((answer) => {
        if (!isAsked || ended) return sendChanges({ changes, answer });
        waiting?.answer({ kind: 'overtaken' });
        waiting = { changes, answer };
      }),
    sweep: (range, onPoint) =>
      new Promise((answer) =>
        send((question) => ({ kind: 'sweep', question, range }), {
          hear: (found) => {
            if (found.kind === 'sweptPoint') onPoint(found.point);
            else if (found.kind === 'swept') answer({ kind: 'answered', sweep: found.sweep });
          },
          end: answer,
        }),
      ),
    priceOverrides: (overrides) =>
      new Promise((answer) =>
        send((question) => ({ kind: 'priceOverrides', question, overrides }), {
          hear: (found) => {
            if (found.kind === 'overridesPriced') answer({ kind: 'answered', costs: found.costs });
          },
          end: answer,
        }),
      ),
    dispose: () => {
      if (!ended) end({ kind: 'overtaken' });
    },
  };
}
