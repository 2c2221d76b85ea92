import { mayBeLate, mayBeShort } from '../domain/demand-terms';
import type { PlanningProblem } from '../domain/planning-problem';

/** What a resource must at least do until the end of a period, against what it can. Capacity units, but for the parts. */
export interface LoadFloor {
  readonly items: readonly string[];
  readonly needed: number;
  readonly available: number;
  /** Parts of `needed`, in capacity units as well. */
  readonly demand: number;
  readonly safetyStock: number;
  readonly onHand: number;
}

/**
 * The least load of a resource through period `last`, for a plant whose items have one source each and no components, lanes
 * or subcontracting; null elsewhere, because there the need can be met in other ways.
 */
export function loadFloor(problem: PlanningProblem, resource: number, last: number): LoadFloor | null {
  const simple =
    problem.lanes.length === 0 &&
    problem.subcontracts.length === 0 &&
    problem.workforce === null &&
    problem.sources.length === problem.items.length &&
    problem.sources.every(({ components, arrival }) => components.length === 0 && arrival.every((to, t) => to === t)) &&
    problem.demands.every((demand) => !mayBeLate(demand) && !mayBeShort(problem, demand));
  if (!simple) return null;
  const items: string[] = [];
  let [demand, safetyStock, onHand] = [0, 0, 0];
  for (const source of problem.sources) {
    const use = source.uses.find((entry) => entry.resource === resource)?.use ?? 0;
    const item = problem.items[source.item];
    const wanted = sumThrough(
      problem.demands.filter((entry) => entry.item === source.item).map(({ quantity }) => quantity),
      last,
    );
    const floor = Math.max(
      item.safetyStockCost === null ? item.safetyStock[last] : 0,
      last === problem.periods.length - 1 ? item.finalInventory : 0,
    );
    const there = item.openingInventory + sumThrough([item.receipts], last);
    // What is on hand of an item beyond its own need helps no other item.
    if (use <= 0 || wanted + floor - there <= 0) continue;
    items.push(item.name);
    demand += use * wanted;
    safetyStock += use * floor;
    onHand += use * there;
  }
  const { capacity, overtimeCapacity } = problem.resources[resource];
  return {
    items,
    needed: demand + safetyStock - onHand,
    available: sumThrough([capacity, overtimeCapacity], last),
    demand,
    safetyStock,
    onHand,
  };
}

function sumThrough(rows: readonly (readonly number[])[], last: number): number {
  let total = 0;
  for (const row of rows) for (let t = 0; t <= last; t++) total += row[t];
  return total;
}
