import { stackRows } from './chart-data';
import type { StackRows } from './chart-data';
import { costSummaryRows, shownTerms } from './cost-summary';
import type { CostSummaryRows, ShownTerm } from './cost-summary';
import type { PlanSheetInput } from './input';
import { itemCostRow, itemRevenueRow } from './item-cost-rows';
import { itemRows } from './item-rows';
import type { CostedItem } from './item-table';
import { linkedRows } from './linked-rows';
import type { PlanRow } from './plan-row';
import { indexProblem } from './problem-index';
import { rateColumns } from './rate-columns';
import type { RateColumns } from './rate-columns';
import { resourceRows } from './resource-block';
import type { ResourceRows } from './resource-block';
import { totalsRows } from './totals-block';
import type { TotalsRows } from './totals-block';
import { warehouseRows } from './warehouse-block';
import type { WarehouseRows } from './warehouse-block';
import { workforceRows } from './workforce-block';
import type { WorkforceRows } from './workforce-block';

/** Every row over the horizon, by block; where the rows stand is decided later. */
export interface PlanRows {
  readonly columns: RateColumns;
  readonly terms: readonly ShownTerm[];
  readonly items: readonly CostedItem[];
  /** The rows of each item in their order. */
  readonly itemBlocks: readonly (readonly PlanRow[])[];
  readonly resources: readonly ResourceRows[];
  readonly warehouses: readonly WarehouseRows[];
  readonly workforce: WorkforceRows | null;
  readonly totals: TotalsRows;
  readonly costs: CostSummaryRows;
  readonly stack: StackRows;
}

/** The plan as rows, each of which follows from those that it names. */
export function planRows(input: PlanSheetInput): PlanRows {
  const { problem } = input;
  const horizon = problem.periods.length;
  const terms = shownTerms(input.costs.terms);
  const columns = rateColumns(input);
  const index = indexProblem(problem);
  const linked = linkedRows(input, index, columns);

  const items = problem.items.map((_, item): CostedItem => {
    const rows = itemRows(input, index, columns, linked, item);
    const costs = terms.flatMap((term) => {
      const row = itemCostRow(input, index, linked, rows, term);
      return row ? [[term.id, row] as const] : [];
    });
    return { rows, costs: new Map(costs), revenue: itemRevenueRow(input, rows) };
  });
  const itemBlocks = items.map(({ rows, costs, revenue }) => [
    ...rows.rows,
    ...costs.values(),
    ...(revenue ? [revenue] : []),
  ]);
  const perItem = items.map(({ rows }) => rows);
  const workforce = workforceRows(input, terms);
  const drawers = perItem.flatMap(({ supply, production }) => [...production.rows, ...supply.setups.rows]);
  const resources = problem.resources.map((_, resource) =>
    resourceRows(input, columns, workforce, drawers, resource, terms),
  );
  const inventories = perItem.map(({ inventory }) => inventory);
  const warehouses = problem.warehouses.map((_, warehouse) =>
    warehouseRows(input, columns, inventories, warehouse, terms),
  );
  const totals = totalsRows(perItem, horizon);
  const bearing = [
    ...resources.flatMap(({ rows }) => rows),
    ...warehouses.flatMap(({ rows }) => rows),
    ...(workforce?.rows ?? []),
    ...itemBlocks.flat(),
  ];
  const costs = costSummaryRows(input, terms, bearing);
  const stack = stackRows(input, perItem, totals, resources, columns);
  return { columns, terms, items, itemBlocks, resources, warehouses, workforce, totals, costs, stack };
}
