import { costOfPlan, loadOf, regularCapacityOf } from '../domain/cost-of-plan';
import type { CostTermId, PlanCost } from '../domain/cost-of-plan';
import type { Issue } from '../domain/issue';
import type { Matrix, Plan } from '../domain/plan';
import type { PlanningMode, PlanningProblem } from '../domain/planning-problem';
import type { Said } from '../domain/said';
import { currentPractice } from '../explanation/current-practice';
import type { Explanation } from '../explanation/explanation';
import type { PlannedOutcome, PlanOutcome, SolverReport } from '../plan-outcome';
import type { PlannerName } from '../rules/planner';
import { networkRows } from './network-rows';
import type { NetworkRow } from './network-rows';

/**
 * A planning run as the one object that the command line prints and the pane exports. Its keys are public interface; matrices
 * are `[item][period]`, money and units are never rounded.
 */
export interface PlanReport {
  readonly status: 'optimal' | 'stoppedEarly' | 'infeasible' | 'unbounded' | 'invalid' | 'failed';
  readonly mode: PlanningMode;
  /** Who made the plan; a rule's plan is `optimal` only in that the rule came to its end, and may break limits. */
  readonly planner: PlannerName;
  readonly scenario: string | null;
  /** The preset of cost rates that it was planned with; null: the workbook's own rates. */
  readonly preset: PresetReport | null;
  readonly periods: readonly string[];
  readonly items: readonly string[];
  readonly totalCost: number | null;
  readonly revenue: number | null;
  readonly profit: number | null;
  readonly costs: Readonly<Record<CostTermId, number>> | null;
  readonly demand: Matrix;
  readonly production: Matrix | null;
  readonly inventory: Matrix | null;
  readonly safetyStock: Matrix;
  readonly shortage: Matrix | null;
  readonly backorder: Matrix | null;
  readonly subcontract: Matrix | null;
  readonly workers?: readonly number[];
  readonly hired?: readonly number[];
  readonly laidOff?: readonly number[];
  readonly resources: readonly ResourceReport[] | null;
  /** Networks only: one row per product, location and period. */
  readonly network?: readonly NetworkRow[];
  /** Rules only: what a planner has to see to by hand. */
  readonly alerts?: readonly AlertReport[];
  /** Networks only: limits that could not hold together and gave way. */
  readonly brokenLimits?: readonly AlertReport[];
  readonly coverageRule: CoverageRuleReport | null;
  readonly explanations: readonly ExplanationReport[];
  readonly infeasibility: InfeasibilityReport | null;
  readonly issues: readonly Issue[];
  readonly solver: {
    readonly name: string;
    readonly version: string;
    readonly rows: number;
    readonly columns: number;
    readonly nonzeros: number;
    readonly milliseconds: number;
    readonly gap: number | null;
  } | null;
}

/** A named set of cost rates, as the workbook (or the product) defines it. */
export interface PresetReport {
  readonly name: string;
  readonly rates: readonly {
    readonly input: string;
    /** What it is set for; empty for all. */
    readonly item: string;
    readonly value: number | null;
    /** What the value is a multiple of: price, margin, the current rate, or, where empty, money. */
    readonly of: string;
  }[];
}

export interface ResourceReport {
  readonly name: string;
  readonly load: readonly number[];
  /** Null where capacity is unlimited. */
  readonly capacity: readonly (number | null)[];
  readonly overtime: readonly number[];
  readonly shadowPrice: readonly number[] | null;
}

/** A limit that does not hold, or another thing to see to. */
export interface AlertReport {
  readonly kind: string;
  readonly item: string | null;
  /** Resource, lane, source or warehouse. */
  readonly resource: string | null;
  readonly period: string | null;
  readonly quantity: number | null;
  readonly sentence: string;
  readonly said?: readonly Said[];
}

export interface CoverageRuleReport {
  readonly totalCost: number;
  readonly costs: Readonly<Record<CostTermId, number>>;
  readonly shortage: Matrix;
  readonly saving: number | null;
}

