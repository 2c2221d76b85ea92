import { emptySheet, type BookContent } from '../../src/workbook/book-content';
import type { SheetCell, SheetChart, SheetContent } from '../../src/workbook/sheet-content';
import {
  noChange,
  type CellValue,
  type ReadRequest,
  type TableEdit,
  type Workbook,
  type WorkbookContent,
} from '../../src/workbook/workbook';

/** What a test can see of a workbook without its port. */
export interface BookInspection {
  readonly sheets: readonly SheetInspection[];
}

export interface SheetInspection {
  readonly name: string;
  /** Cells with content, by address such as `B2`. */
  readonly cells: Readonly<Record<string, { readonly value: CellValue; readonly formula: string | null }>>;
  /** Titles of the charts on the sheet. */
  readonly charts: readonly string[];
}

/** A workbook with given content behind the port, and a way to look at it from outside. */
export type OpenBook = (
  content: BookContent,
) => Promise<{ readonly workbook: Workbook; readonly inspect: () => Promise<BookInspection> }>;

const nothing: ReadRequest = { names: [], tables: [], ranges: [], settings: [] };

/** What every adapter of the workbook port does, whatever is behind it. */
export function describeWorkbookContract(adapter: string, open: OpenBook): void {
  const read = async (workbook: Workbook, request: Partial<ReadRequest>): Promise<WorkbookContent> => {
    const outcome = await workbook.read({ ...nothing, ...request });
    if (!outcome.ok) throw new Error(outcome.error.message);
    return outcome.value;
  };

  describe(`${adapter} as a workbook: reading`, () => {
    test('tells the sheets in order, the active one and the date system', async () => {
      const { workbook } = await open({ ...book, activeSheet: "It's & Co" });
      const content = await read(workbook, {});
      expect(content.sheets).toEqual(['Inputs', "It's & Co", '計画']);
      expect(content.activeSheet).toBe("It's & Co");
      expect(content.date1904).toBe(false);
    });

    test('finds a name whatever its case and prefix, with its cells and their neighbours', async () => {
      const { workbook } = await open(book);
      const { names } = await read(workbook, { names: ['demand'] });
      expect(names.map(({ name }) => name).sort()).toEqual(['Demand', 'SOP_DEMAND']);
      const target = names.find(({ name }) => name === 'Demand')?.target;
      if (target?.kind !== 'range') throw new Error('Demand is a range.');
      expect(target.range.reference).toEqual({ sheet: 'Inputs', row: 1, column: 1, rowCount: 2, columnCount: 2 });
      expect(target.range.cells.map((row) => row.map(({ value }) => value))).toEqual([
        [10, 20.5],
        [null, 'x'],
      ]);
      expect(target.above?.map(({ value }) => value)).toEqual(['Jan', 'Feb']);
      expect(target.left?.map(({ value }) => value)).toEqual(['A', 'B']);
    });

    test('gives no neighbours at the edge of the sheet', async () => {
      const { workbook } = await open(book);
      const [corner] = (await read(workbook, { names: ['corner'] })).names;
      expect(corner.target).toMatchObject({ kind: 'range', above: null, left: null });
    });

    test('reads a sheet whose name needs quoting', async () => {
      const { workbook } = await open(book);
      const [quoted] = (await read(workbook, { names: ['quoted'] })).names;
      if (quoted.target.kind !== 'range') throw new Error('Quoted is a range.');
      expect(quoted.target.range.reference.sheet).toBe("It's & Co");
      expect(quoted.target.range.cells[0][0].value).toBe(7);
    });

    test.each([
      ['rate', 0.25],
      ['share', 0.05],
      ['word', 'say "hi"'],
      ['flag', true],
    ])('reads the constant behind %s', async (name, value) => {
      const { workbook } = await open(book);
      const [found] = (await read(workbook, { names: [name] })).names;
      expect(found.target).toEqual({ kind: 'constant', value });
    });

    test.each([
      ['gone', 'deleted'],
      ['two', 'union'],
      ['abroad', 'external'],
      ['dynamic', 'formula'],
    ])('says why %s is no rectangle', async (name, reason) => {
      const { workbook } = await open(book);
      const [found] = (await read(workbook, { names: [name] })).names;
      expect(found.target).toMatchObject({ kind: 'unresolved', reason });
    });

    test('tells a name of one sheet from a name of the workbook', async () => {
      const { workbook } = await open(book);
      const { names } = await read(workbook, { names: ['local'] });
      expect(names.map(({ scope }) => scope)).toEqual(["It's & Co"]);
    });

    test('clips a whole column to its used cells', async () => {
      const { workbook } = await open(book);
      const [column] = (await read(workbook, { names: ['column'] })).names;
      if (column.target.kind !== 'range') throw new Error('Column is a range.');
      expect(column.target.range.cells.map(([cell]) => cell.value)).toEqual(['Jan', 10]);
    });

    test('reads a table with its headings and body, and a name on one of its columns', async () => {
      const { workbook } = await open(book);
      const { tables, names } = await read(workbook, { tables: ['sop_periods'], names: ['tablecolumn'] });
      expect(tables).toHaveLength(1);
      expect(tables[0]).toMatchObject({ name: 'SOP_Periods', headers: ['Period', 'Days'] });
      expect(tables[0].reference).toEqual({ sheet: '計画', row: 0, column: 0, rowCount: 3, columnCount: 2 });
      expect(tables[0].body.map((row) => row.map(({ value }) => value))).toEqual([
        ['Jan', 31],
        ['Feb', 28],
      ]);
      if (names[0].target.kind !== 'range') throw new Error('TableColumn is a range.');
      expect(names[0].target.range.cells.map(([cell]) => cell.value)).toEqual([31, 28]);
    });

    test('reads values, errors, formulas and number formats of any range', async () => {
      const { workbook } = await open(book);
      const range = { sheet: 'Inputs', row: 4, column: 0, rowCount: 1, columnCount: 5 };
      const [{ cells }] = (await read(workbook, { ranges: [range] })).ranges;
      expect(cells[0].map(({ value }) => value)).toEqual([true, { error: '#N/A' }, 30.5, 46023, '=no formula']);
      expect(cells[0].map(({ formula }) => formula)).toEqual([null, null, '=B2+C2', null, null]);
      expect(cells[0][3].numberFormat).toBe('yyyy-mm-dd');
    });

    test('refuses a range on a sheet that does not exist', async () => {
      const { workbook } = await open(book);
      const range = { sheet: 'Nowhere', row: 0, column: 0, rowCount: 1, columnCount: 1 };
      const outcome = await workbook.read({ ...nothing, ranges: [range] });
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'notFound' } });
    });
  });

  describe(`${adapter} as a workbook: writing`, () => {
    test('adds a sheet as the last one, text as text and formulas with their values', async () => {
      const { workbook, inspect } = await open(book);
      const receipt = await workbook.write({ ...noChange, sheets: [resultSheet] });
      expect(receipt).toMatchObject({ ok: true, value: { sheets: ['SOP Plan'] } });
      const { sheets } = await inspect();
      expect(sheets.map(({ name }) => name)).toEqual(['Inputs', "It's & Co", '計画', 'SOP Plan']);
      expect(sheets[3].cells).toMatchObject({
        A1: { value: '=not a formula', formula: null },
        B1: { value: 0.1, formula: null },
        C1: { value: 10.1, formula: '=B1+Inputs!B2' },
        D1: { value: true, formula: '=C1>0' },
      });
      expect(sheets[3].charts).toEqual(['Production']);
    });

    test('overwrites a sheet of that name in place and leaves formulas that point at it', async () => {
      const { workbook, inspect } = await open(book);
      const second = cell(0, 0, 'second');
      await workbook.write({ ...noChange, sheets: [resultSheet] });
      await workbook.write({ ...noChange, sheets: [{ ...emptySheet('Inputs'), cells: [second] }] });
      const { sheets } = await inspect();
      expect(sheets.map(({ name }) => name)).toEqual(['Inputs', "It's & Co", '計画', 'SOP Plan']);
      expect(Object.keys(sheets[0].cells)).toEqual(['A1']);
      expect(sheets[3].cells.C1.formula).toBe('=B1+Inputs!B2');
    });

    test('deletes sheets, and takes one that is already gone for deleted', async () => {
      const { workbook, inspect } = await open(book);
      await workbook.write({ ...noChange, sheets: [resultSheet] });
      const receipt = await workbook.write({ ...noChange, removeSheets: ['sop plan', 'Long gone'] });
      expect(receipt.ok).toBe(true);
      expect((await inspect()).sheets.map(({ name }) => name)).toEqual(['Inputs', "It's & Co", '計画']);
    });

    test('writes values and formulas into existing cells and leaves the others', async () => {
      const { workbook, inspect } = await open(book);
      const reference = { sheet: 'Inputs', row: 1, column: 1, rowCount: 2, columnCount: 2 };
      const cells = [
        [1, { formula: '=B2*2', value: 2 }],
        ['=text', null],
      ];
      expect((await workbook.write({ ...noChange, cells: [{ reference, cells }] })).ok).toBe(true);
      const [inputs] = (await inspect()).sheets;
      expect(inputs.cells).toMatchObject({
        A2: { value: 'A', formula: null },
        B2: { value: 1, formula: null },
        C2: { value: 2, formula: '=B2*2' },
        B3: { value: '=text', formula: null },
      });
      expect(inputs.cells.C3?.value ?? null).toBeNull();
    });

    test('keeps the number format of a cell that it edits', async () => {
      const { workbook } = await open(book);
      const reference = { sheet: 'Inputs', row: 4, column: 3, rowCount: 1, columnCount: 1 };
      await workbook.write({ ...noChange, cells: [{ reference, cells: [[46054]] }] });
      const [{ cells }] = (await read(workbook, { ranges: [reference] })).ranges;
      expect(cells[0][0]).toMatchObject({ value: 46054, numberFormat: 'yyyy-mm-dd' });
    });

    test('stores settings, changes them and deletes them', async () => {
      const { workbook } = await open(book);
      const stored = { mapping: '{"Demand":"Inputs!B2"}\n<&>', other: 'ä' };
      await workbook.write({ ...noChange, settings: stored });
      expect((await read(workbook, { settings: ['mapping', 'other', 'none'] })).settings).toEqual(stored);
      await workbook.write({ ...noChange, settings: { mapping: null, other: 'new' } });
      expect((await read(workbook, { settings: ['mapping', 'other'] })).settings).toEqual({ other: 'new' });
    });

    test.each([
      ['a'.repeat(32), 'longer than 31 characters'],
      ['a/b', 'with a forbidden character'],
      ["'quoted'", 'in apostrophes'],
      ['', 'that is empty'],
    ])('refuses the sheet name %p, %s, and changes nothing', async (name) => {
      const { workbook, inspect } = await open(book);
      const before = await inspect();
      const change = { ...noChange, sheets: [resultSheet, { ...resultSheet, name }], settings: { x: '1' } };
      const outcome = await workbook.write(change);
      expect(outcome.ok).toBe(false);
      expect(await inspect()).toEqual(before);
    });

    test('does all of a change or nothing', async () => {
      const { workbook, inspect } = await open(book);
      const before = await inspect();
      const good = { sheet: 'Inputs', row: 0, column: 0, rowCount: 1, columnCount: 1 };
      const outcome = await workbook.write({
        ...noChange,
        sheets: [resultSheet],
        cells: [
          { reference: good, cells: [['changed']] },
          { reference: { ...good, sheet: 'Nowhere' }, cells: [['lost']] },
        ],
      });
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'notFound' } });
      expect(await inspect()).toEqual(before);
    });

    describe('a table', () => {
      const place = { sheet: 'Scenarios', row: 1, column: 1 };
      const headers = ['Scenario', 'Amount', 'First'];
      const rows = [
        ['Push', 5, 46023],
        ['=text', { formula: '=C3*2', value: 10 }, null],
      ];
      const table: TableEdit = { name: 'SOP_Scenarios', place, headers, rows };
      const periods: TableEdit = {
        name: 'sop_periods',
        place: { sheet: 'Ignored', row: 9, column: 9 },
        headers: ['Period', 'Days'],
        rows: [],
      };
      const bodyOf = async (workbook: Workbook, name: string) => {
        const [found] = (await read(workbook, { tables: [name] })).tables;
        return { ...found, body: found.body.map((row) => row.map(({ value }) => value)) };
      };

      test('is made with a sheet of its own', async () => {
        const { workbook, inspect } = await open(book);
        const numberFormats = [null, '#,##0', 'yyyy-mm-dd'];
        expect((await workbook.write({ ...noChange, tables: [{ ...table, numberFormats }] })).ok).toBe(true);
        expect(await bodyOf(workbook, 'SOP_Scenarios')).toMatchObject({
          name: 'SOP_Scenarios',
          headers,
          reference: { sheet: 'Scenarios', row: 1, column: 1, rowCount: 3, columnCount: 3 },
          body: [
            ['Push', 5, 46023],
            ['=text', 10, null],
          ],
        });
        const { sheets } = await inspect();
        expect(sheets.map(({ name }) => name)).toEqual(['Inputs', "It's & Co", '計画', 'Scenarios']);
        expect(sheets[3].cells.C4).toMatchObject({ formula: '=C3*2' });
        const [found] = (await read(workbook, { tables: ['sop_scenarios'] })).tables;
        expect(found.body[0].map(({ numberFormat }) => numberFormat)).toEqual(['General', '#,##0', 'yyyy-mm-dd']);
      });

      test('is made on a sheet that exists, and leaves its cells alone', async () => {
        const { workbook, inspect } = await open(book);
        const change = { ...noChange, tables: [{ ...table, place: { sheet: 'inputs', row: 8, column: 0 } }] };
        expect((await workbook.write(change)).ok).toBe(true);
        expect((await bodyOf(workbook, 'SOP_Scenarios')).reference).toMatchObject({ sheet: 'Inputs', row: 8 });
        const [inputs] = (await inspect()).sheets;
        expect(inputs.cells.B2.value).toBe(10);
        expect(inputs.cells.A9.value).toBe('Scenario');
      });

      test('grows to its rows in the formats of the last one, and names over it grow along', async () => {
        const { workbook } = await open(dated);
        const more = [...['Jan', 'Feb', 'Mar', 'Apr'].map((label, index) => [label, 46023 + index])];
        expect((await workbook.write({ ...noChange, tables: [{ ...periods, rows: more }] })).ok).toBe(true);
        const { tables, names } = await read(workbook, { tables: ['sop_periods'], names: ['tablecolumn'] });
        expect(tables[0].name).toBe('SOP_Periods');
        expect(tables[0].reference).toEqual({ sheet: '計画', row: 0, column: 0, rowCount: 5, columnCount: 2 });
        expect(tables[0].body.map(([, days]) => [days.value, days.numberFormat])).toEqual([
          [46023, 'General'],
          [46024, 'yyyy-mm-dd'],
          [46025, 'yyyy-mm-dd'],
          [46026, 'yyyy-mm-dd'],
        ]);
        if (names[0].target.kind !== 'range') throw new Error('TableColumn is a range.');
        expect(names[0].target.range.cells).toHaveLength(4);
      });

      test('shrinks to its rows and clears the cells left over; without rows it keeps a blank one', async () => {
        const { workbook, inspect } = await open(book);
        expect((await workbook.write({ ...noChange, tables: [{ ...periods, rows: [['Mar', 31]] }] })).ok).toBe(true);
        expect(await bodyOf(workbook, 'sop_periods')).toMatchObject({
          reference: { rowCount: 2 },
          body: [['Mar', 31]],
        });
        expect((await workbook.write({ ...noChange, tables: [periods] })).ok).toBe(true);
        expect(await bodyOf(workbook, 'sop_periods')).toMatchObject({
          reference: { rowCount: 2 },
          body: [[null, null]],
        });
        const { cells } = (await inspect()).sheets[2];
        expect(Object.keys(cells).filter((address) => cells[address].value !== null)).toEqual(['A1', 'B1']);
      });

      test('gets columns at its right', async () => {
        const { workbook } = await open(book);
        const wider = { ...periods, headers: ['PERIOD', 'days', 'Note'], rows: [['Jan', 31, 'first']] };
        expect((await workbook.write({ ...noChange, tables: [wider] })).ok).toBe(true);
        expect(await bodyOf(workbook, 'sop_periods')).toMatchObject({
          headers: ['Period', 'Days', 'Note'],
          reference: { rowCount: 2, columnCount: 3 },
          body: [['Jan', 31, 'first']],
        });
      });

      test.each([
        ['below it', { ...periods, rows: [1, 2, 3].map((day) => ['Jan', day]) }, /A1:B4.*"計画".*A4 is in the way/],
        ['at its right', { ...periods, headers: ['Period', 'Days', 'Note'] }, /C2 is in the way/],
        ['where it would start', { ...table, place: { sheet: 'Inputs', row: 1, column: 0 } }, /A2 is in the way/],
        [
          'of another table',
          { ...table, place: { sheet: '計画', row: 2, column: 1 } },
          /the table SOP_Periods is in the way/,
        ],
      ])('is refused where it would cover cells %s, and nothing changes', async (_where, edit, message) => {
        const { workbook, inspect } = await open(crowded);
        const before = [await inspect(), await read(workbook, { tables: ['sop_periods'] })];
        const outcome = await workbook.write({ ...noChange, tables: [edit], settings: { x: '1' } });
        expect(outcome).toMatchObject({ ok: false, error: { kind: 'conflict' } });
        if (!outcome.ok) expect(outcome.error.message).toMatch(message);
        expect([await inspect(), await read(workbook, { tables: ['sop_periods'] })]).toEqual(before);
      });

      test('is refused under a defined name', async () => {
        const { workbook, inspect } = await open(book);
        const before = await inspect();
        const outcome = await workbook.write({ ...noChange, tables: [{ ...table, name: 'demand' }] });
        expect(outcome).toMatchObject({ ok: false, error: { kind: 'conflict' } });
        if (!outcome.ok) expect(outcome.error.message).toMatch(/defined name demand/);
        expect(await inspect()).toEqual(before);
      });

      test('that would lose a column of the planner is a mistake', async () => {
        const { workbook } = await open(book);
        const narrow = { ...periods, headers: ['Days'], rows: [[1]] };
        await expect(async () => workbook.write({ ...noChange, tables: [narrow] })).rejects.toThrow(/column Period/);
      });
    });

    test('refuses to delete the only sheet', async () => {
      const { workbook } = await open({ sheets: [emptySheet('Only')], names: [], tables: [] });
      const outcome = await workbook.write({ ...noChange, removeSheets: ['Only'] });
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    });
  });
}

