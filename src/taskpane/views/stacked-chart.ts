import { axisTicks } from '../axis';
import type { StackedChart } from '../../workbook/stacked-charts';
import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import type { NumberTexts } from '../number-texts';
import { drawn, heightOn, periodAxis, slotWidth, valueAxis } from './chart-axes';
import type { ChartFrame } from './chart-axes';

const paneSize: ChartFrame['size'] = { width: 340, height: 180 };
const plot = { left: 38, right: 6, top: 8, bottom: 24 };
/** Colours that the style sheet has. */
const seriesColors = 8;

/** Stacked columns and a line, drawn; the figures stand in a table beside it. */
export function stackedChart(chart: StackedChart, label: string, numbers: NumberTexts, size = paneSize): ViewNode {
  const frame: ChartFrame = { size, plot };
  const { periods, series, totals, line, raisedLine } = chart;
  const limits = [...line, ...(raisedLine ?? [])].filter((value): value is number => value !== null);
  const fullest = Math.max(0, ...totals);
  // A capacity far above every load would press the columns flat.
  const most = Math.max(fullest, ...limits.filter((value) => fullest === 0 || value <= 4 * fullest));
  const ticks = axisTicks(most);
  const top = ticks[ticks.length - 1];
  const height = heightOn(frame, 0, top);
  const y = (value: number) => height(Math.min(top, value));
  const slot = slotWidth(frame, periods.length);
  const bar = Math.min(28, slot * 0.68);
  const x = (t: number) => drawn(plot.left + slot * t + (slot - bar) / 2);

  const columns = periods.map((period, t) => {
    let below = 0;
    const parts = series.flatMap(({ values, color }) => {
      const from = below;
      below += Math.max(0, values[t]);
      const tall = drawn(y(from) - y(below));
      if (tall <= 0) return [];
      return [element('rect', { class: seriesClass(color), x: x(t), y: y(below), width: drawn(bar), height: tall })];
    });
    return element('g', {}, element('title', {}, `${period}: ${numbers.units(totals[t])}`), parts);
  });
  return element(
    'svg',
    { class: 'chart', viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': label },
    valueAxis(frame, ticks, y, numbers.short),
    columns,
    stepLine(raisedLine, 'chart-line chart-line-raised', slot, y, top),
    stepLine(line, 'chart-line', slot, y, top),
    periodAxis(frame, periods),
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
    const start = `${isDrawing ? 'L' : 'M'}${drawn(plot.left + slot * t)} ${y(value)}`;
    isDrawing = true;
    return `${start}H${drawn(plot.left + slot * (t + 1))}`;
  });
  const d = path.join('');
  return d === '' ? null : element('path', { class: look, d });
}