export interface ExplanationReport {
  readonly kind: string;
  readonly item: string | null;
  readonly resource: string | null;
  readonly period: string | null;
  readonly quantity: number | null;
  readonly value: number | null;
  readonly sentence: string;
  readonly said?: readonly Said[];
}

export interface InfeasibilityReport {
  readonly shortages: readonly { readonly item: string; readonly period: string; readonly quantity: number }[];
  readonly conflicts: readonly string[];
  readonly said?: readonly Said[];
  readonly fixes: readonly {
    readonly what: string;
    readonly amount: number;
    readonly unit: string;
    readonly sentence: string;
    readonly said?: readonly Said[];
  }[];
}

/** What a report adds to the run itself. */
export interface ReportExtras {
  readonly scenario: string | null;
  /** Absent: the workbook's own rates. */
  readonly preset?: PresetReport | null;
  /** Issues found while reading the workbook, before those of the run. */
  readonly issues: readonly Issue[];
  /** Whether the quantities of the closest plan are shown where no plan satisfies the limits; false where absent. */
  readonly closest?: boolean;
}

/** The report of a run that had a problem to work on. */
export function planReport(problem: PlanningProblem, outcome: PlanOutcome, extras: ReportExtras): PlanReport {
  const planned = outcome.kind === 'planned' ? outcome : null;
  const shown = planned ? { plan: planned.plan, cost: planned.cost } : extras.closest ? closestOf(outcome) : null;
  const label = (period: number | null) => (period === null ? null : problem.periods[period].label);
  return {
    status: planned ? planned.status : outcome.kind === 'planned' ? 'failed' : outcome.kind,
    mode: problem.mode,
    planner: planned?.rule?.planner ?? 'optimizer',
    scenario: extras.scenario,
    preset: extras.preset ?? null,
    periods: problem.periods.map((period) => period.label),
    items: problem.items.map(({ name }) => name),
    totalCost: planned?.cost.total ?? null,
    revenue: planned?.cost.revenue ?? null,
    profit: planned ? planned.cost.revenue - planned.cost.total : null,
    costs: planned ? costsById(planned.cost) : null,
    demand: perItem(
      problem,
      problem.demands.map(({ quantity }) => quantity),
      problem.demands,
    ),
    safetyStock: problem.items.map(({ safetyStock }) => safetyStock),
    ...quantitiesOf(problem, shown?.plan ?? null),
    resources: shown ? resourceReports(problem, shown.plan, outcome) : null,
    ...networkReport(problem, shown?.plan ?? null, planned),
    coverageRule: coverageRuleReport(problem, planned?.cost ?? null),
    explanations: (planned?.explanations ?? []).map((explanation: Explanation) => ({
      kind: explanation.kind,
      item: explanation.item === null ? null : problem.items[explanation.item].name,
      resource: explanation.resource === null ? null : explanation.resource,
      period: label(explanation.period),
      quantity: explanation.quantity,
      value: explanation.value,
      sentence: explanation.sentence,
      ...(explanation.said && { said: explanation.said }),
    })),
    infeasibility:
      outcome.kind === 'infeasible'
        ? {
            shortages: outcome.infeasibility.shortages.map(({ item, period, quantity }) => ({
              item: problem.items[item].name,
              period: problem.periods[period].label,
              quantity,
            })),
            conflicts: outcome.infeasibility.conflicts,
            said: outcome.infeasibility.said,
            fixes: outcome.infeasibility.fixes.map(({ what, amount, unit, sentence, said }) => ({
              what,
              amount,
              unit,
              sentence,
              said,
            })),
          }
        : null,
    issues: [...extras.issues, ...outcome.issues],
    solver: outcome.kind === 'invalid' ? null : solverReport(outcome.solver),
  };
}

/** The report of a workbook whose data cannot be planned with. */
export function invalidReport(mode: PlanningMode, extras: ReportExtras): PlanReport {
  return {
    status: 'invalid',
    mode,
    planner: 'optimizer',
    scenario: extras.scenario,
    preset: extras.preset ?? null,
    periods: [],
    items: [],
    totalCost: null,
    revenue: null,
    profit: null,
    costs: null,
    demand: [],
    production: null,
    inventory: null,
    safetyStock: [],
    shortage: null,
    backorder: null,
    subcontract: null,
    resources: null,
    coverageRule: null,
    explanations: [],
    infeasibility: null,
    issues: extras.issues,
    solver: null,
  };
}

