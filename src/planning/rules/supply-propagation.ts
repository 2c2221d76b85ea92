import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import { heuristicPlan, withResourceUse } from './heuristic';
import { upstreamFirst } from './item-order';
import type { RuleOptions, RulePlan } from './planner';
import { limitAlerts } from './rule-alerts';
import { periodsCovered } from './stock-coverage';
import { withReasons } from './shortage-reasons';
import { supplyOptions } from './supply-options';

/**
 * The heuristic's requests, served with what is really there: at every item and period only the stock on hand and the
 * receipts of the period go downstream, the same part of every request (or the dearest first). Stock never falls below zero,
 * customers get less than they want, and nothing is made up later. Capacity is not looked at, only alerted.
 */
export function propagationPlan(problem: PlanningProblem, options: RuleOptions = {}): RulePlan {
  const asked = heuristicPlan(problem, { ...options, carryOver: false });
  const order = upstreamFirst(problem).items;
  const horizon = problem.periods.length;
  const zeros = (rows: readonly unknown[]) => rows.map(() => problem.periods.map(() => 0));
  const production = zeros(problem.sources);
  const transport = zeros(problem.lanes);
  const deliveries = zeros(problem.demands);
  const arriving = problem.items.map(({ receipts }) => [...receipts]);
  const released = zeros(problem.items);
  const stock = problem.items.map(({ openingInventory }) => openingInventory);
  const inventory = zeros(problem.items);
  const requests = requestsOf(problem, asked.plan);
  const arrive = (item: number, period: number, units: number) => {
    if (period < horizon) arriving[item][period] += units;
  };

  for (let t = 0; t < horizon; t++) {
    /** Part of each request that its item can serve. */
    const served = new Map<Request, number>();
    const used = problem.items.map(() => 0);
    for (const item of order) {
      make(item);
      const available = stock[item] + arriving[item][t];
      const wanted = requests[item].map((request) => ({ request, units: request.units[t] }));
      for (const { request, part } of allot(available, wanted, options.split ?? 'proportional'))
        served.set(request, part);
      for (const request of requests[item]) {
        const units = request.units[t] * (served.get(request) ?? 0);
        if (request.kind === 'component') continue;
        used[item] += units;
        if (request.kind === 'customer') deliveries[request.position][t] = units;
        else {
          transport[request.position][t] = units;
          arrive(problem.lanes[request.position].to, problem.lanes[request.position].arrival[t], units);
        }
      }
    }
    problem.items.forEach((_item, item) => {
      released[item][t] = used[item];
      stock[item] = Math.max(0, stock[item] + arriving[item][t] - used[item]);
      inventory[item][t] = stock[item];
    });

    /** Makes an item with the components that are there; they were allotted before, since they stand upstream. */
    function make(item: number): void {
      problem.sources.forEach((source, s) => {
        if (source.item !== item) return;
        const parts = source.components
          .filter(({ quantity }) => quantity > 0)
          .map((component) => partOf(component.item, s));
        const units = asked.plan.production[s][t] * Math.min(1, ...parts);
        production[s][t] = units;
        arrive(item, source.arrival[t], units);
        for (const { item: other, quantity } of source.components) {
          if (quantity > 0) used[other] += quantity * units;
          else arrive(other, source.arrival[t], -quantity * units);
        }
      });
    }

    function partOf(component: number, source: number): number {
      const request = requests[component].find(({ kind, position }) => kind === 'component' && position === source);
      return request ? (served.get(request) ?? 0) : 1;
    }
  }

  const draft: Plan = {
    ...asked.plan,
    production,
    setups: production.map((row) => row.map((units) => (units > 0 ? 1 : 0))),
    transport,
    inventory,
    deliveries,
    shortage: problem.demands.map(({ quantity }, k) =>
      quantity.map((units, t) => tidy(Math.max(0, units - deliveries[k][t]), units)),
    ),
  };
  const plan = withResourceUse(problem, draft);
  const unbroken = asked.alerts.filter(({ kind }) => ['leadTime', 'quota', 'cycle'].includes(kind));
  return {
    plan,
    backlog: zeros(problem.items),
    dropped: zeros(problem.items),
    coverage: inventory.map((row, item) => row.map((units, t) => periodsCovered(units, released[item], t))),
    alerts: [
      ...unbroken,
      ...withReasons(problem, asked.plan, plan, limitAlerts(problem, plan, supplyOptions(problem))),
    ],
  };
}

/** What wants units of an item: a customer, a lane that leaves, or a source that it goes into. */
interface Request {
  readonly kind: 'customer' | 'lane' | 'component';
  /** Position in the problem's list of that kind (sources for components). */
  readonly position: number;
  readonly units: readonly number[];
  /** Money that a unit less costs, for the split by priority. */
  readonly worth: readonly number[];
}

function requestsOf(problem: PlanningProblem, plan: Plan): readonly (readonly Request[])[] {
  const requests: Request[][] = problem.items.map(() => []);
  const none = problem.periods.map(() => 0);
  problem.demands.forEach(({ item, shortageCost, price }, position) =>
    requests[item].push({ kind: 'customer', position, units: plan.deliveries[position], worth: shortageCost ?? price }),
  );
  problem.lanes.forEach(({ from }, position) =>
    requests[from].push({ kind: 'lane', position, units: plan.transport[position], worth: none }),
  );
  problem.sources.forEach(({ components }, position) => {
    for (const { item, quantity } of components) {
      if (quantity <= 0) continue;
      const units = plan.production[position].map((made) => made * quantity);
      requests[item].push({ kind: 'component', position, units, worth: none });
    }
  });
  return requests;
}

/** The part of each request that what is there can serve. */
function allot(
  available: number,
  wanted: readonly { readonly request: Request; readonly units: number }[],
  split: NonNullable<RuleOptions['split']>,
): { readonly request: Request; readonly part: number }[] {
  const total = wanted.reduce((sum, { units }) => sum + units, 0);
  const there = Math.max(0, available);
  if (split === 'proportional' || there >= total) {
    const part = total <= there ? 1 : there / total;
    return wanted.map(({ request }) => ({ request, part }));
  }
  let left = there;
  const largest = ({ worth }: Request) => Math.max(0, ...worth);
  return [...wanted]
    .sort((one, other) => largest(other.request) - largest(one.request))
    .map(({ request, units }) => {
      const given = Math.min(units, left);
      left -= given;
      return { request, part: units > 0 ? given / units : 1 };
    });
}

/** Nothing, where only rounding is left. */
function tidy(units: number, scale: number): number {
  return units <= 1e-9 * Math.max(1, scale) ? 0 : units;
}