function cell(row: number, column: number, value: CellValue, more: Partial<SheetCell> = {}): SheetCell {
  return { row, column, value, ...more };
}

const inputs: SheetContent = {
  ...emptySheet('Inputs'),
  cells: [
    ...[cell(0, 1, 'Jan'), cell(0, 2, 'Feb')],
    ...[cell(1, 0, 'A'), cell(1, 1, 10), cell(1, 2, 20.5)],
    ...[cell(2, 0, 'B'), cell(2, 2, 'x')],
    ...[
      cell(4, 0, true),
      cell(4, 1, { error: '#N/A' }, { style: { bold: true } }),
      cell(4, 2, 30.5, { formula: '=B2+C2' }),
    ],
    ...[cell(4, 3, 46023, { style: { numberFormat: 'yyyy-mm-dd' } }), cell(4, 4, '=no formula')],
    ...[cell(0, 6, 'Jan'), cell(1, 6, 10)],
  ],
};

const book: BookContent = {
  sheets: [
    inputs,
    { ...emptySheet("It's & Co"), cells: [cell(0, 0, 7), cell(0, 1, 8)] },
    { ...emptySheet('計画'), cells: [cell(1, 0, 'Jan'), cell(1, 1, 31), cell(2, 0, 'Feb'), cell(2, 1, 28)] },
  ],
  names: [
    { name: 'Demand', refersTo: '=Inputs!$B$2:$C$3' },
    { name: 'SOP_DEMAND', refersTo: '=Inputs!$B$2:$B$3' },
    { name: 'Corner', refersTo: '=Inputs!$A$1:$A$2' },
    { name: 'Quoted', refersTo: "='It''s & Co'!$A$1:$B$1" },
    { name: 'Rate', refersTo: '=0.25' },
    { name: 'Share', refersTo: '=5%' },
    { name: 'Word', refersTo: '="say ""hi"""' },
    { name: 'Flag', refersTo: '=TRUE' },
    { name: 'Gone', refersTo: '=#REF!$A$1' },
    { name: 'Two', refersTo: '=Inputs!$A$1,Inputs!$C$3' },
    { name: 'Abroad', refersTo: '=[1]Rates!$A$1' },
    { name: 'Dynamic', refersTo: '=OFFSET(Inputs!$A$1,1,1,2,2)' },
    { name: 'Local', refersTo: "='It''s & Co'!$A$1", scope: "It's & Co" },
    { name: 'Column', refersTo: '=Inputs!$G:$G' },
    { name: 'TableColumn', refersTo: '=SOP_Periods[Days]' },
  ],
  tables: [
    {
      name: 'SOP_Periods',
      reference: { sheet: '計画', row: 0, column: 0, rowCount: 3, columnCount: 2 },
      headers: ['Period', 'Days'],
    },
  ],
};

