import { readQuantity } from '../../../src/forecasting/cleaning/read-quantity';

test.each([
  ['12', [12]],
  ['-3', [-3]],
  ['1.5', [1.5]],
  ['1,234', [1234, 1.234]],
  ['1.234', [1.234, 1234]],
  ['1,234,567', [1234567]],
  ['1.234,5', [1234.5]],
  ['1,234.5', [1234.5]],
  ['1 234', [1234]],
  ["1'234", [1234]],
  ['12,5', [12.5]],
  ['0,125', [0.125]],
  ['186 pcs', [186]],
  ['ca. 186', [186]],
  ['EUR 1,200.50', [1200.5]],
  ['(100)', [-100]],
  ['100-', [-100]],
  ['- 7 units', [-7]],
  ['1e3', [1000]],
])('reads %p as %p', (value, expected) => {
  const reading = readQuantity(value);
  expect(reading.kind === 'text' ? reading.values : reading).toEqual(expected);
});

test('takes nothing, and a number that is none, for missing', () => {
  for (const value of [null, '', ' ', 'n/a', 'NULL', '-', NaN, Infinity])
    expect(readQuantity(value).kind).toBe('missing');
});

test('does not guess where a cell has no number or two', () => {
  for (const value of ['many', '12 or 13', '3 boxes of 12']) expect(readQuantity(value).kind).toBe('unreadable');
});
