import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noChange, type RangeContent } from '../../../src/workbook/workbook';
import { buildXlsx } from '../../../src/workbook/xlsx/build-xlsx';
import { contentOf, handWritten, opened, packed } from './package-files';
import { planLikeSheet } from './plan-like-sheet';

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
const kitchenSink = join(__dirname, '../../../../shared/data/kitchen-sink.xlsm');

/** Opens a workbook in LibreOffice and saves it in another format. */
function converted(bytes: Uint8Array, name: string, format: 'pdf' | 'xlsx'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const source = join(folder, name);
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const output = join(folder, 'out');
    const options = ['--headless', profile, '--convert-to', format, '--outdir', output, source];
    execFileSync('soffice', options, { timeout: 120000, stdio: 'pipe' });
    return new Uint8Array(readFileSync(join(output, name.replace(/\.\w+$/, `.${format}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withPlan(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = opened(bytes);
  const receipt = await workbook.write({ ...noChange, sheets: [planLikeSheet('SOP Plan')] });
  expect(receipt.ok).toBe(true);
  return workbook.save();
}

const range = { sheet: 'SOP Plan', row: 3, column: 0, rowCount: 7, columnCount: 7 };

if (hasLibreOffice) {
  describe('LibreOffice', () => {
    test('opens a built workbook, and calculates its formulas to the values that the file holds', async () => {
      const bytes = buildXlsx({ sheets: [planLikeSheet('SOP Plan')], names: [], tables: [] });
      const [before] = (await contentOf(opened(bytes), { ranges: [range] })).ranges;
      const [after] = (await contentOf(opened(converted(bytes, 'plan.xlsx', 'xlsx')), { ranges: [range] })).ranges;
      // LibreOffice saves 15 digits.
      const shown = (cells: RangeContent['cells']) =>
        cells.map((row) => row.map(({ value }) => (typeof value === 'number' ? value.toPrecision(14) : value)));
      expect(shown(after.cells)).toEqual(shown(before.cells));
    }, 180000);

    test('opens the workbook that holds everything with a plan in it, and prints it', async () => {
      const bytes = await withPlan(new Uint8Array(readFileSync(kitchenSink)));
      const pages = converted(bytes, 'plan.xlsm', 'pdf');
      expect(Buffer.from(pages.slice(0, 5)).toString()).toBe('%PDF-');
    }, 180000);

    test('opens a prefixed and strict workbook with a plan in it', async () => {
      const source = packed(handWritten({ prefix: 'x:', strict: true, sheets: { S: '<x:sheetData/>' } }));
      const saved = converted(await withPlan(source), 'plan.xlsx', 'xlsx');
      const content = await contentOf(opened(saved), { ranges: [range] });
      expect(content.sheets).toEqual(['S', 'SOP Plan']);
      expect(content.ranges[0].cells[3][1].value).toBe(9500);
    }, 180000);
  });
} else {
  test('LibreOffice is not installed: that another program opens the files is not checked here', () => {
    expect(hasLibreOffice).toBe(false);
  });
}
