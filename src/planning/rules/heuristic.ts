import { loadOf, storageUseOf } from '../domain/cost-of-plan';
import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import { sayIn } from '../domain/said';
import { downstreamFirst } from './item-order';
import type { Alert, RuleOptions, RulePlan } from './planner';
import { alerted, exactly, limitAlerts } from './rule-alerts';
import { periodsCovered, requiredAhead } from './stock-coverage';
import { supplyOptions } from './supply-options';
import type { SupplyOption } from './supply-options';

/** What the rule could not do as asked. */
export const heuristicTexts = {
  outOfTime:
    '{units} units of {name} are missing in {period}, and nothing can supply them in time: no source, or a lead time that is too long.',
  quotasInProportion: 'The quotas of {name} add up to {percent} % instead of 100 %; they are used in proportion.',
  quotasInEqualParts:
    'The quotas of {name} add up to {percent} % instead of 100 %; its sources are used in equal parts.',
  circle: '{name} supplies itself through lanes or components that lead in a circle; the rule follows it once.',
} as const;

const say = sayIn(heuristicTexts);

/**
 * Infinite planning without shortages, as time-series planning systems do it: requirements run from the customers upstream,
 * item by item and forward in time; what is missing is made or moved one lead time earlier, in lots, split by quota. Fixed
 * quantities are final, 0 included. Capacity, maxima and the sign of stock are not looked at, only alerted.
 */
export function heuristicPlan(problem: PlanningProblem, options: RuleOptions = {}): RulePlan {
  const zeros = (rows: readonly unknown[]) => rows.map(() => problem.periods.map(() => 0));
  const ways = supplyOptions(problem);
  const { items, inCircles } = downstreamFirst(problem);
  const work: Workings = {
    problem,
    options,
    alerts: inCircles.map((item) => circleAlert(problem, item)),
    production: zeros(problem.sources),
    transport: zeros(problem.lanes),
    required: customerRequirement(problem),
    arriving: problem.items.map(({ receipts }) => [...receipts]),
    stock: zeros(problem.items),
    dropped: zeros(problem.items),
    done: problem.items.map(() => false),
  };
  for (const item of items) planItem(work, item, ways[item]);

  const { production, transport, stock, dropped, required, alerts } = work;
  const deliveries = problem.demands.map(({ quantity, fixedDelivery }) =>
    quantity.map((units, t) => fixedDelivery[t] ?? units),
  );
  const draft: Plan = {
    production,
    setups: production.map((row) => row.map((units) => (units > 0 ? 1 : 0))),
    transport,
    subcontract: zeros(problem.subcontracts),
    inventory: stock,
    deliveries,
    shortage: problem.demands.map(({ quantity }, k) =>
      quantity.map((units, t) => Math.max(0, units - deliveries[k][t])),
    ),
    backorders: zeros(problem.demands),
    overtime: zeros(problem.resources),
    overflow: zeros(problem.warehouses),
    workforce: idleWorkforce(problem),
  };
  const plan = withResourceUse(problem, draft);
  return {
    plan,
    backlog: stock.map((row) => row.map((units) => Math.max(0, -units))),
    dropped,
    coverage: stock.map((row, item) => row.map((units, t) => periodsCovered(units, required[item], t))),
    alerts: [...alerts, ...limitAlerts(problem, plan, ways)],
  };
}

/** Quantities under way while the items are planned one after another. */
interface Workings {
  readonly problem: PlanningProblem;
  readonly options: RuleOptions;
  readonly alerts: Alert[];
  readonly production: number[][];
  readonly transport: number[][];
  /** What customers and items downstream want of each item, by period. */
  readonly required: number[][];
  /** What arrives whatever the rule decides: receipts under way and co-products. */
  readonly arriving: number[][];
  readonly stock: number[][];
  readonly dropped: number[][];
  readonly done: boolean[];
}

/** Plans one item whose requirement is complete, and passes on what that asks of its suppliers. */
function planItem(work: Workings, item: number, all: readonly SupplyOption[]): void {
  const { problem, options, required, arriving } = work;
  const { openingInventory, safetyStock, name } = problem.items[item];
  // A lane from an item that is planned already (a circle) can be asked for nothing more.
  const ways = all.filter(({ kind, position }) => kind === 'source' || !work.done[problem.lanes[position].from]);
  const quotas = checkedQuotas(work, item, ways);
  const cover = options.coveragePeriods?.[item] ?? 0;
  ways.forEach((way) =>
    way.fixed.forEach((units, start) => {
      if (units !== null) rowOf(work, way)[start] = units;
    }),
  );
  let before = openingInventory;
  problem.periods.forEach((_period, t) => {
    const carried = options.carryOver ? before : Math.max(0, before);
    work.dropped[item][t] = carried - before;
    const target = safetyStock[t] + requiredAhead(cover, required[item], t);
    const missing = required[item][t] + target - carried - arriving[item][t];
    const fixed = sum(ways.map((way) => arrivingFixed(way, t)));
    const unserved = assign(work, ways, quotas, t, missing, fixed);
    if (unserved > 1e-9) {
      const said = say('outOfTime', { units: exactly(unserved), name, period: problem.periods[t].label });
      work.alerts.push({ kind: 'leadTime', item, resource: null, period: t, quantity: unserved, ...alerted(said) });
    }
    before =
      carried + arriving[item][t] + sum(ways.map((way) => arrivals(rowOf(work, way), way, t))) - required[item][t];
    work.stock[item][t] = before;
  });
  passOn(work, ways);
  work.done[item] = true;
}

