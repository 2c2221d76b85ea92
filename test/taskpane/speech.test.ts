/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { formulationFor } from '../../src/planning/formulation/formulation';
import { planningModes } from '../../src/planning';
import { bottleneckTexts } from '../../src/planning/explanation/bottlenecks';
import { conflictTexts } from '../../src/planning/explanation/conflict';
import { groupTexts } from '../../src/planning/explanation/conflict-of-groups';
import { fixTexts } from '../../src/planning/explanation/fixes';
import { warningTexts } from '../../src/planning/explanation/input-warnings';
import { factorTexts } from '../../src/planning/explanation/limiting-factors';
import { differenceTexts } from '../../src/planning/explanation/plan-difference';
import { shortfallTexts } from '../../src/planning/explanation/shortfalls';
import { comparisonTexts } from '../../src/planning/explanation/why-this-item';
import { brokenTexts } from '../../src/planning/explanation/yield-limits';
import { heuristicTexts } from '../../src/planning/rules/heuristic';
import { alertTexts } from '../../src/planning/rules/rule-alerts';
import { shortageTexts } from '../../src/planning/rules/shortage-reasons';
import { overrideTexts } from '../../src/planning/what-if/overrides';
import { errorText, speak } from '../../src/taskpane/speech';
import { germanSpeech } from '../../src/taskpane/speech.de';
import { cellTexts } from '../../src/workbook/cell-number';
import { effectTexts } from '../../src/workbook/check-effects';
import { protectionTexts } from '../../src/workbook/excel/cells-target';
import { excelError, excelTexts } from '../../src/workbook/excel/excel-error';
import { nameTexts } from '../../src/workbook/find-input';
import { shapeTexts } from '../../src/workbook/fit-shape';
import { inputTexts } from '../../src/workbook/read-input';
import { labelTexts } from '../../src/workbook/read-labels';
import { siteTexts } from '../../src/workbook/read-site';
import { quantity, sayIn } from '../../src/planning';
import { paneOn, smallBook } from './pane-bench';

const catalogues: readonly Readonly<Record<string, string>>[] = [
  bottleneckTexts,
  conflictTexts,
  groupTexts,
  fixTexts,
  warningTexts,
  factorTexts,
  differenceTexts,
  shortfallTexts,
  comparisonTexts,
  brokenTexts,
  heuristicTexts,
  alertTexts,
  shortageTexts,
  overrideTexts,
  cellTexts,
  effectTexts,
  nameTexts,
  shapeTexts,
  inputTexts,
  labelTexts,
  siteTexts,
  excelTexts,
  protectionTexts,
];

const places = (pattern: string) => [...new Set(pattern.match(/\{\w+\}/g) ?? [])].sort();

describe('the German sentences', () => {
  const english = catalogues.flatMap((texts) => Object.entries(texts));

  test('have keys that belong to one English sentence each', () => {
    const codes = english.map(([code]) => code);
    expect(codes.filter((code, n) => codes.indexOf(code) < n)).toEqual([]);
    expect(Object.keys(germanSpeech.patterns).sort()).toEqual([...codes].sort());
  });

  test('name all that the English ones name', () => {
    const differ = english.filter(
      ([code, pattern]) => places(pattern).join() !== places(germanSpeech.patterns[code]).join(),
    );
    expect(differ.map(([code]) => code)).toEqual([]);
  });

  test('know every family of limits', () => {
    const titles = planningModes.flatMap((mode) => formulationFor(mode).limits.map(({ title }) => title.toLowerCase()));
    expect(titles.filter((title) => germanSpeech.titles[title] === undefined)).toEqual([]);
  });

  test('write numbers as the user does, and lists with their own words', () => {
    const say = sayIn({ fixed: 'Making {parts} makes a plan possible.' });
    const said = say('fixed', { parts: { kind: 'list', of: ['a', quantity(1234.5), 'b', 'c', 'd'], most: 4 } });
    expect(said.text).toBe('Making a, 1,234.5, b and 2 more makes a plan possible.');
    expect(speak(germanSpeech, 'de-DE', { sentence: said.text, said: [said] })).toEqual({
      text: 'Andere festgelegte Mengen machen einen Plan möglich: a, 1.234,5, b und 2 weitere.',
      isEnglish: false,
    });
    expect(speak(null, 'de-DE', { sentence: said.text, said: [said] }).text).toBe(said.text);
    expect(speak(germanSpeech, 'de-DE', { sentence: 'As it is.' })).toEqual({ text: 'As it is.', isEnglish: true });
  });
});

