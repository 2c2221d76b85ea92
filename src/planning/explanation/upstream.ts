import type { PlanningProblem } from '../domain/planning-problem';

/** Everything through which an item is supplied: positions in the problem's lists. */
export interface Upstream {
  readonly items: readonly number[];
  readonly sources: readonly number[];
  readonly lanes: readonly number[];
  readonly subcontracts: readonly number[];
  readonly resources: readonly number[];
}

/** Walks from an item through sources, their components and lanes to where supply begins. */
export function upstreamOf(problem: PlanningProblem, item: number): Upstream {
  const items = new Set([item]);
  const sources = new Set<number>();
  const lanes = new Set<number>();
  for (const at of items) {
    problem.sources.forEach((source, s) => {
      const byProduct = source.components.some((component) => component.item === at && component.quantity < 0);
      if (source.item !== at && !byProduct) return;
      sources.add(s);
      for (const component of source.components) if (component.quantity > 0) items.add(component.item);
    });
    problem.lanes.forEach((lane, l) => {
      if (lane.to !== at) return;
      lanes.add(l);
      items.add(lane.from);
    });
  }
  const resources = new Set(
    [...sources].flatMap((s) =>
      [...problem.sources[s].uses, ...problem.sources[s].setupUses]
        .filter(({ use }) => use > 0)
        .map(({ resource }) => resource),
    ),
  );
  const subcontracts = [...problem.subcontracts.keys()].filter((q) => items.has(problem.subcontracts[q].item));
  return { items: [...items], sources: [...sources], lanes: [...lanes], subcontracts, resources: [...resources] };
}

/**
 * First period in which anything can be there that does not come from stock or receipts at hand: the horizon's length where
 * nothing can. Components and sending locations with stock count as ready at once.
 */
export function earliestSupply(problem: PlanningProblem, item: number): number {
  const horizon = problem.periods.length;
  const known = new Map<number, number>();
  const readyAt = (at: number, path: readonly number[]): number => {
    const { openingInventory, receipts } = problem.items[at];
    if (openingInventory > 0) return 0;
    const receipt = receipts.findIndex((units) => units > 0);
    return Math.min(receipt < 0 ? horizon : receipt, suppliedAt(at, path));
  };
  const arrivalAfter = (arrival: readonly number[], start: number, may: (period: number) => boolean): number => {
    for (let period = start; period < horizon; period++) if (may(period)) return Math.min(horizon, arrival[period]);
    return horizon;
  };
  const suppliedAt = (at: number, path: readonly number[]): number => {
    const found = known.get(at);
    if (found !== undefined) return found;
    if (path.includes(at)) return horizon;
    const onward = [...path, at];
    let earliest = problem.subcontracts.some((entry) => entry.item === at && entry.limit[0] > 0) ? 0 : horizon;
    for (const { item: made, components, arrival, maximum } of problem.sources) {
      if (made !== at) continue;
      const start = Math.max(
        0,
        ...components.filter(({ quantity }) => quantity > 0).map((c) => readyAt(c.item, onward)),
      );
      earliest = Math.min(
        earliest,
        arrivalAfter(arrival, start, (t) => maximum[t] > 0),
      );
    }
    for (const { from, to, arrival, maximum } of problem.lanes) {
      if (to !== at) continue;
      earliest = Math.min(
        earliest,
        arrivalAfter(arrival, readyAt(from, onward), (t) => maximum[t] > 0),
      );
    }
    known.set(at, earliest);
    return earliest;
  };
  return suppliedAt(item, []);
}

const freshByProblem = new WeakMap<PlanningProblem, readonly number[]>();

/**
 * First period in which each item can be there although nothing was on hand or under way anywhere: everything is started now,
 * from where supply begins. The horizon's length where that never arrives. Found once per problem.
 */
export function freshSupply(problem: PlanningProblem): readonly number[] {
  const known = freshByProblem.get(problem);
  if (known) return known;
  const horizon = problem.periods.length;
  const ready = problem.items.map(() => horizon);
  let changed = true;
  const arrive = (item: number, period: number) => {
    if (period >= ready[item]) return;
    ready[item] = period;
    changed = true;
  };
  const after = (
    start: number,
    { arrival, maximum, fixed }: Pick<PlanningProblem['lanes'][number], 'arrival' | 'maximum' | 'fixed'>,
  ): number => {
    for (let t = start; t < horizon; t++) if ((fixed[t] ?? maximum[t]) > 0) return arrival[t];
    return horizon;
  };
  for (const { item, limit } of problem.subcontracts) {
    const first = limit.findIndex((units) => units > 0);
    if (first >= 0) arrive(item, first);
  }
  while (changed) {
    changed = false;
    for (const source of problem.sources) {
      const needed = source.components.filter(({ quantity }) => quantity > 0).map(({ item }) => ready[item]);
      const period = after(Math.max(0, ...needed), source);
      arrive(source.item, period);
      for (const { item, quantity } of source.components) if (quantity < 0) arrive(item, period);
    }
    for (const lane of problem.lanes) arrive(lane.to, after(ready[lane.from], lane));
  }
  freshByProblem.set(problem, ready);
  return ready;
}
