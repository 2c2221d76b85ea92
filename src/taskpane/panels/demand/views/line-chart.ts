import { axisTicks } from '../../../axis';
import type { NumberTexts } from '../../../number-texts';
import { element } from '../../../view-node';
import type { ViewNode } from '../../../view-node';

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
/** Room that a text below the axis needs. */
const tickWidth = 34;

/** Draws the lines, the band behind them and the marks on them. */
export function lineChart(
  { label, count, lines, marks, band, ticks, rules }: LineChart,
  numbers: NumberTexts,
): ViewNode {
  const { width, height } = size;
  const values = [...lines.flatMap((line) => line.values), ...(band?.high ?? []), ...(band?.low ?? [])];
  const known = values.filter((value): value is number => value !== null);
  const steps = valueTicks(Math.min(0, ...known), Math.max(0, ...known));
  const [bottom, top] = [steps[0], steps[steps.length - 1]];
  const x = (at: number) => round(plot.left + ((width - plot.left - plot.right) * at) / Math.max(1, count - 1));
  const y = (value: number) => round(plot.top + ((height - plot.top - plot.bottom) * (top - value)) / (top - bottom));
  return element(
    'svg',
    { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    steps.flatMap((tick) => [
      element('line', { class: 'chart-grid', x1: plot.left, x2: width - plot.right, y1: y(tick), y2: y(tick) }),
      element('text', { class: 'chart-text chart-text-end', x: plot.left - 5, y: y(tick) + 3 }, numbers.short(tick)),
    ]),
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
    spaced(ticks, x).map(({ at, text }) =>
      element('text', { class: 'chart-text chart-text-middle', x: x(at), y: height - plot.bottom + 14 }, text),
    ),
  );
}

/** Round values that hold the range, 0 among them. */
function valueTicks(low: number, high: number): number[] {
  const ticks = axisTicks(Math.max(high, -low));
  const step = ticks[1] - ticks[0];
  const below = Math.ceil(-low / step - 1e-9);
  const above = Math.max(low < 0 ? 0 : 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: below + above + 1 }, (_, n) => (n - below) * step);
}

/** The texts that there is room for, from the left. */
function spaced(ticks: LineChart['ticks'], x: (at: number) => number): LineChart['ticks'] {
  let end = -Infinity;
  return ticks.filter(({ at }) => {
    const middle = x(at);
    if (middle - tickWidth / 2 < end || middle > size.width - tickWidth / 4) return false;
    end = middle + tickWidth / 2;
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

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