/** What only networks and rules report. */
function networkReport(
  problem: PlanningProblem,
  plan: Plan | null,
  planned: PlannedOutcome | null,
): Pick<PlanReport, 'network' | 'alerts' | 'brokenLimits'> {
  const isNetwork = problem.items.some(({ location }) => location !== '');
  const itemName = (item: number | null) => (item === null ? null : problem.items[item].name);
  const label = (period: number | null) => (period === null ? null : problem.periods[period].label);
  return {
    ...(isNetwork && plan ? { network: networkRows(problem, plan) } : {}),
    ...(planned?.rule
      ? {
          alerts: planned.rule.alerts.map(({ kind, item, resource, period, quantity, sentence, said }) => ({
            kind,
            item: itemName(item),
            resource,
            period: label(period),
            quantity,
            sentence,
            ...(said && { said }),
          })),
        }
      : {}),
    ...(isNetwork && planned && !planned.rule
      ? {
          brokenLimits: (planned.brokenLimits ?? []).map(({ kind, item, name, period, quantity, sentence, said }) => ({
            kind,
            item: itemName(item),
            resource: name,
            period: label(period),
            quantity,
            sentence,
            ...(said && { said }),
          })),
        }
      : {}),
  };
}

function closestOf(outcome: PlanOutcome): { readonly plan: Plan; readonly cost: PlanCost } | null {
  return outcome.kind === 'infeasible' ? outcome.infeasibility.closest : null;
}

function quantitiesOf(problem: PlanningProblem, plan: Plan | null) {
  if (!plan) return { production: null, inventory: null, shortage: null, backorder: null, subcontract: null };
  return {
    production: perItem(problem, plan.production, problem.sources),
    inventory: plan.inventory,
    shortage: perItem(problem, plan.shortage, problem.demands),
    backorder: perItem(problem, plan.backorders, problem.demands),
    subcontract: perItem(problem, plan.subcontract, problem.subcontracts),
    ...plan.workforce,
  };
}

/** Sums rows that belong to items. */
function perItem(problem: PlanningProblem, rows: Matrix, owners: readonly { readonly item: number }[]): number[][] {
  const matrix = problem.items.map(() => problem.periods.map(() => 0));
  owners.forEach(({ item }, row) => rows[row].forEach((quantity, t) => (matrix[item][t] += quantity)));
  return matrix;
}

function resourceReports(problem: PlanningProblem, plan: Plan, outcome: PlanOutcome): ResourceReport[] {
  return problem.resources.map(({ name }, r) => ({
    name,
    load: loadOf(problem, plan, r),
    capacity: regularCapacityOf(problem, plan, r).map((units) => (units === Infinity ? null : units)),
    overtime: plan.overtime[r],
    shadowPrice: outcome.kind === 'planned' ? outcome.prices.capacity[r] : null,
  }));
}

function coverageRuleReport(problem: PlanningProblem, optimum: PlanCost | null): CoverageRuleReport | null {
  const practice = currentPractice(problem);
  if (!practice) return null;
  const { plan } = practice;
  const cost = costOfPlan(problem, plan);
  return {
    totalCost: cost.total,
    costs: costsById(cost),
    shortage: perItem(problem, plan.shortage, problem.demands),
    saving: optimum ? cost.total - optimum.total : null,
  };
}

/** What a plan costs and earns, as a report tells it. */
export function moneyReport(cost: PlanCost): Pick<PlanReport, 'totalCost' | 'revenue' | 'costs'> {
  return { totalCost: cost.total, revenue: cost.revenue, costs: costsById(cost) };
}

function costsById({ terms }: PlanCost): Record<CostTermId, number> {
  return Object.fromEntries(terms.map(({ id, total }) => [id, total])) as Record<CostTermId, number>;
}

function solverReport({ milliseconds, ...report }: SolverReport) {
  return { ...report, milliseconds: milliseconds.solve };
}
