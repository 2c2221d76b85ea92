import { classifyItems, coefficientOfVariation } from '../../src/forecasting/classes';

test('puts the items that make up 80 % of revenue into A, the next 15 % into B, the rest into C', () => {
  const revenues = [5, 500, 40, 300, 150, 5, 0];
  const classes = classifyItems(revenues.map((revenue, index) => ({ item: `I${index}`, revenue, history: [1, 1] })));
  expect(classes.map(({ abc }) => abc)).toEqual(['C', 'A', 'C', 'A', 'B', 'C', 'C']);
  expect(classes[4].cumulativeShare).toBeCloseTo(0.95);
  expect(classes.map(({ item }) => item)).toEqual(revenues.map((_, index) => `I${index}`));
});

test('has an A item even if one item makes all the revenue, and none without revenue', () => {
  expect(classifyItems([{ item: 'only', revenue: 10, history: [1] }])[0].abc).toBe('A');
  expect(classifyItems([{ item: 'none', revenue: 0, history: [1] }])[0].abc).toBe('C');
});

test('tells even from uneven demand', () => {
  const histories = [
    [10, 11, 9, 10],
    [10, 2, 18, 4],
    [0, 0, 9, 0],
    [0, 0, 0, 0],
  ];
  const classes = classifyItems(histories.map((history, index) => ({ item: `I${index}`, revenue: 1, history })));
  expect(classes.map(({ xyz }) => xyz)).toEqual(['X', 'Y', 'Z', 'Z']);
});

test('measures variation by the sample standard deviation', () => {
  expect(coefficientOfVariation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7) / 5, 12);
  expect(coefficientOfVariation([0, 0])).toBe(Infinity);
});
