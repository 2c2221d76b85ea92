import { costTermIds } from '../../../planning';
import type { CostTermId, PlanReport } from '../../../planning';
import { baselineFirst } from '../../../workbook/compare-scenarios';
import { peakOf, service, sumOf, totalsByPeriod, utilisation } from '../../../workbook/compare-sheet/figures';
import { inputDifferences } from '../../../workbook/compare-sheet/input-differences';
import type { InputDifference } from '../../../workbook/compare-sheet/input-differences';
import { isReported, resultOf } from './scenarios-state';
import type { ReportedResult, ScenariosState } from './scenarios-state';

/** Results of several scenarios side by side; what differs is told against the first. */
export interface Comparison {
  readonly results: readonly ReportedResult[];
  readonly figures: readonly FigureRow[];
  readonly costs: readonly CostRow[];
  readonly inputs: readonly InputDifference[];
}

/** A key figure by scenario; null where there is no plan, or it has no such figure. */
export interface FigureRow {
  readonly figure: FigureName;
  /** Name of the resource, where the figure is about one of several. */
  readonly resource: string | null;
  readonly unit: 'money' | 'units' | 'fraction';
  readonly values: readonly (number | null)[];
}

export interface CostRow {
  readonly term: CostTermId;
  readonly values: readonly (number | null)[];
}

export type FigureName =
  | 'totalCost'
  | 'revenue'
  | 'profit'
  | 'service'
  | 'shortage'
  | 'backorder'
  | 'demand'
  | 'production'
  | 'peakProduction'
  | 'peakInventory'
  | 'averageInventory'
  | 'utilisation';

/** Most resources that have a line of their own. */
const mostResources = 4;
/** More differing places of one input than this are told by period; the sheet has them all. */
const mostPlaces = 8;

/** The comparison of all results there are; null where these are fewer than two. */
export function comparisonOf(state: ScenariosState): Comparison | null {
  const names = baselineFirst((state.book?.scenarios ?? []).map(({ name }) => name));
  const results = names.flatMap((name) => resultOf(state, name) ?? []).filter(isReported);
  if (results.length < 2) return null;
  const reports = results.map(({ outcome }) => outcome.report);
  return {
    results,
    figures: figuresOf(reports),
    costs: costTermIds
      .filter((term) => reports.some(({ costs }) => (costs?.[term] ?? 0) !== 0))
      .map((term) => ({ term, values: reports.map(({ costs }) => costs?.[term] ?? null) })),
    inputs: inputDifferences(
      results.map(({ outcome }) => outcome),
      mostPlaces,
    ),
  };
}

function figuresOf(reports: readonly PlanReport[]): readonly FigureRow[] {
  const row = (
    figure: FigureName,
    unit: FigureRow['unit'],
    value: (report: PlanReport) => number | null,
    resource: string | null = null,
  ): FigureRow => ({
    figure,
    resource,
    unit,
    values: reports.map((report) => (report.totalCost === null ? null : value(report))),
  });
  const resources = reports.find((report) => report.resources)?.resources ?? [];
  const rows = [
    row('totalCost', 'money', ({ totalCost }) => totalCost),
    row('revenue', 'money', ({ revenue }) => revenue),
    row('profit', 'money', ({ profit }) => profit),
    row('service', 'fraction', service),
    row('shortage', 'units', ({ shortage }) => sumOf(shortage)),
    row('backorder', 'units', ({ backorder }) => sumOf(backorder)),
    row('demand', 'units', ({ demand }) => sumOf(demand)),
    row('production', 'units', ({ production }) => sumOf(production)),
    row('peakProduction', 'units', ({ production }) => peakOf(production)),
    row('peakInventory', 'units', ({ inventory }) => peakOf(inventory)),
    row('averageInventory', 'units', ({ inventory, periods }) => sumOf(inventory) / periods.length),
    ...resources
      .slice(0, mostResources)
      .map(({ name }, r) =>
        row('utilisation', 'fraction', (report) => utilisation(report, r), resources.length > 1 ? name : null),
      ),
  ];
  const hasRevenue = rows[1].values.some((value) => value !== null && value !== 0);
  const isNone = ({ values }: FigureRow) => values.every((value) => value === null || value === 0);
  return rows.filter((each) => {
    if (each.figure === 'revenue' || each.figure === 'profit') return hasRevenue;
    return each.figure === 'totalCost' || !isNone(each);
  });
}

/** By period what each further scenario has more than the first one; null where either has no plan. */
export function differencesByPeriod(
  results: readonly ReportedResult[],
  measure: 'production' | 'inventory',
  item: number | null,
): readonly (readonly number[] | null)[] {
  const totals = results.map(({ outcome: { report } }) => {
    const matrix = report.totalCost === null ? null : report[measure];
    return matrix && (item === null ? totalsByPeriod(matrix) : matrix[item]);
  });
  const [first] = totals;
  return totals.slice(1).map((values) => values && first && values.map((value, t) => value - first[t]));
}

/** Whether a number is another one, beyond rounding. */
export function differs(value: number | null, reference: number | null): boolean {
  if (value === null || reference === null) return value !== reference;
  return Math.abs(value - reference) > 1e-6 * Math.max(1, Math.abs(value), Math.abs(reference));
}
