import type { PlanSheetInput } from './input';
import { firstPeriodColumn } from './sheet-block';

/** Columns right of the periods with what a unit takes of each resource and each warehouse, counted from 0. */
export interface RateColumns {
  resource(resource: number): number;
  warehouse(warehouse: number): number;
  /** Column of the sheet on which the first one stands. */
  readonly first: number;
  readonly headings: readonly string[];
}

/** First the resources, then the warehouses; one empty column parts them from the periods. */
export function rateColumns({ problem }: PlanSheetInput): RateColumns {
  const resources = problem.resources.length;
  return {
    resource: (resource) => resource,
    warehouse: (warehouse) => resources + warehouse,
    first: firstPeriodColumn + problem.periods.length + 1,
    headings: [
      ...problem.resources.map(({ name }) => `Use of ${name}`),
      ...problem.warehouses.map(({ name }) => `Room in ${name}`),
    ],
  };
}
