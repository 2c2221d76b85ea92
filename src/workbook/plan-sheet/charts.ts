import type { ChartSeries, SeriesReference, SheetChart } from '../sheet-content';
import type { StackRows } from './chart-data';
import type { CostSummaryRows } from './cost-summary';
import type { PlanSheetFormats, PlanSheetInput } from './input';
import type { PlanRow } from './plan-row';
import { measureColumn, ownerColumn } from './sheet-block';
import { colors } from './styles';
import type { TotalsRows } from './totals-block';
import type { WarehouseRows } from './warehouse-block';

/** Alternating dark and light, each with a pattern of its own, so that neighbours differ in black and white. */
const stackLooks: readonly Pick<ChartSeries, 'color' | 'pattern'>[] = [
  { color: '1F4E79', pattern: 'solid' },
  { color: '9DC3E6', pattern: 'solid' },
  { color: 'C55A11', pattern: 'wideUpwardDiagonal' },
  { color: 'D9D9D9', pattern: 'solid' },
  { color: '548235', pattern: 'percent50' },
  { color: 'FFD966', pattern: 'solid' },
  { color: '7F6084', pattern: 'wideDownwardDiagonal' },
  { color: 'BDD7EE', pattern: 'percent20' },
  { color: '44546A', pattern: 'horizontal' },
  { color: 'F4B183', pattern: 'solid' },
  { color: '2E75B6', pattern: 'vertical' },
  { color: '7F7F7F', pattern: 'percent50' },
];

const light = '9DC3E6';
const strong = 'C00000';

/** What charts need to know of the sheet. */
export interface ChartPlaces {
  /** The periods of a row, or of the headings. */
  periodsOf(row: PlanRow | 'headings'): SeriesReference;
  rowNumber(row: PlanRow): number;
  /** Top-left corner, size of one chart in cells, and cells between two charts. */
  readonly origin: { readonly row: number; readonly column: number };
  readonly chartRows: number;
  readonly chartColumns: number;
}

/** The four charts of the plan, two by two. */
export function planCharts(
  input: PlanSheetInput,
  formats: PlanSheetFormats,
  rows: {
    readonly stack: StackRows;
    readonly totals: TotalsRows;
    readonly costs: CostSummaryRows;
    readonly warehouses: readonly WarehouseRows[];
  },
  places: ChartPlaces,
): readonly SheetChart[] {
  const series = seriesMaker(places);
  const quantityFormat = formats.quantity.replace(/\.0+/, '');
  const moneyFormat = '#,##0';
  const { stack, totals, costs } = rows;
  const drafts: readonly Draft[] = [
    {
      name: 'Plan: production and capacity',
      title: stack.title,
      description: `Stacked columns: ${stack.axis.toLowerCase()} by item and period. Line: regular capacity.`,
      stacked: true,
      valueAxisTitle: stack.axis,
      valueNumberFormat: quantityFormat,
      valueAxisMinimum: 0,
      series: [
        ...stack.rows.map((row, i) => series(row, 'owner', { kind: 'column', ...stackLooks[i % stackLooks.length] })),
        // A chart needs a series, also where nothing is made: Excel repairs a file that has one without.
        ...(stack.rows.length === 0
          ? [series(totals.production, 'measure', { kind: 'column', ...stackLooks[0] })]
          : []),
        ...(stack.resource?.capacity
          ? [series(stack.resource.capacity, 'measure', { kind: 'line', color: strong, marker: 'none' })]
          : []),
      ],
    },
    {
      name: 'Plan: demand and production',
      title: 'Demand against production',
      description: 'Columns: demand of all items by period. Line: production of all items.',
      stacked: false,
      valueAxisTitle: 'Units',
      valueNumberFormat: quantityFormat,
      valueAxisMinimum: 0,
      series: [
        series(totals.demand, 'measure', { kind: 'column', color: light, pattern: 'solid' }),
        series(totals.production, 'measure', { kind: 'line', color: colors.accent, marker: 'circle' }),
      ],
    },
    inventoryChart(input, rows, quantityFormat, series),
    {
      name: 'Plan: cumulative cost',
      title: 'Cost by period and cumulative',
      description: 'Columns: cost of each period. Line, right axis: cost since the first period.',
      stacked: false,
      valueAxisTitle: 'Money',
      valueNumberFormat: moneyFormat,
      ...(costs.total.values.every((money) => (money ?? 0) >= 0) ? { valueAxisMinimum: 0 } : {}),
      series: [
        series(costs.total, 'measure', { kind: 'column', color: light, pattern: 'solid' }, 'Cost of the period'),
        series(costs.cumulative, 'measure', {
          kind: 'line',
          color: colors.accent,
          marker: 'diamond',
          secondary: true,
        }),
      ],
    },
  ];
  return drafts.map((draft, i) => ({ ...draft, categoryAxisTitle: null, anchor: anchorOf(places, i) }));
}

