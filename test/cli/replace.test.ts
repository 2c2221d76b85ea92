import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneProductSample } from '../../scripts/samples/one-product';
import type { BookContent } from '../../src/workbook/book-content';
import { noChange } from '../../src/workbook/workbook';
import type { Cell, CellsEdit } from '../../src/workbook/workbook';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import { caseBook } from '../cases/case-book';
import { inTemporaryFolder, sop } from '../cases/run-case';
import { unpacked } from '../workbook/xlsx/package-files';

const sample = new Uint8Array(readFileSync(join(__dirname, '../../assets/samples/one-product.xlsx')));
const optimum = [10, 25, 20, 30, 25, 25, 60, 60, 60, 60, 60, 40];

/** Runs `sop replace` or `sop restore` on bytes and gives the bytes that it wrote; null where it wrote none. */
async function onBytes(command: 'replace' | 'restore', bytes: Uint8Array, ...options: readonly string[]) {
  return inTemporaryFolder(async (folder) => {
    const [book, out] = [join(folder, 'book.xlsx'), join(folder, 'out.xlsx')];
    writeFileSync(book, bytes);
    const run = await sop(command, book, '--out', out, ...options);
    let written: Uint8Array | null = null;
    if (run.code === 0) written = new Uint8Array(readFileSync(out));
    return { ...run, written: written ?? new Uint8Array() };
  });
}

function opened(bytes: Uint8Array) {
  const book = openXlsx(bytes);
  if (!book.ok) throw new Error(book.error.message);
  return book.value;
}

/** Cells of a rectangle of the sheet Plan. */
async function cellsOf(bytes: Uint8Array, row: number, rowCount = 1): Promise<readonly (readonly Cell[])[]> {
  const range = { sheet: 'Plan', row, column: 1, rowCount, columnCount: 12 };
  const content = await opened(bytes).read({ names: [], tables: [], settings: [], ranges: [range] });
  if (!content.ok) throw new Error(content.error.message);
  return content.value.ranges[0].cells;
}

async function edited(bytes: Uint8Array, edit: CellsEdit): Promise<Uint8Array> {
  const book = opened(bytes);
  const written = await book.write({ ...noChange, cells: [edit] });
  if (!written.ok) throw new Error(written.error.message);
  return book.save();
}

