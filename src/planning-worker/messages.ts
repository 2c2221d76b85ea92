import type {
  PlannedOutcome,
  PlanningProblem,
  PlanOutcome,
  ProblemChange,
  SolveProgress,
  WhatIfOutcome,
} from '../planning';

/** What a page asks of the planning worker. Everything is plain data that can be cloned. */
export type WorkerRequest =
  /** Load and compile the solver, so that the first plan does not wait for it. */
  | { readonly kind: 'load' }
  | { readonly kind: 'plan'; readonly run: number; readonly problem: PlanningProblem; readonly options: RunOptions }
  /** Keep a problem open in the solver, for questions about it. */
  | { readonly kind: 'openWhatIf'; readonly problem: PlanningProblem }
  /** What would the plan of the open problem be with these changes? */
  | { readonly kind: 'askWhatIf'; readonly question: number; readonly changes: readonly ProblemChange[] };

export interface RunOptions {
  readonly timeLimitSeconds?: number;
  readonly relativeGap?: number;
}

/** What the worker says. */
export type WorkerReply =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'progress'; readonly run: number; readonly progress: SolveProgress }
  | { readonly kind: 'better'; readonly run: number; readonly planned: PlannedOutcome }
  | { readonly kind: 'outcome'; readonly run: number; readonly outcome: PlanOutcome }
  | { readonly kind: 'whatIf'; readonly question: number; readonly outcome: WhatIfOutcome }
  /** A mistake of ours, or a machine without WebAssembly. */
  | { readonly kind: 'crash'; readonly message: string };
