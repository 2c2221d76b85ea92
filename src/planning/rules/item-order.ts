import type { PlanningProblem } from '../domain/planning-problem';

/** The items in an order in which each can be worked on, and where there is none. */
export interface ItemOrder {
  readonly items: readonly number[];
  /** Items that were taken before their turn: lanes or components lead in a circle. */
  readonly inCircles: readonly number[];
}

/** Customers' side first: each item before those that supply it, and a product before what comes out beside it. */
export function downstreamFirst(problem: PlanningProblem): ItemOrder {
  return sorted(problem, ({ supplier, user }) => [user, supplier]);
}

/** Suppliers first: each item after those that supply it, and a product before what comes out beside it. */
export function upstreamFirst(problem: PlanningProblem): ItemOrder {
  return sorted(problem, ({ supplier, user, besides }) => (besides ? [user, supplier] : [supplier, user]));
}

/** One item hands units to another; `besides`: the "supplier" is a co-product that comes out with the "user". */
interface Link {
  readonly supplier: number;
  readonly user: number;
  readonly besides: boolean;
}

function linksOf({ lanes, sources }: PlanningProblem): Link[] {
  return [
    ...lanes.map(({ from, to }) => ({ supplier: from, user: to, besides: false })),
    ...sources.flatMap(({ item, components }) =>
      components.map((component) => ({ supplier: component.item, user: item, besides: component.quantity < 0 })),
    ),
  ].filter(({ supplier, user }) => supplier !== user);
}

function sorted(problem: PlanningProblem, beforeAndAfter: (link: Link) => readonly [number, number]): ItemOrder {
  const after = problem.items.map(() => new Set<number>());
  for (const link of linksOf(problem)) {
    const [first, second] = beforeAndAfter(link);
    after[first].add(second);
  }
  const waitingFor = problem.items.map(() => 0);
  after.forEach((set) => set.forEach((item) => (waitingFor[item] += 1)));
  const taken = problem.items.map(() => false);
  const items: number[] = [];
  const inCircles: number[] = [];
  const ready = waitingFor.flatMap((count, item) => (count === 0 ? [item] : []));
  const take = (item: number) => {
    taken[item] = true;
    items.push(item);
    for (const next of after[item]) {
      waitingFor[next] -= 1;
      if (waitingFor[next] === 0 && !taken[next]) ready.push(next);
    }
  };
  while (items.length < problem.items.length) {
    const next = ready.shift();
    if (next !== undefined) {
      if (!taken[next]) take(next);
      continue;
    }
    const first = taken.indexOf(false);
    inCircles.push(first);
    take(first);
  }
  return { items, inCircles };
}
