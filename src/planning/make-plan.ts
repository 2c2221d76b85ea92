import { auditPlan } from './domain/audit-plan';
import type { Violation } from './domain/audit-plan';
import { checkProblem } from './domain/check-problem';
import { costOfPlan } from './domain/cost-of-plan';
import type { PlanCost } from './domain/cost-of-plan';
import { hasErrors } from './domain/issue';
import type { Issue } from './domain/issue';
import type { Plan } from './domain/plan';
import type { PerPeriod, PlanningProblem } from './domain/planning-problem';
import { explainPlan } from './explanation/explain-plan';
import type { Explanation } from './explanation/explanation';
import { explainInfeasibility } from './explanation/infeasibility';
import type { Infeasibility } from './explanation/infeasibility';
import { assemble } from './formulation/assemble';
import type { AssembledModel } from './formulation/assemble';
import { formulationFor, prioritiesOf } from './formulation/formulation';
import { readBack } from './formulation/read-back';
import { solveByPriority } from './formulation/solve-by-priority';
import { nonzeroCount } from './lp/linear-programme';
import { shadowPrice } from './lp/shadow-price';
import type { Prices } from './explanation/prices';
import type { CancelSignal, Duals, SolveProgress, Solver } from './lp/solver';

export interface PlanOptions {
  readonly timeLimitSeconds?: number;
  /** Stop a search over whole numbers at this proven relative gap. */
  readonly relativeGap?: number;
  readonly cancel?: CancelSignal;
  readonly onProgress?: (progress: SolveProgress) => void;
  /** Milliseconds on some clock; only differences are used. */
  readonly clock: () => number;
}

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

/** How a planning run ended. Only `planned` carries a plan, and that plan has passed the audit. */
export type PlanOutcome =
  | {
      readonly kind: 'planned';
      readonly status: 'optimal' | 'stoppedEarly';
      readonly plan: Plan;
      readonly cost: PlanCost;
      readonly prices: Prices;
      readonly explanations: readonly Explanation[];
      readonly issues: readonly Issue[];
      readonly solver: SolverReport;
    }
  | {
      readonly kind: 'infeasible';
      readonly infeasibility: Infeasibility;
      readonly issues: readonly Issue[];
      readonly solver: SolverReport;
    }
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

/**
 * The whole story: check the data, assemble the linear programme, solve it (goal after goal where the mode has several),
 * read the plan back, audit it.
 */
export function makePlan(problem: PlanningProblem, solver: Solver, options: PlanOptions): PlanOutcome {
  const issues = checkProblem(problem);
  if (hasErrors(issues)) return { kind: 'invalid', issues };

  const started = options.clock();
  const model = assemble(problem, formulationFor(problem.mode));
  const assembled = options.clock();
  const outcome = solveByPriority(model, prioritiesOf(problem.mode), solver, options);
  const solved = options.clock();
  const report = (gap: number | null): SolverReport => ({
    name: solver.name,
    version: solver.version,
    rows: model.lp.rowCount,
    columns: model.lp.columnCount,
    nonzeros: nonzeroCount(model.lp),
    gap,
    milliseconds: { assemble: assembled - started, solve: solved - assembled, audit: options.clock() - solved },
  });

  switch (outcome.kind) {
    case 'infeasible':
      return { kind: 'infeasible', infeasibility: explainInfeasibility(model, solver), issues, solver: report(null) };
    case 'unbounded':
      return { kind: 'unbounded', issues, solver: report(null) };
    case 'failed':
      return { kind: 'failed', reason: outcome.reason, message: outcome.message, issues, solver: report(null) };
    case 'optimal':
    case 'stoppedEarly': {
      const plan = readBack(model, outcome.values);
      const violations = auditPlan(problem, plan, { objective: outcome.objective });
      if (violations.length > 0) {
        const message = `The plan did not pass its audit: ${violations.slice(0, 3).map(violationText).join('; ')}.`;
        return { kind: 'failed', reason: 'audit', message, issues, solver: report(null) };
      }
      const prices = pricesOf(model, outcome.kind === 'optimal' ? outcome.duals : null);
      return {
        kind: 'planned',
        status: outcome.kind,
        plan,
        cost: costOfPlan(problem, plan),
        prices,
        explanations: explainPlan({ model, plan, prices }),
        issues,
        solver: report(outcome.gap),
      };
    }
  }
}

function pricesOf(model: AssembledModel, duals: Duals | null): Prices {
  const { problem } = model;
  const price = (partId: string, key: { resource: number } | { warehouse: number }): PerPeriod | null =>
    duals &&
    problem.periods.map((_period, period) => {
      const row = model.rowOf(partId, { ...key, period });
      return row < 0 ? 0 : shadowPrice(duals, row);
    });
  return {
    capacity: problem.resources.map((_resource, resource) => price('resource_capacity', { resource })),
    storage: problem.warehouses.map((_warehouse, warehouse) => price('storage_capacity', { warehouse })),
  };
}

function violationText({ rule, subject, period, amount }: Violation): string {
  return [rule, subject, period, `by ${amount}`].filter((part) => part !== null && part !== '').join(', ');
}
