import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Sweep } from '../../src/planning';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import { caseBook } from '../cases/case-book';
import { inTemporaryFolder, sop } from '../cases/run-case';

const book = caseBook({ Demand: [[10, 10, 30]], Capacity: 20, Production_Cost: 2, Holding_Cost: 1 });

const onBook = <T>(use: (path: string, folder: string) => Promise<T>, bytes: Uint8Array = book) =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, 'book.xlsx');
    writeFileSync(path, bytes);
    return use(path, folder);
  });

const range = ['--input', 'capacity', '--from', '10', '--to', '40', '--steps', '4'] as const;

describe('sop sweep', () => {
  it('prints the points and breaks of the contract as JSON, and the table beside it', async () => {
    const { code, out, err } = await onBook((path) => sop('sweep', path, ...range, '--json', '-'));
    expect(code).toBe(0);
    const { input, points, breaks } = JSON.parse(out) as Sweep;
    expect(input).toBe('Capacity');
    expect(points.map(({ value, status, totalCost }) => [value, status, totalCost])).toEqual([
      [10, 'infeasible', null],
      [20, 'optimal', 110],
      [30, 'optimal', 100],
      [40, 'optimal', 100],
    ]);
    expect(points[1].costs).toMatchObject({ production: 100, holding: 10 });
    expect(breaks.map(({ kind, value }) => [kind, value])).toEqual([
      ['feasible', 16.67],
      ['slope', 20],
      ['flat', 30],
    ]);
    expect(err).toContain('Below 16.67 of Capacity no plan satisfies all limits.');
  });

  it('writes the figures and a native chart to the sheet SOP Sweep of a copy', async () => {
    await onBook(async (path, folder) => {
      const copy = join(folder, 'sweep.xlsx');
      const { code, out } = await sop('sweep', path, ...range, '--out', copy);
      expect(code).toBe(0);
      expect(out).toContain('sheet "SOP Sweep"');
      const opened = openXlsx(new Uint8Array(readFileSync(copy)));
      if (!opened.ok) throw new Error(opened.error.message);
      const whole = { sheet: 'SOP Sweep', row: 0, column: 0, rowCount: 60, columnCount: 8 };
      const read = await opened.value.read({ names: [], tables: [], settings: [], ranges: [whole] });
      if (!read.ok) throw new Error(read.error.message);
      const { cells } = read.value.ranges[0];
      const top = cells.findIndex((line) => line[1]?.value === 'Total cost');
      const row = (n: number) => cells[top + n].map(({ value }) => value);
      expect(row(1).slice(0, 4)).toEqual([10, null, null, 'no plan']);
      expect(row(3).slice(0, 4)).toEqual([30, 100, -1, 'optimal']);
      expect(cells[top + 3][2].formula).toMatch(/^=\(B\d+-B\d+\)\/\(A\d+-A\d+\)$/);
      expect(cells.some(([first]) => first?.value === 'Below 16.67 of Capacity no plan satisfies all limits.')).toBe(
        true,
      );
      const parts = Object.keys(unzipSync(new Uint8Array(readFileSync(copy))));
      expect(parts.some((name) => /charts\/chart\d+\.xml$/.test(name))).toBe(true);
    });
  });

  it('shows a table with bars where no JSON is asked for', async () => {
    const { code, out } = await onBook((path) => sop('sweep', path, ...range));
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Capacity +Total cost +Per unit\n10 +infeasible\n20 +110\.00 +#{40}\n30 +100\.00 +-1\.00 +#\n/,
    );
    expect(out).toContain('- From 30 on, more Capacity changes nothing.');
  });

  it('writes the JSON into a file', async () => {
    await onBook(async (path, folder) => {
      const target = join(folder, 'sweep.json');
      expect((await sop('sweep', path, ...range, '--json', target)).code).toBe(0);
      expect(JSON.parse(readFileSync(target, 'utf8'))).toMatchObject({ input: 'Capacity' });
    });
  });

  it('ends with 3 where no value has a plan', async () => {
    const { code } = await onBook((path) =>
      sop('sweep', path, '--input', 'Capacity', '--from', '1', '--to', '5', '--steps', '3'),
    );
    expect(code).toBe(3);
  });

  it.each([
    [[], 'needs --input NAME'],
    [['--input', 'Weather'], 'does not know "Weather"'],
    [['--input', 'Capacity', '--from', 'x', '--to', '2'], '--from and --to need numbers'],
    [['--input', 'Capacity', '--from', '2', '--to', '2'], 'must differ'],
    [['--input', 'Capacity', '--from', '1', '--to', '2', '--steps', '1'], '--steps needs a whole number'],
  ])('refuses %j', async (options, complaint) => {
    const { code, err } = await onBook((path) => sop('sweep', path, ...options));
    expect(code).toBe(2);
    expect(err).toContain(complaint);
  });
});
