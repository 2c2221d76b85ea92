import { cellText } from '../../src/workbook/cell-text';

describe('The text that a cell shows', () => {
  test.each([
    [46023, 'mmm-yy', 'Jan-26'],
    [46023, 'm/d/yyyy', '1/1/2026'],
    [46023.75, 'yyyy-mm-dd hh:mm AM/PM', '2026-01-01 06:00 PM'],
    [46023, '[$-409]dddd, d. mmmm yyyy', 'Thursday, 1. January 2026'],
    [46023, '"Q"', 'Q'],
    [59, 'yyyy-mm-dd', '1900-02-28'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    [0.5, '[h]:mm', '12:00'],
    [1.25, '[h]:mm', '30:00'],
    [46023.5123456, 'mm:ss.0', '17:46.7'],
    [1234.567, '#,##0.0 "t"', '1,234.6 t'],
    [-1234.5, '#,##0_);(#,##0)', '(1,235)'],
    [-7, '0', '-7'],
    [0.256, '0.0%', '25.6%'],
    [1234567, '[$€-407]#,##0.00', '€1,234,567.00'],
    [0, '0;-0;"-"', '-'],
    [12345678, '#,##0,,"M"', '12M'],
    [1234.5, '0.00E+00', '1.23E+03'],
    [1.005, '0.00', '1.01'],
    [1.5, '0.##', '1.5'],
    [0.5, '.00', '.50'],
    [7, '000', '007'],
    [1 / 3, 'General', '0.333333333'],
    [0.1 + 0.2, 'General', '0.3'],
    [2026, 'General', '2026'],
    [1e12, 'General', '1E+12'],
    [-5, 'General', '-5'],
    [3, '"Week "0', 'Week 3'],
    ['text', '0.00', 'text'],
    [true, '0', 'TRUE'],
    [null, '0', ''],
    [{ error: '#N/A' }, '0', '#N/A'],
  ])('of %p in the format %s is %s', (value, format, text) => {
    expect(cellText(value, format, false)).toBe(text);
  });

  test('counts days from 1904 where the workbook does', () => {
    expect(cellText(44561, 'yyyy-mm-dd', true)).toBe('2026-01-01');
  });

  test.each([
    [0.5, '# ?/?'],
    [5, '[>=3]0;0'],
    [-3, 'yyyy-mm-dd'],
  ])('of %p in the format %s is unknown', (value, format) => {
    expect(cellText(value, format, false)).toBeNull();
  });
});
