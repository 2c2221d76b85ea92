import type { Plan } from '../domain/plan';
import type { PlanningProblem, Source } from '../domain/planning-problem';
import { simulateProduction } from './simulate-production';

/**
 * The fixed rule of most workbooks: make as much as brings the ending inventory up to the demand of the next periods.
 *
 * It keeps the same limits as every plan: where capacity does not suffice for all items of a period, what today's demand
 * needs goes before cover for the future, and within each of the two every item gets the same share of what it asks for.
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
    const forCover = problem.sources.map((source, s) => {
      const target = coverTarget(problem, source.item, t, coveragePeriods[source.item]);
      const after = position[source.item] + madeForDemand[s];
      return Math.max(0, target - Math.max(0, after));
    });
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

/** Capacity that is left of each resource in a period: regular, the hours of the initial workers, overtime. */
function regularRoom(problem: PlanningProblem, t: number): number[] {
  return problem.resources.map(({ capacity, overtimeCapacity }, r) => {
    const { workforce } = problem;
    if (workforce?.resource !== r) return capacity[t] + overtimeCapacity[t];
    const overtime = Math.min(overtimeCapacity[t], workforce.overtimePerWorker[t] * workforce.initialWorkers);
    return capacity[t] + workforce.hoursPerWorker[t] * workforce.initialWorkers + overtime;
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
