import type { PlanningProblem } from '../../planning';

/** Positions of the problem's parts that belong to each item, found once per sheet. */
export interface ProblemIndex {
  readonly demands: readonly (readonly number[])[];
  readonly sources: readonly (readonly number[])[];
  readonly subcontracts: readonly (readonly number[])[];
  /** Lanes on which the item leaves, and on which it arrives. */
  readonly lanesFrom: readonly (readonly number[])[];
  readonly lanesTo: readonly (readonly number[])[];
  /** Sources that use the item as a component. */
  readonly usedBy: readonly (readonly number[])[];
  readonly warehouses: readonly (readonly number[])[];
}

/** Builds the index. */
export function indexProblem(problem: PlanningProblem): ProblemIndex {
  const perItem = (): number[][] => problem.items.map(() => []);
  const index = {
    demands: perItem(),
    sources: perItem(),
    subcontracts: perItem(),
    lanesFrom: perItem(),
    lanesTo: perItem(),
    usedBy: perItem(),
    warehouses: perItem(),
  };
  problem.demands.forEach(({ item }, d) => index.demands[item].push(d));
  problem.sources.forEach(({ item, components }, s) => {
    index.sources[item].push(s);
    components.forEach((component) => index.usedBy[component.item].push(s));
  });
  problem.subcontracts.forEach(({ item }, s) => index.subcontracts[item].push(s));
  problem.lanes.forEach(({ from, to }, l) => {
    index.lanesFrom[from].push(l);
    index.lanesTo[to].push(l);
  });
  problem.warehouses.forEach(({ items }, w) => items.forEach((item) => index.warehouses[item].push(w)));
  return index;
}
