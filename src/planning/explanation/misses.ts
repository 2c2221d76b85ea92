import { periodLength } from '../domain/period-length';
import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';

/** Something a plan leaves undone for an item over adjoining periods. */
export interface Miss {
  readonly kind: 'shortage' | 'late' | 'safetyStock';
  readonly item: number;
  readonly from: number;
  readonly to: number;
  /** Units for a shortage, unit-periods for lateness and safety stock. */
  readonly quantity: number;
  /** Most units in one period. */
  readonly most: number;
  /** Money that the plan pays for it. */
  readonly penalty: number;
}

/** Less than this is rounding, units. */
const leastUnits = 1e-6;

/** Every shortage, lateness and missed safety stock of a plan, by item and adjoining periods; the dearest first. */
export function missesOf(problem: PlanningProblem, plan: Plan): Miss[] {
  const kinds: readonly Miss['kind'][] = ['shortage', 'late', 'safetyStock'];
  return kinds.flatMap((kind) =>
    problem.items
      .flatMap((_item, item) => runsOf(problem, plan, kind, item))
      .sort((one, other) => other.penalty - one.penalty || other.quantity - one.quantity),
  );
}

/** How much of a miss there is in another plan of the same (or a changed) problem. */
export function quantityIn({ kind, item, from, to }: Miss, problem: PlanningProblem, plan: Plan): number {
  return unitsMissed(problem, plan, kind, item)
    .slice(from, to + 1)
    .reduce((sum, units) => sum + units, 0);
}

function runsOf(problem: PlanningProblem, plan: Plan, kind: Miss['kind'], item: number): Miss[] {
  const units = unitsMissed(problem, plan, kind, item);
  if (units.every((missed) => missed <= leastUnits)) return [];
  const penalties = penaltiesOf(problem, plan, kind, item, units);
  const runs: Miss[] = [];
  for (let from = 0; from < units.length; from++) {
    if (units[from] <= leastUnits) continue;
    let to = from;
    while (to + 1 < units.length && units[to + 1] > leastUnits) to++;
    const span = units.slice(from, to + 1);
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    runs.push({
      kind,
      item,
      from,
      to,
      quantity: sum(span),
      most: Math.max(...span),
      penalty: sum(penalties.slice(from, to + 1)),
    });
    from = to;
  }
  return runs;
}

/** Units missed at the end of (or in) each period. */
function unitsMissed(problem: PlanningProblem, plan: Plan, kind: Miss['kind'], item: number): number[] {
  if (kind === 'safetyStock') {
    const { safetyStock } = problem.items[item];
    return plan.inventory[item].map((units, t) => Math.max(0, safetyStock[t] - units));
  }
  const rows = kind === 'shortage' ? plan.shortage : plan.backorders;
  const units = problem.periods.map(() => 0);
  problem.demands.forEach((demand, k) => {
    if (demand.item === item) rows[k].forEach((missed, t) => (units[t] += missed));
  });
  return units;
}

function penaltiesOf(
  problem: PlanningProblem,
  plan: Plan,
  kind: Miss['kind'],
  item: number,
  units: readonly number[],
): number[] {
  if (kind === 'safetyStock')
    return units.map((missed, t) => missed * (problem.items[item].safetyStockCost ?? 0) * periodLength(problem, t));
  return problem.periods.map((_period, t) =>
    problem.demands.reduce((sum, demand, k) => {
      if (demand.item !== item) return sum;
      const lost = problem.mode === 'profit' ? demand.price[t] : 0;
      return kind === 'shortage'
        ? sum + plan.shortage[k][t] * ((demand.shortageCost?.[t] ?? 0) + lost)
        : sum + plan.backorders[k][t] * (demand.backorderCost?.[t] ?? 0);
    }, 0),
  );
}
