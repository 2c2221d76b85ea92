import { requireUnprotected } from '../changes';
import { hostObject, oneOf, storedScalars, type HostObject } from '../host-object';
import type { Json } from '../json';
import type { OpenWorkbook } from '../open-workbook';
import type { ChartModel, SeriesModel, SheetModel } from '../workbook-model';
import { chartTypes, sourceOf } from './chart';
import { chartFormat } from './chart-parts';

/** `Excel.ChartSeries`. */
export function chartSeries(book: OpenWorkbook, sheet: SheetModel, chart: ChartModel, series: SeriesModel): HostObject {
  const check = () => requireUnprotected(book, sheet);
  const stored = (prefix: string, defaults: Record<string, Json>) =>
    storedScalars(series.properties, prefix, defaults, check);
  return hostObject('ChartSeries', {
    scalars: {
      ...stored('', {
        Name: '',
        HasDataLabels: false,
        MarkerStyle: 'Automatic',
        MarkerSize: 5,
        MarkerBackgroundColor: '',
        MarkerForegroundColor: '',
        Smooth: false,
        GapWidth: 150,
        Overlap: 0,
        PlotOrder: 1,
        Filtered: false,
      }),
      ChartType: {
        get: () => series.properties.ChartType ?? chart.properties.ChartType,
        set: (type) => {
          check();
          series.properties.ChartType = oneOf(type, chartTypes);
        },
      },
      AxisGroup: {
        get: () => series.properties.AxisGroup ?? 'Primary',
        set: (group) => {
          check();
          series.properties.AxisGroup = oneOf(group, ['Primary', 'Secondary']);
        },
      },
    },
    navigation: { Format: () => chartFormat(series.properties, stored, 'ChartSeriesFormat', 'Format.') },
    methods: {
      SetValues: (source) => {
        check();
        series.values = sourceOf(source);
      },
      SetXAxisValues: (source) => {
        check();
        series.categories = sourceOf(source);
      },
      Delete: () => {
        check();
        chart.series = chart.series.filter((other) => other !== series);
      },
    },
  });
}
