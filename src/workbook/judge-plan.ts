import { loadOf, networkRows, regularCapacityOf } from '../planning';
import type { Alert, Plan, PlannedOutcome, PlanningProblem } from '../planning';

/** A plan as a planner judges it before carrying it out. Its keys are public interface. */
export interface PlanJudgement {
  /** Whether it can be carried out: no limit is broken and no stock falls below zero. */
  readonly feasible: boolean;
  /** Number of limits that are broken, one for each place and period. */
  readonly limitsBroken: number;
  /** Fraction of demand that is delivered in its period, and sooner or later; as promised, where the plan is not feasible. */
  readonly onTime: number;
  readonly delivered: number;
  /** Revenue less cost. */
  readonly margin: number;
  /** Least and largest use of the busiest resource, as a fraction of its capacity. */
  readonly leastUse: number | null;
  readonly mostUse: number | null;
  /** Average change of use from one period to the next, over all resources, in fractions of capacity. */
  readonly useChange: number | null;
  /** Items and resources that somebody has to mend by hand, one for each period. */
  readonly manualCorrections: number;
  readonly milliseconds: number;
}

const breaking: ReadonlySet<Alert['kind']> = new Set(['negativeStock', 'overload', 'maximum', 'storage']);
/** Promised without correction: what is short is told, not hidden. */
const harmless: ReadonlySet<Alert['kind']> = new Set(['shortage', 'quota', 'cycle']);

/** Judges a plan of any planner by the same measures. */
export function judgePlan(problem: PlanningProblem, planned: PlannedOutcome): PlanJudgement {
  const { plan, cost, rule, brokenLimits = [], solver } = planned;
  const alerts = rule?.alerts ?? [];
  const limitsBroken = alerts.filter(({ kind }) => breaking.has(kind)).length + brokenLimits.length;
  const rows = networkRows(problem, plan);
  const total = (key: 'demand' | 'short' | 'late') => rows.reduce((sum, row) => sum + row[key], 0);
  const demand = total('demand');
  const fraction = (units: number) => (demand > 0 ? units / demand : 1);
  const uses = problem.resources.map((_resource, r) => usePerPeriod(problem, plan, r)).filter((use) => use.length > 0);
  const busiest = uses.reduce<readonly number[]>((best, use) => (average(use) > average(best) ? use : best), []);
  const { assemble, solve, audit } = solver.milliseconds;
  return {
    feasible: limitsBroken === 0,
    limitsBroken,
    onTime: fraction(demand - total('short') - total('late')),
    delivered: fraction(demand - total('short')),
    margin: cost.revenue - cost.total,
    leastUse: busiest.length > 0 ? Math.min(...busiest) : null,
    mostUse: busiest.length > 0 ? Math.max(...busiest) : null,
    useChange: uses.length > 0 ? average(uses.map(changeOf)) : null,
    manualCorrections: alerts.filter(({ kind }) => !harmless.has(kind)).length + brokenLimits.length,
    milliseconds: assemble + solve + audit,
  };
}

/** Use of a resource as a fraction of its regular capacity; empty where that is unlimited or nothing. */
export function usePerPeriod(problem: PlanningProblem, plan: Plan, resource: number): readonly number[] {
  const capacity = regularCapacityOf(problem, plan, resource);
  if (capacity.some((units) => units === Infinity || units <= 0)) return [];
  return loadOf(problem, plan, resource).map((load, t) => load / capacity[t]);
}

function changeOf(use: readonly number[]): number {
  return average(use.slice(1).map((fraction, t) => Math.abs(fraction - use[t])));
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
