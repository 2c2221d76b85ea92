import { axisTicks, axisTicksBetween } from '../../../axis';
import type { NumberTexts } from '../../../number-texts';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';
import { drawn, heightOn, labelWidth, textBelow, valueAxis } from '../../../views/chart-axes';
import type { ChartFrame } from '../../../views/chart-axes';

/** Lines over positions on an axis; the figures stand in a table beside it. Null breaks a line. */
export interface LineChart {
  readonly label: string;
  /** How many positions there are. */
  readonly count: number;
  readonly lines: readonly { readonly values: readonly (number | null)[]; readonly look: string }[];
  readonly marks: readonly {
    readonly at: number;
    readonly value: number;
    readonly look: string;
    readonly title: string;
  }[];
  /** Between two lines. */
  readonly band: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] } | null;
  /** Texts below the axis. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** Upright lines. */
  readonly rules: readonly { readonly at: number; readonly look: string }[];
}

const size = { width: 340, height: 180 };
const plot = { left: 38, right: 8, top: 8, bottom: 22 };
const frame: ChartFrame = { size, plot };

/** Draws the lines, the band behind them and the marks on them. */
export function lineChart(
  { label, count, lines, marks, band, ticks, rules }: LineChart,
  numbers: NumberTexts,
): ViewNode {
  const { width, height } = size;
  const values = [...lines.flatMap((line) => line.values), ...(band?.high ?? []), ...(band?.low ?? [])];
  const known = values.filter((value): value is number => value !== null);
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  const steps = least < 0 ? axisTicksBetween(least, most) : axisTicks(most);
  const [bottom, top] = [steps[0], steps[steps.length - 1]];
  const x = (at: number) => drawn(plot.left + ((width - plot.left - plot.right) * at) / Math.max(1, count - 1));
  const y = heightOn(frame, bottom, top);
  return element(
    'svg',
    { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    valueAxis(frame, steps, y, numbers.short),
    rules.map(({ at, look }) =>
      element('line', { class: look, x1: x(at), x2: x(at), y1: plot.top, y2: height - plot.bottom }),
    ),
    band && element('path', { class: 'demand-band', d: bandPath(band.low, band.high, x, y) }),
    lines.map(({ values: own, look }) => element('path', { class: `demand-line ${look}`, d: linePath(own, x, y) })),
    marks.map(({ at, value, look, title }) =>
      element(
        'path',
        { class: `demand-mark ${look}`, d: `M${x(at)} ${y(value) - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5Z` },
        element('title', {}, title),
      ),
    ),
    spaced(ticks, x).map(({ at, text }) => textBelow(frame, x(at), text)),
  );
}

/** The texts that there is room for, from the left. */
function spaced(ticks: LineChart['ticks'], x: (at: number) => number): LineChart['ticks'] {
  let end = -Infinity;
  return ticks.filter(({ at }) => {
    const middle = x(at);
    if (middle - labelWidth / 2 < end || middle > size.width - labelWidth / 4) return false;
    end = middle + labelWidth / 2;
    return true;
  });
}

function linePath(values: readonly (number | null)[], x: (at: number) => number, y: (value: number) => number): string {
  let isDrawing = false;
  return values
    .map((value, at) => {
      if (value === null) {
        isDrawing = false;
        return '';
      }
      const command = `${isDrawing ? 'L' : 'M'}${x(at)} ${y(value)}`;
      isDrawing = true;
      return command;
    })
    .join('');
}

function bandPath(
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  const at = high.flatMap((value, t) => (value !== null && low[t] !== null ? [t] : []));
  if (at.length === 0) return '';
  const point = (values: readonly (number | null)[], t: number) => `${x(t)} ${y(values[t] ?? 0)}`;
  return `M${at.map((t) => point(high, t)).join('L')}L${[...at]
    .reverse()
    .map((t) => point(low, t))
    .join('L')}Z`;
}
