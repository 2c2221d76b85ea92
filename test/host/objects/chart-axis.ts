import { hostObject, oneOf, readOnly, type HostObject } from '../host-object';
import type { ChartModel } from '../workbook-model';
import { chartFormat, chartLine, chartTitle, type Stored } from './chart-parts';

/** `Excel.ChartAxes`. */
export function chartAxes(model: ChartModel, stored: Stored): HostObject {
  return hostObject('ChartAxes', {
    navigation: {
      CategoryAxis: () => axis(model, stored, 'Category', 'Primary'),
      ValueAxis: () => axis(model, stored, 'Value', 'Primary'),
    },
    methods: {
      GetItem: (type, group) =>
        axis(model, stored, oneOf(type, ['Category', 'Value']), oneOf(group ?? 'Primary', ['Primary', 'Secondary'])),
    },
  });
}

function axis(model: ChartModel, stored: Stored, type: string, group: string): HostObject {
  const prefix = `Axes.${group === 'Secondary' ? 'Secondary' : ''}${type}Axis.`;
  const gridlines = (name: string, shown: boolean) => () =>
    hostObject('ChartGridlines', {
      scalars: stored(`${prefix}${name}.`, { Visible: shown }),
      navigation: {
        Format: () =>
          hostObject('ChartGridlinesFormat', {
            navigation: {
              Line: () => chartLine(model.properties, stored, 'ChartLineFormat', `${prefix}${name}.Format.Line.`),
            },
          }),
      },
    });
  return hostObject('ChartAxis', {
    scalars: {
      Type: readOnly(() => type),
      AxisGroup: readOnly(() => group),
      ...stored(prefix, {
        Minimum: '',
        Maximum: '',
        MajorUnit: '',
        MinorUnit: '',
        Visible: true,
        NumberFormat: 'General',
        LinkNumberFormat: true,
        DisplayUnit: 'None',
        ReversePlotOrder: false,
        TickLabelPosition: 'NextToAxis',
        TickLabelSpacing: 1,
        TickMarkSpacing: 1,
        MajorTickMark: 'Outside',
        MinorTickMark: 'None',
        CategoryType: 'Automatic',
        TextOrientation: 0,
      }),
    },
    navigation: {
      Title: () => chartTitle(stored, 'ChartAxisTitle', `${prefix}Title.`, { Text: '', Visible: false }),
      Format: () => chartFormat(model.properties, stored, 'ChartAxisFormat', `${prefix}Format.`),
      MajorGridlines: gridlines('MajorGridlines', type === 'Value'),
      MinorGridlines: gridlines('MinorGridlines', false),
    },
  });
}
