import type { PlanSheetInput } from './input';

/** Columns right of the periods with what a unit takes of each resource and each warehouse, counted from 0. */
export interface RateColumns {
  resource(resource: number): number;
  warehouse(warehouse: number): number;
  readonly headings: readonly string[];
}

/** First the resources, then the warehouses. */
export function rateColumns({ problem }: PlanSheetInput): RateColumns {
  const resources = problem.resources.length;
  return {
    resource: (resource) => resource,
    warehouse: (warehouse) => resources + warehouse,
    headings: [
      ...problem.resources.map(({ name }) => `Use of ${name}`),
      ...problem.warehouses.map(({ name }) => `Room in ${name}`),
    ],
  };
}
