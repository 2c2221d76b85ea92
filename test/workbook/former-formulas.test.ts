import { asSeenElsewhere, asSeenFrom, refersToCells } from '../../src/workbook/former-formulas';
import { shownFormula, storedFormula } from '../../src/workbook/xlsx/add-in-functions';

describe('a formula that moves to another sheet', () => {
  it.each([
    ['=MIN($B$4,SUM(B12:F12)-A$1)', '=MIN(Plan!$B$4,SUM(Plan!B12:F12)-Plan!A$1)'],
    ['=Data!B2+Data!C1:D2+B2', '=Data!B2+Data!C1:D2+Plan!B2'],
    ['=SUM(B:B)*LOG10(3)+Rate&" B2 "', '=SUM(Plan!B:B)*LOG10(3)+Rate&" B2 "'],
    ["='My plan'!B2*2:2", "='My plan'!B2*Plan!2:2"],
    ['=SUM(Sales[Qty])/C3', '=SUM(Sales[Qty])/Plan!C3'],
  ])('names its own sheet in %s, and no longer on the way back', (formula, elsewhere) => {
    expect(asSeenElsewhere(formula, 'Plan')).toBe(elsewhere);
    expect(asSeenFrom(elsewhere, 'Plan')).toBe(formula);
  });

  it('quotes a sheet that needs it', () => {
    expect(asSeenElsewhere('=A1', 'Plan 2026')).toBe("='Plan 2026'!A1");
    expect(asSeenFrom("='Plan 2026'!A1", 'plan 2026')).toBe('=A1');
  });

  it.each(['=[@Qty]*2', '=Sales[@Qty]', '=Sales[[#This Row],[Qty]]', '=[Qty]'])('stays where it is: %s', (formula) => {
    expect(asSeenElsewhere(formula, 'Plan')).toBeNull();
  });

  it('knows whether rows that are inserted would move it', () => {
    expect(refersToCells('=SUM(A1:B2)')).toBe(true);
    expect(refersToCells('=Demand*Rate+"A1"')).toBe(false);
  });
});

test.each([
  ['SOP.PLAN(Demand,A1)', '_xldudf_SOP_PLAN(Demand,A1)'],
  ['SUM(SOP.PLAN())+SOP.COST()', 'SUM(_xldudf_SOP_PLAN())+_xldudf_SOP_COST()'],
  ['"SOP.PLAN("&A1', '"SOP.PLAN("&A1'],
  ['MYSOP.PLAN(1)', 'MYSOP.PLAN(1)'],
  ["'SOP.PLAN(x'!A1", "'SOP.PLAN(x'!A1"],
])('the file holds %s as %s', (shown, stored) => {
  expect(storedFormula(shown)).toBe(stored);
  expect(shownFormula(stored)).toBe(shown);
});
