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
import { costAt, solveByPriority } from './formulation/solve-by-priority';
import { nonzeroCount } from './lp/linear-programme';
import { shadowPrice } from './lp/shadow-price';
import type { Prices } from './explanation/prices';
import type { BetterPoint, CancelSignal, Duals, SolveProgress, Solver } from './lp/solver';

export interface PlanOptions {
  readonly timeLimitSeconds?: number;
  /** Stop a search over whole numbers at this proven relative gap. */
  readonly relativeGap?: number;
  readonly cancel?: CancelSignal;
  readonly onProgress?: (progress: SolveProgress) => void;
  /** Hears of every better plan (audited, stopped early) that a search over whole numbers finds on its way. */
  readonly onBetterPlan?: (planned: PlannedOutcome) => void;
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
}

/** How a planning run ended. Only `planned` carries a plan. */
export type PlanOutcome =
  | PlannedOutcome
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
  let solved = assembled;
  const report = (gap: number | null): SolverReport => ({
    name: solver.name,
    version: solver.version,
    rows: model.lp.rowCount,
    columns: model.lp.columnCount,
    nonzeros: nonzeroCount(model.lp),
    gap,
    milliseconds: { assemble: assembled - started, solve: solved - assembled, audit: options.clock() - solved },
  });
  const outcomeAt = (point: PointOutcome) => planAt(model, point, issues, report);
  const { onBetterPlan } = options;
  const onBetterPoint =
    onBetterPlan &&
    ((point: BetterPoint) => {
      solved = options.clock();
      const better = outcomeAt({ kind: 'stoppedEarly', duals: null, ...point, objective: costAt(model, point.values) });
      if (better.kind === 'planned') onBetterPlan(better);
    });
  const outcome = solveByPriority(model, prioritiesOf(problem.mode), solver, { ...options, onBetterPoint });
  solved = options.clock();

  switch (outcome.kind) {
    case 'infeasible':
      return { kind: 'infeasible', infeasibility: explainInfeasibility(model, solver), issues, solver: report(null) };
    case 'unbounded':
      return { kind: 'unbounded', issues, solver: report(null) };
    case 'failed':
      return { kind: 'failed', reason: outcome.reason, message: outcome.message, issues, solver: report(null) };
    case 'optimal':
      return outcomeAt(outcome);
    case 'stoppedEarly':
      return outcomeAt({ ...outcome, duals: null });
  }
}

/** A feasible point as a solve ended with, or came upon. */
interface PointOutcome {
  readonly kind: 'optimal' | 'stoppedEarly';
  readonly objective: number;
  readonly gap: number;
  readonly values: Float64Array;
  readonly duals: Duals | null;
}

/** Reads the plan back and audits it: a plan that does not hold is a mistake of ours and goes no further. */
function planAt(
  model: AssembledModel,
  { kind, objective, gap, values, duals }: PointOutcome,
  issues: readonly Issue[],
  report: (gap: number | null) => SolverReport,
): PlanOutcome {
  const { problem } = model;
  const plan = readBack(model, values);
  const violations = auditPlan(problem, plan, { objective });
  if (violations.length > 0) {
    const message = `The plan did not pass its audit: ${violations.slice(0, 3).map(violationText).join('; ')}.`;
    return { kind: 'failed', reason: 'audit', message, issues, solver: report(null) };
  }
  const prices = pricesOf(model, duals);
  return {
    kind: 'planned',
    status: kind,
    plan,
    cost: costOfPlan(problem, plan),
    prices,
    explanations: explainPlan({ model, plan, prices }),
    issues,
    solver: report(gap),
  };
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
