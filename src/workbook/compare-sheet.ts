import { costByPeriod } from '../planning';
import { chartsHeight, compareCharts } from './compare-sheet/charts';
import { inputMeasures } from './compare-sheet/input-differences';
import { isPlanned } from './compare-sheet/input';
import type { CompareSheetInput, PlannedRun } from './compare-sheet/input';
import { blank, drawn, line, rowsOf } from './compare-sheet/line';
import type { Line } from './compare-sheet/line';
import { costMeasures, keyMeasures, totalCostMeasure } from './compare-sheet/measures';
import { firstPeriod, itemBlocks, periodHeading, periodLine, quartersOf } from './compare-sheet/period-table';
import type { ItemBlocks } from './compare-sheet/period-table';
import { firstColumn, runTable } from './compare-sheet/run-table';
import { colors, compareStyles } from './compare-sheet/styles';
import type { CompareStyles } from './compare-sheet/styles';
import type { CellStyle, SheetContent } from './sheet-content';

export type { ComparedRun, CompareSheetInput } from './compare-sheet/input';

export const compareSheetName = 'SOP Compare';

/** The charts stand right of the tables, below the lines that stay on top. */
const firstChartRow = 3;

/**
 * Plans side by side as a sheet: key figures, cost by term, inputs that differ, what each plan has more than the first by
 * period, and every item's production and inventory. Totals and differences are formulas over the sheet's own cells; what
 * differs is marked.
 */
export function compareSheet(input: CompareSheetInput): SheetContent {
  const { runs } = input;
  const styles = compareStyles(input);
  const planned = runs.filter(isPlanned);
  const blocks = planned.length === 0 ? null : blocksOf(input, planned, styles);
  const horizon = planned[0]?.report.periods.length ?? 0;
  const totalOf = (lines: readonly Line[] | undefined) =>
    runs.map((run) => (isPlanned(run) ? (lines?.[planned.indexOf(run)] ?? null) : null));
  const totals = {
    demand: totalOf(blocks?.demandTotals),
    production: totalOf(blocks?.productionTotals),
    inventory: totalOf(blocks?.inventoryTotals),
  };
  const costs = runTable('Cost', '', runs, costMeasures(runs, styles), styles);
  const total = runTable('', '', runs, [totalCostMeasure(runs, costs.lines, styles)], styles);
  const keys = runTable('Key figure', '', runs, keyMeasures(runs, totals, total.lines[0], horizon, styles), styles);
  const inputs = runTable('Input', 'Where', runs, inputMeasures(runs, styles), styles);
  const section = (title: string) => line([{ column: 0, value: title, style: styles.section }]);
  const head = [
    line([{ column: 0, value: compareSheetName, style: styles.title }]),
    line([
      {
        column: 0,
        value: `${runs.map(({ name }) => name).join(', ')}; differences are against ${runs[0].name} and marked. ${input.runDate}`,
        style: styles.note,
      },
    ]),
  ];
  const tables = [
    ...head,
    blank(),
    section('Key figures'),
    keys.heading,
    ...keys.lines,
    blank(),
    section('Cost'),
    costs.heading,
    ...costs.lines,
    ...total.lines,
    blank(),
    section('Inputs that differ'),
    inputs.heading,
    ...(inputs.lines.length > 0 ? inputs.lines : [line([{ column: 0, value: 'None', style: styles.note }])]),
    blank(),
  ];
  const room = Array.from({ length: Math.max(0, firstChartRow + chartsHeight - tables.length) }, blank);
  const lines = [...tables, ...room, ...(blocks ? [section('By period'), ...blocks.lines] : [])];
  const rowOf = rowsOf(lines);
  const widestRuns = Math.min(
    28,
    Math.max(14, ...runs.slice(1).map(({ name }) => `${name}${runs[0].name}`.length + 7)),
  );
  const columns = Math.max(2 * runs.length - 1, 1 + horizon + quartersOf(input).length);
  return {
    name: compareSheetName,
    cells: drawn(lines, rowOf),
    columnWidths: [34, 26, ...Array.from({ length: columns }, (_, c) => (c < 2 * runs.length - 1 ? widestRuns : 14))],
    freeze: { rows: 2, columns: 2 },
    print: { orientation: 'landscape', fitToWidth: 2, titleRows: [0, 1], titleColumns: null },
    highlights: [
      ...[costs, total, keys, inputs].flatMap(({ highlights }) => highlights(rowOf)),
      ...(blocks?.blocks ?? []).flatMap(({ highlights }) => highlights(rowOf)),
    ],
    charts: blocks
      ? compareCharts(runs, {
          rowOf,
          names: costs.heading,
          costs: costs.lines.map((each, i) => ({ title: costMeasures(runs, styles)[i].label, line: each })),
          periods: blocks.heading,
          ...totals,
          horizon,
          column: Math.max(firstColumn + 2 * runs.length, firstPeriod + 1),
          firstRow: firstChartRow,
        })
      : [],
    showGridlines: false,
    tabColor: colors.accent,
  };
}

