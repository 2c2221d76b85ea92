import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prebuildQ4Sample } from '../../scripts/samples/prebuild-q4';
import type { PlanReport } from '../../src/planning';
import type { BookContent } from '../../src/workbook/book-content';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import { inTemporaryFolder, sop } from '../cases/run-case';

const samples = join(__dirname, '../../assets/samples');

type Runs = { readonly runs: readonly (PlanReport & { readonly name: string })[] };

/** The pre-build sample with another capacity a month. */
function withCapacity(capacity: number): BookContent {
  const sample = prebuildQ4Sample();
  const sheets = sample.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.value === 235_000 ? { ...cell, value: capacity } : cell)),
  }));
  return { ...sample, sheets };
}

/** Runs a command on a workbook file and reads what it wrote. */
async function onFile(bytes: Uint8Array, command: string, ...options: readonly string[]) {
  return inTemporaryFolder(async (folder) => {
    const [book, out] = [join(folder, 'book.xlsx'), join(folder, 'out.xlsx')];
    writeFileSync(book, bytes);
    const run = await sop(command, book, '--json', '-', '--out', out, ...options);
    const written = run.code === 0 ? openXlsx(readFileSync(out)) : null;
    const request = { names: [], tables: [], settings: [] };
    const range = { sheet: 'SOP Compare', row: 0, column: 0, rowCount: 60, columnCount: 9 };
    const content = written?.ok ? await written.value.read({ ...request, ranges: [] }) : null;
    const hasCompare = content?.ok === true && content.value.sheets.includes('SOP Compare');
    const compare = written?.ok && hasCompare ? await written.value.read({ ...request, ranges: [range] }) : null;
    return {
      ...run,
      sheets: content?.ok ? content.value.sheets : [],
      rows: compare?.ok ? compare.value.ranges[0].cells.map((row) => row.map(({ value }) => value)) : [],
    };
  });
}

describe('the published outlooks of the pre-build case', () => {
  test.each([
    [235_000, { BASELINE: 833_038.2, Q4_PUSH: 1_146_018.86, CONSERVATIVE: 719_399.71 }],
    [200_000, { BASELINE: 849_066.94, Q4_PUSH: 1_223_018.86, CONSERVATIVE: 720_595.88 }],
  ])('cost what was published at %d a month, on one sheet', async (capacity, totals) => {
    const { code, err, out, sheets, rows } = await onFile(buildXlsx(withCapacity(capacity)), 'compare');
    expect({ code, err: err.includes('error') }).toEqual({ code: 0, err: false });
    const { runs } = JSON.parse(out) as Runs;
    expect(runs.map(({ name }) => name)).toEqual(Object.keys(totals));
    Object.values(totals).forEach((total, i) => expect(runs[i].totalCost).toBeCloseTo(total, 2));
    expect(sheets).toEqual(['Demand', 'Parameters', 'Scenarios', 'SOP Compare']);
    const shown = rows.find(([label]) => label === 'Total cost')?.slice(2, 5) ?? [];
    Object.values(totals).forEach((total, i) => expect(shown[i]).toBeCloseTo(total, 2));
  });

  test('show the uplift of the fourth quarter by month, and what it costs', async () => {
    const { rows } = await onFile(readFileSync(join(samples, 'prebuild-q4.xlsx')), 'compare');
    const line = (label: string) =>
      rows.find(([first, second]) => first === label && second === 'Q4_PUSH less BASELINE');
    const uplift = line('Uplift of demand')?.slice(2) ?? [];
    expect(uplift.slice(0, 7)).toEqual([270_771, 23_993, 22_673, 24_389, 65_232, 67_440, 67_044]);
    expect(line('Cost of it')?.[2]).toBeCloseTo(312_980.66, 2);
    expect(line('Cost per unit of uplift')?.[2]).toBeCloseTo(312_980.66 / 270_771, 6);
    const demand = rows.filter(([label]) => label === 'Demand');
    expect(demand.map((row) => row[6])).toEqual(expect.arrayContaining([218_418, 283_650, 196_572]));
  });

  test('are planned one at a time or together, each on a sheet of its own', async () => {
    const bytes = new Uint8Array(readFileSync(join(samples, 'prebuild-q4.xlsx')));
    const one = await onFile(bytes, 'optimize', '--scenario', 'conservative');
    const report = JSON.parse(one.out) as PlanReport;
    expect(report.scenario).toBe('CONSERVATIVE');
    expect(report.totalCost).toBeCloseTo(719_399.71, 2);
    expect(one.sheets).toContain('SOP Plan (CONSERVATIVE)');
    const all = await onFile(bytes, 'optimize', '--scenario', 'all');
    expect((JSON.parse(all.out) as Runs).runs.map(({ scenario }) => scenario)).toEqual([
      'BASELINE',
      'Q4_PUSH',
      'CONSERVATIVE',
    ]);
    expect(all.sheets.slice(3)).toEqual(['SOP Plan (BASELINE)', 'SOP Plan (Q4_PUSH)', 'SOP Plan (CONSERVATIVE)']);
    const plain = await onFile(bytes, 'optimize');
    expect((JSON.parse(plain.out) as PlanReport).totalCost).toBeCloseTo(1_146_018.86, 2);
    expect(plain.sheets).toContain('SOP Plan');
  });

  test('a scenario that the workbook does not have is refused with those it has', async () => {
    const bytes = new Uint8Array(readFileSync(join(samples, 'prebuild-q4.xlsx')));
    const { code, err } = await onFile(bytes, 'optimize', '--scenario', 'BOOM');
    expect(code).toBe(2);
    expect(err).toContain('It has BASELINE, Q4_PUSH, CONSERVATIVE.');
  });

  test('a scenario without a plan ends with 3, and the others are shown', async () => {
    const { code, out } = await onFile(buildXlsx(withCapacity(151_000)), 'compare');
    expect(code).toBe(3);
    const { runs } = JSON.parse(out) as Runs;
    expect(runs.map(({ status }) => status)).toEqual(['optimal', 'infeasible', 'optimal']);
  });
});

test('four periods of cover against the optimum, cost by term', async () => {
  const { code, out, rows } = await onFile(readFileSync(join(samples, 'one-product.xlsx')), 'compare');
  expect(code).toBe(0);
  const { runs } = JSON.parse(out) as Runs;
  expect(runs.map(({ name, costs }) => [name, costs?.production, costs?.holding])).toEqual([
    ['Today', 4750, 2257.5],
    ['Optimal plan', 4750, 817.5],
  ]);
  expect(rows.find(([label]) => label === 'Holding cost')?.slice(2, 5)).toEqual([2257.5, 817.5, -1440]);
  expect(rows.find(([label]) => label === 'Status')?.slice(2, 4)).toEqual(["today's rule", 'optimal']);
});
