import { hostObject, text, type HostObject, type Scalar } from '../host-object';
import type { Json } from '../json';
import { colour } from './range-format';

/** Makes stored properties below a path. */
export type Stored = (prefix: string, defaults: Record<string, Json>) => Record<string, Scalar>;

/** `Excel.ChartFont` below the path. */
function chartFont(stored: Stored, prefix: string): HostObject {
  const defaults = { Bold: false, Italic: false, Color: '#000000', Name: 'Calibri', Size: 10, Underline: 'None' };
  return hostObject('ChartFont', { scalars: stored(prefix, defaults) });
}

/** `Excel.ChartFill`: write-only in Office.js, kept under `Color`. */
function chartFill(store: { [path: string]: Json }, stored: Stored, prefix: string): HostObject {
  const { Color } = stored(prefix, { Color: '' });
  return hostObject('ChartFill', {
    methods: {
      SetSolidColor: (color) => Color.set?.(colour(text(color))),
      Clear: () => void delete store[`${prefix}Color`],
    },
  });
}

/** `Excel.ChartLineFormat`, and the borders, which have the same properties. */
export function chartLine(
  store: { [path: string]: Json },
  stored: Stored,
  className: string,
  prefix: string,
): HostObject {
  return hostObject(className, {
    scalars: stored(prefix, { Color: '', LineStyle: 'Automatic', Weight: 0.75 }),
    methods: {
      Clear: () => {
        for (const path of Object.keys(store)) if (path.startsWith(prefix)) delete store[path];
        store[`${prefix}LineStyle`] = 'None';
      },
    },
  });
}

/** The format object of a part of a chart, with what its class in Office.js has of font, fill, line and border. */
export function chartFormat(
  store: { [path: string]: Json },
  stored: Stored,
  className: 'ChartAreaFormat' | 'ChartLegendFormat' | 'ChartTitleFormat' | 'ChartAxisFormat' | 'ChartSeriesFormat',
  prefix: string,
): HostObject {
  const font = { Font: () => chartFont(stored, `${prefix}Font.`) };
  const fill = { Fill: () => chartFill(store, stored, `${prefix}Fill.`) };
  const line = { Line: () => chartLine(store, stored, 'ChartLineFormat', `${prefix}Line.`) };
  const border = { Border: () => chartLine(store, stored, 'ChartBorder', `${prefix}Border.`) };
  const parts = {
    ChartAreaFormat: { ...font, ...fill, ...border },
    ChartLegendFormat: { ...font, ...fill, ...border },
    ChartTitleFormat: { ...font, ...fill, ...border },
    ChartAxisFormat: { ...font, ...line },
    ChartSeriesFormat: { ...fill, ...line },
  };
  return hostObject(className, { navigation: parts[className] });
}

/** A title of the chart or of an axis. Setting its text shows it. */
export function chartTitle(
  stored: Stored,
  className: 'ChartTitle' | 'ChartAxisTitle',
  prefix: string,
  defaults: Record<string, Json>,
): HostObject {
  const scalars = stored(prefix, defaults);
  const formatClass = className === 'ChartTitle' ? 'ChartTitleFormat' : 'ChartAxisTitleFormat';
  return hostObject(className, {
    scalars: {
      ...scalars,
      Text: {
        get: scalars.Text.get,
        set: (value) => {
          scalars.Text.set?.(text(value));
          scalars.Visible.set?.(true);
        },
      },
    },
    navigation: {
      Format: () => hostObject(formatClass, { navigation: { Font: () => chartFont(stored, `${prefix}Format.Font.`) } }),
    },
  });
}
