import type { PlanningProblem } from '../../domain/planning-problem';

const requirementsByProblem = new WeakMap<PlanningProblem, (product: string) => number>();

/**
 * Most units of a product that a whole network could sensibly make over the horizon: what is wanted of it anywhere, and what
 * everything that it goes into could sensibly be made of (an explosion of the bill of material over all locations and periods).
 */
export function networkRequirement(problem: PlanningProblem, product: string): number {
  const known = requirementsByProblem.get(problem);
  if (known) return known(product);
  const found = explosion(problem);
  requirementsByProblem.set(problem, found);
  return found(product);
}

interface Need {
  readonly of: string;
  /** Units of the product per unit of `of`. */
  readonly perUnit: number;
}

function explosion(problem: PlanningProblem): (product: string) => number {
  const wanted = wantedByProduct(problem);
  const needs = new Map<string, Need[]>();
  const add = (product: string, need: Need) => needs.set(product, [...(needs.get(product) ?? []), need]);
  for (const { item, components } of problem.sources) {
    const made = problem.items[item].product;
    for (const { item: other, quantity } of components) {
      const product = problem.items[other].product;
      // A co-product may be what the source is run for.
      if (quantity > 0) add(product, { of: made, perUnit: quantity });
      else if (quantity < 0) add(made, { of: product, perUnit: -1 / quantity });
    }
  }
  const totals = new Map<string, number>();
  const underWay = new Set<string>();
  const total = (product: string): number => {
    const known = totals.get(product);
    if (known !== undefined) return known;
    // A product that goes into itself is a mistake in the data, which an endless explosion would not say better.
    if (underWay.has(product)) return 0;
    underWay.add(product);
    let units = wanted.get(product) ?? 0;
    for (const { of, perUnit } of needs.get(product) ?? []) units += perUnit * total(of);
    underWay.delete(product);
    totals.set(product, units);
    return units;
  };
  return total;
}

/** What is wanted of each product for its own sake: demand, stock, what is fixed or least, and what lots round up. */
function wantedByProduct(problem: PlanningProblem): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  const add = (item: number, units: number) => {
    const { product } = problem.items[item];
    wanted.set(product, (wanted.get(product) ?? 0) + units);
  };
  problem.items.forEach(({ safetyStock, finalInventory }, i) => add(i, Math.max(finalInventory, ...safetyStock)));
  for (const { item, quantity } of problem.demands) for (const units of quantity) add(item, units);
  for (const { item, lotSize, minLot, fixed, minimum, uses } of problem.sources) {
    add(item, lotSize + minLot);
    fixed.forEach((units, t) => add(item, units ?? minimum[t]));
    for (const { resource, use } of uses) {
      // A penalty for using a resource too little can make units worth making that nobody wants.
      if (use > 0) for (const units of problem.resources[resource].minUse) add(item, units / use);
    }
  }
  for (const { from, lotSize, minLot, fixed } of problem.lanes) {
    add(from, lotSize + minLot);
    for (const units of fixed) add(from, units ?? 0);
  }
  return wanted;
}
