import { join } from 'node:path';
import type { PlanReport } from '../../src/planning';
import { inTemporaryFolder, sop } from '../cases/run-case';

const sample = join(__dirname, '../../assets/samples/network.xlsx');

test('sop presets writes the built-in presets into a workbook, which plans with them and without them alike', () =>
  inTemporaryFolder(async (folder) => {
    const book = join(folder, 'presets.xlsx');
    const listed = await sop('presets', sample, '--out', book);
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out).toMatch(/^service-first +A lost sale costs more/m);
    const again = await sop('presets', book);
    expect(again.out).toMatch(/^service-first .*; from the workbook$/m);
    const costs = [];
    for (const file of [sample, book]) {
      const run = await sop(
        'optimize',
        file,
        '--scenario',
        'STORY_3_CAPACITY_CUT',
        '--preset',
        'by-margin',
        '--json',
        '-',
      );
      expect(run.code).toBe(0);
      const report = JSON.parse(run.out) as PlanReport;
      // A missing unit costs ten margins: what earns least is short.
      const short = (product: string) =>
        (report.network ?? []).filter((row) => row.product === product).reduce((sum, row) => sum + row.short, 0);
      expect(short('IBP-320')).toBeCloseTo(0, 6);
      expect(short('IBP-300')).toBeGreaterThan(0);
      costs.push(report.totalCost);
    }
    expect(costs[1]).toBeCloseTo(costs[0] ?? NaN, 6);
  }));
