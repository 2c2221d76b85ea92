import type { ItemRows } from './item-rows';
import { planRow, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';

/** Sums over all items, by period: the figures that charts and key figures show. */
export interface TotalsRows {
  readonly demand: PlanRow;
  readonly production: PlanRow;
  readonly inventory: PlanRow;
  readonly subcontract: PlanRow | null;
  readonly shortage: PlanRow | null;
  readonly late: PlanRow | null;
  readonly safetyStock: PlanRow | null;
  /** Missing stock of a rule's plan; null where there is none. */
  readonly belowZero: PlanRow | null;
  readonly rows: readonly PlanRow[];
}

/** Totals over the item blocks, by the measure that their rows bear. */
export function totalsRows(items: readonly ItemRows[], horizon: number): TotalsRows {
  const present = (rows: readonly (PlanRow | null)[]) => rows.filter((row) => row !== null);
  const flow = (measure: string, rows: readonly (PlanRow | null)[], look: PlanRow['look'] = 'quantity') =>
    totalRow(measure, present(rows), horizon, look, true);
  const stock = (measure: string, rows: readonly (PlanRow | null)[]) =>
    totalRow(measure, present(rows), horizon, 'quantity', false);
  const optional = (rows: readonly (PlanRow | null)[], row: PlanRow) => (present(rows).length > 0 ? row : null);
  const subcontracts = items.map(({ supply }) => supply.subcontract.total);
  const shortages = items.map(({ demand }) => demand.shortage.total);
  const lates = items.map(({ demand }) => demand.late.total);
  const safetyStocks = items.map(({ safetyStock }) => safetyStock);
  const missing = items.map(({ belowZero }) => belowZero);
  const totals = {
    demand: flow(
      'Demand',
      items.map((item) => item.demand.demand.total),
    ),
    production: flow(
      'Production',
      items.map(({ production }) => production.total),
      'decision',
    ),
    subcontract: optional(subcontracts, flow('Subcontract', subcontracts, 'decision')),
    shortage: optional(shortages, flow('Shortage', shortages, 'decision')),
    late: optional(lates, flow('Late (open at end)', lates, 'decision')),
    inventory: stock(
      'Ending inventory',
      items.map(({ inventory }) => inventory),
    ),
    safetyStock: optional(safetyStocks, stock('Safety stock', safetyStocks)),
    belowZero: optional(missing, stock('Below zero', missing)),
  };
  return { ...totals, rows: present(Object.values(totals)) };
}

function totalRow(
  measure: string,
  rows: readonly PlanRow[],
  horizon: number,
  look: PlanRow['look'],
  summed: boolean,
): PlanRow {
  const values = new Array<number>(horizon).fill(0);
  for (const row of rows) values.forEach((value, t) => (values[t] = value + valueAt(row, t)));
  const total: PlanRow = planRow({
    owner: 'All items',
    measure,
    look,
    values,
    formula: (t, places) =>
      `SUMIF(${places.itemColumn('measures')},${places.measure(total)},${places.itemColumn({ period: t })})`,
    // The sum of a stock over periods means nothing.
    ...(summed ? {} : { total: null }),
  });
  return total;
}
