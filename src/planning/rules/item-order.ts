import type { PlanningProblem } from '../domain/planning-problem';

/** The items, each before the items that supply it, and where that is impossible. */
export interface ItemOrder {
  /** Positions of items, customers' side first. */
  readonly downstreamFirst: readonly number[];
  /** Items that were taken before all they supply were: lanes or components lead in a circle. */
  readonly inCircles: readonly number[];
}

/** Sorts a network by who supplies whom, through lanes, components and co-products. */
export function itemOrder({ items, lanes, sources }: PlanningProblem): ItemOrder {
  const suppliers = items.map(() => new Set<number>());
  for (const { from, to } of lanes) if (from !== to) suppliers[to].add(from);
  for (const { item, components } of sources) {
    for (const component of components) if (component.item !== item) suppliers[item].add(component.item);
  }
  const waitingFor = items.map(() => 0);
  suppliers.forEach((set) => set.forEach((supplier) => (waitingFor[supplier] += 1)));
  const taken = items.map(() => false);
  const downstreamFirst: number[] = [];
  const inCircles: number[] = [];
  const ready = waitingFor.flatMap((count, item) => (count === 0 ? [item] : []));
  const take = (item: number) => {
    taken[item] = true;
    downstreamFirst.push(item);
    for (const supplier of suppliers[item]) {
      waitingFor[supplier] -= 1;
      if (waitingFor[supplier] === 0 && !taken[supplier]) ready.push(supplier);
    }
  };
  while (downstreamFirst.length < items.length) {
    const next = ready.shift();
    if (next !== undefined) {
      if (!taken[next]) take(next);
      continue;
    }
    const first = taken.indexOf(false);
    inCircles.push(first);
    take(first);
  }
  return { downstreamFirst, inCircles };
}
