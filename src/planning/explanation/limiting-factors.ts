import { loadOf, mostOvertimeOf, regularCapacityOf, storageUseOf } from '../domain/cost-of-plan';
import { mayBeLate } from '../domain/demand-terms';
import type { Plan } from '../domain/plan';
import type { PlanningProblem } from '../domain/planning-problem';
import type { Miss } from './misses';
import { list, quantity, sayIn } from '../domain/said';
import type { Said, SaidValue } from '../domain/said';
import { spanOf } from './period-word';
import { earliestSupply, freshSupply, upstreamOf } from './upstream';

/** Limits that stand in the way. */
export const factorTexts = {
  fullIn: '{name} (full in {periods})',
  buyingLimit: 'the limit of buying {name} (reached in {periods})',
  fixedProduction: 'the fixed production of {name} ({periods})',
  mostProduction: 'the most production of {name} (reached in {periods})',
  lotMultiples: 'the lot rule of {name} (multiples of {lot})',
  lotLeast: 'the lot rule of {name} (at least {lot})',
  fullLane: 'the lane {name} (full in {periods})',
  mostInventory: 'the maximum inventory of {names}',
  exhausted: 'that no more of {names} can be there by {period}',
  fixedDelivery: 'the fixed delivery of {name} ({periods})',
  noSupply: 'that nothing supplies {name} within the horizon',
  leadTime: 'the lead time (supply of {name} that starts now arrives in {period})',
} as const;

const say = sayIn(factorTexts);

/** A limit that stands in the way of an item, and the problem without it. */
export interface LimitingFactor {
  /** The same factor behind two misses has the same identifier. */
  readonly id: string;
  /** As the subject of a sentence with "is": what it is and where it binds, e.g. `Capacity (full in May)`. */
  readonly said: Said;
  /** Name of the resource, warehouse or lane, or null. */
  readonly resource: string | null;
  /** Position where the factor is a resource. */
  readonly position: number | null;
  readonly inputs: readonly string[];
  /** The problem with as much of it as anybody could use. */
  readonly relaxed: (problem: PlanningProblem) => PlanningProblem;
}

/** A limit counts as reached from here on, relative. */
const almost = 1 - 1e-6;

/**
 * The limits that bind on the way from where supply begins to the item, up to the period of the miss: what a planner would
 * look at. Which of them are to blame is found out by solving without them.
 */
export function limitingFactors(problem: PlanningProblem, plan: Plan, miss: Miss): LimitingFactor[] {
  const upstream = upstreamOf(problem, miss.item);
  const until = (reached: (period: number) => boolean): number[] =>
    problem.periods.map((_period, t) => t).filter((t) => t <= miss.to && reached(t));
  const much = plenty(problem);
  const factors: LimitingFactor[] = [];

  for (const r of upstream.resources) {
    const { name } = problem.resources[r];
    const isFull = fullPeriods(problem, plan)[r];
    const full = until((t) => isFull[t]);
    if (full.length === 0) continue;
    factors.push({
      id: `capacity ${r}`,
      said: say('fullIn', { name, periods: periodsOf(problem, full) }),
      resource: name,
      position: r,
      inputs: ['Capacity'],
      relaxed: (of) => ({
        ...of,
        resources: of.resources.map((entry, other) =>
          other === r ? { ...entry, capacity: entry.capacity.map((units) => units + much) } : entry,
        ),
      }),
    });
  }
  for (const s of upstream.sources) factors.push(...sourceFactors(problem, plan, s, until, much));
  for (const l of upstream.lanes) factors.push(...laneFactors(problem, plan, l, until, much));
  for (const q of upstream.subcontracts) {
    const { limit, item } = problem.subcontracts[q];
    const reached = until((t) => plan.subcontract[q][t] >= almost * limit[t]);
    if (reached.length === 0) continue;
    factors.push({
      id: `subcontract ${q}`,
      said: say('buyingLimit', { name: problem.items[item].name, periods: periodsOf(problem, reached) }),
      resource: null,
      position: null,
      inputs: ['Subcontract_Limit'],
      relaxed: (of) => ({
        ...of,
        subcontracts: of.subcontracts.map((entry, other) =>
          other === q ? { ...entry, limit: entry.limit.map((units) => units + much) } : entry,
        ),
      }),
    });
  }
  factors.push(...fixedDeliveryFactors(problem, miss));
  factors.push(...storageFactors(problem, plan, upstream.items, until, much));
  const late = leadTimeFactors(problem, miss, much);
  factors.push(...(late.length > 0 ? late : exhaustedFactors(problem, plan, miss, upstream.items, much)));
  return factors;
}

const fullByPlan = new WeakMap<Plan, readonly (readonly boolean[])[]>();

