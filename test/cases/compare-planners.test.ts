import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanJudgement } from '../../src/workbook/judge-plan';
import { plannerRuns } from '../../src/workbook/compare-planners';
import { readXlsxFile } from '../../src/workbook/xlsx/node-file';
import { demoTables } from './network-demo-tables';
import { inTemporaryFolder, sop } from './run-case';
import { tableBook } from './table-book';

describe('sop compare on a network', () => {
  it('runs every planner, judges the plans, and writes them on one sheet', () =>
    inTemporaryFolder(async (folder) => {
      const [book, out] = [join(folder, 'book.xlsx'), join(folder, 'compared.xlsx')];
      writeFileSync(book, tableBook(demoTables({ stop: true })));
      const run = await sop('compare', book, '--json', '-', '--out', out);
      expect(run.code).toBe(0);
      const { runs } = JSON.parse(run.out) as {
        runs: { name: string; totalCost: number; planner: string; judgement: PlanJudgement }[];
      };
      expect(runs.map(({ name }) => name)).toEqual(plannerRuns.map(({ name }) => name));
      const [heuristic, propagation, cost] = runs.map(({ judgement }) => judgement);
      // The heuristic promises everything and has stock below zero in the four weeks of the stop.
      expect(heuristic).toMatchObject({ feasible: false, limitsBroken: 4, manualCorrections: 4, onTime: 1 });
      expect(propagation).toMatchObject({ feasible: true, limitsBroken: 0 });
      expect(propagation.onTime).toBeCloseTo(1 - 800 / 12129, 9);
      expect(cost).toMatchObject({ feasible: true, limitsBroken: 0, onTime: 1, delivered: 1 });
      expect(runs[2].totalCost).toBeCloseTo(13373, 4);
      for (const { judgement } of runs) expect(judgement.mostUse).toBeLessThanOrEqual(1 + 1e-9);

      const written = await readXlsxFile(out);
      if (!written.ok) throw new Error(written.error.message);
      const content = await written.value.read({
        names: [],
        tables: [],
        ranges: [{ sheet: 'SOP Compare', row: 3, column: 0, rowCount: 4, columnCount: 4 }],
        settings: [],
      });
      if (!content.ok) throw new Error(content.error.message);
      expect(content.value.ranges[0].cells.map((row) => row.map(({ value }) => value))).toEqual([
        ['Judgement', null, null, null],
        ['', 'heuristic', 'propagation', 'optimizer: cost'],
        ['Can be carried out', 'no', 'yes', 'yes'],
        ['Limits broken', 4, 0, 0],
      ]);
    }));
});
