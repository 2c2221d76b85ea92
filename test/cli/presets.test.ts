import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanReport } from '../../src/planning';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
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
      expect(report.preset).toEqual({
        name: 'by-margin',
        rates: [
          { input: 'Shortage_Cost', item: '', value: 10, of: 'margin' },
          { input: 'Backorder_Cost', item: '', value: 1, of: 'margin' },
        ],
      });
      // A missing unit costs ten margins: what earns least is short.
      const short = (product: string) =>
        (report.network ?? []).filter((row) => row.product === product).reduce((sum, row) => sum + row.short, 0);
      expect(short('IBP-320')).toBeCloseTo(0, 6);
      expect(short('IBP-300')).toBeGreaterThan(0);
      costs.push(report.totalCost);
    }
    expect(costs[1]).toBeCloseTo(costs[0] ?? NaN, 6);
    const own = await sop('optimize', sample, '--scenario', 'STORY_3_CAPACITY_CUT', '--json', '-');
    const plain = JSON.parse(own.out) as PlanReport;
    expect(plain.preset).toBeNull();
    // The rates of the preset are in the money, too.
    expect(Math.abs((plain.totalCost ?? NaN) - (costs[0] ?? NaN))).toBeGreaterThan(1);
  }));

test('the sheet of a plan says with which preset it was made, and at which rates', () =>
  inTemporaryFolder(async (folder) => {
    const book = join(folder, 'plan.xlsx');
    await sop('optimize', sample, '--preset', 'by-margin', '--out', book);
    const texts = (await cellsOf(book, 'SOP Plan')).map((line) => line.filter((value) => value !== null));
    expect(texts[1][0]).toMatch(/; least cost, preset by-margin$/);
    expect(texts).toContainEqual(expect.arrayContaining(['Preset', 'by-margin']));
    expect(texts).toContainEqual(expect.arrayContaining(['Shortage_Cost', '10 × margin']));
  }));

test('sop compare plans with presets as well, and judges them at the rates of the workbook', () =>
  inTemporaryFolder(async (folder) => {
    const [book, json] = [join(folder, 'compared.xlsx'), join(folder, 'compared.json')];
    const options = ['--scenario', 'STORY_3_CAPACITY_CUT', '--presets', 'Service-First, by-margin'];
    const run = await sop('compare', sample, ...options, '--out', book, '--json', json);
    expect(run.code).toBe(0);
    const { runs } = JSON.parse(await readFile(json, 'utf8')) as { runs: ComparedReport[] };
    expect(runs.slice(-2).map(({ name }) => name)).toEqual(['preset: service-first', 'preset: by-margin']);
    const own = runs.find(({ name }) => name === 'optimizer: cost');
    // At the workbook's own rates nothing is cheaper than the plan that was made for them, whatever a preset says.
    for (const preset of runs.slice(-2)) {
      expect(preset.judgement.margin).toBeLessThanOrEqual((own?.judgement.margin ?? NaN) + 1e-6);
    }
    const lines = await cellsOf(book, 'SOP Compare');
    const names = lines.find((line) => line.includes('preset: by-margin')) ?? [];
    const column = names.indexOf('preset: by-margin');
    const at = (label: string) => lines.find(([first]) => first === label)?.[column];
    expect(at('Shortage_Cost')).toBe('10 × margin');
    expect(at('Total cost')).toBeGreaterThan(runs.slice(-1)[0].totalCost);
    const wrong = await sop('compare', sample, '--presets', 'speed');
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('There is no preset "speed". There are') });
  }));

interface ComparedReport {
  readonly name: string;
  readonly totalCost: number;
  readonly judgement: { readonly margin: number };
}

/** Values of a sheet of a file, line by line. */
async function cellsOf(file: string, sheet: string) {
  const opened = openXlsx(new Uint8Array(await readFile(file)));
  if (!opened.ok) throw new Error(opened.error.message);
  const whole = { sheet, row: 0, column: 0, rowCount: 200, columnCount: 12 };
  const read = await opened.value.read({ names: [], tables: [], settings: [], ranges: [whole] });
  if (!read.ok) throw new Error(read.error.message);
  return read.value.ranges[0].cells.map((line) => line.map(({ value }) => value));
}
