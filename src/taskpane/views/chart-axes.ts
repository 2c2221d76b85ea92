import { element } from '../view-node';
import type { ViewNode } from '../view-node';

/** Drawing units, and the room around the plot; a text is 10 of them tall. */
export interface ChartFrame {
  readonly size: { readonly width: number; readonly height: number };
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** Room that the label of a period needs. */
export const labelWidth = 34;

/** A coordinate, no finer than what can be seen. */
export function drawn(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The height of a value between the ends of the axis. */
export function heightOn({ size, plot }: ChartFrame, low: number, high: number): (value: number) => number {
  const plotHeight = size.height - plot.top - plot.bottom;
  return (value) => drawn(plot.top + (plotHeight * (high - value)) / (high - low));
}

/** Grid lines with their values at the left; `look` is the class of a line. */
export function valueAxis(
  { size, plot }: ChartFrame,
  ticks: readonly number[],
  y: (value: number) => number,
  text: (value: number) => string,
  look: (value: number) => string = () => 'chart-grid',
): readonly ViewNode[] {
  return ticks.flatMap((tick) => [
    element('line', { class: look(tick), x1: plot.left, x2: size.width - plot.right, y1: y(tick), y2: y(tick) }),
    element('text', { class: 'chart-text chart-text-end', x: plot.left - 5, y: y(tick) + 3 }, text(tick)),
  ]);
}

/** A text below the plot. */
export function textBelow({ size, plot }: ChartFrame, x: number, text: string): ViewNode {
  return element('text', { class: 'chart-text chart-text-middle', x, y: size.height - plot.bottom + 14 }, text);
}

/** The periods below their columns: as many as there is room for, cut to the room there is; the table has them whole. */
export function periodAxis(frame: ChartFrame, periods: readonly string[]): readonly ViewNode[] {
  const slot = slotWidth(frame, periods.length);
  const every = Math.max(1, Math.ceil(labelWidth / slot));
  return periods.flatMap((period, t) =>
    t % every === 0
      ? [textBelow(frame, drawn(frame.plot.left + slot * (t + 0.5)), shortened(period, every * slot))]
      : [],
  );
}

/** Room of one of several columns. */
export function slotWidth({ size, plot }: ChartFrame, count: number): number {
  return (size.width - plot.left - plot.right) / Math.max(1, count);
}

function shortened(label: string, room: number): string {
  const most = Math.max(3, Math.floor(room / 4.8));
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}
