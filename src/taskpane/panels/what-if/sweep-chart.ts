import type { SweepBreak, SweepPoint } from '../../../planning';
import { axisTicksBetween } from '../../axis';
import type { NumberTexts } from '../../number-texts';
import { element } from '../../view-node';
import type { Child, ViewNode } from '../../view-node';
import { drawn, heightOn, textBelow, valueAxis } from '../../views/chart-axes';
import type { ChartFrame } from '../../views/chart-axes';

/** What the curve is drawn from. */
export interface SweepCurve {
  readonly from: number;
  readonly to: number;
  readonly points: readonly SweepPoint[];
  readonly breaks: readonly SweepBreak[];
  /** The workbook's own value, where it is one for all. */
  readonly now: number | null;
}

/** Words in the drawing. */
export interface SweepChartTexts {
  readonly label: string;
  readonly noPlan: string;
}

const size = { width: 340, height: 200 };
const plot = { left: 44, right: 12, top: 22, bottom: 24 };
const frame: ChartFrame = { size, plot };

/** The cost curve: where there is no plan a shaded area, and a mark at every value at which more begins or stops to help. */
export function sweepChart(curve: SweepCurve, texts: SweepChartTexts, numbers: NumberTexts): ViewNode {
  const { from, to, points, breaks, now } = curve;
  const costs = points.flatMap(({ totalCost }) => (totalCost === null ? [] : [totalCost]));
  const ticks = axisTicksBetween(Math.min(...costs, Infinity), Math.max(...costs, -Infinity));
  const valueTicks = axisTicksBetween(from, to).filter((value) => value >= from - 1e-9 && value <= to + 1e-9);
  const [bottom, top] = costs.length === 0 ? [0, 1] : [ticks[0], ticks[ticks.length - 1]];
  const x = (value: number) =>
    drawn(plot.left + ((value - from) / (to - from)) * (size.width - plot.left - plot.right));
  const y = heightOn(frame, bottom, top);
  const floor = size.height - plot.bottom;
  return element(
    'svg',
    { class: 'chart', viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': texts.label },
    costs.length > 0 && valueAxis(frame, ticks, y, (tick) => axisText(tick, ticks)),
    valueTicks.map((value) => textBelow(frame, x(value), axisText(value, valueTicks))),
    stretchesWithoutPlan(curve).map(([first, last]) =>
      element(
        'g',
        {},
        element('rect', {
          class: 'what-if-no-plan',
          x: x(first),
          y: plot.top,
          width: Math.max(1, drawn(x(last) - x(first))),
          height: floor - plot.top,
        }),
        x(last) - x(first) > 44 &&
          element(
            'text',
            { class: 'chart-text chart-text-middle', x: drawn((x(first) + x(last)) / 2), y: plot.top + 14 },
            texts.noPlan,
          ),
      ),
    ),
    curves(points).map((stretch) =>
      element('path', {
        class: 'what-if-curve',
        d: stretch.map(([value, cost], n) => `${n === 0 ? 'M' : 'L'}${x(value)} ${y(cost)}`).join(''),
      }),
    ),
    points.map(({ value, totalCost }) =>
      totalCost === null
        ? null
        : element(
            'circle',
            {
              class: value === now ? 'what-if-point what-if-point-now' : 'what-if-point',
              cx: x(value),
              cy: y(totalCost),
              r: value === now ? 4 : 2,
            },
            element('title', {}, `${numbers.units(value)}: ${numbers.money(totalCost)}`),
          ),
    ),
    breaks.filter(({ kind }) => kind !== 'slope').map((mark) => breakMark(mark, x(mark.value), floor, numbers)),
  );

  function axisText(value: number, among: readonly number[]): string {
    // Where the curve is flat the short texts of neighbouring ticks would be the same.
    const texts = among.map(numbers.short);
    return new Set(texts).size === texts.length ? numbers.short(value) : numbers.units(value);
  }
}

function breakMark({ kind, value }: SweepBreak, at: number, floor: number, numbers: NumberTexts): ViewNode {
  const isRight = at > size.width - 60;
  return element(
    'g',
    {},
    element('line', { class: `what-if-break what-if-break-${kind}`, x1: at, x2: at, y1: plot.top - 4, y2: floor }),
    element(
      'text',
      {
        class: `chart-text what-if-break-text ${isRight ? 'chart-text-end' : 'chart-text-middle'}`,
        x: isRight ? size.width - 4 : at,
        y: plot.top - 8,
      },
      numbers.units(value),
    ),
  );
}

/** Where there is no plan, up to the exact borders where they are known. */
function stretchesWithoutPlan({ points, breaks }: SweepCurve): [number, number][] {
  const borders = breaks.filter(({ kind }) => kind === 'feasible').map(({ value }) => value);
  const borderBetween = (one: number, other: number) => borders.find((value) => value >= one && value <= other);
  const stretches: [number, number][] = [];
  points.forEach(({ value, totalCost }, n) => {
    if (totalCost !== null) return;
    const [before, after] = [points[n - 1], points[n + 1]];
    const first = before ? (borderBetween(before.value, value) ?? value) : value;
    const last = after ? (borderBetween(value, after.value) ?? after.value) : value;
    const open = stretches[stretches.length - 1];
    if (open && before && before.totalCost === null) open[1] = last;
    else stretches.push([first, last]);
  });
  return stretches;
}

/** Points that follow each other without a gap. */
function curves(points: readonly SweepPoint[]): [number, number][][] {
  const found: [number, number][][] = [[]];
  for (const { value, totalCost } of points) {
    if (totalCost === null) found.push([]);
    else found[found.length - 1].push([value, totalCost]);
  }
  return found.filter((stretch) => stretch.length > 1);
}

/** Marks behind the curve, for the eye. */
export function sweepKey(
  breaks: readonly SweepBreak[],
  words: { readonly feasible: string; readonly flat: string },
): Child {
  const shown = (['feasible', 'flat'] as const).filter((kind) => breaks.some((found) => found.kind === kind));
  if (shown.length === 0) return null;
  return element(
    'ul',
    { class: 'chart-key', 'aria-hidden': 'true' },
    shown.map((kind) =>
      element(
        'li',
        {},
        element(
          'svg',
          { class: 'swatch', viewBox: '0 0 10 10' },
          element('path', { class: `what-if-break what-if-break-${kind}`, d: 'M5 0V10' }),
        ),
        element('span', { class: 'key-name' }, words[kind]),
      ),
    ),
  );
}
