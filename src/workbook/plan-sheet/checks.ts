import type { CostSummaryRows } from './cost-summary';
import type { PlanSheetInput } from './input';
import type { ItemTable } from './item-table';
import type { PanelEntry } from './panel';
import { numberText, sum, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';
import type { ResourceRows } from './resource-block';
import type { FreeLine } from './sheet-block';
import { measureColumn } from './sheet-block';
import type { SheetStyles } from './styles';
import { agreementFormula, agrees, quantityTolerance, relativeTolerance } from './tolerance';
import type { TotalsRows } from './totals-block';
import type { WarehouseRows } from './warehouse-block';

/** Formulas over a plan's cells that say whether it is what it should be. */
export interface PlanChecks {
  /** What must be TRUE. */
  readonly checks: readonly PanelEntry[];
  /** Limits of the inputs that a plan may break: a rule's, or one whose limits could not all hold. */
  readonly limits: readonly PanelEntry[];
}

/** What must be TRUE of a plan, and apart from it the limits that it may break. */
export function planChecks(
  input: PlanSheetInput,
  rows: {
    readonly table: ItemTable;
    readonly totals: TotalsRows;
    readonly costs: CostSummaryRows;
    readonly resources: readonly ResourceRows[];
    readonly warehouses: readonly WarehouseRows[];
    /** Panel lines with the totals that the solver states. */
    readonly stated: { readonly total: FreeLine; readonly revenue: FreeLine | null };
  },
  styles: SheetStyles,
): PlanChecks {
  const { problem, costs } = input;
  const check = (label: string, value: boolean, formula: NonNullable<PanelEntry['formula']>): PanelEntry => ({
    label,
    value,
    formula,
    style: styles.check,
  });
  const { table, totals, stated } = rows;
  const balances = [
    check('Every item balances', table.checks.every(Boolean), (places) => {
      const first = places.address(table.itemLines[0], table.checkColumn);
      const last = places.address(table.itemLines[table.itemLines.length - 1], table.checkColumn);
      return `COUNTIF(${first}:${last},FALSE())=0`;
    }),
  ];
  const { late } = totals;
  if (late) {
    const last = problem.periods.length - 1;
    const holds = Math.abs(valueAt(late, last)) <= quantityTolerance;
    const tolerance = numberText(quantityTolerance);
    balances.push(check('Nothing stays open', holds, (places) => `ABS(${places.cell(late, last)})<=${tolerance}`));
  }
  const limits: PanelEntry[] = [];
  const { belowZero } = totals;
  if (belowZero)
    limits.push(
      check(
        'No stock below zero',
        sum(belowZero.values) <= quantityTolerance,
        (places) => `SUM(${places.span(belowZero)})<=${numberText(quantityTolerance)}`,
      ),
    );
  for (const { resource, load, capacity, overtime, overtimeLimit } of rows.resources) {
    if (!capacity) continue;
    const regular = overtime ? [capacity, overtime] : [capacity];
    const name = problem.resources[resource].name;
    limits.push(limitCheck(`${name} respected`, load, regular, styles));
    if (overtime && overtimeLimit)
      limits.push(limitCheck(`Overtime of ${name} respected`, overtime, [overtimeLimit], styles));
  }
  for (const { warehouse, stored, capacity, usable } of rows.warehouses) {
    const { name, overflowCost, overflowLimit } = problem.warehouses[warehouse];
    if (!capacity || overflowLimit === Infinity) continue;
    limits.push(limitCheck(`${name} respected`, stored, [overflowCost ? capacity : (usable ?? capacity)], styles));
  }
  const { total, revenue } = rows.costs;
  const totalValue = total.total?.value ?? 0;
  const money = [
    check("Total cost is the solver's", agrees(totalValue, costs.total), (places) =>
      agreementFormula(places.total(total), places.address(stated.total, measureColumn)),
    ),
  ];
  const statedRevenue = stated.revenue;
  if (revenue && statedRevenue && costs.revenue)
    money.push(
      check("Revenue is the solver's", agrees(revenue.total?.value ?? 0, costs.revenue.total), (places) =>
        agreementFormula(places.total(revenue), places.address(statedRevenue, measureColumn)),
      ),
    );
  return input.breaksLimits
    ? { checks: [...balances, ...money], limits }
    : { checks: [...balances, ...limits, ...money], limits: [] };
}

/** A row stays within the sum of its limits wherever the first one is set. */
function limitCheck(label: string, row: PlanRow, limits: readonly PlanRow[], styles: SheetStyles): PanelEntry {
  const [first] = limits;
  const slack = (limit: number) => quantityTolerance + relativeTolerance * limit;
  const holds = row.values.every((_, t) => {
    const limit = limits.reduce((all, each) => all + valueAt(each, t), 0);
    return first.values[t] === null || valueAt(row, t) <= limit + slack(valueAt(first, t));
  });
  return {
    label,
    value: holds,
    formula: (places) => {
      const limit = limits.map((each) => places.span(each)).join('+');
      const room = `${limit}+${numberText(quantityTolerance)}+0.000001*${places.span(first)}`;
      return `SUMPRODUCT((${places.span(row)}>${room})*ISNUMBER(${places.span(first)}))=0`;
    },
    style: styles.check,
  };
}
