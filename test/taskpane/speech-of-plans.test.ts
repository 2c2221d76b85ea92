import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePlan, planByRule } from '../../src/planning';
import type { PlanningMode, PlanReport } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { speak } from '../../src/taskpane/speech';
import { germanSpeech } from '../../src/taskpane/speech.de';
import { planContent } from '../../src/workbook/plan-workbook';
import { readContent } from '../../src/workbook/read-problem';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';

/** The report of a sample's plan. */
async function reportOf(sample: string, mode: PlanningMode, by: 'optimizer' | 'heuristic'): Promise<PlanReport> {
  const opened = openXlsx(readFileSync(join(__dirname, '../../assets/samples', `${sample}.xlsx`)));
  if (!opened.ok) throw new Error(opened.error.message);
  const content = await readContent(opened.value);
  if (!content.ok) throw new Error(content.error.message);
  const highs = await loadHighs();
  const { report } = await planContent(content.value, {
    mode,
    scenario: null,
    runDate: '2025-01-01T00:00',
    plan: (problem) =>
      Promise.resolve(
        by === 'optimizer' ? makePlan(problem, highs, { clock: () => 0 }) : planByRule(by, problem, { clock: () => 0 }),
      ),
  });
  return report;
}

/** Words that German has not. */
const englishWords = /\b(the|and|is|are|has|have|of|with|where|cannot|more|than|enter|units|plan possible)\b/i;

test.each([
  ['three-skus-one-factory', 'cost', 'optimizer'],
  ['one-product', 'profit', 'optimizer'],
  ['prebuild-q4', 'cost', 'optimizer'],
  ['prebuild-network', 'cost', 'heuristic'],
] as const)(
  '%s in mode %s by %s: every sentence about the plan is said in German',
  async (sample, mode, by) => {
    const report = await reportOf(sample, mode, by);
    const sentences = [...report.explanations, ...(report.alerts ?? []), ...(report.brokenLimits ?? [])];
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) {
      const { text, isEnglish } = speak(germanSpeech, 'de-DE', sentence);
      expect({ text, isEnglish }).toEqual({ text: expect.not.stringMatching(englishWords), isEnglish: false });
      expect(text).not.toContain('{');
      // The English text is what the same parts make in English.
      expect(sentence.said?.map((said) => said.text).join(' ')).toBe(sentence.sentence);
    }
  },
  60_000,
);
