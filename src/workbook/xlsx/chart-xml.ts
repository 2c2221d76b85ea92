import { absoluteReference } from '../address';
import type { ChartSeries, SeriesReference, SheetChart } from '../sheet-content';
import type { Cell } from '../workbook';
import { seriesFill, seriesLine, textStyle, titleXml } from './chart-style';
import type { Vocabulary } from './vocabulary';
import { escapeAttribute, escapeText } from './xml-text';

/** Cells that a series points at, in order. */
export type SeriesCells = (reference: SeriesReference) => readonly Cell[];

/** What a chart takes from its workbook. */
export interface ChartBook {
  readonly vocabulary: Vocabulary;
  readonly date1904: boolean;
}

/** A series with its place among the chart's series, which its legend entry and drawing order follow. */
type PlacedSeries = ChartSeries & { readonly index: number };

/**
 * A chart part (DrawingML, ECMA-376 part 1, 21.2). The values of the cells are kept in the chart's caches, so that viewers which
 * do not calculate draw it too.
 */
export function chartXml(chart: SheetChart, sheet: string, cells: SeriesCells, book: ChartBook): string {
  const { vocabulary, date1904 } = book;
  const percent = vocabulary.strict ? (value: number) => `${value}%` : String;
  const series = chart.series.map((one, index) => ({ ...one, index }));
  const draw = (one: PlacedSeries) => seriesXml(one, sheet, cells);
  const primary = series.filter((one) => !one.secondary);
  const secondary = series.filter((one) => one.secondary);
  const plot = [
    ...groupsXml(primary, chart.stacked, primaryAxes, { draw, percent }),
    ...groupsXml(secondary, chart.stacked, secondaryAxes, { draw, percent }),
    ...(primary.length > 0 ? axesXml(chart, primaryAxes, true, formatsOf(primary, chart, cells)) : []),
    ...(secondary.length > 0
      ? axesXml(chart, secondaryAxes, primary.length === 0, formatsOf(secondary, chart, cells))
      : []),
  ];
  const space = `xmlns:c="${vocabulary.chart}" xmlns:a="${vocabulary.drawing}" xmlns:r="${vocabulary.relationships}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace ${space}><c:date1904 val="${date1904 ? 1 : 0}"/><c:roundedCorners val="0"/><c:chart>`,
    titleXml(chart.title, 1300, true),
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot.join('')}<c:spPr><a:noFill/></c:spPr></c:plotArea>`,
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textStyle(900)}</c:legend>`,
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>',
    '<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings>',
    '</c:chartSpace>',
  ].join('');
}

interface Axes {
  readonly category: number;
  readonly value: number;
  readonly isSecondary: boolean;
}

const primaryAxes: Axes = { category: 111111111, value: 111111112, isSecondary: false };
const secondaryAxes: Axes = { category: 222222221, value: 222222222, isSecondary: true };

interface SeriesDrawing {
  readonly draw: (series: PlacedSeries) => string;
  /** A percentage as the dialect writes it: strict files want the sign. */
  readonly percent: (value: number) => string;
}

/** One group per kind: areas behind columns, lines in front. */
function groupsXml(
  series: readonly PlacedSeries[],
  stacked: boolean,
  axes: Axes,
  { draw, percent }: SeriesDrawing,
): string[] {
  const ids = `<c:axId val="${axes.category}"/><c:axId val="${axes.value}"/>`;
  const of = (kind: ChartSeries['kind']) =>
    series
      .filter((one) => one.kind === kind)
      .map(draw)
      .join('');
  const [areas, columns, lines] = [of('area'), of('column'), of('line')];
  const groups: string[] = [];
  if (areas)
    groups.push(`<c:areaChart><c:grouping val="standard"/><c:varyColors val="0"/>${areas}${ids}</c:areaChart>`);
  if (columns) {
    const grouping = `<c:barDir val="col"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`;
    const spacing = `<c:gapWidth val="${percent(50)}"/><c:overlap val="${percent(stacked ? 100 : 0)}"/>`;
    groups.push(`<c:barChart>${grouping}${columns}${spacing}${ids}</c:barChart>`);
  }
  if (lines) {
    const grouping = '<c:grouping val="standard"/><c:varyColors val="0"/>';
    groups.push(`<c:lineChart>${grouping}${lines}<c:marker val="1"/>${ids}</c:lineChart>`);
  }
  return groups;
}

function seriesXml(series: PlacedSeries, sheet: string, cells: SeriesCells): string {
  const { index, kind, name, nameCell } = series;
  const head = `<c:idx val="${index}"/><c:order val="${index}"/>${seriesNameXml(name, nameCell, sheet)}`;
  const categories = `<c:cat>${categoriesXml(series.categories, sheet, cells)}</c:cat>`;
  const values = `<c:val>${numbersXml(series.values, sheet, cells)}</c:val>`;
  switch (kind) {
    case 'column':
      return `<c:ser>${head}${seriesFill(series)}<c:invertIfNegative val="0"/>${categories}${values}</c:ser>`;
    case 'area':
      return `<c:ser>${head}${seriesFill(series)}${categories}${values}</c:ser>`;
    case 'line':
      return `<c:ser>${head}${seriesLine(series)}${categories}${values}<c:smooth val="0"/></c:ser>`;
  }
}

