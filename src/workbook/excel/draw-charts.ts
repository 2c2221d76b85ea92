import { cellAddress } from '../address';
import type { ChartSeries, SeriesReference, SheetChart } from '../sheet-content';
import { rangeOf } from './range-of';

/**
 * Native charts. Patterns for black-and-white print and alternative texts are left out: Office.js cannot set them. Returns the
 * charts in order; they have no name yet, so that a former chart can keep its own until it goes.
 */
export function drawCharts(context: Excel.RequestContext, sheet: Excel.Worksheet, charts: readonly SheetChart[]) {
  return charts.map((chart) => drawChart(context, sheet, chart));
}

function drawChart(context: Excel.RequestContext, sheet: Excel.Worksheet, chart: SheetChart): Excel.Chart {
  const cellsOf = ({ sheet: other, ...area }: SeriesReference) =>
    rangeOf(other === undefined ? sheet : context.workbook.worksheets.getItem(other), area);
  const [first, ...others] = chart.series;
  const source = first.values.rowCount === 1 ? Excel.ChartSeriesBy.rows : Excel.ChartSeriesBy.columns;
  const drawn = sheet.charts.add(typeOf(first, chart.stacked), cellsOf(first.values), source);
  drawSeries(drawn.series.getItemAt(0), first, chart, cellsOf);
  for (const one of others) drawSeries(drawn.series.add(seriesName(one)), one, chart, cellsOf);
  drawn.title.text = chart.title;
  drawn.title.format.font.size = 12;
  drawn.legend.position = 'Bottom';
  drawn.legend.visible = chart.series.length > 1;
  drawAxes(drawn, chart);
  const { row, column, rowCount, columnCount } = chart.anchor;
  drawn.setPosition(cellAddress(row, column), cellAddress(row + rowCount - 1, column + columnCount - 1));
  return drawn;
}

function drawSeries(
  series: Excel.ChartSeries,
  content: ChartSeries,
  chart: SheetChart,
  cellsOf: (reference: SeriesReference) => Excel.Range,
): void {
  const { kind, color } = content;
  series.name = seriesName(content);
  series.setValues(cellsOf(content.values));
  series.setXAxisValues(cellsOf(content.categories));
  series.chartType = typeOf(content, chart.stacked);
  if (content.secondary) series.axisGroup = 'Secondary';
  if (kind !== 'line') series.format.fill.setSolidColor(`#${color}`);
  if (kind === 'column') {
    series.gapWidth = 60;
    if (chart.stacked) series.overlap = 100;
  }
  if (kind === 'line') {
    series.format.line.color = `#${color}`;
    series.format.line.weight = 2;
    if (content.dashed) series.format.line.lineStyle = 'Dash';
    series.markerStyle = markers[content.marker ?? 'none'];
  }
}

const markers = { none: 'None', circle: 'Circle', square: 'Square', diamond: 'Diamond', triangle: 'Triangle' } as const;

function typeOf({ kind, marker = 'none' }: ChartSeries, stacked: boolean) {
  switch (kind) {
    case 'column':
      return stacked ? 'ColumnStacked' : 'ColumnClustered';
    case 'area':
      return stacked ? 'AreaStacked' : 'Area';
    case 'line':
      return marker === 'none' ? 'Line' : 'LineMarkers';
  }
}

/** Excel takes a name that starts with an equals sign for a reference. */
function seriesName({ name }: ChartSeries): string {
  return name.startsWith('=') ? ` ${name}` : name;
}

function drawAxes(drawn: Excel.Chart, chart: SheetChart): void {
  const { valueAxis, categoryAxis } = drawn.axes;
  if (chart.valueAxisTitle !== null) valueAxis.title.text = chart.valueAxisTitle;
  if (chart.categoryAxisTitle !== null) categoryAxis.title.text = chart.categoryAxisTitle;
  if (chart.valueAxisMinimum !== undefined) valueAxis.minimum = chart.valueAxisMinimum;
  valueAxis.linkNumberFormat = false;
  valueAxis.numberFormat = chart.valueNumberFormat;
  valueAxis.majorGridlines.format.line.color = '#E3E3E3';
  categoryAxis.tickLabelPosition = 'Low';
  categoryAxis.categoryType = 'TextAxis';
}
