import type { PlanningProblem, ProblemChange, WhatIfOutcome } from '../planning';
import type { WorkerPort } from './planner';

/** The answer to a question: the outcome, or none because a later question took its place or the worker ended. */
export type WhatIfAnswer =
  | { readonly kind: 'answered'; readonly outcome: WhatIfOutcome }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'died'; readonly message: string };

/** A problem that a worker keeps open, to be asked while a slider moves. Always `dispose` it. */
export interface WhatIf {
  /**
   * What would the plan be with these changes (made to the problem as it was opened)? While one question is being answered,
   * only the latest of those that follow is kept.
   */
  readonly ask: (changes: readonly ProblemChange[]) => Promise<WhatIfAnswer>;
  readonly dispose: () => void;
}

interface Question {
  readonly changes: readonly ProblemChange[];
  readonly answer: (answer: WhatIfAnswer) => void;
}

/** Opens a problem on a worker of its own. */
export function openWhatIf(startWorker: () => WorkerPort, problem: PlanningProblem): WhatIf {
  const port = startWorker();
  let count = 0;
  let asked: (Question & { readonly number: number }) | null = null;
  let waiting: Question | null = null;
  let ended: WhatIfAnswer | null = null;

  function end(answer: WhatIfAnswer): void {
    ended = answer;
    port.terminate();
    asked?.answer(answer);
    waiting?.answer(answer);
    asked = waiting = null;
  }

  function send(question: Question): void {
    asked = { ...question, number: ++count };
    port.postMessage({ kind: 'askWhatIf', question: asked.number, changes: question.changes });
  }

  port.onerror = ({ message }) => end({ kind: 'died', message: message ?? 'The planning worker stopped.' });
  port.onmessage = ({ data }) => {
    if (data.kind === 'crash') return end({ kind: 'died', message: data.message });
    if (data.kind !== 'whatIf' || asked?.number !== data.question) return;
    const { answer } = asked;
    const next = waiting;
    asked = waiting = null;
    if (next) send(next);
    answer({ kind: 'answered', outcome: data.outcome });
  };
  port.postMessage({ kind: 'openWhatIf', problem });

  return {
    ask: (changes) =>
      new Promise((answer) => {
        if (ended) return answer(ended);
        if (!asked) return send({ changes, answer });
        waiting?.answer({ kind: 'overtaken' });
        waiting = { changes, answer };
      }),
    dispose: () => {
      if (!ended) end({ kind: 'overtaken' });
    },
  };
}
