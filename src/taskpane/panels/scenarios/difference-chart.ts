import { axisTicks } from '../../axis';
import type { NumberTexts } from '../../number-texts';
import { element } from '../../view-node';
import type { ViewNode } from '../../view-node';
import { seriesClass } from '../../views/stacked-chart';

/** Columns up and down from zero: by period what each series has more or less. */
export interface DifferenceChart {
  readonly periods: readonly string[];
  /** `position` decides the colour, the same in every chart of the panel. */
  readonly series: readonly { readonly name: string; readonly position: number; readonly values: readonly number[] }[];
}

/** Drawing units; a text is 10 of them tall. */
const size = { width: 340, height: 170 };
const plot = { left: 42, right: 6, top: 8, bottom: 22 };
/** Room that a period's label needs. */
const labelWidth = 34;

/** The chart, drawn; the figures stand in a table beside it. */
export function differenceChart({ periods, series }: DifferenceChart, label: string, numbers: NumberTexts): ViewNode {
  const ticks = differenceTicks(series.flatMap(({ values }) => values));
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  const plotHeight = size.height - plot.top - plot.bottom;
  const y = (value: number) => round(plot.top + (plotHeight * (high - value)) / (high - low));
  const slot = (size.width - plot.left - plot.right) / Math.max(1, periods.length);
  const bar = Math.min(18, (slot * 0.76) / Math.max(1, series.length));
  const every = Math.max(1, Math.ceil(labelWidth / slot));
  return element(
    'svg',
    { class: 'chart', viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': label },
    ticks.flatMap((tick) => [
      element('line', {
        class: tick === 0 ? 'scenarios-zero' : 'chart-grid',
        x1: plot.left,
        x2: size.width - plot.right,
        y1: y(tick),
        y2: y(tick),
      }),
      element('text', { class: 'chart-text chart-text-end', x: plot.left - 5, y: y(tick) + 3 }, numbers.short(tick)),
    ]),
    periods.map((period, t) => {
      const left = plot.left + slot * (t + 0.5) - (bar * series.length) / 2;
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
            x: round(left + bar * s),
            y: Math.min(y(values[t]), y(0)),
            width: round(bar),
            height: round(tall),
          });
        }),
      );
    }),
    periods.flatMap((period, t) =>
      t % every === 0
        ? [
            element(
              'text',
              {
                class: 'chart-text chart-text-middle',
                x: round(plot.left + slot * (t + 0.5)),
                y: size.height - plot.bottom + 14,
              },
              shortPeriod(period, every * slot),
            ),
          ]
        : [],
    ),
  );
}

/** Round values from below the least to above the greatest, 0 among them, the same distance apart. */
export function differenceTicks(values: readonly number[]): readonly number[] {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  if (high - low < 1e-6) return [-1, 0, 1];
  const [, step] = axisTicks(high - low);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_none, n) => (first + n) * step);
}

/** A label cut to the room there is; the table has it whole. */
function shortPeriod(period: string, room: number): string {
  const most = Math.max(3, Math.floor(room / 4.8));
  return period.length <= most ? period : `${period.slice(0, most - 1)}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
