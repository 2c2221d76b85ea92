import { axisTicksBetween } from '../../axis';
import type { NumberTexts } from '../../number-texts';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { drawn, heightOn, periodAxis, slotWidth, valueAxis } from '../../views/chart-axes';
import type { ChartFrame } from '../../views/chart-axes';
import { seriesClass } from '../../views/stacked-chart';

/** Columns up and down from zero: by period what each series has more or less. */
export interface DifferenceChart {
  readonly periods: readonly string[];
  /** `position` decides the colour, the same in every chart of the panel. */
  readonly series: readonly { readonly name: string; readonly position: number; readonly values: readonly number[] }[];
}

const size = { width: 340, height: 170 };
const frame: ChartFrame = { size, plot: { left: 42, right: 6, top: 8, bottom: 22 } };

/** The chart, drawn; the figures stand in a table beside it. */
export function differenceChart({ periods, series }: DifferenceChart, label: string, numbers: NumberTexts): ViewNode {
  const all = series.flatMap(({ values }) => values);
  const ticks = axisTicksBetween(Math.min(0, ...all), Math.max(0, ...all));
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  const y = heightOn(frame, low, high);
  const slot = slotWidth(frame, periods.length);
  const bar = Math.min(18, (slot * 0.76) / Math.max(1, series.length));
  return element(
    'svg',
    { class: 'chart', viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': label },
    valueAxis(frame, ticks, y, numbers.short, (tick) => (tick === 0 ? 'scenarios-zero' : 'chart-grid')),
    periods.map((period, t) => {
      const left = frame.plot.left + slot * (t + 0.5) - (bar * series.length) / 2;
      return element(
        'g',
        {},
        element(
          'title',
          {},
          `${period}: ${series.map((each) => `${each.name} ${numbers.signed(each.values[t])}`).join(', ')}`,
        ),
        series.map(({ position, values }, s) => {
          const tall = Math.abs(y(values[t]) - y(0));
          return element('rect', {
            class: seriesClass(position),
            x: drawn(left + bar * s),
            y: Math.min(y(values[t]), y(0)),
            width: drawn(bar),
            height: drawn(tall),
          });
        }),
      );
    }),
    periodAxis(frame, periods),
  );
}
