import type {
  Explanation,
  Override,
  OverrideCosts,
  PlannedOutcome,
  PlanningProblem,
  PlanOutcome,
  ProblemChange,
  SolveProgress,
  Sweep,
  SweepPoint,
  SweepRange,
  WhatIfOutcome,
} from '../planning';

/** What a page asks of the planning worker. Everything is plain data that can be cloned. */
export type WorkerRequest =
  /** Load and compile the solver, so that the first plan does not wait for it. */
  | { readonly kind: 'load' }
  | { readonly kind: 'plan'; readonly run: number; readonly problem: PlanningProblem; readonly options: RunOptions }
  /** Keep a problem open in the solver, for questions about it; the options hold for every answer. */
  | { readonly kind: 'openWhatIf'; readonly problem: PlanningProblem; readonly options: RunOptions }
  /** What would the plan of the open problem be with these changes? */
  | { readonly kind: 'askWhatIf'; readonly question: number; readonly changes: readonly ProblemChange[] }
  /** How does the plan of the open problem follow an input? */
  | { readonly kind: 'sweep'; readonly question: number; readonly range: SweepRange }
  /** What do these overrides of the open problem's plan cost? */
  | { readonly kind: 'priceOverrides'; readonly question: number; readonly overrides: readonly Override[] };

/** Asks the worker to answer on the port that comes with this, and to take requests from it. */
export interface ConnectRequest {
  readonly kind: 'connect';
}

export interface RunOptions {
  readonly timeLimitSeconds?: number;
  readonly relativeGap?: number;
  /** False: a plan is wanted without its reasons. */
  readonly reasons?: boolean;
}

/** What the worker says. */
export type WorkerReply =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'progress'; readonly run: number; readonly progress: SolveProgress }
  | { readonly kind: 'better'; readonly run: number; readonly planned: PlannedOutcome }
  /** The plan, while its reasons are still to be found. */
  | { readonly kind: 'planned'; readonly run: number; readonly planned: PlannedOutcome }
  /** The reasons of the plan that was told: the run has ended. */
  | { readonly kind: 'explained'; readonly run: number; readonly explanations: readonly Explanation[] }
  /** A run has ended whose plan was not told before. */
  | { readonly kind: 'outcome'; readonly run: number; readonly outcome: PlanOutcome }
  | WorkerAnswer
  /** A mistake of ours, or a machine without WebAssembly. */
  | { readonly kind: 'crash'; readonly message: string };

/** What the worker says to a question about the open problem. */
export type WorkerAnswer =
  | { readonly kind: 'whatIf'; readonly question: number; readonly outcome: WhatIfOutcome }
  /** One more value of a sweep under way. */
  | { readonly kind: 'sweptPoint'; readonly question: number; readonly point: SweepPoint }
  | { readonly kind: 'swept'; readonly question: number; readonly sweep: Sweep }
  | { readonly kind: 'overridesPriced'; readonly question: number; readonly costs: OverrideCosts };