type Draft = Omit<SheetChart, 'anchor' | 'categoryAxisTitle'>;
type SeriesMaker = ReturnType<typeof seriesMaker>;

function anchorOf({ origin, chartRows, chartColumns }: ChartPlaces, position: number): SheetChart['anchor'] {
  return {
    row: origin.row + Math.floor(position / 2) * (chartRows + 1),
    column: origin.column + (position % 2) * chartColumns,
    rowCount: chartRows,
    columnCount: chartColumns,
  };
}

function seriesMaker(places: ChartPlaces) {
  return (
    row: PlanRow,
    named: 'owner' | 'measure',
    look: Pick<ChartSeries, 'kind' | 'color' | 'pattern' | 'marker' | 'dashed' | 'secondary'>,
    name?: string,
  ): ChartSeries => ({
    ...look,
    name: name ?? (named === 'owner' ? row.owner : row.measure),
    ...(name === undefined
      ? { nameCell: { row: places.rowNumber(row), column: named === 'owner' ? ownerColumn : measureColumn } }
      : {}),
    values: places.periodsOf(row),
    categories: places.periodsOf('headings'),
  });
}

/** Inventory with its safety stock, and the warehouse's limit where units and room are the same thing, else its use in %. */
function inventoryChart(
  { problem }: PlanSheetInput,
  { totals, warehouses }: { readonly totals: TotalsRows; readonly warehouses: readonly WarehouseRows[] },
  quantityFormat: string,
  series: SeriesMaker,
): Draft {
  const only = warehouses.length === 1 && warehouses[0].capacity ? warehouses[0] : null;
  const comparable =
    only !== null &&
    problem.warehouses[only.warehouse].items.length === problem.items.length &&
    problem.items.every(({ storageUse }) => storageUse === 1);
  const limit = comparable && only ? (only.usable ?? only.capacity) : null;
  const use = comparable ? null : (only?.use ?? null);
  return {
    name: 'Plan: inventory',
    title: limit
      ? 'Inventory against safety stock and warehouse limit'
      : use
        ? 'Inventory against safety stock, and warehouse use'
        : 'Inventory against safety stock',
    description: 'Columns: ending inventory of all items. Dashed line: safety stock. Other line: warehouse.',
    stacked: false,
    valueAxisTitle: 'Units',
    valueNumberFormat: quantityFormat,
    valueAxisMinimum: 0,
    series: [
      series(totals.inventory, 'measure', { kind: 'column', color: light, pattern: 'solid' }),
      ...(totals.safetyStock
        ? [series(totals.safetyStock, 'measure', { kind: 'line', color: colors.grey, dashed: true, marker: 'none' })]
        : []),
      ...(limit ? [series(limit, 'measure', { kind: 'line', color: strong, marker: 'none' })] : []),
      ...(use ? [series(use, 'measure', { kind: 'line', color: strong, marker: 'triangle', secondary: true })] : []),
    ],
  };
}
