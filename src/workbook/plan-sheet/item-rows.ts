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
import { quantityTolerance } from './tolerance';
import { supplyRows } from './supply-rows';
import type { StockFlow, SupplyRows } from './supply-rows';

/** The rows of one item: what is wanted, where it comes from, what stays. */
export interface ItemRows {
  readonly item: number;
  readonly demand: DemandRows;
  readonly supply: SupplyRows;
  /** Quantities by source. */
  readonly production: SharedRows;
  /** What is on hand at the end of each period. */
  readonly inventory: PlanRow;
  /** Where a rule's stock falls below zero: the balance of stock and backlog; null where it is the inventory itself. */
  readonly projected: PlanRow | null;
  /** The part of it below zero. */
  readonly belowZero: PlanRow | null;
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
  const { inventory, projected, belowZero, writtenOff } = stockRows(input, index, columns, flows, item);
  const safetyStock = safetyStockRow(input, demand.demand.total, item);
  const rows = [
    ...demand.demand.rows,
    ...supply.rows,
    ...demand.openRows,
    ...[writtenOff, projected, belowZero].filter((row) => row !== null),
    inventory,
    ...(safetyStock ? [safetyStock, ...targetGapRow(input, inventory, safetyStock, item)] : []),
  ];
  const balanced = writtenOff ? [...flows, { sign: 1 as const, row: writtenOff }] : flows;
  return {
    item,
    demand,
    supply,
    production: supply.production,
    inventory,
    projected,
    belowZero,
    safetyStock,
    flows: balanced,
    rows,
  };
}

/**
 * Ending inventory: what was there, plus what comes in, less what goes out. Where that falls below zero, the projected stock shows
 * it, the part below zero stands beside it, and what a rule writes off of that comes back in the next period.
 */
function stockRows(
  input: PlanSheetInput,
  index: ProblemIndex,
  columns: CapacityColumns,
  flows: readonly StockFlow[],
  item: number,
): Pick<ItemRows, 'inventory' | 'projected' | 'belowZero'> & { readonly writtenOff: PlanRow | null } {
  const { name, openingInventory, storageUse } = input.problem.items[item];
  const opening = inputValue(input, 'Initial_Inventory', { items: item }, openingInventory);
  const rates = index.warehouses[item].map((warehouse) => ({
    column: columns.warehouse(warehouse),
    ...inputValue(input, 'Storage_Use', { items: item }, storageUse),
  }));
  const lost = input.writtenOff?.[item] ?? [];
  const values = stockValues(input, flows, item);
  if (values.every((units) => units >= -quantityTolerance)) {
    const inventory = balanceRow(name, 'Ending inventory', opening, values, flows, rates);
    return { inventory, projected: null, belowZero: null, writtenOff: null };
  }
  const belowZero: PlanRow = planRow({
    owner: name,
    measure: 'Below zero',
    values: values.map((units) => Math.max(0, -units)),
    formula: (t, places) => `MAX(0,-${places.cell(projected, t)})`,
    look: 'secondary',
    total: null,
  });
  const writtenOff = occurs(lost)
    ? planRow({
        owner: name,
        measure: 'Shortage written off',
        values: lost,
        formula: (t, places) => (t > 0 && lost[t] !== 0 ? places.cell(belowZero, t - 1) : null),
        look: 'secondary',
      })
    : null;
  const all = writtenOff ? [...flows, { sign: 1 as const, row: writtenOff }] : flows;
  const projected: PlanRow = balanceRow(name, 'Projected stock', opening, values, all, []);
  const inventory = planRow({
    owner: name,
    measure: 'Ending inventory',
    opening,
    values: values.map((units) => Math.max(0, units)),
    formula: (t, places) => `MAX(0,${places.cell(projected, t)})`,
    total: null,
    rates,
  });
  return { inventory, projected, belowZero, writtenOff };
}

/** Stock at the end of each period by what moves it. */
function stockValues({ problem, writtenOff }: PlanSheetInput, flows: readonly StockFlow[], item: number): number[] {
  let stock = problem.items[item].openingInventory;
  return problem.periods.map((_, t) => {
    for (const { sign, row } of flows) stock += sign * valueAt(row, t);
    stock += writtenOff?.[item][t] ?? 0;
    // Sums of fractions leave residues such as -1.8e-12 where the stock is nil.
    if (Math.abs(stock) < 1e-9) stock = 0;
    return stock;
  });
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

/** A stock that adds up from period to period. */
function balanceRow(
  owner: string,
  measure: string,
  opening: PlanRow['opening'],
  values: readonly number[],
  flows: readonly StockFlow[],
  rates: PlanRow['rates'],
): PlanRow {
  const row: PlanRow = planRow({
    owner,
    measure,
    opening,
    values,
    formula: (t, places) =>
      places.cell(row, t - 1) +
      flows.reduce((moved, { sign, row: flow }) => moved + (sign > 0 ? '+' : '-') + places.cell(flow, t), ''),
    total: null,
    rates,
  });
  return row;
}
