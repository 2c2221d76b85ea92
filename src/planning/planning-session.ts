import { auditPlan } from './domain/audit-plan';
import type { Violation } from './domain/audit-plan';
import { changeProblem } from './domain/change-problem';
import type { ProblemChange } from './domain/change-problem';
import { checkProblem } from './domain/check-problem';
import { costOfPlan } from './domain/cost-of-plan';
import { hasErrors } from './domain/issue';
import type { Issue } from './domain/issue';
import type { PlanningProblem } from './domain/planning-problem';
import { explainPlan } from './explanation/explain-plan';
import type { Explanation } from './explanation/explanation';
import { openModelSession } from './explanation/model-session';
import type { ModelSession } from './explanation/model-session';
import { patienceOf } from './explanation/patience';
import { brokenLimitIssues, limitsYield, yieldLimits } from './explanation/yield-limits';
import { explainInfeasibility } from './explanation/infeasibility';
import type { AssembledModel } from './formulation/assemble';
import { readBack } from './formulation/read-back';
import { costAt } from './formulation/solve-by-priority';
import { nonzeroCount } from './lp/linear-programme';
import { pricesOf } from './explanation/prices';
import type { BetterPoint, CancelSignal, Duals, SolveProgress, Solver } from './lp/solver';
import type { PlannedOutcome, PlanOutcome, SolverReport, UnplannedOutcome, WhatIfOutcome } from './plan-outcome';

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

/**
 * A problem that stays open in its solver: planned once, explained and varied as often as wanted, each time from the last
 * basis. Always `dispose` it.
 */
export interface PlanningSession {
  readonly problem: PlanningProblem;
  /** Finds the plan of the problem itself. Where no plan satisfies the limits, says why. */
  run(options: PlanOptions): PlanOutcome;
  /** Reasons for a plan that `run` found, as many as the time allows; the most telling ones first. */
  explain(planned: PlannedOutcome, milliseconds: number): readonly Explanation[];
  /** Finds the plan of the problem with changes made; explains nothing. */
  whatIf(changes: readonly ProblemChange[], options?: Omit<PlanOptions, 'clock'>): WhatIfOutcome;
  /** The same for any variation of the problem. */
  whatIfProblem(problem: PlanningProblem, options?: Omit<PlanOptions, 'clock'>): WhatIfOutcome;
  dispose(): void;
}

/** A feasible point as a solve ended with, or came upon. */
interface PointOutcome {
  readonly kind: 'optimal' | 'stoppedEarly';
  readonly objective: number;
  readonly gap: number;
  readonly values: Float64Array;
  readonly duals: Duals | null;
}

/** Most time that an explanation of conflicting limits takes. */
const millisecondsForInfeasibility = 30_000;

