import type { PlanCost } from './domain/cost-of-plan';
import type { Issue } from './domain/issue';
import type { Plan } from './domain/plan';
import type { Explanation } from './explanation/explanation';
import type { Infeasibility } from './explanation/infeasibility';
import type { Prices } from './explanation/prices';
import type { BrokenLimit } from './explanation/yield-limits';
import type { PlannerName, RulePlan } from './rules/planner';

/** How a plan was found, for its header. */
export interface SolverReport {
  readonly name: string;
  readonly version: string;
  readonly rows: number;
  readonly columns: number;
  readonly nonzeros: number;
  /** Relative gap that is proven; null where there is no plan. */
  readonly gap: number | null;
  /** Milliseconds by phase. */
  readonly milliseconds: { readonly assemble: number; readonly solve: number; readonly audit: number };
}

/** What is reported where no solver worked. */
export function withoutSolver(name: string, milliseconds = 0): SolverReport {
  return {
    name,
    version: '',
    rows: 0,
    columns: 0,
    nonzeros: 0,
    gap: null,
    milliseconds: { assemble: 0, solve: milliseconds, audit: 0 },
  };
}

/** A plan that has passed the audit. */
export interface PlannedOutcome {
  readonly kind: 'planned';
  readonly status: 'optimal' | 'stoppedEarly';
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly prices: Prices;
  readonly explanations: readonly Explanation[];
  readonly issues: readonly Issue[];
  readonly solver: SolverReport;
  /** Limits of a network that could not hold together and gave way; absent where all hold. */
  readonly brokenLimits?: readonly BrokenLimit[];
  /** What a rule says besides its plan; absent where the solver made it. */
  readonly rule?: RuleFigures;
}

/** The figures that only the plan of a rule has. */
export interface RuleFigures extends Pick<RulePlan, 'backlog' | 'dropped' | 'coverage' | 'alerts'> {
  readonly planner: Exclude<PlannerName, 'optimizer'>;
}

/** No plan, and there is nothing more to say than why not. */
export type UnplannedOutcome =
  | { readonly kind: 'unbounded'; readonly issues: readonly Issue[]; readonly solver: SolverReport }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | {
      readonly kind: 'failed';
      /** `cancelled` and `timeLimit`: stopped before there was any plan. `audit`: a mistake of ours. */
      readonly reason: 'timeLimit' | 'cancelled' | 'unsupported' | 'numerical' | 'error' | 'audit';
      readonly message: string;
      readonly issues: readonly Issue[];
      readonly solver: SolverReport;
    };

/** How a planning run ended. Only `planned` carries a plan. */
export type PlanOutcome =
  | PlannedOutcome
  | {
      readonly kind: 'infeasible';
      readonly infeasibility: Infeasibility;
      readonly issues: readonly Issue[];
      readonly solver: SolverReport;
    }
  | UnplannedOutcome;

/** How a what-if ended: like a run, but nothing is explained, so that a slider gets its answer at once. */
export type WhatIfOutcome =
  | PlannedOutcome
  | { readonly kind: 'infeasible'; readonly issues: readonly Issue[]; readonly solver: SolverReport }
  | UnplannedOutcome;