test('what Excel refuses is said in German', () => {
  const german = { speech: germanSpeech, format: 'de-DE' };
  expect(errorText(german, excelError({ code: 'InvalidOperationInCellEditMode', message: '' }))).toMatch(
    /^Eine Zelle wird gerade bearbeitet\./,
  );
  expect(errorText(german, excelError({ code: 'Odd', message: 'It broke.' }))).toContain('(Odd: It broke)');
  expect(errorText(german, { kind: 'other', message: 'As it is.' })).toBe('As it is.');
});

/** Words that German has not. */
const englishWords =
  /\b(the|and|is|are|has|have|of|with|where|cannot|more|than|enter|demand that|units|plan possible)\b/i;

describe('the German pane', () => {
  async function germanPane(content: Parameters<typeof paneOn>[0]) {
    const pane = paneOn(content);
    await pane.until('.verdict');
    pane.commands.chooseLanguage('de');
    for (let n = 0; n < 100 && !pane.store.state().speech; n++) await new Promise((go) => setTimeout(go, 10));
    return pane;
  }

  /** What is marked as English, and what looks like it. */
  function englishOn(root: HTMLElement): readonly string[] {
    const marked = [...root.querySelectorAll('[lang=en]:not(option)')].map((node) => node.textContent ?? '');
    const sentences = [...root.querySelectorAll('li, p, span, strong, dd, h2, h3, summary')]
      .filter((node) => node.childElementCount === 0 && !node.closest('.language'))
      .map((node) => node.textContent ?? '');
    return [...marked, ...sentences.filter((text) => englishWords.test(text))];
  }

  test('says why a plan is as it is without a word of English', async () => {
    const book = smallBook(120);
    const names = [
      { name: 'Shortage_Cost', refersTo: '=20' },
      { name: 'Production_Cost', refersTo: '=3' },
      { name: 'Backorder_Cost', refersTo: '=1' },
    ];
    const pane = await germanPane({ ...book, names: [...book.names, ...names] });
    pane.press('#optimize');
    await pane.until('.reasons');
    expect(pane.text('.reasons')).toMatch(
      /Stück von Pump in .* werden nie geliefert\. Der Grund ist Capacity \(voll in/,
    );
    expect(englishOn(pane.root)).toEqual([]);
  });

  test('says what no plan satisfies, and what would help', async () => {
    const pane = await germanPane(smallBook(120));
    pane.press('#optimize');
    await pane.until('.fixes');
    expect(pane.text('#result-heading ~ div .reasons')).toMatch(/^Bis Mar braucht der aufgelaufene Bedarf von Pump/);
    expect(pane.text('.fixes')).toContain('machen einen Plan möglich');
    expect(englishOn(pane.root)).toEqual([]);
  });

  test('says what is wrong with the data', async () => {
    const book = smallBook('full');
    const names = [
      ...book.names,
      { name: 'Safety_Stock', refersTo: 'Data!$B$1:$C$1' },
      { name: 'Initial_Inventory', refersTo: '=-5' },
      { name: 'Max_Lateness', refersTo: '=1.5' },
      { name: 'Overtime_Cost', refersTo: '=3' },
      { name: 'Periods', refersTo: 'Data!$B$2:$D$3' },
      { name: 'Min_Lot', refersTo: '=Data!$B$1*2' },
    ];
    const pane = await germanPane({ ...book, names });
    expect(pane.text('.issues')).toContain('Capacity hat den Text „full“, wo eine Zahl hingehört.');
    expect(pane.root.querySelectorAll('.issues > li').length).toBeGreaterThan(6);
    expect(englishOn(pane.root)).toEqual([]);
  });

  test('goes back to English', async () => {
    const pane = await germanPane(smallBook('full'));
    pane.commands.chooseLanguage('en');
    expect(pane.text('.issues')).toContain('Capacity has the text "full" where a number belongs.');
  });
});
