import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import type { PlanReport } from '../../src/planning';
import { noChange } from '../../src/workbook/workbook';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import { inTemporaryFolder, sop } from '../cases/run-case';

const sample = join(__dirname, '../../assets/samples/network.xlsx');

/** Types a quantity into the first period of a row of the plan sheet of a file. */
async function typeInto(file: string, owner: string, measure: string, quantity: number): Promise<void> {
  const opened = openXlsx(new Uint8Array(await readFile(file)));
  if (!opened.ok) throw new Error(opened.error.message);
  const book = opened.value;
  const whole = { sheet: 'SOP Plan', row: 0, column: 0, rowCount: 1000, columnCount: 8 };
  const read = await book.read({ names: [], tables: [], settings: [], ranges: [whole] });
  if (!read.ok) throw new Error(read.error.message);
  const row = read.value.ranges[0].cells.findIndex(([one, two]) => one?.value === owner && two?.value === measure);
  const reference = { sheet: 'SOP Plan', row, column: 4, rowCount: 1, columnCount: 1 };
  const written = await book.write({ ...noChange, cells: [{ reference, cells: [[quantity]] }] });
  if (!written.ok) throw new Error(written.error.message);
  await writeFile(file, book.save());
}

test.each(['optimizer', 'heuristic'])(
  'sop optimize --keep-overrides keeps what was typed on a network (%s)',
  (planner) =>
    inTemporaryFolder(async (folder) => {
      const [first, second] = [join(folder, 'first.xlsx'), join(folder, 'second.xlsx')];
      expect((await sop('optimize', sample, '--planner', planner, '--out', first)).code).toBe(0);
      await typeInto(first, 'IBP-320 @ 1710', 'Sent to 1720', 7);
      await typeInto(first, 'IBP-300 @ 1710', 'Production', 3);
      const run = await sop(
        'optimize',
        first,
        '--planner',
        planner,
        '--keep-overrides',
        '--out',
        second,
        '--json',
        '-',
      );
      expect(run.code).toBe(0);
      const report = JSON.parse(run.out) as PlanReport;
      const row = (product: string) =>
        report.network?.find((one) => one.product === product && one.location === '1710');
      expect(row('IBP-320')?.transportOut).toBeCloseTo(7, 6);
      expect(row('IBP-300')?.production).toBeCloseTo(3, 6);
      // A second run on the result still knows them.
      const again = await sop('optimize', second, '--planner', planner, '--keep-overrides', '--json', '-');
      expect((JSON.parse(again.out) as PlanReport).totalCost).toBeCloseTo(report.totalCost ?? NaN, 4);
      const forgotten = await sop('optimize', second, '--planner', planner, '--json', '-');
      const free = (JSON.parse(forgotten.out) as PlanReport).network ?? [];
      expect(free.find(({ product, location }) => product === 'IBP-320' && location === '1710')?.transportOut).not.toBe(
        7,
      );
    }),
);