function seriesNameXml(name: string, cell: ChartSeries['nameCell'], sheet: string): string {
  if (!cell) return `<c:tx><c:v>${escapeText(name)}</c:v></c:tx>`;
  const formula = absoluteReference(sheet, { ...cell, rowCount: 1, columnCount: 1 });
  const cache = `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeText(name)}</c:v></c:pt></c:strCache>`;
  return `<c:tx><c:strRef><c:f>${escapeText(formula)}</c:f>${cache}</c:strRef></c:tx>`;
}

/** Category labels: dates and numbers stay numbers with their format, anything else is text. */
function categoriesXml(reference: SeriesReference, sheet: string, cells: SeriesCells): string {
  const content = cells(reference);
  const isNumeric = content.length > 0 && content.every((cell) => typeof cell.value === 'number');
  if (isNumeric) return numbersXml(reference, sheet, cells);
  const points = content.map((cell, index) => {
    const shown = cell.text ?? (typeof cell.value === 'object' ? '' : String(cell.value));
    return shown === '' ? '' : `<c:pt idx="${index}"><c:v>${escapeText(shown)}</c:v></c:pt>`;
  });
  const cache = `<c:strCache><c:ptCount val="${content.length}"/>${points.join('')}</c:strCache>`;
  return `<c:strRef>${formulaXml(reference, sheet)}${cache}</c:strRef>`;
}

function numbersXml(reference: SeriesReference, sheet: string, cells: SeriesCells): string {
  const content = cells(reference);
  const points = content.map(({ value }, index) =>
    typeof value === 'number' && Number.isFinite(value) ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : '',
  );
  const format = `<c:formatCode>${escapeText(content[0]?.numberFormat ?? 'General')}</c:formatCode>`;
  const cache = `<c:numCache>${format}<c:ptCount val="${content.length}"/>${points.join('')}</c:numCache>`;
  return `<c:numRef>${formulaXml(reference, sheet)}${cache}</c:numRef>`;
}

function formulaXml(reference: SeriesReference, sheet: string): string {
  return `<c:f>${escapeText(absoluteReference(reference.sheet ?? sheet, reference))}</c:f>`;
}

interface AxisFormats {
  readonly categories: string;
  readonly values: string;
}

/** Categories show as their cells do; so do values on the right-hand axis, which has a unit of its own. */
function formatsOf(series: readonly PlacedSeries[], chart: SheetChart, cells: SeriesCells): AxisFormats {
  const [first] = series;
  const own = cells(first.values)[0]?.numberFormat ?? 'General';
  return {
    categories: cells(first.categories)[0]?.numberFormat ?? 'General',
    values: first.secondary ? own : chart.valueNumberFormat,
  };
}

/** Category axis and value axis; the secondary pair shows its values on the right and hides its categories. */
function axesXml(chart: SheetChart, axes: Axes, isOnly: boolean, formats: AxisFormats): string[] {
  const hidden = axes.isSecondary && !isOnly;
  const scaling = '<c:scaling><c:orientation val="minMax"/></c:scaling>';
  const least =
    axes.isSecondary || chart.valueAxisMinimum === undefined ? '' : `<c:min val="${chart.valueAxisMinimum}"/>`;
  const valueScaling = `<c:scaling><c:orientation val="minMax"/>${least}</c:scaling>`;
  const line = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>';
  const categoryTitle = hidden || chart.categoryAxisTitle === null ? '' : titleXml(chart.categoryAxisTitle, 900, false);
  const category = [
    `<c:catAx><c:axId val="${axes.category}"/>${scaling}<c:delete val="${hidden ? 1 : 0}"/><c:axPos val="b"/>${categoryTitle}`,
    `<c:numFmt formatCode="${escapeAttribute(formats.categories)}" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
    `<c:tickLblPos val="low"/>${line}${textStyle(900)}<c:crossAx val="${axes.value}"/><c:crosses val="autoZero"/>`,
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:noMultiLvlLbl val="1"/></c:catAx>',
  ];
  const gridlines = hidden
    ? ''
    : '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E3E3"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  const valueTitle = hidden || chart.valueAxisTitle === null ? '' : titleXml(chart.valueAxisTitle, 900, false, true);
  const value = [
    `<c:valAx><c:axId val="${axes.value}"/>${valueScaling}<c:delete val="0"/><c:axPos val="${hidden ? 'r' : 'l'}"/>${gridlines}${valueTitle}`,
    `<c:numFmt formatCode="${escapeAttribute(formats.values)}" sourceLinked="0"/><c:majorTickMark val="none"/>`,
    `<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(900)}`,
    `<c:crossAx val="${axes.category}"/><c:crosses val="${hidden ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`,
  ];
  return [category.join(''), value.join('')];
}
