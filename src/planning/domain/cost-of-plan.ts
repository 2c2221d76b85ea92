import { periodLength } from './period-length';
import type { Plan } from './plan';
import type { PlanningProblem, ResourceUse } from './planning-problem';

/** Every term that a plan can cost, in the order in which it is shown. The keys are public interface. */
export const costTermIds = [
  'production',
  'holding',
  'shortage',
  'backorder',
  'safetyStock',
  'overtime',
  'subcontract',
  'setup',
  'overflow',
  'wage',
  'hire',
  'layoff',
  'transport',
  'minCapacity',
  'targetCapacity',
  'maxInventory',
] as const;

export type CostTermId = (typeof costTermIds)[number];

/** What each term is called on sheets, in messages and in the formulation document. */
export const costTermTitles: Readonly<Record<CostTermId, string>> = {
  production: 'Production cost',
  holding: 'Holding cost',
  shortage: 'Shortage cost',
  backorder: 'Backorder cost',
  safetyStock: 'Safety stock missed',
  overtime: 'Overtime cost',
  subcontract: 'Subcontract cost',
  setup: 'Set-up cost',
  overflow: 'Overflow cost',
  wage: 'Wages',
  hire: 'Hiring cost',
  layoff: 'Layoff cost',
  transport: 'Transport cost',
  minCapacity: 'Use below the minimum',
  targetCapacity: 'Use above the target',
  maxInventory: 'Inventory above its maximum',
};

/** Money of one term. */
export interface CostOfTerm {
  readonly id: CostTermId;
  readonly total: number;
  /** Money by item; null where the term belongs to something shared. */
  readonly perItem: readonly number[] | null;
}

export interface PlanCost {
  /** All terms, also those that are zero, in the order of `costTermIds`. */
  readonly terms: readonly CostOfTerm[];
  /** Sum of the terms. */
  readonly total: number;
  /** Price × quantity delivered sooner or later. */
  readonly revenue: number;
  readonly revenuePerItem: readonly number[];
}

/** What a plan costs by term, from its quantities and the problem's rates alone. */
export function costOfPlan(problem: PlanningProblem, plan: Plan): PlanCost {
  const perItem = (fill: (charge: (item: number, money: number) => void) => void) => {
    const money = problem.items.map(() => 0);
    fill((item, amount) => (money[item] += amount));
    return money;
  };
  const byItem: Partial<Record<CostTermId, number[]>> = {
    production: perItem((charge) =>
      problem.sources.forEach(({ item, cost }, s) => charge(item, dot(cost, plan.production[s]))),
    ),
    holding: perItem((charge) =>
      problem.items.forEach(({ holdingCost }, i) => charge(i, dot(holdingCost, plan.inventory[i]))),
    ),
    shortage: perItem((charge) =>
      problem.demands.forEach(
        ({ item, shortageCost }, k) => shortageCost && charge(item, dot(shortageCost, plan.shortage[k])),
      ),
    ),
    backorder: perItem((charge) =>
      problem.demands.forEach(
        ({ item, backorderCost }, k) => backorderCost && charge(item, dot(backorderCost, plan.backorders[k])),
      ),
    ),
    safetyStock: perItem((charge) =>
      problem.items.forEach(
        ({ safetyStock, safetyStockCost }, i) =>
          safetyStockCost &&
          charge(
            i,
            safetyStockCost *
              sumOf(plan.inventory[i], (units, t) => periodLength(problem, t) * Math.max(0, safetyStock[t] - units)),
          ),
      ),
    ),
    subcontract: perItem((charge) =>
      problem.subcontracts.forEach(({ item, cost }, q) => charge(item, dot(cost, plan.subcontract[q]))),
    ),
    setup: perItem((charge) =>
      problem.sources.forEach(({ item, setupCost }, s) => charge(item, dot(setupCost, plan.setups[s]))),
    ),
    transport: perItem((charge) =>
      problem.lanes.forEach(({ to, cost }, l) => charge(to, dot(cost, plan.transport[l]))),
    ),
    maxInventory: perItem((charge) =>
      problem.items.forEach(
        ({ maxInventory, maxInventoryCost, safetyStock }, i) =>
          maxInventoryCost &&
          charge(
            i,
            maxInventoryCost *
              sumOf(
                plan.inventory[i],
                (units, t) => periodLength(problem, t) * Math.max(0, units - Math.max(maxInventory[t], safetyStock[t])),
              ),
          ),
      ),
    ),
  };
  const shared: Partial<Record<CostTermId, number>> = {
    overtime: sumOf(problem.resources, ({ overtimeCost }, r) => dot(overtimeCost, plan.overtime[r])),
    overflow: sumOf(problem.warehouses, ({ overflowCost }, h) =>
      overflowCost ? dot(overflowCost, plan.overflow[h]) : 0,
    ),
    ...workforceCosts(problem, plan),
    ...useBandCosts(problem, plan),
  };
  const terms = costTermIds.map((id): CostOfTerm => {
    const items = byItem[id] ?? null;
    return { id, perItem: items, total: items ? sumOf(items, (money) => money) : (shared[id] ?? 0) };
  });
  const revenuePerItem = perItem((charge) =>
    problem.demands.forEach(({ item, price, quantity }, k) =>
      charge(
        item,
        sumOf(quantity, (wanted, t) => price[t] * (wanted - plan.shortage[k][t])),
      ),
    ),
  );
  return {
    terms,
    total: sumOf(terms, ({ total }) => total),
    revenue: sumOf(revenuePerItem, (money) => money),
    revenuePerItem,
  };
}

