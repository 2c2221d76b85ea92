import type { PerPeriod } from '../domain/planning-problem';
import type { AssembledModel } from '../formulation/assemble';
import { shadowPrice } from '../lp/shadow-price';
import type { Duals } from '../lp/solver';

/** Change of total cost per unit more of a limit; null where no valid price exists (whole numbers, stopped early). */
export interface Prices {
  /** Per resource and period. */
  readonly capacity: readonly (PerPeriod | null)[];
  /** Per warehouse and period. */
  readonly storage: readonly (PerPeriod | null)[];
}

/** The prices of a solved model; without duals there are none. */
export function pricesOf(model: AssembledModel, duals: Duals | null): Prices {
  const { problem } = model;
  const price = (partId: string, key: { resource: number } | { warehouse: number }): PerPeriod | null =>
    duals &&
    problem.periods.map((_period, period) => {
      const row = model.rowOf(partId, { ...key, period });
      return row < 0 ? 0 : shadowPrice(duals, row);
    });
  return {
    capacity: problem.resources.map((_resource, resource) => price('resource_capacity', { resource })),
    storage: problem.warehouses.map((_warehouse, warehouse) => price('storage_capacity', { warehouse })),
  };
}
