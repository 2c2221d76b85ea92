import { allOf, costRow } from './cost-row';
import type { PlanSheetInput } from './input';
import { planRow, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';
import type { CapacityColumns } from './rate-columns';
import { inputFactor, inputRate, inputValue } from './rates';
import { loadRow, useRow } from './resource-block';

/** The rows of one warehouse: room taken, room there is. */
export interface WarehouseRows {
  readonly warehouse: number;
  readonly stored: PlanRow;
  /** Null where the warehouse has no limit in any period. */
  readonly capacity: PlanRow | null;
  /** Capacity up to the threshold; null where all of it is usable. */
  readonly usable: PlanRow | null;
  readonly use: PlanRow | null;
  readonly rows: readonly PlanRow[];
}

/** Rows of a warehouse. */
export function warehouseRows(
  input: PlanSheetInput,
  columns: CapacityColumns,
  inventories: readonly PlanRow[],
  warehouse: number,
  terms: readonly { readonly id: string; readonly measure: string }[],
): WarehouseRows {
  const { problem } = input;
  const { name, capacity: room, overflowThreshold, overflowCost } = problem.warehouses[warehouse];
  const horizon = problem.periods.length;
  const total = loadRow(name, horizon, inventories, columns.warehouse(warehouse), 'Storage used');
  const stored: PlanRow = { ...total, total: null };
  if (room.every((limit) => limit === Infinity))
    return { warehouse, stored, capacity: null, usable: null, use: null, rows: [stored] };
  const capacity = planRow({
    owner: name,
    measure: 'Warehouse capacity',
    values: room.map(finite),
    formula: (t) => inputValue(input, 'Warehouse_Capacity', { periods: t }, room[t]).formula,
    total: null,
  });
  const usable =
    overflowThreshold < 1
      ? planRow({
          owner: name,
          measure: 'Usable capacity',
          look: 'secondary',
          values: room.map((limit) => finite(limit * overflowThreshold)),
          formula: (t, places) =>
            `${places.cell(capacity, t)}*${inputFactor(input, 'Overflow_Threshold', {}, overflowThreshold)}`,
          total: null,
        })
      : null;
  const use: PlanRow = { ...useRow(name, 'Warehouse use', stored, capacity), total: null };
  const limit = usable ?? capacity;
  const excess = stored.values.map((_, t) =>
    limit.values[t] === null ? null : Math.max(0, valueAt(stored, t) - valueAt(limit, t)),
  );
  const overflow =
    overflowCost && excess.some((units) => units !== null && units > 1e-9)
      ? planRow({
          owner: name,
          measure: 'Overflow',
          values: excess,
          formula: (t, places) => `MAX(0,${places.cell(stored, t)}-${places.cell(limit, t)})`,
          total: null,
        })
      : null;
  const costs = terms.flatMap(({ id, measure }) => {
    if (id !== 'overflow' || !overflow || !overflowCost) return [];
    const rate = inputRate(input, 'Overflow_Cost', {}, overflowCost);
    return costRow(name, measure, horizon, [{ quantity: allOf(overflow), rate }]) ?? [];
  });
  const rows = [stored, capacity, usable, use, overflow, ...costs].filter((row) => row !== null);
  return { warehouse, stored, capacity, usable, use, rows };
}

function finite(value: number): number | null {
  return value === Infinity ? null : value;
}
