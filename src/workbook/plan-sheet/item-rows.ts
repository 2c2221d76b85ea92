import type { PlanSheetInput } from './input';
import { demandRows } from './demand-rows';
import type { DemandRows } from './demand-rows';
import type { LinkedRows } from './linked-rows';
import { planRow, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';
import type { ProblemIndex } from './problem-index';
import { inputValue } from './rates';
import type { CapacityColumns } from './rate-columns';
import { safetyStockRow } from './safety-stock-row';
import type { SharedRows } from './shared-rows';
import { occurs } from './tidy';
import { supplyRows } from './supply-rows';
import type { StockFlow, SupplyRows } from './supply-rows';

/** The rows of one item: what is wanted, where it comes from, what stays. */
export interface ItemRows {
  readonly item: number;
  readonly demand: DemandRows;
  readonly supply: SupplyRows;
  /** Quantities by source. */
  readonly production: SharedRows;
  readonly inventory: PlanRow;
  readonly safetyStock: PlanRow | null;
  /** What moves the inventory. */
  readonly flows: readonly StockFlow[];
  /** In the order of the sheet. */
  readonly rows: readonly PlanRow[];
}

/** The rows of an item, of which only those appear that occur. */
export function itemRows(
  input: PlanSheetInput,
  index: ProblemIndex,
  columns: CapacityColumns,
  linked: LinkedRows,
  item: number,
): ItemRows {
  const demand = demandRows(input, index, item);
  const supply = supplyRows(input, index, columns, linked, item);
  const flows: StockFlow[] = [...supply.flows];
  if (demand.delivered) flows.push({ sign: -1, row: demand.delivered });
  const inventory = inventoryRow(input, index, columns, flows, item);
  const safetyStock = safetyStockRow(input, demand.demand.total, item);
  const rows = [
    ...demand.demand.rows,
    ...supply.rows,
    ...demand.openRows,
    inventory,
    ...(safetyStock ? [safetyStock, ...targetGapRow(input, inventory, safetyStock, item)] : []),
  ];
  return { item, demand, supply, production: supply.production, inventory, safetyStock, flows, rows };
}

/** What an item of a network lacks to its safety stock; no row where nothing does. */
function targetGapRow(input: PlanSheetInput, inventory: PlanRow, safetyStock: PlanRow, item: number): PlanRow[] {
  const { name, location } = input.problem.items[item];
  const values = input.problem.periods.map((_, t) => {
    const gap = valueAt(safetyStock, t) - valueAt(inventory, t);
    return gap > 1e-9 ? gap : 0;
  });
  if (location === '' || !occurs(values)) return [];
  return [
    planRow({
      owner: name,
      measure: 'Below safety stock',
      values,
      formula: (t, places) => `MAX(0,${places.cell(safetyStock, t)}-${places.cell(inventory, t)})`,
      look: 'secondary',
    }),
  ];
}

/** Ending inventory: what was there, plus what comes in, less what goes out. */
function inventoryRow(
  input: PlanSheetInput,
  index: ProblemIndex,
  columns: CapacityColumns,
  flows: readonly StockFlow[],
  item: number,
): PlanRow {
  const { name, openingInventory, storageUse } = input.problem.items[item];
  let stock = openingInventory;
  const row: PlanRow = planRow({
    owner: name,
    measure: 'Ending inventory',
    opening: inputValue(input, 'Initial_Inventory', { items: item }, openingInventory),
    values: input.problem.periods.map((_, t) => {
      for (const { sign, row: flow } of flows) stock += sign * valueAt(flow, t);
      // Sums of fractions leave residues such as -1.8e-12 where the stock is nil.
      if (Math.abs(stock) < 1e-9) stock = 0;
      return stock;
    }),
    formula: (t, places) =>
      places.cell(row, t - 1) +
      flows.map(({ sign, row: flow }) => (sign > 0 ? '+' : '-') + places.cell(flow, t)).join(''),
    total: null,
    rates: index.warehouses[item].map((warehouse) => ({
      column: columns.warehouse(warehouse),
      ...inputValue(input, 'Storage_Use', { items: item }, storageUse),
    })),
  });
  return row;
}
