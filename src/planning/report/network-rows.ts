import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';

/** One product at one location in one period; its keys are public interface. */
export interface NetworkRow {
  readonly product: string;
  readonly location: string;
  readonly period: string;
  readonly demand: number;
  /** Units that left for customers in the period, whatever period they were wanted in. */
  readonly delivered: number;
  /** Units of the period's demand that are delivered later. */
  readonly late: number;
  /** Units of the period's demand that are never delivered. */
  readonly short: number;
  /** Units that arrive from production, co-products included. */
  readonly production: number;
  /** Units that production takes as components. */
  readonly consumption: number;
  readonly transportIn: number;
  readonly transportOut: number;
  /** Supply that was under way before the plan. */
  readonly receipts: number;
  readonly stock: number;
  readonly safetyStock: number;
  /** Units of safety stock that are missing. */
  readonly targetGap: number;
  /** Units that stock is below zero (rules only); without carry-over the next period starts at 0. */
  readonly backlog: number;
}

type Quantities = { -readonly [K in Exclude<keyof NetworkRow, 'product' | 'location' | 'period'>]: number };

/** The plan of a network as a table: item by item, period by period. */
export function networkRows(problem: PlanningProblem, plan: Plan): NetworkRow[] {
  const rows = problem.items.map(({ safetyStock, receipts }, i) =>
    problem.periods.map((_period, t): Quantities => {
      const stock = plan.inventory[i][t];
      return {
        demand: 0,
        delivered: 0,
        late: 0,
        short: 0,
        production: 0,
        consumption: 0,
        transportIn: 0,
        transportOut: 0,
        receipts: receipts[t],
        stock,
        safetyStock: safetyStock[t],
        targetGap: Math.max(0, safetyStock[t] - Math.max(0, stock)),
        backlog: Math.max(0, -stock),
      };
    }),
  );
  const add = (item: number, period: number, key: keyof Quantities, units: number) => {
    if (period < problem.periods.length) rows[item][period][key] += units;
  };
  problem.sources.forEach(({ item, arrival, components }, s) =>
    plan.production[s].forEach((units, t) => {
      add(item, arrival[t], 'production', units);
      for (const { item: other, quantity } of components) {
        if (quantity < 0) add(other, arrival[t], 'production', -quantity * units);
        else add(other, t, 'consumption', quantity * units);
      }
    }),
  );
  problem.lanes.forEach(({ from, to, arrival }, l) =>
    plan.transport[l].forEach((units, t) => {
      add(from, t, 'transportOut', units);
      add(to, arrival[t], 'transportIn', units);
    }),
  );
  problem.demands.forEach(({ item, quantity }, k) => {
    const late = lateUnits(quantity, plan.shortage[k], plan.deliveries[k], plan.backorders[k]);
    quantity.forEach((units, t) => {
      add(item, t, 'demand', units);
      add(item, t, 'delivered', plan.deliveries[k][t]);
      add(item, t, 'late', late[t]);
      add(item, t, 'short', plan.shortage[k][t]);
    });
  });
  return problem.items.flatMap(({ product, location }, i) =>
    problem.periods.map(({ label }, t) => ({ product, location, period: label, ...rows[i][t] })),
  );
}

/** Units of each period's demand that are delivered later: what is delivered serves the oldest orders first. */
export function lateUnits(
  wanted: readonly number[],
  short: readonly number[],
  delivered: readonly number[],
  open: readonly number[],
): number[] {
  return wanted.map((units, t) => {
    const older = t === 0 ? 0 : open[t - 1];
    const inTime = Math.max(0, delivered[t] - older);
    const late = units - short[t] - inTime;
    return late > 1e-9 * Math.max(1, units) ? late : 0;
  });
}
