import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanReport, Sweep } from '../../src/planning';
import { readXlsxFile } from '../../src/workbook/xlsx/node-file';
import { inTemporaryFolder, sop } from '../cases/run-case';

const sample = (name: string) => join(__dirname, '../../assets/samples', name);

type Runs = { readonly runs: readonly (PlanReport & { readonly name: string })[] };

const total = (rows: readonly (readonly number[])[]) => rows.flat().reduce((sum, value) => sum + value, 0);

/** Demand of an outlook of the data set. */
function publishedDemand(scenario: string): number {
  const [header, ...lines] = readFileSync(sample('data/prebuild/demand_forecasts.csv'), 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  const at = (line: string, column: string) => line.split(',')[columns.indexOf(column)];
  return lines
    .filter((line) => at(line, 'SCENARIO_ID') === scenario)
    .reduce((sum, line) => sum + Number(at(line, 'FORECAST_QUANTITY')), 0);
}

describe('scenarios of a network through the command line', () => {
  test('the three outlooks of the pre-build network are planned together', async () => {
    const { code, out, err } = await sop(
      'optimize',
      sample('prebuild-network.xlsx'),
      '--scenario',
      'all',
      '--json',
      '-',
    );
    expect({ code, error: err.includes('error') }).toEqual({ code: 0, error: false });
    const { runs } = JSON.parse(out) as Runs;
    expect(runs.map(({ name }) => name)).toEqual(['BASELINE', 'Q4_PUSH', 'CONSERVATIVE']);
    expect(runs.map(({ demand }) => Math.round(total(demand ?? [])))).toEqual(['1', '2', '3'].map(publishedDemand));
    const [baseline, push, conservative] = runs.map(({ totalCost }) => totalCost ?? NaN);
    expect(push).toBeGreaterThan(baseline);
    expect(conservative).toBeLessThan(baseline);
  });

  test('the stories of the demo are compared on one sheet, with the inputs that differ', () =>
    inTemporaryFolder(async (folder) => {
      const out = join(folder, 'compared.xlsx');
      const run = await sop('compare', sample('network.xlsx'), '--scenarios', '--out', out, '--json', '-');
      expect(run.code).toBe(0);
      const { runs } = JSON.parse(run.out) as Runs;
      expect(runs.map(({ name, totalCost }) => [name, totalCost])).toEqual([
        ['BASELINE', expect.closeTo(14_017, 4)],
        ['STORY_1_STOP', expect.closeTo(13_373, 4)],
        ['STORY_2_LEVELLED', expect.closeTo(14_017, 4)],
        ['STORY_3_CAPACITY_CUT', expect.closeTo(391_993, 4)],
        ['STORY_3_BY_MARGIN', expect.closeTo(59_817, 4)],
      ]);
      const written = await readXlsxFile(out);
      if (!written.ok) throw new Error(written.error.message);
      const range = { sheet: 'SOP Compare', row: 0, column: 0, rowCount: 200, columnCount: 7 };
      const content = await written.value.read({ names: [], tables: [], ranges: [range], settings: [] });
      if (!content.ok) throw new Error(content.error.message);
      const rows = content.value.ranges[0].cells.map((row) => row.map(({ value }) => value));
      expect(rows).toContainEqual(['Resources Capacity', 'Assembly, CW10', 1000, 1000, 1000, 700, 700]);
      expect(rows).toContainEqual(['Resources TargetUseCost', 'Assembly', 50, 0, 50, 0, 0]);
    }));

  test('a sweep of a network finds where more capacity stops helping, also from a scenario', async () => {
    const options = ['--input', 'Capacity', '--from', '600', '--to', '1400', '--steps', '5', '--json', '-'];
    const run = await sop('sweep', sample('network.xlsx'), '--scenario', 'STORY_1_STOP', ...options);
    expect(run.code).toBe(0);
    const { points, breaks } = JSON.parse(run.out) as Sweep;
    expect(points.find(({ value }) => value === 1000)?.totalCost).toBeCloseTo(13_373, 4);
    const costs = points.map(({ totalCost }) => totalCost ?? Infinity);
    expect(costs).toEqual([...costs].sort((one, other) => other - one));
    // With 1,460 hours CW05 alone could make the 800 units; beyond the sweep nothing is asserted.
    expect(breaks.every(({ value }) => value >= 600 && value <= 1400)).toBe(true);
    const levelled = await sop('sweep', sample('network.xlsx'), ...options);
    const at1000 = (JSON.parse(levelled.out) as Sweep).points.find(({ value }) => value === 1000);
    expect(at1000?.totalCost).toBeCloseTo(14_017, 4);
  });

  test('nothing is wrong with any of them, as sop check finds', async () => {
    const run = await sop('check', sample('network.xlsx'));
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
  });
});
