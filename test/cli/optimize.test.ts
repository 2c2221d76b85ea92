import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { costTermIds } from '../../src/planning';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';
import { caseBook, caseBookContent } from '../cases/case-book';
import type { CaseInput } from '../cases/case-book';
import { inTemporaryFolder, optimizeBook, sop } from '../cases/run-case';

const samples = join(__dirname, '../../assets/samples');
const small: Record<string, CaseInput> = { Demand: [10, 20, 30], Capacity: 25, Production_Cost: 2, Holding_Cost: 1 };

/** Runs on the bytes in a folder of its own; `files` are those in the folder afterwards. */
async function run(bytes: Uint8Array, ...options: readonly string[]) {
  return inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'book.xlsx'), bytes);
    const inFolder = options.map((word) => word.replace('FOLDER', folder));
    const ended = await sop('optimize', join(folder, 'book.xlsx'), ...inFolder);
    const written = join(folder, 'plan.xlsx');
    return {
      ...ended,
      files: readdirSync(folder).sort(),
      plan: existsSync(written) ? new Uint8Array(readFileSync(written)) : null,
    };
  });
}

describe('the result', () => {
  test('is printed as a summary and written beside the workbook, which stays as it was', async () => {
    await inTemporaryFolder(async (folder) => {
      const bytes = readFileSync(join(samples, 'three-skus-one-factory.xlsx'));
      const book = join(folder, 'book.xlsx');
      writeFileSync(book, bytes);
      const { code, out, err } = await sop('optimize', book, '--out', join(folder, 'plan.xlsx'));
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('Optimal plan, gap 0');
      expect(out).toMatch(/Total cost +2,128,139\.00/);
      expect(out).toMatch(/Capacity used +12\.9% +100% /);
      expect(out).toContain('sheet "SOP Plan"');
      expect(readFileSync(book).equals(bytes)).toBe(true);
      expect(readdirSync(folder).sort()).toEqual(['book.xlsx', 'plan.xlsx']);
      const written = openXlsx(readFileSync(join(folder, 'plan.xlsx')));
      if (!written.ok) throw new Error(written.error.message);
      const content = await written.value.read({ names: [], tables: [], ranges: [], settings: [] });
      expect(content.ok && content.value.sheets).toEqual(['Demand', 'Factory', 'SOP Plan']);
    });
  });

  test('has every key of the contract as JSON, and nothing else on standard output', async () => {
    const { report, code } = await optimizeBook(caseBook(small));
    expect(code).toBe(0);
    expect(Object.keys(report).sort()).toEqual(
      [
        'backorder',
        'costs',
        'coverageRule',
        'demand',
        'explanations',
        'infeasibility',
        'inventory',
        'issues',
        'items',
        'mode',
        'periods',
        'planner',
        'preset',
        'production',
        'profit',
        'resources',
        'revenue',
        'safetyStock',
        'scenario',
        'shortage',
        'solver',
        'status',
        'subcontract',
        'totalCost',
      ].sort(),
    );
    expect(Object.keys(report.costs ?? {})).toEqual([...costTermIds]);
    expect(report).toMatchObject({
      status: 'optimal',
      mode: 'cost',
      scenario: null,
      periods: ['Period 1', 'Period 2', 'Period 3'],
      items: ['Item 1'],
      totalCost: 125,
      production: [[10, 25, 25]],
      inventory: [[0, 5, 0]],
    });
    expect(report.resources).toEqual([
      { name: 'Capacity', load: [10, 25, 25], capacity: [25, 25, 25], overtime: [0, 0, 0], shadowPrice: [0, 0, -1] },
    ]);
  });

  test('is the same with either solver', async () => {
    const one = await optimizeBook(caseBook(small));
    const other = await optimizeBook(caseBook(small), '--solver', 'javascript-lp-solver');
    expect(other.report.totalCost).toBeCloseTo(one.report.totalCost ?? NaN, 9);
    expect(other.report.solver?.name).toMatch(/javascript-lp-solver/);
    expect(other.report.resources?.[0].shadowPrice).toBeNull();
  });

  test('needs HiGHS where quantities must be whole', async () => {
    const { code, err } = await run(caseBook({ ...small, Lot_Size: 5 }), '--solver', 'javascript-lp-solver');
    expect(code).toBe(2);
    expect(err).toMatch(/whole|integer/i);
  });

  test('follows the mode of the command line before that of the workbook', async () => {
    const book = caseBook({ ...small, Demand: [10, 20, 100], Price: 5, Mode: 'profit' });
    expect((await optimizeBook(book)).report.mode).toBe('profit');
    expect((await optimizeBook(book, '--mode', 'delivery')).report).toMatchObject({
      mode: 'delivery',
      shortage: [[0, 0, 55]],
    });
  });

  test('stops at the time limit with a feasible plan and exit code 4, or without any plan', async () => {
    const items = 12;
    const periods = 16;
    const row = (factor: number) => Array.from({ length: periods }, (_value, t) => 40 + ((t * 37 + factor * 53) % 90));
    const book = caseBook({
      Demand: Array.from({ length: items }, (_value, i) => row(i)),
      Capacity: 1400,
      Setup_Use: { down: Array.from({ length: items }, (_value, i) => 20 + i) },
      Setup_Cost: { down: Array.from({ length: items }, (_value, i) => 400 + 60 * i) },
      Holding_Cost: { down: Array.from({ length: items }, (_value, i) => 1 + (i % 4)) },
    });
    const { code, report } = await optimizeBook(book, '--time-limit', '4');
    expect([1, 4]).toContain(code);
    if (code === 4) {
      expect(report.status).toBe('stoppedEarly');
      expect(report.solver?.gap).toBeGreaterThan(0);
      expect(report.totalCost).toBeGreaterThan(0);
      expect(report.resources?.[0].shadowPrice).toBeNull();
    } else expect(report.production).toBeNull();
  }, 60_000);

  test('writes a label that looks like a formula as text', async () => {
    const labels = ['=1+1', '+SUM(A1)', '-2', '@x'];
    const book = caseBook({ ...small, Demand: labels.map(() => [1, 2, 3]), Items: { down: labels } });
    const { code, plan } = await run(book, '--out', 'FOLDER/plan.xlsx');
    expect(code).toBe(0);
    const written = openXlsx(plan ?? new Uint8Array());
    if (!written.ok) throw new Error(written.error.message);
    const reference = { sheet: 'SOP Plan', row: 0, column: 0, rowCount: 120, columnCount: 2 };
    const content = await written.value.read({ names: [], tables: [], ranges: [reference], settings: [] });
    if (!content.ok) throw new Error(content.error.message);
    const cells = content.value.ranges[0].cells.flat();
    for (const label of labels) {
      const found = cells.filter(({ value }) => value === label);
      expect(found.length).toBeGreaterThan(0);
      expect(found.every(({ formula }) => formula === null)).toBe(true);
    }
  });
});

