import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildXlsx } from '../../../src/workbook/xlsx/build-xlsx';
import { emptySheet } from '../../../src/workbook/book-content';
import { readXlsxFile, writeFileWhole } from '../../../src/workbook/xlsx/node-file';

const bytes = buildXlsx({ sheets: [emptySheet('A')], names: [], tables: [] });
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'xlsx-')));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('Workbook files on disk', () => {
  test('are written whole, replace what was there, and leave nothing beside it', async () => {
    const path = join(folder, 'plan.xlsx');
    writeFileSync(path, 'former');
    expect(await writeFileWhole(path, bytes)).toEqual({ ok: true, value: path });
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(['plan.xlsx']);
    expect((await readXlsxFile(path)).ok).toBe(true);
  });

  test('stay behind the links that lead to them', async () => {
    const path = join(folder, 'plan.xlsx');
    const link = join(folder, 'link.xlsx');
    writeFileSync(path, 'former', { mode: 0o600 });
    symlinkSync(path, link);
    expect(await writeFileWhole(link, bytes)).toEqual({ ok: true, value: path });
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(lstatSync(path).mode & 0o777).toBe(0o600);
  });

  test('stay as they are when writing fails, and no half file is left', async () => {
    const missing = join(folder, 'none', 'plan.xlsx');
    expect(await writeFileWhole(missing, bytes)).toMatchObject({ ok: false, error: { kind: 'notFound' } });
    expect(existsSync(missing)).toBe(false);
    expect(await writeFileWhole(folder, bytes)).toMatchObject({ ok: false });
    expect(readdirSync(join(folder, '..')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that do not exist or are folders are refused with a remedy', async () => {
    const missing = await readXlsxFile(join(folder, 'none.xlsx'));
    expect(missing).toMatchObject({
      ok: false,
      error: { kind: 'notFound', message: expect.stringMatching(/Check the name/) },
    });
    expect(await readXlsxFile(folder)).toMatchObject({ ok: false, error: { kind: 'notFound' } });
  });

  test('that hold something else are refused as such', async () => {
    const path = join(folder, 'list.xlsx');
    writeFileSync(path, 'a,b\n1,2\n');
    expect(await readXlsxFile(path)).toMatchObject({ ok: false, error: { kind: 'notAWorkbook' } });
  });
});
