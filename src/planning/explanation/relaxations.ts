import type { PlanningProblem } from '../domain/planning-problem';

/*
 * Problems with one kind of limit made soft, free of charge: whoever uses them measures (and minimises) the violation.
 * Because a relaxation is a change of the problem, it goes through the same formulation and the same audit as every plan.
 */

/** The planner's own rules about production. */
export type ProductionRule = 'minimum' | 'maximum' | 'fixed';

/** Demand may stay undelivered. */
export function withSoftDemand(problem: PlanningProblem): PlanningProblem {
  const free = problem.periods.map(() => 0);
  return {
    ...problem,
    demands: problem.demands.map((demand) => ({ ...demand, shortageCost: demand.shortageCost ?? free })),
  };
}

/** Safety stock (and the final inventory) may be missed. */
export function withSoftSafetyStock(problem: PlanningProblem): PlanningProblem {
  const last = problem.periods.length - 1;
  return {
    ...problem,
    items: problem.items.map((item) =>
      item.safetyStockCost !== null
        ? item
        : {
            ...item,
            safetyStockCost: 0,
            safetyStock: item.safetyStock.map((units, t) =>
              t === last ? Math.max(units, item.finalInventory) : units,
            ),
            finalInventory: 0,
          },
    ),
  };
}

/** Stock may stand above the maximum of an item and above what a warehouse holds. */
export function withSoftStorage(problem: PlanningProblem): PlanningProblem {
  return withSoftWarehouses(withSoftMaximumInventory(problem));
}

/** Stock may stand above the maximum of an item. */
export function withSoftMaximumInventory(problem: PlanningProblem): PlanningProblem {
  return {
    ...problem,
    items: problem.items.map((item) => (item.maxInventoryCost === null ? { ...item, maxInventoryCost: 0 } : item)),
  };
}

/** Stock may stand above what a warehouse holds; overflow is then what stands above its hard limit. */
export function withSoftWarehouses(problem: PlanningProblem): PlanningProblem {
  const free = problem.periods.map(() => 0);
  return {
    ...problem,
    // The usable part stays where it is, and above it there is as much room as anybody may need.
    warehouses: problem.warehouses.map((warehouse) => ({
      ...warehouse,
      overflowThreshold: warehouse.overflowCost === null ? warehouse.overflowThreshold : 1,
      overflowCost: warehouse.overflowCost ?? free,
      overflowLimit: Infinity,
    })),
  };
}

/** Production need not keep one of the planner's rules about it. */
export function withFreeProduction(problem: PlanningProblem, rule: ProductionRule): PlanningProblem {
  return {
    ...problem,
    sources: problem.sources.map((source) => ({
      ...source,
      minimum: rule === 'minimum' ? source.minimum.map(() => 0) : source.minimum,
      maximum: rule === 'maximum' ? source.maximum.map(() => Infinity) : source.maximum,
      fixed: rule === 'fixed' ? source.fixed.map(() => null) : source.fixed,
    })),
  };
}

/** Any amount of capacity may be added to a resource. */
export function withSoftCapacity(problem: PlanningProblem, resource: number): PlanningProblem {
  return {
    ...problem,
    // Added capacity is nobody's overtime, so the workers do not limit it.
    resources: problem.resources.map((entry, r) =>
      r === resource ? { ...entry, overtimeCapacity: entry.overtimeCapacity.map(() => Infinity) } : entry,
    ),
  };
}

/** Any quantity may be on hand before the first period: it can be bought then, and only then. */
export function withSoftOpeningInventory(problem: PlanningProblem): PlanningProblem {
  const firstOnly = problem.periods.map((_period, t) => (t === 0 ? Infinity : 0));
  const free = problem.periods.map(() => 0);
  return {
    ...problem,
    subcontracts: [
      ...problem.subcontracts,
      ...problem.items.map((_item, item) => ({ item, limit: firstOnly, cost: free })),
    ],
  };
}
