import { hasErrors, planReport } from '../planning';
import type { PlanReport } from '../planning';
import type { ProblemReading } from '../workbook/problem-reading';
import { readProblem } from '../workbook/read-problem';
import type { WorkbookContent } from '../workbook/workbook';
import { issuesAnswer, notAvailable, unplannedAnswer } from './function-answer';
import type { FunctionAnswer } from './function-answer';
import type { SolveQueue } from './solve-queue';

/** A plan for the arguments of a function. */
export interface SolvedPlan {
  readonly report: PlanReport;
  /** Whether the demand's rows are periods. */
  readonly periodsRunDown: boolean;
  /** Whether the problem has a shared capacity. */
  readonly hasCapacity: boolean;
}

/** A plan, why there is none, or that nobody waits any more. */
export type PlanForFunction =
  | { readonly kind: 'solved'; readonly solved: SolvedPlan }
  | { readonly kind: 'unsolved'; readonly answer: FunctionAnswer }
  | { readonly kind: 'cancelled' };

/** A function's share in a solve. */
export interface PlanShare {
  readonly outcome: Promise<PlanForFunction>;
  /** Says that this function no longer waits; a solve for which nobody waits is ended. */
  readonly release: () => void;
}

/** Plans by what they are made from: the same arguments are solved once, whichever functions ask and however often. */
export type SharedPlans = (content: WorkbookContent) => PlanShare;

interface Entry {
  readonly outcome: Promise<PlanForFunction>;
  readonly cancel: () => void;
  waiting: number;
  isSettled: boolean;
}

/** Plans kept for the next recalculation. */
const mostPlans = 16;

/** Shared plans in front of a queue. */
export function sharedPlans(solve: SolveQueue): SharedPlans {
  const entries = new Map<string, Entry>();

  function open(key: string, content: WorkbookContent): Entry {
    const { outcome, cancel } = planFor(content, solve);
    const entry: Entry = { outcome, cancel, waiting: 0, isSettled: false };
    entries.set(key, entry);
    const settle = (forget: boolean) => {
      entry.isSettled = true;
      if (forget && entries.get(key) === entry) entries.delete(key);
    };
    outcome.then(
      ({ kind }) => settle(kind === 'cancelled'),
      () => settle(true),
    );
    for (const [oldest, { isSettled }] of entries) {
      if (entries.size <= mostPlans) break;
      if (isSettled) entries.delete(oldest);
    }
    return entry;
  }

  return (content) => {
    const key = contentKey(content);
    const entry = entries.get(key) ?? open(key, content);
    entry.waiting += 1;
    let isReleased = false;
    return {
      outcome: entry.outcome,
      release: () => {
        if (isReleased) return;
        isReleased = true;
        entry.waiting -= 1;
        if (entry.waiting > 0 || entry.isSettled) return;
        entries.delete(key);
        entry.cancel();
      },
    };
  };
}

/** All that a plan depends on. */
export function contentKey({ names, tables, ranges, settings, activeSheet }: WorkbookContent): string {
  return JSON.stringify([names, tables, ranges, settings, activeSheet]);
}

function planFor(
  content: WorkbookContent,
  solve: SolveQueue,
): { readonly outcome: Promise<PlanForFunction>; readonly cancel: () => void } {
  const reading = readProblem(content);
  const { problem, issues } = reading;
  if (!problem || hasErrors(issues)) return settled({ kind: 'unsolved', answer: issuesAnswer(issues) });
  const run = solve(problem);
  const outcome = run.outcome.then((ended): PlanForFunction => {
    if (ended.kind === 'cancelled') return ended;
    if (ended.kind === 'died') {
      const message = `The calculation stopped (${ended.message}). Recalculate the cell to try again.`;
      return { kind: 'unsolved', answer: notAvailable(message) };
    }
    if (ended.outcome.kind !== 'planned') return { kind: 'unsolved', answer: unplannedAnswer(ended.outcome) };
    const report = planReport(problem, ended.outcome, { scenario: null, issues });
    const hasCapacity = problem.resources.length > 0;
    return { kind: 'solved', solved: { report, hasCapacity, periodsRunDown: periodsRunDown(reading) } };
  });
  return { outcome, cancel: run.cancel };
}

function settled(outcome: PlanForFunction) {
  return { outcome: Promise.resolve(outcome), cancel: () => undefined };
}

/** Whether the demand's rows are periods; a network's are not. */
export function periodsRunDown({ layout }: ProblemReading): boolean {
  return layout?.demandRuns === 'down';
}