/** Whether each resource is full in each period, overtime included; found once per plan. */
function fullPeriods(problem: PlanningProblem, plan: Plan): readonly (readonly boolean[])[] {
  const known = fullByPlan.get(plan);
  if (known) return known;
  const found = problem.resources.map((_resource, r) => {
    const load = loadOf(problem, plan, r);
    const regular = regularCapacityOf(problem, plan, r);
    const workers = plan.workforce?.workers;
    return load.map((units, t) => {
      return units >= almost * (regular[t] + mostOvertimeOf(problem, r, t, workers?.[t] ?? 0));
    });
  });
  fullByPlan.set(plan, found);
  return found;
}

const plentyByProblem = new WeakMap<PlanningProblem, number>();

/** More than all demand could ever use of anything; found once per problem. */
function plenty(problem: PlanningProblem): number {
  const known = plentyByProblem.get(problem);
  if (known !== undefined) return known;
  let demand = 1;
  for (const { quantity } of problem.demands) for (const units of quantity) demand += units;
  for (const { safetyStock } of problem.items) demand += Math.max(0, ...safetyStock);
  let rate = 1;
  for (const { uses } of problem.sources) for (const { use } of uses) rate = Math.max(rate, use);
  const much = Math.min(1e8, 2 * demand * rate);
  plentyByProblem.set(problem, much);
  return much;
}

type Until = (reached: (period: number) => boolean) => number[];

function sourceFactors(problem: PlanningProblem, plan: Plan, s: number, until: Until, much: number): LimitingFactor[] {
  const { name, fixed, maximum, minLot, lotSize } = problem.sources[s];
  const factors: LimitingFactor[] = [];
  const replaced = (of: PlanningProblem, changes: Partial<(typeof of.sources)[number]>): PlanningProblem => ({
    ...of,
    sources: of.sources.map((entry, other) => (other === s ? { ...entry, ...changes } : entry)),
  });
  const fixedPeriods = until((t) => fixed[t] !== null);
  if (fixedPeriods.length > 0) {
    factors.push({
      id: `fixed ${s}`,
      said: say('fixedProduction', { name, periods: periodsOf(problem, fixedPeriods) }),
      resource: null,
      position: null,
      inputs: ['Fixed_Production', 'Frozen_Periods'],
      relaxed: (of) => replaced(of, { fixed: of.sources[s].fixed.map(() => null) }),
    });
  }
  const atMost = until((t) => fixed[t] === null && plan.production[s][t] >= almost * maximum[t]);
  if (atMost.length > 0) {
    factors.push({
      id: `maximum ${s}`,
      said: say('mostProduction', { name, periods: periodsOf(problem, atMost) }),
      resource: null,
      position: null,
      inputs: ['Max_Production'],
      relaxed: (of) => replaced(of, { maximum: of.sources[s].maximum.map((units) => units + much) }),
    });
  }
  if (minLot > 0 || lotSize > 0) {
    factors.push({
      id: `lots ${s}`,
      said:
        lotSize > 0
          ? say('lotMultiples', { name, lot: quantity(lotSize) })
          : say('lotLeast', { name, lot: quantity(minLot) }),
      resource: null,
      position: null,
      inputs: ['Lot_Size', 'Min_Lot'],
      relaxed: (of) => replaced(of, { minLot: 0, lotSize: 0 }),
    });
  }
  return factors;
}

function laneFactors(problem: PlanningProblem, plan: Plan, l: number, until: Until, much: number): LimitingFactor[] {
  const { name, maximum, fixed } = problem.lanes[l];
  const reached = until((t) => plan.transport[l][t] >= almost * (fixed[t] ?? maximum[t]));
  if (reached.length === 0) return [];
  return [
    {
      id: `lane ${l}`,
      said: say('fullLane', { name, periods: periodsOf(problem, reached) }),
      resource: name,
      position: null,
      inputs: ['SOP_Lanes'],
      relaxed: (of) => ({
        ...of,
        lanes: of.lanes.map((entry, other) =>
          other === l
            ? { ...entry, fixed: entry.fixed.map(() => null), maximum: entry.maximum.map((units) => units + much) }
            : entry,
        ),
      }),
    },
  ];
}

/** Deliveries that the planner fixed: nothing else leaves for the customer in their periods. */
function fixedDeliveryFactors(problem: PlanningProblem, { kind, item, from, to }: Miss): LimitingFactor[] {
  if (kind === 'safetyStock') return [];
  const own = problem.demands.filter((demand) => demand.item === item);
  // What is not delivered in its period could be delivered later.
  const last = kind === 'late' || own.some(mayBeLate) ? problem.periods.length - 1 : to;
  const fixed = problem.periods
    .map((_period, t) => t)
    .filter((t) => t >= from && t <= last && own.some(({ fixedDelivery }) => fixedDelivery[t] !== null));
  if (fixed.length === 0) return [];
  return [
    {
      id: `fixed delivery ${item}`,
      said: say('fixedDelivery', { name: problem.items[item].name, periods: periodsOf(problem, fixed) }),
      resource: null,
      position: null,
      inputs: ['SOP_Adjusted'],
      relaxed: (of) => ({
        ...of,
        demands: of.demands.map((demand) =>
          demand.item === item ? { ...demand, fixedDelivery: demand.fixedDelivery.map(() => null) } : demand,
        ),
      }),
    },
  ];
}

