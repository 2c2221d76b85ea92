import { axisTicks } from '../axis';
import type { StackedChart } from '../../workbook/stacked-charts';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import type { NumberTexts } from '../number-texts';

/** Drawing units; a text is 10 of them tall. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

const paneSize: ChartSize = { width: 340, height: 180 };
const plot = { left: 38, right: 6, top: 8, bottom: 24 };
/** Colours that the style sheet has. */
const seriesColors = 8;
/** Room that a period's label needs. */
const labelWidth = 34;

/** Stacked columns and a line, drawn; the figures stand in a table beside it. */
export function stackedChart(chart: StackedChart, label: string, numbers: NumberTexts, size = paneSize): ViewNode {
  const { width, height } = size;
  const plotWidth = width - plot.left - plot.right;
  const plotHeight = height - plot.top - plot.bottom;
  const { periods, series, totals, line, raisedLine } = chart;
  const limits = [...line, ...(raisedLine ?? [])].filter((value): value is number => value !== null);
  const fullest = Math.max(0, ...totals);
  // A capacity far above every load would press the columns flat.
  const most = Math.max(fullest, ...limits.filter((value) => fullest === 0 || value <= 4 * fullest));
  const ticks = axisTicks(most);
  const top = ticks[ticks.length - 1];
  const y = (value: number) => round(plot.top + plotHeight * (1 - Math.min(1, value / top)));
  const slot = plotWidth / Math.max(1, periods.length);
  const bar = Math.min(28, slot * 0.68);
  const x = (t: number) => round(plot.left + slot * t + (slot - bar) / 2);
  const every = Math.max(1, Math.ceil(labelWidth / slot));

  const columns = periods.map((period, t) => {
    let below = 0;
    const parts = series.flatMap(({ values }, s) => {
      const from = below;
      below += Math.max(0, values[t]);
      const tall = round(y(from) - y(below));
      if (tall <= 0) return [];
      return [element('rect', { class: seriesClass(s), x: x(t), y: y(below), width: round(bar), height: tall })];
    });
    return element('g', {}, element('title', {}, `${period}: ${numbers.units(totals[t])}`), parts);
  });
  return element(
    'svg',
    { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    ticks
      .map((tick) => [
        element('line', { class: 'chart-grid', x1: plot.left, x2: width - plot.right, y1: y(tick), y2: y(tick) }),
        element('text', { class: 'chart-text chart-text-end', x: plot.left - 5, y: y(tick) + 3 }, numbers.short(tick)),
      ])
      .flat(),
    columns,
    stepLine(raisedLine, 'chart-line chart-line-raised', slot, y, top),
    stepLine(line, 'chart-line', slot, y, top),
    periods.flatMap((period, t) =>
      t % every === 0
        ? [
            element(
              'text',
              {
                class: 'chart-text chart-text-middle',
                x: round(plot.left + slot * (t + 0.5)),
                y: height - plot.bottom + 14,
              },
              shortPeriod(period, every * slot),
            ),
          ]
        : [],
    ),
  );
}

/** Class of a series by its position; what comes after the last colour shares it. */
export function seriesClass(position: number): string {
  return `series-${Math.min(seriesColors, position + 1)}`;
}

/** A limit as a line of steps, one per period; broken where there is none. */
function stepLine(
  values: readonly (number | null)[] | null,
  look: string,
  slot: number,
  y: (value: number) => number,
  top: number,
): ViewNode | null {
  if (!values) return null;
  let isDrawing = false;
  const path = values.map((value, t) => {
    const isShown = value !== null && value <= top;
    if (!isShown) {
      isDrawing = false;
      return '';
    }
    const start = `${isDrawing ? 'L' : 'M'}${round(plot.left + slot * t)} ${y(value)}`;
    isDrawing = true;
    return `${start}H${round(plot.left + slot * (t + 1))}`;
  });
  const drawn = path.join('');
  return drawn === '' ? null : element('path', { class: look, d: drawn });
}

/** A label cut to the room there is; the table has it whole. */
function shortPeriod(period: string, room: number): string {
  const most = Math.max(3, Math.floor(room / 4.8));
  return period.length <= most ? period : `${period.slice(0, most - 1)}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
