import type { PlanCost } from '../domain/cost-of-plan';
import type { Plan } from '../domain/plan';
import type { Duals } from '../lp/solver';
import type { ModelSession } from './model-session';
import type { Patience } from './patience';
import type { Prices } from './prices';

/** A plan with what is needed to give reasons for it. */
export interface Explained {
  /** The open model; its problem is the plan's. */
  readonly session: ModelSession;
  readonly plan: Plan;
  readonly cost: PlanCost;
  readonly prices: Prices;
  /** Total cost, less revenue in mode `profit`. */
  readonly objective: number;
  /** Null where no valid price exists. */
  readonly duals: Duals | null;
  readonly patience: Patience;
}
