import { loadOf, regularCapacityOf, storageUseOf } from '../domain/cost-of-plan';
import { mayBeLate } from '../domain/demand-terms';
import type { Matrix, Plan } from '../domain/plan';
import type { Demand, PlanningProblem } from '../domain/planning-problem';

/**
 * What follows from making these quantities and nothing else, in a single plant: deliveries as far as stock allows (oldest
 * orders first), the rest late where that is allowed and otherwise never, overtime where the load needs it, the workers
 * there are. Inventory never falls below zero.
 *
 * @param production units per source and period.
 */
export function simulateProduction(problem: PlanningProblem, production: Matrix): Plan {
  const zeros = (rows: readonly unknown[]) => rows.map(() => problem.periods.map(() => 0));
  const arriving = problem.items.map(({ receipts }) => [...receipts]);
  problem.sources.forEach(({ item, arrival }, s) =>
    production[s].forEach((units, t) => {
      if (arrival[t] < problem.periods.length) arriving[item][arrival[t]] += units;
    }),
  );
  const inventory = zeros(problem.items);
  const served = problem.demands.map((demand) => orderBook(demand, problem.periods.length));
  const stock = problem.items.map(({ openingInventory }) => openingInventory);
  problem.periods.forEach((_period, t) => {
    arriving.forEach((units, i) => (stock[i] += units[t]));
    problem.demands.forEach(({ item }, k) => (stock[item] -= served[k].deliver(t, stock[item])));
    stock.forEach((units, i) => (inventory[i][t] = units));
  });
  const { workforce } = problem;
  const plan: Plan = {
    production,
    setups: production.map((row) => row.map((units) => (units > 0 ? 1 : 0))),
    transport: zeros(problem.lanes),
    subcontract: zeros(problem.subcontracts),
    inventory,
    deliveries: served.map(({ deliveries }) => deliveries),
    shortage: served.map(({ shortage }) => shortage),
    backorders: problem.demands.map((demand, k) => backordersOf(demand, served[k])),
    overtime: zeros(problem.resources),
    overflow: zeros(problem.warehouses),
    workforce: workforce && {
      workers: problem.periods.map(() => workforce.initialWorkers),
      hired: problem.periods.map(() => 0),
      laidOff: problem.periods.map(() => 0),
    },
  };
  return {
    ...plan,
    overtime: problem.resources.map((_resource, r) => {
      const regular = regularCapacityOf(problem, plan, r);
      return loadOf(problem, plan, r).map((load, t) => Math.max(0, load - regular[t]));
    }),
    overflow: problem.warehouses.map(({ capacity, overflowThreshold }, h) =>
      storageUseOf(problem, plan, h).map((used, t) =>
        capacity[t] === Infinity ? 0 : Math.max(0, used - overflowThreshold * capacity[t]),
      ),
    ),
  };
}

interface OrderBook {
  readonly deliveries: number[];
  readonly shortage: number[];
  /** Delivers what it can of a period's and earlier orders from the units available, and returns how many it took. */
  deliver(period: number, available: number): number;
}

/** Orders of one demand, first in, first out; an order that may wait no longer is never delivered. */
function orderBook(demand: Demand, periods: number): OrderBook {
  const deliveries = new Array<number>(periods).fill(0);
  const shortage = new Array<number>(periods).fill(0);
  let open: { readonly period: number; readonly units: number }[] = [];
  return {
    deliveries,
    shortage,
    deliver(t, available) {
      open.push({ period: t, units: demand.quantity[t] });
      let left = available;
      const rest = open.map(({ period, units }) => {
        const delivered = Math.min(units, Math.max(0, left));
        left -= delivered;
        return { period, units: units - delivered };
      });
      deliveries[t] = available - left;
      const latest = mayBeLate(demand) && t + 1 < periods ? demand.maxLateness : 0;
      for (const { period, units } of rest) if (t - period >= latest) shortage[period] += units;
      open = rest.filter(({ period, units }) => units > 0 && t - period < latest);
      return deliveries[t];
    },
  };
}

/** What is open at the end of each period and still delivered later. */
function backordersOf(demand: Demand, { deliveries, shortage }: OrderBook): number[] {
  let open = 0;
  return demand.quantity.map((wanted, t) => {
    open += wanted - shortage[t] - deliveries[t];
    return Math.max(0, open);
  });
}