const planned = book.sheets[2];

/** The table's second row shows dates. */
const dated: BookContent = {
  ...book,
  sheets: [
    ...book.sheets.slice(0, 2),
    {
      ...planned,
      cells: planned.cells.map((one) =>
        one.row === 2 && one.column === 1 ? { ...one, style: { numberFormat: 'yyyy-mm-dd' } } : one,
      ),
    },
  ],
};

/** Cells below and at the right of the table. */
const crowded: BookContent = {
  ...book,
  sheets: [
    ...book.sheets.slice(0, 2),
    { ...planned, cells: [...planned.cells, cell(3, 0, 'below'), cell(1, 2, 'right')] },
  ],
};

const chart: SheetChart = {
  name: 'Production chart',
  title: 'Production',
  description: 'Production in two periods.',
  anchor: { row: 3, column: 0, rowCount: 15, columnCount: 6 },
  stacked: true,
  series: [
    {
      kind: 'column',
      name: 'A',
      values: { row: 0, column: 1, rowCount: 1, columnCount: 2 },
      categories: { sheet: 'Inputs', row: 0, column: 1, rowCount: 1, columnCount: 2 },
      color: '1F4E79',
    },
  ],
  valueAxisTitle: 'Units',
  categoryAxisTitle: null,
  valueNumberFormat: '#,##0',
};

const resultSheet: SheetContent = {
  ...emptySheet('SOP Plan'),
  cells: [
    cell(0, 0, '=not a formula', { style: { bold: true } }),
    cell(0, 1, 0.1),
    cell(0, 2, 10.1, { formula: '=B1+Inputs!B2' }),
    cell(0, 3, true, { formula: '=C1>0' }),
  ],
  charts: [chart],
};