/** Room that keeps stock from being built ahead. */
function storageFactors(
  problem: PlanningProblem,
  plan: Plan,
  items: readonly number[],
  until: Until,
  much: number,
): LimitingFactor[] {
  const factors: LimitingFactor[] = [];
  const held = items.filter(
    (i) => until((t) => plan.inventory[i][t] >= almost * problem.items[i].maxInventory[t]).length > 0,
  );
  if (held.length > 0) {
    factors.push({
      id: `maximum inventory ${held.join(' ')}`,
      said: say('mostInventory', { names: list(held.map((i) => problem.items[i].name)) }),
      resource: null,
      position: null,
      inputs: ['Max_Inventory'],
      relaxed: (of) => ({
        ...of,
        items: of.items.map((entry, i) =>
          held.includes(i) ? { ...entry, maxInventory: entry.maxInventory.map((units) => units + much) } : entry,
        ),
      }),
    });
  }
  problem.warehouses.forEach(({ name, items: inside, capacity, overflowThreshold, overflowCost, overflowLimit }, h) => {
    if (overflowLimit === Infinity || !inside.some((i) => items.includes(i))) return;
    const used = storageUseOf(problem, plan, h);
    const usable = overflowCost === null ? overflowThreshold : 1;
    const full = until((t) => used[t] >= almost * usable * capacity[t]);
    if (full.length === 0) return;
    factors.push({
      id: `warehouse ${h}`,
      said: say('fullIn', { name, periods: periodsOf(problem, full) }),
      resource: name,
      position: null,
      inputs: ['Warehouse_Capacity'],
      relaxed: (of) => ({
        ...of,
        warehouses: of.warehouses.map((entry, other) =>
          other === h ? { ...entry, capacity: entry.capacity.map((units) => units + much) } : entry,
        ),
      }),
    });
  });
  return factors;
}

/** What is used up where supply begins: stock that nothing started now replaces before the end of the miss. */
function exhaustedFactors(
  problem: PlanningProblem,
  plan: Plan,
  miss: Miss,
  items: readonly number[],
  much: number,
): LimitingFactor[] {
  const fresh = freshSupply(problem);
  const isUsedUp = (item: number) =>
    fresh[item] > miss.to && plan.inventory[item].some((units, t) => t <= miss.to && units <= 1e-6);
  const used = new Set(items.filter(isUsedUp));
  // What is missing because its own components or senders are is not the beginning.
  const feeds = (from: number, to: number) =>
    problem.lanes.some((lane) => lane.from === from && lane.to === to) ||
    problem.sources.some(
      ({ item, components }) => item === to && components.some((entry) => entry.item === from && entry.quantity > 0),
    );
  const roots = [...used].filter((item) => ![...used].some((other) => other !== item && feeds(other, item)));
  if (roots.length === 0) return [];
  const names = list(roots.map((item) => problem.items[item].name));
  return [
    {
      id: `exhausted ${roots.join(' ')}`,
      said: say('exhausted', { names, period: problem.periods[miss.to].label }),
      resource: null,
      position: null,
      inputs: ['Initial_Inventory', 'SOP_Sources', 'SOP_Lanes'],
      relaxed: (of) => withMoreAtHand(of, roots, much),
    },
  ];
}

/** The problem with so many more units of some items on hand at the start, and room for them. */
function withMoreAtHand(of: PlanningProblem, items: readonly number[], much: number): PlanningProblem {
  return {
    ...of,
    items: of.items.map((entry, i) =>
      items.includes(i)
        ? {
            ...entry,
            openingInventory: entry.openingInventory + much,
            maxInventory: entry.maxInventory.map((units) => units + much),
          }
        : entry,
    ),
  };
}

/** What nothing started today can cure: only more on hand would. */
function leadTimeFactors(problem: PlanningProblem, { item, from }: Miss, much: number): LimitingFactor[] {
  const earliest = earliestSupply(problem, item);
  if (from >= earliest) return [];
  const { name } = problem.items[item];
  const said =
    earliest >= problem.periods.length
      ? say('noSupply', { name })
      : say('leadTime', { name, period: problem.periods[earliest].label });
  return [
    {
      id: `opening inventory ${item}`,
      said,
      resource: null,
      position: null,
      inputs: ['Initial_Inventory', 'SOP_Sources', 'SOP_Lanes'],
      relaxed: (of) => withMoreAtHand(of, [item], much),
    },
  ];
}

/** Adjoining periods as spans. */
function periodsOf(problem: PlanningProblem, periods: readonly number[]): SaidValue {
  const spans: [number, number][] = [];
  for (const period of periods) {
    const last = spans[spans.length - 1];
    if (last && last[1] === period - 1) last[1] = period;
    else spans.push([period, period]);
  }
  return list(spans.map(([from, to]) => spanOf(problem, from, to)));
}
