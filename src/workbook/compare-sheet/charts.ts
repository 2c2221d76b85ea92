import type { ChartSeries, SheetChart } from '../sheet-content';
import type { ComparedRun } from './input';
import type { Line } from './line';
import { firstPeriod } from './period-table';
import { firstColumn, labelColumn } from './run-table';

/** Dark and light in turn, with patterns that tell them apart in black and white. */
const looks: readonly Pick<ChartSeries, 'color' | 'pattern' | 'marker' | 'dashed'>[] = [
  { color: '1F4E79', pattern: 'solid', marker: 'circle' },
  { color: 'C55A11', pattern: 'wideUpwardDiagonal', marker: 'square' },
  { color: '7F7F7F', pattern: 'percent50', marker: 'triangle' },
  { color: '548235', pattern: 'wideDownwardDiagonal', marker: 'diamond' },
  { color: '9DC3E6', pattern: 'percent20', marker: 'circle', dashed: true },
  { color: 'FFD966', pattern: 'horizontal', marker: 'square', dashed: true },
];

export interface ChartSource {
  readonly rowOf: (line: Line) => number;
  /** Heading with the runs' names, and the lines of the cost terms. */
  readonly names: Line;
  readonly costs: readonly { readonly title: string; readonly line: Line }[];
  /** Heading with the periods, and the totals of each run by period. */
  readonly periods: Line;
  readonly demand: readonly (Line | null)[];
  readonly production: readonly (Line | null)[];
  readonly inventory: readonly (Line | null)[];
  readonly horizon: number;
  /** Column right of the tables that the charts stand beside. */
  readonly column: number;
  readonly firstRow: number;
}

const chartRows = 17;
const chartColumns = 8;
/** Rows that all charts take, two by two. */
export const chartsHeight = 2 * (chartRows + 1);

/** Cost by run, stacked by term; demand, production and inventory by period, one line per run. */
export function compareCharts(runs: readonly ComparedRun[], source: ChartSource): readonly SheetChart[] {
  const { rowOf, names, costs, periods, horizon, column, firstRow } = source;
  const place = (index: number) => ({
    row: firstRow + Math.floor(index / 2) * (chartRows + 1),
    column: column + (index % 2) * (chartColumns + 1),
    rowCount: chartRows,
    columnCount: chartColumns,
  });
  const acrossRuns = (each: Line) => ({
    row: rowOf(each),
    column: firstColumn,
    rowCount: 1,
    columnCount: runs.length,
  });
  const acrossPeriods = (each: Line) => ({
    row: rowOf(each),
    column: firstPeriod,
    rowCount: 1,
    columnCount: horizon,
  });
  const cost: SheetChart = {
    name: 'Compare: cost',
    title: 'Cost by scenario',
    description: 'Stacked columns: cost of each scenario by term.',
    anchor: place(0),
    stacked: true,
    series: costs.map(({ title, line }, i) => ({
      kind: 'column',
      name: title,
      nameCell: { row: rowOf(line), column: labelColumn },
      values: acrossRuns(line),
      categories: acrossRuns(names),
      ...looks[i % looks.length],
    })),
    valueAxisTitle: 'Money',
    categoryAxisTitle: null,
    valueNumberFormat: '#,##0',
    valueAxisMinimum: 0,
  };
  const byPeriod = (title: string, lines: readonly (Line | null)[], index: number): SheetChart => ({
    name: `Compare: ${title.toLowerCase()}`,
    title: `${title} by scenario`,
    description: `Lines: ${title.toLowerCase()} of all items by period, one line per scenario.`,
    anchor: place(index),
    stacked: false,
    series: runs.flatMap(({ name }, r): ChartSeries[] => {
      const each = lines[r];
      if (!each) return [];
      const look = looks[r % looks.length];
      return [{ kind: 'line', name, values: acrossPeriods(each), categories: acrossPeriods(periods), ...look }];
    }),
    valueAxisTitle: 'Units',
    categoryAxisTitle: null,
    valueNumberFormat: '#,##0',
    valueAxisMinimum: 0,
  });
  const charts = [
    cost,
    byPeriod('Demand', source.demand, 1),
    byPeriod('Production', source.production, 2),
    byPeriod('Ending inventory', source.inventory, 3),
  ];
  // Where no run has a plan there is nothing to draw, and Excel repairs a file with a chart that has no series.
  return charts.filter(({ series }) => series.length > 0);
}
