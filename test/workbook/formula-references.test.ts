import { shiftFormula, withoutSheet } from '../../src/workbook/formula-references';

describe('Shifting a formula', () => {
  test.each([
    ['A1+$B1+C$1+$D$1', 1, 2, 'C2+$B2+E$1+$D$1'],
    ['SUM(A1:B2)*LOG10(A1)', 1, 0, 'SUM(A2:B3)*LOG10(A2)'],
    ['"A1"&A1', 1, 0, '"A1"&A2'],
    ["'A1 b'!A1+Q1!B2+Sheet1!C3", 1, 0, "'A1 b'!A2+Q1!B3+Sheet1!C4"],
    ['SUM(A:B)+SUM(1:2)+SUM($A:B)', 1, 1, 'SUM(B:C)+SUM(2:3)+SUM($A:C)'],
    ['Table1[[#This Row],[A1]]+Rate2+A1B2', 1, 1, 'Table1[[#This Row],[A1]]+Rate2+A1B2'],
    ['A1', -1, 0, '#REF!'],
    ['1.5E3+A1', 1, 0, '1.5E3+A2'],
  ])('%s by %d rows and %d columns gives %s', (formula, rows, columns, shifted) => {
    expect(shiftFormula(formula, rows, columns)).toBe(shifted);
  });
});

describe('Deleting a sheet from a formula', () => {
  test.each([
    ['Plan!A1+Other!A1', '#REF!A1+Other!A1'],
    ["SUM('PLAN'!A1:B2)", 'SUM(#REF!A1:B2)'],
    ['"Plan!A1"', '"Plan!A1"'],
    ["'My Plan'!A1+MyPlan!A1", "'My Plan'!A1+MyPlan!A1"],
  ])('turns %s into %s', (formula, broken) => {
    expect(withoutSheet(formula, 'Plan')).toBe(broken);
  });
});
