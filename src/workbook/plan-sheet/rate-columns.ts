import type { PlanningProblem } from '../../planning';
import { brokenText } from './broken-text';
import type { PlanRow } from './plan-row';
import { firstPeriodColumn } from './sheet-block';

/** Columns right of the periods with what a unit of a row takes of each resource and each warehouse, counted from 0. */
export interface CapacityColumns {
  resource(resource: number): number;
  warehouse(warehouse: number): number;
}

/** The same columns, and those with what a unit costs under each term. */
export interface RateColumns extends CapacityColumns {
  /** By the label of the term. */
  cost(measure: string): number;
  /** Column of the sheet on which the first one stands; one empty column parts them from the periods. */
  readonly first: number;
  /** Each in lines, to stand at the foot of the header. */
  readonly headings: readonly (readonly string[])[];
}

/** Rates in their columns, by the row beside which they stand. */
export type RatesBeside = ReadonlyMap<PlanRow, PlanRow['rates']>;

/** First the resources, then the warehouses. */
export function capacityColumns({ resources }: PlanningProblem): CapacityColumns {
  return {
    resource: (resource) => resource,
    warehouse: (warehouse) => resources.length + warehouse,
  };
}

/** Rate columns with room for costs per unit under these labels. */
export function rateColumns(problem: PlanningProblem, measures: readonly string[]): RateColumns {
  const capacities = problem.resources.length + problem.warehouses.length;
  const headings = [
    ...problem.resources.map(({ name }) => `Use of ${name}`),
    ...problem.warehouses.map(({ name }) => `Room in ${name}`),
    ...measures.map((measure) => `${measure} per unit`),
  ];
  return {
    ...capacityColumns(problem),
    cost: (measure) => capacities + measures.indexOf(measure),
    first: firstPeriodColumn + problem.periods.length + 1,
    headings: headings.map((heading) => brokenText(heading, headingCharacters, headingLines)),
  };
}

const headingCharacters = 12;
const headingLines = 3;