describe('the coverage rule, replaced in place', () => {
  test('by values: the optimum stands in Production_Plan, and nothing else on the sheet changes', async () => {
    const { code, written } = await onBytes('replace', sample);
    expect(code).toBe(0);
    const [cells] = await cellsOf(written, 12);
    expect(cells.map(({ value, formula }) => [value, formula])).toEqual(optimum.map((units) => [units, null]));
    const [former] = await cellsOf(sample, 12);
    expect(cells.map(({ numberFormat }) => numberFormat)).toEqual(former.map(({ numberFormat }) => numberFormat));
    const outside = (sheet: string) => sheet.replace(/<row r="13".*?<\/row>/s, '');
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(outside(unpacked(written)[sheet])).toBe(outside(unpacked(sample)[sheet]));
    const content = await opened(written).read({ names: [], tables: [], settings: [], ranges: [] });
    expect(content.ok && content.value.sheets).toEqual(['Plan', 'SOP Former Plan']);
    expect(unpacked(written)['xl/workbook.xml']).toContain('name="SOP Former Plan" sheetId="2" state="hidden"');
  });

  test('by a live formula, as a file holds functions of an add-in', async () => {
    const { written } = await onBytes('replace', sample, '--live');
    expect(unpacked(written)['xl/worksheets/sheet1.xml']).toContain(
      '<f t="array" ref="B13:M13">_xldudf_SOP_PLAN(Demand,Capacity,Production_Cost,Holding_Cost,Initial_Inventory,Safety_Stock)</f><v>10</v>',
    );
    const [cells] = await cellsOf(written, 12);
    expect(cells.map(({ value }) => value)).toEqual(optimum);
    expect(cells[0].formula).toMatch(/^=SOP\.PLAN\(Demand,/);
  });

  test.each([[[]], [['--live']]])('is restored byte for byte, after closing and reopening (%j)', async (options) => {
    const replaced = await onBytes('replace', sample, ...options);
    const restored = await onBytes('restore', replaced.written);
    expect(restored.out).toContain('Restored to the byte');
    expect(unpacked(restored.written)).toEqual(unpacked(sample));
  });

  test('is restored to the byte after a second replacement too', async () => {
    const once = await onBytes('replace', sample);
    const twice = await onBytes('replace', once.written, '--live');
    const restored = await onBytes('restore', twice.written);
    expect(unpacked(restored.written)).toEqual(unpacked(sample));
  });

  test('keeps the settings of the workbook, also those that changed meanwhile', async () => {
    const withSettings = buildXlsx({ ...oneProductSample(), settings: { language: 'en' } });
    const replaced = await onBytes('replace', withSettings);
    expect(unpacked((await onBytes('restore', replaced.written)).written)).toEqual(unpacked(withSettings));
    const book = opened(replaced.written);
    await book.write({ ...noChange, settings: { language: 'de' } });
    const restored = opened((await onBytes('restore', book.save())).written);
    const request = { names: [], tables: [], ranges: [], settings: ['language', 'replacedPlan', 'undo'] };
    const content = await restored.read(request);
    expect(content.ok && content.value.settings).toEqual({ language: 'de' });
    expect(content.ok && content.value.sheets).toEqual(['Plan']);
  });

  test('is restored to the byte on its own sheet when a plan was written meanwhile', async () => {
    const replaced = await onBytes('replace', sample);
    const planned = await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'a.xlsx'), replaced.written);
      await sop('optimize', join(folder, 'a.xlsx'), '--out', join(folder, 'b.xlsx'));
      return new Uint8Array(readFileSync(join(folder, 'b.xlsx')));
    });
    const restored = await onBytes('restore', planned);
    expect(restored.code).toBe(0);
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(unpacked(restored.written)[sheet]).toBe(unpacked(sample)[sheet]);
    const content = await opened(restored.written).read({ names: [], tables: [], settings: [], ranges: [] });
    expect(content.ok && content.value.sheets).toEqual(['Plan', 'SOP Plan']);
  });
});

