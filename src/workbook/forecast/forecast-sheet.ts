import type { Bucket, SnapshotAccuracy } from '../../forecasting/index';
import { columnName } from '../address';
import { colors } from '../plan-sheet/styles';
import type { CellStyle, ChartSeries, SeriesReference, SheetCell, SheetChart, SheetContent } from '../sheet-content';
import type { CellValue } from '../workbook';
import { dateCell } from './cleaning-sheet';
import type { ItemResult } from './item-result';
import { itemTable } from './item-table';
import { measuresOf, type Measure } from './measures';
import { serviceBlock } from './service-block';
import { absoluteArea, detailCell, heading, muted, section } from './sheet-cells';

/** Name of the sheet with forecasts, accuracy, classes and safety stocks. */
export const forecastSheetName = 'SOP Forecast';

/** What the sheet is made of. */
export interface ForecastSheetInput {
  readonly results: readonly ItemResult[];
  readonly bucket: Bucket;
  /** First day of each period, ISO: all of the history, then the forecast's. */
  readonly historyPeriods: readonly string[];
  readonly periods: readonly string[];
  readonly past: SnapshotAccuracy | null;
  readonly runDate: string;
  readonly date1904: boolean;
}

const title: CellStyle = { bold: true, fontSize: 16, fontColor: colors.accent, verticalAlign: 'middle' };
const note: CellStyle = { fontColor: colors.grey, italic: true };
const entry: CellStyle = { bold: true, fill: 'FFF9E5', fontColor: '1F4E9E' };

const itemCell = { row: 3, column: 1 };
const positionCell = { row: 4, column: 1 };
const chartTop = 6;
const chartRows = 18;
const firstColumn = 2;

/**
 * The forecast as a sheet: charts of the item whose name stands on top (any other can be typed there), a line per item with class,
 * accuracy and stock, how past forecasts turned out, and all figures by period.
 */
export function forecastSheet(input: ForecastSheetInput): SheetContent {
  const { results, bucket, historyPeriods, periods, past, runDate } = input;
  const cells: SheetCell[] = [];
  const put = (row: number, column: number, value: CellValue, style?: CellStyle): void => {
    if (value !== null || style) cells.push({ row, column, value, ...(style && { style }) });
  };
  put(0, 0, 'Demand forecast', title);
  put(
    1,
    0,
    `${results.length} items by ${bucket}, ${periods.length} periods after ${historyPeriods.length} of history; forecast on ${runDate.replace('T', ' ')}. ` +
      'Intervals hold each single period with 95 %.',
    note,
  );
  put(itemCell.row, 0, 'Item shown', { bold: true });
  put(itemCell.row, itemCell.column, results[0]?.item ?? '', entry);
  put(itemCell.row, 2, 'Type the name of any item below: the charts follow.', note);

  let row = chartTop + chartRows + 1;
  put(row, 0, 'Items', section);
  row = itemTable(results, periods, row + 1, put) + 1;
  if (past) row = pastBlock(past, row, put) + 1;

  const withParts = results.length <= 300;
  const measures = measuresOf(withParts);
  put(row, 0, 'Figures of the item shown', section);
  const feed = row + 2;
  const all = [...historyPeriods, ...periods];
  const headings = (at: number): void => {
    put(at, 0, 'Item', heading);
    put(at, 1, 'Measure', heading);
    all.forEach((period, t) => {
      const { value, style } = dateCell(period, input.date1904);
      const numberFormat = bucket === 'month' ? 'mmm yyyy' : 'yyyy-mm-dd';
      put(at, firstColumn + t, value, { ...heading, ...style, align: 'right', numberFormat });
    });
  };
  headings(feed - 1);
  const head = feed + measures.length + 2;
  put(head - 1, 0, 'Figures by item', section);
  headings(head);
  const block = { row: head + 1, rowCount: Math.max(1, results.length * measures.length) };
  const valuesOf = (result: ItemResult, measure: Measure): (number | null)[] =>
    all.map((_, t) => measure.value(result, t, historyPeriods.length));
  results.forEach((result, i) => {
    measures.forEach((measure, k) => {
      const at = block.row + i * measures.length + k;
      put(at, 0, result.item, k === 0 ? { bold: true, borderTop: 'thin' } : muted);
      put(at, 1, measure.title, k === 0 ? { borderTop: 'thin' } : undefined);
      valuesOf(result, measure).forEach((value, t) => {
        if (value !== null) put(at, firstColumn + t, value, detailCell('quantity'));
      });
    });
  });
  feedRows(cells, results[0], { feed, block, columns: all.length, measures, valuesOf });
  const service = withParts
    ? serviceBlock(results, {
        top: block.row + block.rowCount + 1,
        itemCell,
        chartAnchor: { row: chartTop, column: 15, rowCount: chartRows, columnCount: 7 },
      })
    : null;
  for (const cell of service?.cells ?? []) cells.push(cell);
  return {
    name: forecastSheetName,
    cells,
    columnWidths: [20, 24, ...all.map(() => 11)],
    freeze: { rows: 0, columns: 2 },
    print: { orientation: 'landscape', fitToWidth: 1, titleRows: null, titleColumns: [0, 1] },
    highlights: [],
    charts: results.length === 0 ? [] : [...charts(measures, feed, all.length), ...(service ? [service.chart] : [])],
    showGridlines: false,
    tabColor: colors.accent,
  };
}