describe('no plan', () => {
  const tooMuch = caseBook({ ...small, Demand: [10, 20, 100] });

  test('exits with 3, says why, and writes nothing', async () => {
    const { code, out, err, files } = await run(tooMuch, '--out', 'FOLDER/plan.xlsx');
    expect({ code, out, files }).toEqual({ code: 3, out: '', files: ['book.xlsx'] });
    expect(err).toContain('No plan satisfies all limits.');
    expect(err).toMatch(/130 units of Capacity.*only 75 are available: 55 too few/);
    expect(err).toMatch(/At least 43\.33/);
    expect(err).toContain('Nothing was written.');
  });

  test.each([
    ['in part', {}, '12.5 workers in every period instead of at most 5 (7.5 more)'],
    ['whole', { Whole_Workers: true }, '13 workers in every period instead of at most 5 (8 more)'],
  ])('asks for more workers, not for a capacity that workers have instead: %s', async (_how, inputs, sentence) => {
    const workers = { Initial_Workers: 5, Max_Workers: 5, Hours_Per_Worker: 10, Overtime_Per_Worker: 2 };
    const { code, report } = await optimizeBook(caseBook({ Demand: [100, 200], ...workers, ...inputs }));
    expect(code).toBe(3);
    const { fixes = [] } = report.infeasibility ?? {};
    expect(fixes[0]).toMatchObject({ what: 'Max_Workers', unit: 'workers' });
    expect(fixes[0].sentence).toBe(`At least ${sentence} make a plan possible.`);
    expect(fixes.map(({ what }) => what)).not.toContain('Capacity');
  });

  test('writes the closest plan where that is asked for, still with exit code 3', async () => {
    const { code, err, files } = await run(tooMuch, '--out', 'FOLDER/plan.xlsx', '--closest');
    expect({ code, files }).toEqual({ code: 3, files: ['book.xlsx', 'plan.xlsx'] });
    expect(err).toContain('The closest plan was written.');
  });
});

