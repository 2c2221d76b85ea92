import type { Plan } from '../domain/plan';
import type { AssembledModel } from '../formulation/assemble';
import type { Prices } from './prices';

/** A plan with what is needed to give reasons for it. */
export interface Explained {
  readonly model: AssembledModel;
  readonly plan: Plan;
  readonly prices: Prices;
}
