import type { CostSummaryRows } from './cost-summary';
import type { PlanSheetInput } from './input';
import type { PanelEntry } from './panel';
import { sum, valueAt } from './plan-row';
import type { PlanRow } from './plan-row';
import type { ResourceRows } from './resource-block';
import type { FreeLine, LinePlaces } from './sheet-block';
import { firstPeriodColumn } from './sheet-block';
import type { SheetStyles } from './styles';
import type { TotalsRows } from './totals-block';
import type { WarehouseRows } from './warehouse-block';

/** More resources than this are shown by their blocks alone. */
const resourcesShown = 5;

/** The figures a planner is asked for first, live over the rows below. */
export function keyFigures(
  input: PlanSheetInput,
  rows: {
    readonly totals: TotalsRows;
    readonly costs: CostSummaryRows;
    readonly resources: readonly ResourceRows[];
    readonly warehouses: readonly WarehouseRows[];
    /** The line with the period headings. */
    readonly headings: FreeLine;
  },
  styles: SheetStyles,
): readonly PanelEntry[] {
  const { totals, costs, resources, warehouses } = rows;
  const entries: PanelEntry[] = [
    ofTotal('Total cost', costs.total, styles.money),
    ...(costs.revenue ? [ofTotal('Revenue', costs.revenue, styles.money)] : []),
    ...(costs.profit ? [ofTotal('Profit', costs.profit, styles.money)] : []),
    ofTotal('Total demand', totals.demand, styles.quantity),
    ofTotal('Total production', totals.production, styles.quantity),
    delivered(totals, styles),
    ...(totals.shortage ? [ofTotal('Never delivered', totals.shortage, styles.quantity)] : []),
    ...(totals.late ? [ofTotal('Late, units × periods', totals.late, styles.quantity)] : []),
    ...peak('Peak production', totals.production, input, rows.headings, styles),
    ...peak('Peak inventory', totals.inventory, input, rows.headings, styles),
  ];
  const limited = resources.filter(({ use, capacity }) => use?.total && capacity).slice(0, resourcesShown);
  for (const { use, resource } of limited) {
    if (!use?.total) continue;
    const name = limited.length > 1 ? `, ${input.problem.resources[resource].name}` : '';
    entries.push({ ...ofTotal(`Average utilisation${name}`, use, styles.percent) });
    entries.push(largest(`Peak utilisation${name}`, use, styles));
  }
  for (const { use, warehouse } of warehouses) {
    const name = warehouses.length > 1 ? `, ${input.problem.warehouses[warehouse].name}` : '';
    if (use) entries.push(largest(`Peak warehouse use${name}`, use, styles));
  }
  return entries;
}

function ofTotal(label: string, row: PlanRow, style: PanelEntry['style']): PanelEntry {
  return { label, value: row.total?.value ?? 0, formula: (places) => places.total(row), style };
}

function largest(label: string, row: PlanRow, styles: SheetStyles): PanelEntry {
  const value = Math.max(...row.values.map((_, t) => valueAt(row, t)));
  return { label, value, formula: (places) => `MAX(${places.span(row)})`, style: styles.percent };
}

function delivered({ demand, shortage }: TotalsRows, styles: SheetStyles): PanelEntry {
  const wanted = sum(demand.values);
  const label = 'Service (demand delivered)';
  if (!shortage) return { label, value: 1, style: styles.percent };
  return {
    label,
    value: wanted > 0 ? 1 - sum(shortage.values) / wanted : 1,
    formula: (places) => `IF(${places.total(demand)}>0,1-${places.total(shortage)}/${places.total(demand)},1)`,
    style: styles.percent,
  };
}

/** The largest value of a row and the first period that has it. */
function peak(
  label: string,
  row: PlanRow,
  input: PlanSheetInput,
  headings: FreeLine,
  styles: SheetStyles,
): readonly PanelEntry[] {
  const value = Math.max(...row.values.map((_, t) => valueAt(row, t)));
  const period = row.values.findIndex((_, t) => valueAt(row, t) === value);
  const labels = input.periodHeadings ?? input.problem.periods.map((each) => each.label);
  const last = firstPeriodColumn + labels.length - 1;
  const range = (places: LinePlaces) =>
    `${places.address(headings, firstPeriodColumn)}:${places.address(headings, last)}`;
  return [
    { label, value, formula: (places) => `MAX(${places.span(row)})`, style: styles.quantity },
    {
      label: `   in period`,
      value: labels[period],
      formula: (places) => `INDEX(${range(places)},1,MATCH(MAX(${places.span(row)}),${places.span(row)},0))`,
      style: styles.period,
    },
  ];
}
