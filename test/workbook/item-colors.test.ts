import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePlan } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { planContent } from '../../src/workbook/plan-workbook';
import { readContent } from '../../src/workbook/read-problem';
import { pictureOfWritten } from '../../src/workbook/sheet-picture';
import { planCharts } from '../../src/workbook/stacked-charts';
import type { StackedChart } from '../../src/workbook/stacked-charts';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';

/** Colours of the items of a chart. */
function colors({ series }: StackedChart): ReadonlyMap<string | null, number> {
  return new Map(series.map(({ name, color }) => [name, color]));
}

test.each(['three-skus-one-factory', 'prebuild-q4', 'prebuild-network'])(
  '%s: an item has the same colour in every chart of the pane and on the plan sheet, and no two share one',
  async (sample) => {
    const opened = openXlsx(readFileSync(join(__dirname, '../../assets/samples', `${sample}.xlsx`)));
    if (!opened.ok) throw new Error(opened.error.message);
    const content = await readContent(opened.value);
    if (!content.ok) throw new Error(content.error.message);
    const highs = await loadHighs();
    const { outcome, reading, report, sheet } = await planContent(content.value, {
      scenario: null,
      runDate: '2025-01-01T00:00',
      plan: (problem) => Promise.resolve(makePlan(problem, highs, { clock: () => 0 })),
    });
    if (outcome?.kind !== 'planned' || !reading.problem || !sheet) throw new Error('There is no plan.');
    const charts = planCharts(reading.problem, outcome.plan, report);
    const onSheet = colors(pictureOfWritten(sheet).charts[0].chart);
    let compared = 0;
    for (const chart of [...charts.capacity, charts.inventory]) {
      const own = colors(chart);
      expect(new Set(own.values()).size).toBe(own.size);
      for (const [name, color] of own) {
        const position = onSheet.get(name);
        if (name === null || position === undefined || position >= 7) continue;
        expect([name, color]).toEqual([name, position]);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(2);
  },
  60_000,
);