interface PeriodBlocks {
  readonly heading: Line;
  readonly lines: readonly Line[];
  readonly demandTotals: readonly Line[];
  readonly productionTotals: readonly Line[];
  readonly inventoryTotals: readonly Line[];
  readonly blocks: readonly ItemBlocks[];
}

/** Everything over the periods: totals of each run, what the others have more than the first, and the items. */
function blocksOf(input: CompareSheetInput, runs: readonly PlannedRun[], styles: CompareStyles): PeriodBlocks {
  const quarters = quartersOf(input);
  const production = itemBlocks('Production', input, runs, ({ report }) => report.production ?? [], true, styles);
  const inventory = itemBlocks('Inventory', input, runs, ({ report }) => report.inventory ?? [], false, styles);
  const horizon = runs[0].report.periods.length;
  const over = (label: string, values: (run: PlannedRun) => readonly number[], style: CellStyle, summed: boolean) =>
    runs.map((run) =>
      periodLine({ label, detail: run.name, values: values(run), formula: null, summed, style }, quarters),
    );
  const sums = (label: string, block: ItemBlocks, matrix: (run: PlannedRun) => number[], summed: boolean) =>
    runs.map((run, r) =>
      periodLine(
        {
          label,
          detail: run.name,
          values: matrix(run),
          formula: (t, at) => `SUM(${block.spans[r].map((each) => at(each, firstPeriod + t)).join(':')})`,
          summed,
          style: styles.quantity,
        },
        quarters,
      ),
    );
  const columnSums = (rows: readonly (readonly number[])[] | null) =>
    Array.from({ length: horizon }, (_, t) => (rows ?? []).reduce((sum, row) => sum + row[t], 0));
  const demandTotals = over('Demand', ({ report }) => columnSums(report.demand), styles.quantity, true);
  const productionTotals = sums('Production', production, ({ report }) => columnSums(report.production), true);
  const inventoryTotals = sums('Ending inventory', inventory, ({ report }) => columnSums(report.inventory), false);
  const cost = over('Cost', ({ planned: { problem, plan } }) => costByPeriod(problem, plan), styles.money, true);
  const heading = periodHeading('All items', 'Scenario', input, styles);
  const uplifts = runs.slice(1).flatMap((run, r) => {
    const against = (
      label: string,
      lines: readonly Line[],
      values: (of: PlannedRun) => readonly number[],
      summed: boolean,
    ) =>
      periodLine(
        {
          label,
          detail: `${run.name} less ${runs[0].name}`,
          values: values(run).map((value, t) => value - values(runs[0])[t]),
          formula: (t, at) => `${at(lines[r + 1], firstPeriod + t)}-${at(lines[0], firstPeriod + t)}`,
          summed,
          style: label === 'Cost of it' ? styles.money : styles.quantity,
        },
        quarters,
      );
    const demand = against('Uplift of demand', demandTotals, ({ report }) => columnSums(report.demand), true);
    const money = against('Cost of it', cost, ({ planned: { problem, plan } }) => costByPeriod(problem, plan), true);
    const [upliftOfRun, costOfRun] = [run, runs[0]].map(({ report }) => report);
    const units = total(columnSums(upliftOfRun.demand)) - total(columnSums(costOfRun.demand));
    const extra = (upliftOfRun.totalCost ?? 0) - (costOfRun.totalCost ?? 0);
    return [
      demand,
      against('More production', productionTotals, ({ report }) => columnSums(report.production), true),
      against('More inventory', inventoryTotals, ({ report }) => columnSums(report.inventory), false),
      money,
      line((at) => [
        { column: 0, value: 'Cost per unit of uplift' },
        { column: 1, value: `${run.name} less ${runs[0].name}` },
        {
          column: firstColumn,
          value: Math.abs(units) > 1e-9 ? extra / units : null,
          formula:
            Math.abs(units) > 1e-9
              ? `IF(${at(demand, firstColumn)}<>0,${at(money, firstColumn)}/${at(demand, firstColumn)},"")`
              : null,
          style: { align: 'right', numberFormat: '#,##0.00' },
        },
      ]),
      blank(),
    ];
  });
  return {
    heading,
    lines: [
      heading,
      ...demandTotals,
      ...productionTotals,
      ...inventoryTotals,
      ...cost,
      blank(),
      ...(uplifts.length > 0 ? [periodHeading('Uplift', 'Scenarios', input, styles), ...uplifts] : []),
      ...production.lines,
      ...inventory.lines,
    ],
    demandTotals,
    productionTotals,
    inventoryTotals,
    blocks: [production, inventory],
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
