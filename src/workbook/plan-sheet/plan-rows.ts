import { stackRows } from './chart-data';
import type { StackRows } from './chart-data';
import { costSummaryRows, shownTerms } from './cost-summary';
import type { CostSummaryRows, ShownTerm } from './cost-summary';
import type { PlanSheetInput } from './input';
import { itemCost, itemRevenue } from './item-costs';
import type { ItemCost, UnitCost } from './item-costs';
import { itemRows } from './item-rows';
import type { CostedItem } from './item-table';
import { linkedRows } from './linked-rows';
import type { PlanRow } from './plan-row';
import { indexProblem } from './problem-index';
import { capacityColumns, rateColumns } from './rate-columns';
import type { RateColumns, RatesBeside } from './rate-columns';
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
  /** Costs per unit in their columns, by the row beside which they stand. */
  readonly rates: RatesBeside;
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
  const capacities = capacityColumns(problem);
  const index = indexProblem(problem);
  const linked = linkedRows(input, index, capacities);

  const items = problem.items.map((_, item): CostedItem => {
    const rows = itemRows(input, index, capacities, linked, item);
    const costs = new Map<string, ItemCost>();
    for (const term of terms) {
      const cost = itemCost(input, index, linked, rows, term);
      if (cost) costs.set(term.measure, cost);
    }
    return { rows, costs, revenue: itemRevenue(input, rows) };
  });
  const itemBlocks = items.map(({ rows, costs, revenue }) => [
    ...rows.rows,
    ...[...costs.values(), revenue].flatMap((cost) => cost?.row ?? []),
  ]);
  const unitCosts = unitCostsByLabel(terms, items);
  const columns = rateColumns(problem, [...unitCosts.keys()]);
  const perItem = items.map(({ rows }) => rows);
  const workforce = workforceRows(input, terms);
  const drawers = perItem.flatMap(({ supply, production }) => [...production.rows, ...supply.setups.rows]);
  const resources = problem.resources.map((_, resource) =>
    resourceRows(input, capacities, workforce, drawers, resource, terms),
  );
  const inventories = perItem.map(({ inventory }) => inventory);
  const warehouses = problem.warehouses.map((_, warehouse) =>
    warehouseRows(input, capacities, inventories, warehouse, terms),
  );
  const totals = totalsRows(perItem, horizon);
  const bearing = [
    ...resources.flatMap(({ rows }) => rows),
    ...warehouses.flatMap(({ rows }) => rows),
    ...(workforce?.rows ?? []),
    ...itemBlocks.flat(),
  ];
  const costs = costSummaryRows(input, terms, { rows: bearing, unitCosts, columns });
  const stack = stackRows(input, perItem, totals, resources, capacities);
  return {
    columns,
    rates: ratesBeside(unitCosts, columns),
    terms,
    items,
    itemBlocks,
    resources,
    warehouses,
    workforce,
    totals,
    costs,
    stack,
  };
}

/** Costs per unit of all items, by the label of their term; none for a term that has none. */
function unitCostsByLabel(
  terms: readonly ShownTerm[],
  items: readonly CostedItem[],
): ReadonlyMap<string, readonly UnitCost[]> {
  const labelled: readonly (readonly [string, readonly UnitCost[]])[] = [
    ...terms.map(
      ({ measure }) => [measure, items.flatMap(({ costs }) => costs.get(measure)?.unitCosts ?? [])] as const,
    ),
    ['Revenue', items.flatMap(({ revenue }) => revenue?.unitCosts ?? [])],
  ];
  return new Map(labelled.filter(([, unitCosts]) => unitCosts.length > 0));
}

function ratesBeside(unitCosts: ReadonlyMap<string, readonly UnitCost[]>, columns: RateColumns): RatesBeside {
  const rates = new Map<PlanRow, PlanRow['rates'][number][]>();
  for (const [measure, priced] of unitCosts) {
    const column = columns.cost(measure);
    for (const { row, cost } of priced) {
      const known = rates.get(row);
      if (known) known.push({ ...cost, column });
      else rates.set(row, [{ ...cost, column }]);
    }
  }
  return rates;
}