describe('a workbook that was changed after the replacement', () => {
  /** The replaced sample as Excel leaves it when rows are inserted above the table: everything moves, names and copies too. */
  async function withRowsInserted(count: number): Promise<Uint8Array> {
    const { written } = await onBytes('replace', sample);
    const settingsPart = Object.entries(unpacked(written)).find(([name]) => /customXml\/item\d+\.xml$/.test(name));
    const setting = /<setting name="replacedPlan">(.*?)<\/setting>/s.exec(settingsPart?.[1] ?? '')?.[1] ?? '';
    const record = setting.replace(/&#(\d+);/g, (_found, code: string) => String.fromCharCode(Number(code)));
    const moved = (formula: string) =>
      formula.replace(/(\$?[A-Z]+\$?)(\d+)/g, (_found, column: string, row: string) =>
        Number(row) > 10 ? `${column}${Number(row) + count}` : `${column}${row}`,
      );
    const original = oneProductSample();
    const [sheet] = original.sheets;
    const copies = sheet.cells.filter(({ row, formula }) => row === 12 && formula);
    const book: BookContent = {
      sheets: [
        {
          ...sheet,
          cells: sheet.cells.map((cell) => ({
            ...cell,
            row: cell.row >= 10 ? cell.row + count : cell.row,
            ...(cell.formula && cell.row !== 12 ? { formula: moved(cell.formula) } : {}),
            ...(cell.row === 12 && cell.column > 0 ? { formula: undefined, value: optimum[cell.column - 1] } : {}),
          })),
        },
        {
          ...sheet,
          name: 'SOP Former Plan',
          cells: copies.map((cell) => ({
            row: 2,
            column: cell.column - 1,
            value: cell.value,
            formula: moved(cell.formula ?? '').replace(/(?<![:A-Z$])(\$?[A-Z]+\$?\d+(?::[A-Z]+\d+)?)/g, 'Plan!$1'),
          })),
        },
      ],
      names: original.names.map((name) => ({ ...name, refersTo: moved(name.refersTo) })),
      tables: [],
      settings: { replacedPlan: record },
    };
    return buildXlsx(book);
  }

  test('is restored where the name stands now, its formulas moved with the rows', async () => {
    const { code, err, out, written } = await onBytes('restore', await withRowsInserted(2));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('cell by cell');
    const [cells] = await cellsOf(written, 14);
    const [former] = await cellsOf(sample, 12);
    expect(former[1].formula).toBe('=MIN($B$4,MAX(0,SUM(C12:G12)-B14))');
    expect(cells[1].formula).toBe('=MIN($B$4,MAX(0,SUM(C14:G14)-B16))');
    expect(cells.map(({ value }) => value)).toEqual(former.map(({ value }) => value));
  });

  test('refuses where the followed formulas are gone, and loses nothing', async () => {
    const moved = opened(await withRowsInserted(2));
    await moved.write({ ...noChange, removeSheets: ['SOP Former Plan'] });
    const { code, err } = await onBytes('restore', moved.save());
    expect(code).toBe(2);
    expect(err).toMatch(/Rows or columns were inserted.*Nothing was changed/);
  });

  test('refuses where a cell of the plan was edited, and restores once that is undone', async () => {
    const { written } = await onBytes('replace', sample);
    const cell = { sheet: 'Plan', row: 12, column: 3, rowCount: 1, columnCount: 1 };
    const byHand = await edited(written, { reference: cell, cells: [[99]] });
    const refused = await onBytes('restore', byHand);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/D13 was edited after the plan was replaced\. Nothing was changed/);
    const undone = await edited(byHand, { reference: cell, cells: [[20]] });
    const restored = await onBytes('restore', undone);
    expect(unpacked(restored.written)['xl/worksheets/sheet1.xml']).toBe(unpacked(sample)['xl/worksheets/sheet1.xml']);
  });
});

describe('what cannot be replaced or restored', () => {
  test('a workbook without Production_Plan', async () => {
    const { code, err } = await onBytes('replace', caseBook({ Demand: [1, 2], Capacity: 5 }));
    expect(code).toBe(2);
    expect(err).toContain('no range named Production_Plan');
  });

  test('a workbook in which nothing was replaced', async () => {
    const { code, err } = await onBytes('restore', sample);
    expect(code).toBe(2);
    expect(err).toContain('There is nothing to restore.');
  });

  test('a live plan whose frozen periods would refer to itself', async () => {
    const book = caseBook({ Demand: [1, 2], Production_Plan: [1, 2], Frozen_Periods: 1 });
    const { code, err } = await onBytes('replace', book, '--live');
    expect(code).toBe(2);
    expect(err).toContain('would refer to itself');
  });

  test('a problem that no plan satisfies ends with 3', async () => {
    const book = caseBook({ Demand: [10, 20], Capacity: 5, Production_Plan: [1, 2] });
    expect((await onBytes('replace', book)).code).toBe(3);
  });

  test('a command without --out', async () => {
    expect((await sop('replace', 'book.xlsx')).code).toBe(2);
    expect((await sop('restore', 'book.xlsx')).code).toBe(2);
  });
});

test('blank cells and other inputs than the function has are no obstacle', async () => {
  const book = caseBook({
    Items: { down: ['A', 'B'] },
    Demand: [
      [10, 20],
      [5, 5],
    ],
    Max_Inventory: 100,
    Production_Plan: [
      [null, null],
      [null, null],
    ],
  });
  const { code, written } = await onBytes('replace', book, '--live');
  expect(code).toBe(0);
  expect(Object.values(unpacked(written)).join('')).toContain('>_xldudf_SOP_PLAN()<');
  expect(unpacked((await onBytes('restore', written)).written)).toEqual(unpacked(book));
});
