import { mostOvertimeOf } from '../domain/cost-of-plan';
import type { Plan } from '../domain/plan';
import type { PlanningProblem, Source } from '../domain/planning-problem';
import { simulateProduction } from './simulate-production';

/**
 * The fixed rule of most workbooks: make as much as brings the ending inventory up to the demand of the next periods, and at
 * least to the safety stock.
 *
 * It keeps the same limits as every plan: where capacity does not suffice for all items of a period, what today's demand
 * needs goes before cover for the future, and within each of the two every item gets the same share of what it asks for.
 * Cover stops at the most inventory of the item, and every item gets the same share of the room that a warehouse has for it.
 * A rule does not look ahead: what it did not build in time is short (or late, where that is allowed).
 *
 * @param coveragePeriods periods of future demand to have on hand, per item; a fraction counts a part of a period.
 * @returns the rule's plan, or null where the rule says nothing: networks, several sources for one item, components.
 */
export function coverageRulePlan(problem: PlanningProblem, coveragePeriods: readonly number[]): Plan | null {
  const sourceOf = new Map(problem.sources.map((source, s) => [source.item, s]));
  const simple =
    problem.lanes.length === 0 &&
    sourceOf.size === problem.sources.length &&
    problem.sources.every(({ components }) => components.length === 0);
  if (!simple) return null;

  const production = problem.sources.map(() => problem.periods.map(() => 0));
  for (let t = 0; t < problem.periods.length; t++) {
    const position = positionAt(problem, production, t);
    const room = regularRoom(problem, t);
    const forDemand = problem.sources.map((source) => Math.max(0, -position[source.item]));
    const madeForDemand = allocate(problem.sources, forDemand, room, t);
    const onHand = problem.sources.map((source, s) => Math.max(0, position[source.item] + madeForDemand[s]));
    const asked = problem.sources.map(({ item }, s) => {
      const { safetyStock, maxInventory } = problem.items[item];
      const target = Math.max(coverTarget(problem, item, t, coveragePeriods[item]), safetyStock[t]);
      return Math.max(0, Math.min(target, maxInventory[t]) - onHand[s]);
    });
    const forCover = withinWarehouses(problem, onHand, asked, t);
    const madeForCover = allocate(problem.sources, forCover, room, t, madeForDemand);
    problem.sources.forEach((source, s) => {
      production[s][t] = source.fixed[t] ?? wholeLots(source, madeForDemand[s] + madeForCover[s], t);
    });
  }
  return simulateProduction(problem, production);
}

/** Inventory at the end of a period if nothing is made in it, less what is still open; per item. */
function positionAt(problem: PlanningProblem, production: readonly (readonly number[])[], t: number): number[] {
  const before = simulateProduction(problem, production);
  const position = problem.items.map(({ openingInventory, receipts }, i) =>
    t === 0 ? openingInventory + receipts[0] : before.inventory[i][t - 1] + receipts[t],
  );
  problem.demands.forEach(({ item, quantity }, k) => {
    position[item] -= quantity[t] + (t === 0 ? 0 : before.backorders[k][t - 1]);
  });
  return position;
}

/** Demand of the periods after `t` that the rule wants on hand at its end. Beyond the horizon nothing is known. */
function coverTarget(problem: PlanningProblem, item: number, t: number, coverage: number): number {
  let target = 0;
  for (const demand of problem.demands) {
    if (demand.item !== item) continue;
    for (let ahead = 1; ahead <= Math.ceil(coverage) && t + ahead < problem.periods.length; ahead++) {
      target += demand.quantity[t + ahead] * Math.min(1, coverage - (ahead - 1));
    }
  }
  return target;
}

/** What is asked for, cut to the share that the usable room of each warehouse leaves after what is on hand. */
function withinWarehouses(
  problem: PlanningProblem,
  onHand: readonly number[],
  asked: readonly number[],
  t: number,
): number[] {
  const share = problem.items.map(() => 1);
  for (const { items, capacity, overflowThreshold } of problem.warehouses) {
    const storage = (units: readonly number[]) =>
      problem.sources.reduce(
        (sum, { item }, s) => sum + (items.includes(item) ? problem.items[item].storageUse * units[s] : 0),
        0,
      );
    const room = Math.max(0, overflowThreshold * capacity[t] - storage(onHand));
    const wanted = storage(asked);
    if (wanted > room) for (const item of items) share[item] = Math.min(share[item], room / wanted);
  }
  return asked.map((units, s) => units * share[problem.sources[s].item]);
}

/** Capacity that is left of each resource in a period: regular, the hours of the initial workers, overtime. */
function regularRoom(problem: PlanningProblem, t: number): number[] {
  const { workforce } = problem;
  const workers = workforce?.initialWorkers ?? 0;
  return problem.resources.map(({ capacity }, r) => {
    const worked = workforce?.resource === r ? workforce.hoursPerWorker[t] * workers : 0;
    return capacity[t] + worked + mostOvertimeOf(problem, r, t, workers);
  });
}

/** Gives each source what it asks for, or the share of it that its scarcest resource allows; takes it from the room. */
function allocate(
  sources: readonly Source[],
  wanted: readonly number[],
  room: number[],
  t: number,
  madeBefore: readonly number[] = wanted.map(() => 0),
): number[] {
  const asked = sources.map(({ maximum, fixed }, s) =>
    Math.max(0, Math.min(fixed[t] ?? wanted[s], maximum[t] - madeBefore[s])),
  );
  const share = room.map((available, r) => {
    const load = sources.reduce((sum, source, s) => sum + useOf(source, r) * asked[s], 0);
    return load > available ? Math.max(0, available) / load : 1;
  });
  const made = sources.map(
    (source, s) =>
      asked[s] * Math.min(1, ...source.uses.filter(({ use }) => use > 0).map(({ resource }) => share[resource])),
  );
  room.forEach((_available, r) => (room[r] -= sources.reduce((sum, source, s) => sum + useOf(source, r) * made[s], 0)));
  return made;
}

function useOf(source: Source, resource: number): number {
  return source.uses.find((entry) => entry.resource === resource)?.use ?? 0;
}

function wholeLots({ lotSize, minLot, lotPeriods, minimum }: Source, units: number, t: number): number {
  const least = Math.max(units, minimum[t]);
  if (least <= 0 || t >= lotPeriods) return least;
  const enough = Math.max(least, minLot);
  return lotSize > 0 ? Math.ceil(enough / lotSize - 1e-9) * lotSize : enough;
}
