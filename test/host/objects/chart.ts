import { formatRectangle, quoteSheetName } from '../addresses';
import { requireUnprotected } from '../changes';
import { failure } from '../host-failure';
import { hostObject, isHostObject, number, oneOf, readOnly, storedScalars, text } from '../host-object';
import type { Argument, HostObject, Scalar } from '../host-object';
import type { OpenWorkbook } from '../open-workbook';
import { cellKey, newId, type ChartModel, type SeriesModel, type SheetModel } from '../workbook-model';
import { chartAxes } from './chart-axis';
import { chartFormat, chartTitle } from './chart-parts';
import { chartSeries } from './chart-series';
import { worksheet } from './worksheet';

/** The chart types the emulated host draws nothing of, but knows. */
export const chartTypes = (
  'ColumnClustered ColumnStacked ColumnStacked100 BarClustered BarStacked BarStacked100 Line LineMarkers LineStacked ' +
  'Area AreaStacked Pie Doughnut XYScatter XYScatterLines XYScatterLinesNoMarkers Waterfall'
).split(' ');

/** `Excel.ChartCollection` of a sheet. */
export function charts(book: OpenWorkbook, sheet: SheetModel): HostObject {
  const find = (key: Argument) => sheet.charts.find(({ id, properties }) => id === key || properties.Name === key);
  const wrap = (model: ChartModel) => chart(book, sheet, model);
  const item = (key: Argument) => {
    const found = find(key);
    if (!found) throw failure('ItemNotFound');
    return wrap(found);
  };
  return hostObject('ChartCollection', {
    scalars: { Count: readOnly(() => sheet.charts.length) },
    items: () => sheet.charts.map(wrap),
    item,
    methods: {
      GetCount: () => sheet.charts.length,
      GetItem: item,
      _GetItem: item,
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return found ? wrap(found) : null;
      },
      GetItemAt: (index) => {
        const found = sheet.charts[number(index)];
        if (!found) throw failure('InvalidArgument');
        return wrap(found);
      },
      Add: (type, source, seriesBy) => {
        requireUnprotected(book, sheet);
        const model: ChartModel = { id: newId(book.model), properties: {}, series: [] };
        model.properties.ChartType = oneOf(type, chartTypes);
        model.properties.Name = `Chart ${sheet.charts.length + 1}`;
        setData(model, source, seriesBy);
        sheet.charts.push(model);
        return wrap(model);
      },
    },
  });
}

/** Where a range stands, as chart data refer to it. */
export function sourceOf(argument: Argument): string {
  if (!isHostObject(argument) || !argument.range) throw failure('InvalidArgument');
  const { sheet, area } = argument.range;
  return `${quoteSheetName(sheet.name)}!${formatRectangle(area, true)}`;
}

/** Makes series of a block as Excel does for one with headings: the shorter direction holds the series. */
function setData(model: ChartModel, source: Argument, seriesBy: Argument): void {
  model.source = sourceOf(source);
  if (!isHostObject(source) || !source.range) return;
  const { sheet, area } = source.range;
  const by = oneOf(seriesBy ?? 'Auto', ['Auto', 'Columns', 'Rows']);
  const inColumns = by === 'Columns' || (by === 'Auto' && area.rows >= area.columns);
  const at = (row: number, column: number) => sheet.cells.get(cellKey(area.top + row, area.left + column))?.value;
  const across = inColumns ? area.columns : area.rows;
  const along = inColumns ? area.rows : area.columns;
  const cell = (i: number, j: number) => (inColumns ? at(j, i) : at(i, j));
  const part = (i: number, from: number) => {
    const rectangle = inColumns
      ? { top: area.top + from, left: area.left + i, rows: along - from, columns: 1 }
      : { top: area.top + i, left: area.left + from, rows: 1, columns: along - from };
    return `${quoteSheetName(sheet.name)}!${formatRectangle(rectangle, true)}`;
  };
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  const hasNames = along > 1 && across > 0 && isText(cell(across - 1, 0));
  const hasCategories = across > 1 && isText(cell(0, along - 1));
  const from = hasNames ? 1 : 0;
  model.series = Array.from({ length: across - (hasCategories ? 1 : 0) }, (_, k): SeriesModel => {
    const i = k + (hasCategories ? 1 : 0);
    return {
      properties: hasNames ? { Name: String(cell(i, 0) ?? '') } : {},
      values: part(i, from),
      ...(hasCategories ? { categories: part(0, from) } : {}),
    };
  });
}

function chart(book: OpenWorkbook, sheet: SheetModel, model: ChartModel): HostObject {
  const check = () => requireUnprotected(book, sheet);
  const stored = (prefix: string, defaults: Parameters<typeof storedScalars>[2]): Record<string, Scalar> =>
    storedScalars(model.properties, prefix, defaults, check);
  return hostObject('Chart', {
    scalars: {
      Id: readOnly(() => model.id),
      ...stored('', { Name: '', Top: 0, Left: 0, Width: 360, Height: 216, DisplayBlanksAs: 'NotPlotted' }),
      ChartType: {
        get: () => model.properties.ChartType,
        set: (type) => {
          check();
          model.properties.ChartType = oneOf(type, chartTypes);
          for (const series of model.series) delete series.properties.ChartType;
        },
      },
    },
    navigation: {
      Title: () => chartTitle(stored, 'ChartTitle', 'Title.', { Text: '', Visible: true, Overlay: false }),
      Legend: () =>
        hostObject('ChartLegend', {
          scalars: stored('Legend.', { Visible: true, Position: 'Bottom', Overlay: false }),
          navigation: { Format: () => chartFormat(model.properties, stored, 'ChartLegendFormat', 'Legend.Format.') },
        }),
      Series: () => seriesCollection(book, sheet, model),
      Axes: () => chartAxes(model, stored),
      Format: () => chartFormat(model.properties, stored, 'ChartAreaFormat', 'Format.'),
      Worksheet: () => worksheet(book, sheet),
    },
    methods: {
      SetData: (source, seriesBy) => {
        check();
        setData(model, source, seriesBy);
      },
      SetPosition: (start, end) => {
        check();
        model.from = cellOf(start);
        model.to = end == null ? model.from : cellOf(end);
      },
      Delete: () => {
        check();
        sheet.charts = sheet.charts.filter((other) => other !== model);
      },
    },
  });
}

function cellOf(argument: Argument): string {
  if (isHostObject(argument) && argument.range) return formatRectangle(argument.range.area);
  return text(argument);
}

function seriesCollection(book: OpenWorkbook, sheet: SheetModel, model: ChartModel): HostObject {
  const wrap = (series: SeriesModel) => chartSeries(book, sheet, model, series);
  return hostObject('ChartSeriesCollection', {
    scalars: { Count: readOnly(() => model.series.length) },
    items: () => model.series.map(wrap),
    methods: {
      GetCount: () => model.series.length,
      GetItemAt: (index) => {
        const found = model.series[number(index)];
        if (!found) throw failure('InvalidArgument');
        return wrap(found);
      },
      Add: (name, index) => {
        requireUnprotected(book, sheet);
        const series: SeriesModel = { properties: name == null ? {} : { Name: text(name) } };
        model.series.splice(number(index, model.series.length), 0, series);
        return wrap(series);
      },
    },
  });
}