/** Capacity units of a resource that a plan's production and set-ups use, per period. */
export function loadOf(problem: PlanningProblem, plan: Plan, resource: number): number[] {
  const load = problem.periods.map(() => 0);
  const add = (uses: readonly ResourceUse[], amounts: readonly number[]) => {
    for (const entry of uses) {
      if (entry.resource !== resource) continue;
      for (let t = 0; t < load.length; t++) load[t] += entry.use * amounts[t];
    }
  };
  problem.sources.forEach(({ uses, setupUses }, s) => {
    add(uses, plan.production[s]);
    add(setupUses, plan.setups[s]);
  });
  return load;
}

/** Regular capacity units of a resource per period: its own and the hours of the workers that a plan employs. */
export function regularCapacityOf(problem: PlanningProblem, plan: Plan, resource: number): number[] {
  const { workforce } = problem;
  const workers = workforce?.resource === resource && plan.workforce ? plan.workforce.workers : null;
  return problem.resources[resource].capacity.map(
    (capacity, t) => capacity + (workforce && workers ? workforce.hoursPerWorker[t] * workers[t] : 0),
  );
}

/**
 * Most overtime of a resource in a period, capacity units: what may be added to it and, of one that workers staff, no more than
 * that number of workers may work.
 */
export function mostOvertimeOf(problem: PlanningProblem, resource: number, period: number, workers: number): number {
  const most = problem.resources[resource].overtimeCapacity[period];
  const { workforce } = problem;
  const perWorker = workforce?.resource === resource ? workforce.overtimePerWorker[period] : Infinity;
  if (perWorker === Infinity) return most;
  return perWorker > 0 ? Math.min(most, perWorker * workers) : 0;
}

/** Storage units in a warehouse at the end of each period; stock below zero, as rules have it, takes no room. */
export function storageUseOf(problem: PlanningProblem, plan: Plan, warehouse: number): number[] {
  return problem.periods.map((_period, t) =>
    sumOf(
      problem.warehouses[warehouse].items,
      (item) => problem.items[item].storageUse * Math.max(0, plan.inventory[item][t]),
    ),
  );
}

function workforceCosts({ workforce }: PlanningProblem, plan: Plan): Partial<Record<CostTermId, number>> {
  if (!workforce || !plan.workforce) return {};
  return {
    wage: dot(workforce.wageCost, plan.workforce.workers),
    hire: dot(workforce.hireCost, plan.workforce.hired),
    layoff: dot(workforce.layoffCost, plan.workforce.laidOff),
  };
}

function useBandCosts(problem: PlanningProblem, plan: Plan): Partial<Record<CostTermId, number>> {
  let minCapacity = 0;
  let targetCapacity = 0;
  problem.resources.forEach(({ minUse, minUseCost, targetUse, targetUseCost }, r) => {
    if (minUseCost === 0 && targetUseCost === 0) return;
    loadOf(problem, plan, r).forEach((load, t) => {
      minCapacity += minUseCost * Math.max(0, minUse[t] - load);
      targetCapacity += targetUseCost * Math.max(0, load - targetUse[t]);
    });
  });
  return { minCapacity, targetCapacity };
}

function dot(rates: readonly number[], amounts: readonly number[]): number {
  let total = 0;
  for (let t = 0; t < rates.length; t++) total += rates[t] * amounts[t];
  return total;
}

function sumOf<T>(list: readonly T[], amount: (entry: T, position: number) => number): number {
  let total = 0;
  for (let position = 0; position < list.length; position++) total += amount(list[position], position);
  return total;
}
