import type { Said } from '../domain/said';
import type { AssembledModel } from '../formulation/assemble';
import type { Solver } from '../lp/solver';
import { closestPlan } from './closest-plan';
import type { ClosestPlan } from './closest-plan';
import { conflictsOf } from './conflict';
import { fixesFor } from './fixes';
import type { Fix } from './fixes';
import type { Patience } from './patience';

/** Demand of an item's period that cannot be delivered, units. */
export interface MissingQuantity {
  readonly item: number;
  readonly period: number;
  readonly quantity: number;
}

/** Why no plan satisfies the limits, what comes closest, and what would cure it. */
export interface Infeasibility {
  /** What the closest plan cannot deliver. */
  readonly shortages: readonly MissingQuantity[];
  /** Sentences: the limits that cannot hold together. */
  readonly conflicts: readonly string[];
  /** The same with what they are made of, to be said in another language. */
  readonly said: readonly Said[];
  /** Changes that, each alone, make the limits hold; verified by solving again. */
  readonly fixes: readonly Fix[];
  readonly closest: ClosestPlan | null;
}

/** Explains a model that the solver found infeasible, as completely as patience allows: the closest plan comes first. */
export function explainInfeasibility(model: AssembledModel, solver: Solver, patience: Patience): Infeasibility {
  const { problem } = model;
  const closest = closestPlan(problem, solver, patience);
  const said = conflictsOf(model, solver, patience);
  return {
    shortages: closest ? missingQuantities(closest) : [],
    conflicts: said.map(({ text }) => text),
    said,
    fixes: fixesFor(problem, solver, patience),
    closest,
  };
}

function missingQuantities({ problem, plan }: ClosestPlan): MissingQuantity[] {
  const missing: MissingQuantity[] = [];
  problem.demands.forEach(({ item }, k) =>
    plan.shortage[k].forEach((quantity, period) => {
      if (quantity > 1e-6) missing.push({ item, period, quantity });
    }),
  );
  return missing;
}