/** Gives each way its part of what is missing; returns the units that no way can bring in time. */
function assign(
  work: Workings,
  ways: readonly SupplyOption[],
  quotas: readonly number[],
  t: number,
  missing: number,
  fixed: number,
): number {
  const balance = work.options.balanceReceipts ?? false;
  const starts = ways.map((way) => way.startFor(t));
  const isOpen = ways.map((way, w) => {
    const start = starts[w];
    return start !== null && way.fixed[start] === null && way.maximum[start] > 0;
  });
  const isFixed = ways.map((way, w) => {
    const start = starts[w];
    return start !== null && way.fixed[start] !== null;
  });
  const wanted = Math.max(0, balance ? missing - fixed : missing);
  // Without balancing, the part of a fixed way is its own business; a way that cannot supply in time has no part at all.
  const parts = quotas.map((quota, w) => (isOpen[w] || (isFixed[w] && !balance) ? quota : 0));
  const total = sum(parts);
  ways.forEach((way, w) => {
    const start = starts[w];
    if (start === null || !isOpen[w]) return;
    rowOf(work, way)[start] = way.inLots(total > 0 ? (wanted * parts[w]) / total : 0, start);
  });
  if (total > 0) return 0;
  return isFixed.some(Boolean) ? 0 : wanted;
}

/** Quotas as parts of 1; quotas that do not add up to 1 are alerted and used in proportion. */
function checkedQuotas(work: Workings, item: number, ways: readonly SupplyOption[]): readonly number[] {
  const total = sum(ways.map(({ quota }) => quota));
  const { quotaTolerance = 0 } = work.options;
  if (ways.length > 0 && Math.abs(total - 1) > quotaTolerance + 1e-9) {
    const { name } = work.problem.items[item];
    const said = say(total > 0 ? 'quotasInProportion' : 'quotasInEqualParts', { name, percent: exactly(100 * total) });
    work.alerts.push({ kind: 'quota', item, resource: null, period: null, quantity: total, ...alerted(said) });
  }
  return total > 0 ? ways.map(({ quota }) => quota / total) : ways.map(() => 1 / ways.length);
}

/** What the ways of an item ask of others: the sending items, components at the start, co-products at the arrival. */
function passOn({ problem, production, transport, required, arriving }: Workings, ways: readonly SupplyOption[]): void {
  for (const { kind, position, arrival } of ways) {
    if (kind === 'lane') {
      transport[position].forEach((units, t) => (required[problem.lanes[position].from][t] += units));
      continue;
    }
    for (const component of problem.sources[position].components) {
      production[position].forEach((units, t) => {
        if (component.quantity > 0) required[component.item][t] += component.quantity * units;
        else if (arrival[t] < problem.periods.length)
          arriving[component.item][arrival[t]] -= component.quantity * units;
      });
    }
  }
}

function rowOf({ production, transport }: Workings, { kind, position }: SupplyOption): number[] {
  return (kind === 'source' ? production : transport)[position];
}

/** Units of a way that arrive in a period. */
function arrivals(row: readonly number[], { arrival }: SupplyOption, t: number): number {
  return sum(row.map((units, start) => (arrival[start] === t ? units : 0)));
}

function arrivingFixed({ fixed, arrival }: SupplyOption, t: number): number {
  return sum(fixed.map((units, start) => (units !== null && arrival[start] === t ? units : 0)));
}

/** What customers want of each item: the demand, or the delivery that the planner fixed. */
function customerRequirement(problem: PlanningProblem): number[][] {
  const required = problem.items.map(() => problem.periods.map(() => 0));
  for (const { item, quantity, fixedDelivery } of problem.demands) {
    quantity.forEach((units, t) => (required[item][t] += fixedDelivery[t] ?? units));
  }
  return required;
}

function circleAlert({ items }: PlanningProblem, item: number): Alert {
  const said = say('circle', { name: items[item].name });
  return { kind: 'cycle', item, resource: null, period: null, quantity: null, ...alerted(said) };
}

/** Overtime as far as it is allowed, and what stands above the usable part of warehouses. */
export function withResourceUse(problem: PlanningProblem, plan: Plan): Plan {
  return {
    ...plan,
    overtime: problem.resources.map(({ capacity, overtimeCapacity }, r) =>
      loadOf(problem, plan, r).map((load, t) => Math.min(overtimeCapacity[t], Math.max(0, load - capacity[t]))),
    ),
    overflow: problem.warehouses.map(({ capacity, overflowThreshold }, h) =>
      storageUseOf(problem, plan, h).map((used, t) =>
        capacity[t] === Infinity ? 0 : Math.max(0, used - overflowThreshold * capacity[t]),
      ),
    ),
  };
}

function idleWorkforce({ workforce, periods }: PlanningProblem): Plan['workforce'] {
  const every = (count: number) => periods.map(() => count);
  return workforce && { workers: every(workforce.initialWorkers), hired: every(0), laidOff: every(0) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
