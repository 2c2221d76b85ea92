import { mostOvertimeOf } from '../../domain/cost-of-plan';
import type { PlanningProblem } from '../../domain/planning-problem';
import type { Key } from '../parts';
import { networkRequirement } from './network-requirement';

/**
 * Most that a source could sensibly make in a period, units: the least of its own maximum, what its resources allow and,
 * for a single plant, what can still be wanted. The tighter this number, the stronger the set-up rows (and the faster the
 * search), but it must never cut off every optimum.
 */
export function productionCeiling(problem: PlanningProblem, { source, period }: Key<'source' | 'period'>): number {
  const { maximum, uses, setupUses, fixed } = problem.sources[source];
  const fixedQuantity = fixed[period];
  if (fixedQuantity !== null) return fixedQuantity;
  let most = Math.min(maximum[period], requirementCeiling(problem, source, period));
  for (const { resource, use } of uses) {
    if (use <= 0) continue;
    const setUp = setupUses.find((entry) => entry.resource === resource)?.use ?? 0;
    most = Math.min(most, Math.max(0, mostCapacity(problem, resource, period) - setUp) / use);
  }
  return most;
}

/** Regular capacity, overtime and the hours of as many workers as there may be. */
function mostCapacity(problem: PlanningProblem, resource: number, period: number): number {
  const { workforce } = problem;
  const { capacity, overtimeCapacity } = problem.resources[resource];
  if (workforce?.resource !== resource) return capacity[period] + overtimeCapacity[period];
  const most = workforce.maxWorkers[period];
  const hours = workforce.hoursPerWorker[period];
  const worked = hours > 0 ? hours * most : 0;
  return capacity[period] + worked + mostOvertimeOf(problem, resource, period, most);
}

/**
 * Everything that may still be wanted of the source's item when period `period` starts, rounded up to whole lots. In a
 * network an item also serves others, so there it is what the network could want of the product over the whole horizon.
 */
function requirementCeiling(problem: PlanningProblem, source: number, period: number): number {
  const { item, minLot, lotSize, minimum } = problem.sources[source];
  const alone = problem.lanes.length === 0 && problem.sources.every(({ components }) => components.length === 0);
  if (!alone) return networkRequirement(problem, problem.items[item].product);
  const { safetyStock, finalInventory } = problem.items[item];
  let wanted = Math.max(finalInventory, ...safetyStock);
  for (const demand of problem.demands) {
    if (demand.item !== item) continue;
    // Open backorders may be made now, so earlier demand counts where it may be late.
    const from = demand.backorderCost === null ? period : 0;
    for (let later = from; later < problem.periods.length; later++) wanted += demand.quantity[later];
  }
  return Math.max(wanted, minimum[period], minLot) + lotSize + minLot + unitsForMinimumUse(problem, source, period);
}

/** A penalty for using a resource too little can make units worth making that nobody wants. */
function unitsForMinimumUse(problem: PlanningProblem, source: number, period: number): number {
  let units = 0;
  for (const { resource, use } of problem.sources[source].uses) {
    if (use > 0) units = Math.max(units, problem.resources[resource].minUse[period] / use);
  }
  return units;
}
