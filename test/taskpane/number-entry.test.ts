import { enteredNumber, enteredText } from '../../src/taskpane/number-entry';

it.each([
  ['10,000', 'en-US', 10000],
  ['10.000', 'de-DE', 10000],
  ['10.000,5', 'de-DE', 10000.5],
  ['1\u202f250,5', 'fr-FR', 1250.5],
  ["12'500.25", 'de-CH', 12500.25],
  ['12,5', 'en-US', 12.5],
  ['12.5', 'de-DE', 12.5],
  ['−20 %', 'en-US', -20],
  ['.5', 'en-US', 0.5],
  ['half', 'en-US', null],
  ['1,2,3', 'en-US', null],
  ['', 'en-US', null],
])('reads %s in %s', (text, format, value) => {
  expect(enteredNumber(text, format)).toBe(value);
});

it('reads what it writes', () => {
  for (const format of ['en-US', 'de-DE', 'fr-FR', 'de-CH'])
    for (const value of [0, 10000, 1234567.25, -12.5, 0.0125])
      expect(enteredNumber(enteredText(value, format), format)).toBe(value);
});
