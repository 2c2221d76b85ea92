import { element } from '../view-node';
import type { ViewNode } from '../view-node';
import { seriesClass } from './stacked-chart';

/** The names behind the colours and lines of a chart; those who cannot see them have the table. */
export function chartKey(
  series: readonly { readonly name: string; readonly color: number }[],
  line: string | null,
  raisedLine: string | null,
): ViewNode {
  return element(
    'ul',
    { class: 'chart-key', 'aria-hidden': 'true' },
    series.map(({ name, color }) =>
      keyEntry(element('rect', { class: seriesClass(color), width: 10, height: 10, rx: 2 }), name),
    ),
    line !== null && keyEntry(element('path', { class: 'chart-line', d: 'M0 5H10' }), line),
    raisedLine !== null &&
      keyEntry(element('path', { class: 'chart-line chart-line-raised', d: 'M0 5H10' }), raisedLine),
  );
}

function keyEntry(mark: ViewNode, name: string): ViewNode {
  return element(
    'li',
    {},
    element('svg', { class: 'swatch', viewBox: '0 0 10 10' }, mark),
    element('span', { class: 'key-name' }, name),
  );
}
