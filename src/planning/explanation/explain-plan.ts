import { bottlenecks } from './bottlenecks';
import type { Explained } from './explained';
import type { Explanation } from './explanation';

/**
 * Every kind of reason. The order is that of the list a planner reads; what is quick to find is found first, so that the time
 * that is left goes into what is worth it.
 */
const kinds: readonly ((explained: Explained) => Explanation[])[] = [bottlenecks];

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