describe('wrong data', () => {
  const broken = () => {
    const content = caseBookContent({
      Demand: [
        [10, 'many', 30],
        [-5, null, 7],
      ],
      Items: { down: ['A', 'A'] },
      Capacity: [1, 2],
      Production_Cost: 2,
    });
    const names = [...content.names, { name: 'Holding_Cost', refersTo: 'Data!#REF!' }];
    return buildXlsx({ ...content, names });
  };

  test('is reported all at once with sheet and cell, exits with 2 and writes nothing', async () => {
    const { code, out, err, files } = await run(broken(), '--out', 'FOLDER/plan.xlsx', '--json', 'FOLDER/plan.json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(files).toEqual(['book.xlsx', 'plan.json']);
    expect(err).toMatch(/error: Data!E2: .*many/);
    expect(err).toMatch(/error: Data!D3: .*-5/);
    expect(err).toMatch(/error: .*Holding_Cost/);
    expect(err).toMatch(/error: .*Capacity/);
    expect(err).toMatch(/error: .*"A"/);
    expect(err).toMatch(/warning: .*E3/);
  });

  test('a missing Demand names the name', async () => {
    const { code, err } = await run(caseBook({ Capacity: 5 }));
    expect(code).toBe(2);
    expect(err).toMatch(/error: .*Demand/);
  });

  test('a blank demand cell is a warning and counts as 0', async () => {
    const { code, err, report } = await optimizeBook(caseBook({ ...small, Demand: [10, null, 30] }));
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: Data!E2/);
    expect(report.demand).toEqual([[10, 0, 30]]);
  });

  test.each([
    ['an empty file', new Uint8Array(), /empty/],
    ['a text file', new TextEncoder().encode('a,b\n1,2\n'), /not an Excel workbook/],
    ['an .xls file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /\.xls/],
    ['half a file', caseBook(small).slice(0, 900), /cut off|damaged|truncated|not complete/i],
  ])('%s is refused in one sentence', async (_name, bytes, message) => {
    const { code, out, err } = await run(bytes);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('the command line', () => {
  test.each([
    [[], 2, /Usage/],
    [['frobnicate'], 2, /no command "frobnicate"/],
    [['optimize'], 2, /needs BOOK\.xlsx/],
    [['optimize', 'a.xlsx', 'b.xlsx'], 2, /one too many/],
    [['optimize', 'a.xlsx', '--mod', 'cost'], 2, /Did you mean --mode/],
    [['optimize', 'a.xlsx', '--mode', 'speed'], 2, /does not know "speed"/],
    [['optimize', 'a.xlsx', '--out'], 2, /--out needs a value/],
    [['optimize', 'a.xlsx', '--out', '--json', 'x'], 2, /^error: --out needs a value: --out PLAN\.xlsx\.\n$/],
    [['optimize', 'a.xlsx', '--out', ''], 2, /--out needs a value/],
    [['optimize', 'a.xlsx', '--json='], 2, /--json needs a value/],
    [['optimize', 'a.xlsx', '--out', '-'], 2, /--out writes a workbook to a file/],
    [['optimize', '-'], 2, /read from a file, not from standard input/],
    [['optimize', 'a.xlsx', '--json', './a.xlsx'], 2, /--json would overwrite the workbook/],
    [['optimize', 'a.xlsx', '--out', 'b.xlsx', '--json', 'b.xlsx'], 2, /--out and --json both name/],
    [['optimize', 'a.xlsx', '--closest=yes'], 2, /takes no value/],
    [['optimize', 'a.xlsx', '-o', 'x'], 2, /two dashes/],
    [['optimize', 'a.xlsx', '--time-limit', 'soon'], 2, /number of seconds/],
    [['optimize', 'nowhere/a.xlsx'], 2, /no file or folder/],
  ])('%j is refused', async (words, code, message) => {
    const ended = await sop(...words);
    expect(ended.code).toBe(code);
    expect(ended.err).toMatch(message);
    expect(ended.out).toBe('');
  });

  test('JSON never takes the place of the workbook, whatever way its name is written', async () => {
    const { code, err, files } = await run(caseBook(small), '--json', 'FOLDER/missing/../book.xlsx');
    expect(files).toEqual(['book.xlsx']);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    const again = await run(caseBook(small), '--json', 'FOLDER/./book.xlsx');
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/would overwrite the workbook/);
  });

  test('the workbook itself may be written over, and planned again from there', async () => {
    await inTemporaryFolder(async (folder) => {
      const book = join(folder, 'book.xlsx');
      writeFileSync(book, caseBook(small));
      for (let times = 0; times < 2; times++) {
        expect((await sop('optimize', book, '--out', book)).code).toBe(0);
        const opened = openXlsx(new Uint8Array(readFileSync(book)));
        const content = opened.ok
          ? await opened.value.read({ names: [], tables: [], ranges: [], settings: [] })
          : opened;
        expect(content).toMatchObject({ ok: true, value: { sheets: ['Data', 'SOP Plan'] } });
      }
    });
  });

  test('a copy with the ending of another kind of file is written with a warning', async () => {
    const { code, err, files } = await run(caseBook(small), '--out', 'FOLDER/plan.xlsm');
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: .*plan\.xlsm" will be a file of the kind \.xlsx/);
    expect(files).toEqual(['book.xlsx', 'plan.xlsm']);
  });

  test.each([
    [['--help'], /sop COMMAND BOOK\.xlsx/],
    [['optimize', '--help'], /--time-limit SECONDS/],
    [['check', '--help'], /sop check BOOK\.xlsx/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j is answered on standard output', async (words, message) => {
    const ended = await sop(...words);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(message);
  });

  test('check lists issues without planning', async () => {
    const good = await sop('check', join(samples, 'prebuild-q4.xlsx'));
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(good.out).toContain('39 items, 6 periods');
    await inTemporaryFolder(async (folder) => {
      const book = join(folder, 'book.xlsx');
      writeFileSync(book, caseBook({ Demand: ['x', 1] }));
      const bad = await sop('check', book, '--json', '-');
      expect(bad.code).toBe(2);
      expect((JSON.parse(bad.out) as { issues: unknown[] }).issues).toHaveLength(1);
    });
  });
});
