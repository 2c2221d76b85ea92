import { bottlenecks } from './bottlenecks';
import type { Explained } from './explained';
import type { Explanation } from './explanation';
import { costsWithoutEffect, earlyHorizons, penaltyOrder } from './input-warnings';
import { shortfalls } from './shortfalls';

/** Every kind of reason, in the order in which a planner reads them. What is missed has the first claim on the time. */
const kinds: readonly ((explained: Explained) => Explanation[])[] = [
  shortfalls,
  bottlenecks,
  penaltyOrder,
  costsWithoutEffect,
  earlyHorizons,
];

/** The reasons of a plan, most valuable first within each kind. One kind that fails costs its own sentences, not the plan. */
export function explainPlan(explained: Explained): Explanation[] {
  return kinds.flatMap((reasons) => {
    try {
      return reasons(explained);
    } catch {
      return [];
    }
  });
}