interface FeedPlaces {
  readonly feed: number;
  /** Rows of the figures by item. */
  readonly block: { readonly row: number; readonly rowCount: number };
  readonly columns: number;
  readonly measures: readonly Measure[];
  readonly valuesOf: (result: ItemResult, measure: Measure) => readonly (number | null)[];
}

/** The figures that the charts draw: formulas that look up the item shown, so that a colleague without the add-in can choose too. */
function feedRows(cells: SheetCell[], shown: ItemResult | undefined, places: FeedPlaces): void {
  if (!shown) return;
  const { feed, block, columns, measures, valuesOf } = places;
  const names = absoluteArea({ row: block.row, column: 0, rowCount: block.rowCount, columnCount: 1 });
  const item = absoluteArea({ ...itemCell, rowCount: 1, columnCount: 1 });
  const position = absoluteArea({ ...positionCell, rowCount: 1, columnCount: 1 });
  cells.push(
    { row: positionCell.row, column: 0, value: 'Its first row below', style: muted },
    { ...positionCell, value: 1, formula: `=MATCH(${item},${names},0)`, style: { ...muted, align: 'left' } },
  );
  measures.forEach((measure, k) => {
    const row = feed + k;
    cells.push(
      { row, column: 0, value: shown.item, formula: `=${item}`, style: k === 0 ? { bold: true } : muted },
      { row, column: 1, value: measure.title },
    );
    valuesOf(shown, measure).forEach((value, t) => {
      const column = columnName(firstColumn + t);
      const figures = `${column}$${block.row + 1}:${column}$${block.row + block.rowCount}`;
      const found = `INDEX(${figures},${position}+${k})`;
      cells.push({
        row,
        column: firstColumn + t,
        value: value ?? { error: '#N/A' },
        formula: `=IF(${found}="",NA(),${found})`,
        style: value === null ? { ...detailCell('quantity'), fontColor: 'BFBFBF' } : detailCell('quantity'),
      });
    });
  });
  if (columns === 0) throw new Error('A forecast sheet needs at least one period.');
}

function pastBlock(
  past: SnapshotAccuracy,
  top: number,
  put: (row: number, column: number, value: CellValue, style?: CellStyle) => void,
): number {
  put(top, 0, 'How past forecasts turned out', section);
  const names = ['Periods ahead', 'Forecasts compared', 'WAPE', 'MAPE', 'Bias'];
  names.forEach((name, column) => put(top + 1, column, name, heading));
  const lines = [
    ...past.byLead.map(({ lead, accuracy }) => ({ label: lead as CellValue, accuracy })),
    { label: 'All', accuracy: past.total },
  ];
  lines.forEach(({ label, accuracy }, index) => {
    const row = top + 2 + index;
    put(row, 0, label, { align: 'left' });
    put(row, 1, accuracy.points, detailCell('whole'));
    put(row, 2, accuracy.wape, detailCell('percent'));
    put(row, 3, accuracy.mape, detailCell('percent'));
    put(row, 4, accuracy.bias, detailCell('percent'));
  });
  return top + 2 + lines.length;
}

function charts(measures: readonly Measure[], feed: number, columns: number): SheetChart[] {
  const line = (row: number): SeriesReference => ({ row, column: firstColumn, rowCount: 1, columnCount: columns });
  const series = (chart: Measure['chart']): ChartSeries[] =>
    measures.flatMap((measure, k) =>
      measure.chart === chart
        ? [
            {
              kind: 'line' as const,
              name: measure.title,
              nameCell: { row: feed + k, column: 1 },
              values: line(feed + k),
              categories: line(feed - 1),
              ...measure.look,
            },
          ]
        : [],
    );
  const chart = (
    name: string,
    heading: string,
    description: string,
    column: number,
    own: ChartSeries[],
  ): SheetChart => ({
    name,
    title: heading,
    description,
    anchor: { row: chartTop, column, rowCount: chartRows, columnCount: column === 0 ? 7 : 8 },
    stacked: false,
    series: own,
    valueAxisTitle: 'Units',
    categoryAxisTitle: null,
    valueNumberFormat: '#,##0',
  });
  const parts = series('parts');
  return [
    chart(
      'SOP Forecast chart',
      'History and forecast of the item shown',
      'History with the periods marked in which an outlier was replaced, and the forecast with its 95 % interval.',
      0,
      series('demand'),
    ),
    ...(parts.length === 0
      ? []
      : [chart('SOP Forecast parts', 'Trend, season and events', 'The parts that the demand is made of.', 7, parts)]),
  ];
}
