import type { PlanSheetInput } from './input';
import { firstPeriodColumn, totalColumn } from './sheet-block';

/** Columns right of the periods with what a unit takes of each resource and each warehouse, counted from 0. */
export interface RateColumns {
  resource(resource: number): number;
  warehouse(warehouse: number): number;
  /** Column of the sheet on which the first one stands. */
  readonly first: number;
  readonly headings: readonly string[];
}

/** Columns that the table of items needs beside those of the cost terms. */
const tableColumnsWithoutTerms = 7;

/** First the resources, then the warehouses; right of the periods and of the table of items. */
export function rateColumns({ problem }: PlanSheetInput, termCount: number): RateColumns {
  const resources = problem.resources.length;
  const periodsEnd = firstPeriodColumn + problem.periods.length;
  const tableEnd = totalColumn + tableColumnsWithoutTerms + termCount;
  return {
    resource: (resource) => resource,
    warehouse: (warehouse) => resources + warehouse,
    first: Math.max(periodsEnd, tableEnd) + 1,
    headings: [
      ...problem.resources.map(({ name }) => `Use of ${name}`),
      ...problem.warehouses.map(({ name }) => `Room in ${name}`),
    ],
  };
}
