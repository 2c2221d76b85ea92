import { costTermIds, costTermTitles } from '../domain/cost-of-plan';
import type { CostTermId, PlanCost } from '../domain/cost-of-plan';
import type { Matrix, Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';

/** A plan with its cost. */
export interface CostedPlan {
  readonly plan: Plan;
  readonly cost: PlanCost;
}

/** What one way of planning costs against another, term by term, and where the difference stands. */
export interface PlanComparison {
  /** Terms that occur in either plan, in the order in which costs are shown. `saving` is today's less the other's. */
  readonly terms: readonly {
    readonly id: CostTermId;
    readonly title: string;
    readonly today: number;
    readonly other: number;
    readonly saving: number;
  }[];
  readonly today: number;
  readonly other: number;
  readonly saving: number;
  /** Units that today's plan never delivers, by item and period; only where there are any. */
  readonly short: readonly ItemPeriodQuantity[];
  /** Units that today's plan has on hand below a safety stock, and the other one has not. */
  readonly belowSafetyStock: readonly ItemPeriodQuantity[];
  /** Inventory of today's plan above the other's: units, and the money that holding them costs. */
  readonly tiedUp: readonly (ItemPeriodQuantity & { readonly holdingCost: number })[];
  readonly tiedUpCost: number;
  /** Production of the other plan less today's, `[source][period]`. */
  readonly productionDifference: Matrix;
}

/** A quantity of an item in a period, both by position. */
export interface ItemPeriodQuantity {
  readonly item: number;
  readonly period: number;
  readonly quantity: number;
}

/** Quantities below this are rounding of a solver. */
const least = 1e-6;

/** Compares what is done today with another plan of the same problem. */
export function comparePlans(problem: PlanningProblem, today: CostedPlan, other: CostedPlan): PlanComparison {
  const moneyOf = ({ cost }: CostedPlan, id: CostTermId) => cost.terms.find((term) => term.id === id)?.total ?? 0;
  const terms = costTermIds
    .map((id) => ({ id, title: costTermTitles[id], today: moneyOf(today, id), other: moneyOf(other, id) }))
    .filter((term) => term.today !== 0 || term.other !== 0)
    .map((term) => ({ ...term, saving: term.today - term.other }));
  const gap = ({ plan }: CostedPlan, item: number, period: number) =>
    Math.max(0, problem.items[item].safetyStock[period] - plan.inventory[item][period]);
  const tiedUp = perItem(problem, (i, t) => today.plan.inventory[i][t] - other.plan.inventory[i][t]).map((entry) => ({
    ...entry,
    holdingCost: entry.quantity * problem.items[entry.item].holdingCost[entry.period],
  }));
  return {
    terms,
    today: today.cost.total,
    other: other.cost.total,
    saving: today.cost.total - other.cost.total,
    short: perItem(problem, (i, t) =>
      problem.demands.reduce((sum, { item }, k) => sum + (item === i ? today.plan.shortage[k][t] : 0), 0),
    ),
    belowSafetyStock: perItem(problem, (i, t) => gap(today, i, t) - gap(other, i, t)),
    tiedUp,
    tiedUpCost: tiedUp.reduce((sum, { holdingCost }) => sum + holdingCost, 0),
    productionDifference: other.plan.production.map((row, s) =>
      row.map((units, t) => units - today.plan.production[s][t]),
    ),
  };
}

/** The quantities above nothing, by item and period. */
function perItem(problem: PlanningProblem, quantity: (item: number, period: number) => number): ItemPeriodQuantity[] {
  return problem.items.flatMap((_item, item) =>
    problem.periods.flatMap((_period, period) => {
      const amount = quantity(item, period);
      return amount > least ? [{ item, period, quantity: amount }] : [];
    }),
  );
}