/** Checks the data and opens the problem; nothing is solved yet. Data that cannot be planned with is told at every call. */
export function openPlanning(problem: PlanningProblem, solver: Solver, clock: () => number): PlanningSession {
  const issues = checkProblem(problem);
  const opening = hasErrors(issues) ? null : clock();
  const session = opening === null ? null : openModelSession(problem, solver);
  const assembleMilliseconds = opening === null ? 0 : clock() - opening;
  const optima = new WeakMap<PlannedOutcome, PointOutcome>();
  /** The last run in which limits gave way: the session of the problem that is left, and its plan before and after. */
  let yielding: { session: PlanningSession; planned: PlannedOutcome; outcome: PlannedOutcome } | null = null;

  function solveAndRead(
    held: ModelSession,
    changed: PlanningProblem,
    found: readonly Issue[],
    { onBetterPlan, ...options }: Omit<PlanOptions, 'clock'>,
  ): WhatIfOutcome {
    const started = clock();
    let [model, solved] = [held.base, started];
    const report = (gap: number | null): SolverReport => ({
      name: solver.name,
      version: solver.version,
      rows: model.lp.rowCount,
      columns: model.lp.columnCount,
      nonzeros: nonzeroCount(model.lp),
      gap,
      milliseconds: {
        assemble: changed === problem ? assembleMilliseconds : 0,
        solve: solved - started,
        audit: clock() - solved,
      },
    });
    const outcomeAt = (point: PointOutcome) => {
      const outcome = planAt(model, point, found, report);
      if (outcome.kind === 'planned') optima.set(outcome, point);
      return outcome;
    };
    const onBetterPoint =
      onBetterPlan &&
      ((point: BetterPoint) => {
        solved = clock();
        const objective = costAt(model, point.values);
        const better = outcomeAt({ kind: 'stoppedEarly', duals: null, ...point, objective });
        if (better.kind === 'planned') onBetterPlan(better);
      });
    const result = held.solve(changed, { ...options, clock, onBetterPoint });
    [model, solved] = [result.model, clock()];
    const { outcome } = result;
    switch (outcome.kind) {
      case 'infeasible':
      case 'unbounded':
        return { kind: outcome.kind, issues: found, solver: report(null) };
      case 'failed':
        return { ...outcome, issues: found, solver: report(null) };
      case 'optimal':
        return outcomeAt(outcome);
      case 'stoppedEarly':
        return outcomeAt({ ...outcome, duals: null });
    }
  }

  function whatIfProblem(changed: PlanningProblem, options: Omit<PlanOptions, 'clock'> = {}): WhatIfOutcome {
    const found = changed === problem ? issues : checkProblem(changed);
    if (!session || hasErrors(found)) return { kind: 'invalid', issues: session ? found : issues };
    return solveAndRead(session, changed, found, options);
  }

  /** The plan of a network whose limits cannot all hold: what must give way does, and is reported. */
  function runYielded(options: PlanOptions): PlanOutcome | null {
    const found = yieldLimits(problem, solver, { ...options, clock });
    if (!found) return null;
    yielding?.session.dispose();
    yielding = null;
    const inner = openPlanning(found.problem, solver, clock);
    const planned = inner.run(options);
    if (planned.kind !== 'planned') {
      inner.dispose();
      return null;
    }
    const shortage = planned.plan.shortage.map((row, k) => row.map((units, t) => units + found.givenUp[k][t]));
    const outcome: PlannedOutcome = {
      ...planned,
      plan: { ...planned.plan, shortage },
      issues: [...issues, ...brokenLimitIssues(found.broken)],
      brokenLimits: found.broken,
    };
    yielding = { session: inner, planned, outcome };
    return outcome;
  }

  return {
    problem,
    run(options) {
      const outcome = whatIfProblem(problem, options);
      if (outcome.kind !== 'infeasible' || !session) return outcome as PlanOutcome;
      const gaveWay = limitsYield(problem) ? runYielded(options) : null;
      if (gaveWay) return gaveWay;
      const infeasibility = explainInfeasibility(session.base, solver, patienceOf(clock, millisecondsForInfeasibility));
      return { ...outcome, infeasibility };
    },
    explain(planned, milliseconds) {
      if (yielding && planned === yielding.outcome) return yielding.session.explain(yielding.planned, milliseconds);
      const optimum = optima.get(planned);
      if (!session || !optimum) return [];
      const { plan, cost, prices } = planned;
      const patience = patienceOf(clock, milliseconds);
      return explainPlan({ session, plan, cost, prices, objective: optimum.objective, duals: optimum.duals, patience });
    },
    whatIf: (changes, options) => whatIfProblem(changeProblem(problem, changes), options),
    whatIfProblem,
    dispose: () => {
      session?.dispose();
      yielding?.session.dispose();
    },
  };
}

/** Reads the plan back and audits it: a plan that does not hold is a mistake of ours and goes no further. */
function planAt(
  model: AssembledModel,
  { kind, objective, gap, values, duals }: PointOutcome,
  issues: readonly Issue[],
  report: (gap: number | null) => SolverReport,
): PlannedOutcome | UnplannedOutcome {
  const { problem } = model;
  const plan = readBack(model, values);
  const cost = costOfPlan(problem, plan);
  const violations = auditPlan(problem, plan, { objective, cost });
  if (violations.length > 0) {
    const message = `The plan did not pass its audit: ${violations.slice(0, 3).map(violationText).join('; ')}.`;
    return { kind: 'failed', reason: 'audit', message, issues, solver: report(null) };
  }
  return {
    kind: 'planned',
    status: kind,
    plan,
    cost,
    prices: pricesOf(model, duals),
    explanations: [],
    issues,
    solver: report(gap),
  };
}

function violationText({ rule, subject, period, amount }: Violation): string {
  return [rule, subject, period, `by ${amount}`].filter((part) => part !== null && part !== '').join(', ');
}
