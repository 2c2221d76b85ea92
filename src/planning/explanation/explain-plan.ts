import type { Plan } from '../domain/plan';
import type { AssembledModel } from '../formulation/assemble';
import { bottlenecks } from './bottlenecks';
import type { Explanation } from './explanation';
import type { Prices } from './prices';

/** A plan with what is needed to give reasons for it. */
export interface Explained {
  readonly model: AssembledModel;
  readonly plan: Plan;
  readonly prices: Prices;
}

/** The reasons of a plan, most valuable first within each kind. One kind that fails costs its own sentences, not the plan. */
export function explainPlan(explained: Explained): Explanation[] {
  return [bottlenecks].flatMap((reasons) => {
    try {
      return reasons(explained);
    } catch {
      return [];
    }
  });
}
