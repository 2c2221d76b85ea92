import { axisTicks } from '../../src/taskpane/axis';
import { numberTexts } from '../../src/taskpane/number-texts';
import { stackedChart } from '../../src/taskpane/views/stacked-chart';
import type { ElementNode, ViewNode } from '../../src/taskpane/view-node';

/** Every element of a tag below a node. */
function all(node: ViewNode, tag: string): ElementNode[] {
  if (typeof node === 'string') return [];
  return [...(node.tag === tag ? [node] : []), ...node.children.flatMap((child) => all(child, tag))];
}

describe('the ticks of an axis', () => {
  test.each([
    [15000, [0, 5000, 10000, 15000]],
    [60, [0, 20, 40, 60]],
    [1, [0, 0.5, 1]],
    [0, [0, 1]],
  ])('for %d are round and reach it', (most, expected) => {
    expect(axisTicks(most)).toEqual(expected);
  });
});

describe('a stacked chart', () => {
  const chart = {
    resource: 'Capacity',
    periods: ['Jan', 'Feb'],
    series: [
      { name: 'A', values: [10, 20], color: 2 },
      { name: 'B', values: [30, 0], color: 0 },
    ],
    others: 0,
    totals: [40, 20],
    line: [40, null],
    raisedLine: null,
  };
  const drawn = stackedChart(chart, 'Use of Capacity', numberTexts('en-US'));

  test('stacks the items of a period without gaps, and leaves out what is nothing', () => {
    const [lower, upper, ...rest] = all(drawn, 'rect').map(({ attributes }) => attributes);
    expect([lower.class, upper.class]).toEqual(['series-3', 'series-1']);
    expect(Number(upper.y) + Number(upper.height)).toBeCloseTo(Number(lower.y), 5);
    expect(Number(upper.height)).toBeCloseTo(3 * Number(lower.height), 0);
    expect(rest).toHaveLength(1);
  });

  test('draws the capacity at its height, and none where there is none', () => {
    const upper = all(drawn, 'rect')[1].attributes;
    const [line] = all(drawn, 'path');
    expect(line.attributes.d).toMatch(new RegExp(`^M38 ${String(upper.y)}H\\d+$`));
  });

  test('has a name for those who cannot see it', () => {
    expect((drawn as ElementNode).attributes['aria-label']).toBe('Use of Capacity');
  });
});
