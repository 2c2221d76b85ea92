import { costTermIds, costTermTitles, storageUseOf } from '../../planning';
import type { PlanReport } from '../../planning';
import type { CellValue } from '../workbook';
import { peakOf, service, sumOf, utilisation } from './figures';
import type { ComparedRun } from './input';
import type { AddressOf, Line } from './line';
import { firstPeriod } from './period-table';
import { firstColumn } from './run-table';
import type { MeasureRow } from './run-table';
import type { CompareStyles } from './styles';

/** Lines with the totals over all items of each run, by measure; empty for a run without a plan. */
export interface TotalLines {
  readonly demand: readonly (Line | null)[];
  readonly production: readonly (Line | null)[];
  readonly inventory: readonly (Line | null)[];
}

const statusTexts: Readonly<Record<PlanReport['status'], string>> = {
  optimal: 'optimal',
  stoppedEarly: 'stopped early',
  infeasible: 'no plan satisfies the limits',
  unbounded: 'no least cost',
  invalid: 'data is wrong',
  failed: 'failed',
};

/** Cost by term, summed up; terms that no run has are left out. */
export function costMeasures(runs: readonly ComparedRun[], styles: CompareStyles): readonly MeasureRow[] {
  return costTermIds
    .filter((id) => runs.some(({ report }) => (report.costs?.[id] ?? 0) !== 0))
    .map((id) => ({
      label: costTermTitles[id],
      values: runs.map(({ report }) => report.costs?.[id] ?? null),
      style: styles.money,
      compared: true,
    }));
}

/** Total of the cost lines, live. */
export function totalCostMeasure(
  runs: readonly ComparedRun[],
  terms: readonly Line[],
  styles: CompareStyles,
): MeasureRow {
  const [first, last] = [terms[0], terms[terms.length - 1]];
  return {
    label: 'Total cost',
    values: runs.map(({ report }) => report.totalCost),
    formula: (run, at) =>
      terms.length === 0 ? null : `SUM(${at(first, firstColumn + run)}:${at(last, firstColumn + run)})`,
    style: styles.money,
    compared: true,
    total: true,
  };
}

/** The figures a planner is asked for first. */
export function keyMeasures(
  runs: readonly ComparedRun[],
  totals: TotalLines,
  totalCost: Line,
  horizon: number,
  styles: CompareStyles,
): readonly MeasureRow[] {
  const span = (each: Line, at: AddressOf) => `${at(each, firstPeriod)}:${at(each, firstPeriod + horizon - 1)}`;
  const over = (lines: readonly (Line | null)[], fold: string) => (run: number, at: AddressOf) => {
    const found = lines[run];
    return found && `${fold}(${span(found, at)})`;
  };
  const measure = (
    label: string,
    value: (report: PlanReport, run: ComparedRun) => CellValue,
    style: MeasureRow['style'],
    formula?: MeasureRow['formula'],
  ): MeasureRow => ({
    label,
    values: runs.map((run) => (run.planned ? value(run.report, run) : null)),
    formula,
    style,
    compared: true,
  });
  const some = (value: (report: PlanReport) => number) => runs.some(({ report }) => value(report) > 0);
  const resources = runs[0].report.resources ?? runs.find(({ planned }) => planned)?.report.resources ?? [];
  return [
    {
      label: 'Status',
      values: runs.map(({ report, ending }) => ending ?? statusTexts[report.status]),
      style: styles.text,
      compared: false,
    },
    {
      ...measure('Total cost', ({ totalCost: cost }) => cost, styles.money),
      formula: (run, at) => at(totalCost, firstColumn + run),
    },
    ...(some(({ revenue }) => revenue ?? 0)
      ? [
          measure('Revenue', ({ revenue }) => revenue, styles.money),
          measure('Profit', ({ profit }) => profit, styles.money),
        ]
      : []),
    measure('Service (demand delivered)', service, styles.percent),
    ...(some(({ shortage }) => sumOf(shortage))
      ? [measure('Never delivered', ({ shortage }) => sumOf(shortage), styles.quantity)]
      : []),
    ...(some(({ backorder }) => sumOf(backorder))
      ? [measure('Late, units × periods', ({ backorder }) => sumOf(backorder), styles.quantity)]
      : []),
    measure('Total demand', ({ demand }) => sumOf(demand), styles.quantity, over(totals.demand, 'SUM')),
    measure('Total production', ({ production }) => sumOf(production), styles.quantity, over(totals.production, 'SUM')),
    measure('Peak production', ({ production }) => peakOf(production), styles.quantity, over(totals.production, 'MAX')),
    measure('Peak inventory', ({ inventory }) => peakOf(inventory), styles.quantity, over(totals.inventory, 'MAX')),
    measure(
      'Average inventory',
      ({ inventory }) => sumOf(inventory) / horizon,
      styles.quantity,
      over(totals.inventory, 'AVERAGE'),
    ),
    ...resources
      .slice(0, 5)
      .map(({ name }, r) =>
        measure(
          resources.length > 1 ? `Average utilisation, ${name}` : 'Average utilisation',
          (report) => utilisation(report, r),
          styles.percent,
        ),
      ),
    ...storageMeasures(runs, measure, styles),
  ];
}

/** How full the warehouses are, and whether nothing lies above their thresholds. */
function storageMeasures(
  runs: readonly ComparedRun[],
  measure: (label: string, value: (report: PlanReport, run: ComparedRun) => CellValue, style: object) => MeasureRow,
  styles: CompareStyles,
): readonly MeasureRow[] {
  const warehouses = runs.find(({ planned }) => planned)?.planned?.problem.warehouses ?? [];
  if (!warehouses.some(({ capacity }) => capacity.some((limit) => limit < Infinity))) return [];
  const overflow = ({ planned }: ComparedRun) => (planned ? sumOf(planned.plan.overflow) : 0);
  return [
    measure('Peak warehouse use', (_report, run) => peakStorage(run), styles.percent),
    measure('Warehouse overflow, storage units × periods', (_report, run) => overflow(run), styles.quantity),
    { ...measure('Overflow avoided', (_report, run) => overflow(run) < 1e-6, styles.text), compared: false },
  ];
}

function peakStorage({ planned }: ComparedRun): number {
  if (!planned) return 0;
  const { problem, plan } = planned;
  const uses = problem.warehouses.flatMap(({ capacity }, h) =>
    storageUseOf(problem, plan, h).map((used, t) =>
      capacity[t] > 0 && capacity[t] < Infinity ? used / capacity[t] : 0,
    ),
  );
  return Math.max(0, ...uses);
}
