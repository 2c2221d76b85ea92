import type { Demand, PlanningProblem } from './planning-problem';

/** Whether any unit of the demand may be delivered after the period in which it is wanted. */
export function mayBeLate(demand: Demand): boolean {
  return demand.backorderCost !== null && demand.maxLateness >= 1;
}

/** Most whole periods of lateness: a unit is delivered at the end of a period, so one and a half is one. */
export function mostLateness({ maxLateness }: Demand): number {
  return Math.floor(maxLateness);
}

/** Whether any unit of the demand may stay undelivered: at a price in mode `cost`, always in the other modes. */
export function mayBeShort(problem: PlanningProblem, demand: Demand): boolean {
  return problem.mode !== 'cost' || demand.shortageCost !== null;
}

/**
 * Whether the time of delivery is a decision. Where it is not, what is delivered in a period is that period's demand less
 * what is never delivered, and no variable is needed for it.
 */
export function deliveryIsDecided(demand: Demand): boolean {
  const known = decidedDeliveries.get(demand);
  if (known !== undefined) return known;
  const decided = mayBeLate(demand) || demand.fixedDelivery.some((quantity) => quantity !== null);
  decidedDeliveries.set(demand, decided);
  return decided;
}

/** Asked of every demand in every period, and answered from all of its periods: once per demand. */
const decidedDeliveries = new WeakMap<Demand, boolean>();
