import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { noChange } from '../../../src/workbook/workbook';
import type { TableEdit } from '../../../src/workbook/workbook';
import { openNodeHost } from '../../host/node-host';
import { currentExcel } from '../../host/requirements';

const data = {
  sheets: [
    {
      name: 'Data',
      cells: {
        B2: [
          ['Item', 'Day'],
          ['Nut', 1],
          ['Bolt', 2],
        ],
      },
    },
  ],
  tables: [{ name: 'T', address: 'Data!B2:C4' }],
};

const wider: TableEdit = {
  name: 'T',
  place: { sheet: 'Data', row: 0, column: 0 },
  headers: ['Item', 'Day', 'Note'],
  rows: [1, 2, 3].map((day) => ['Nut', day, 'x']),
};
const made: TableEdit = { ...wider, name: 'Made', place: { sheet: 'Data', row: 9, column: 4 } };
const ownSheet: TableEdit = { ...made, place: { sheet: 'Made', row: 0, column: 0 } };

/** What a planner would notice: sheets, tables, and what cells hold. */
function seen(host: ReturnType<typeof openNodeHost>) {
  const { sheets, tables, customXmlParts } = host.snapshot();
  const cellsOf = ({ cells }: (typeof sheets)[number]) =>
    Object.fromEntries(Object.entries(cells).map(([address, { value, formula }]) => [address, { value, formula }]));
  return { tables, customXmlParts, sheets: sheets.map((sheet) => [sheet.name, cellsOf(sheet)]) };
}

describe('a table that Excel refuses half-way leaves the workbook as it was', () => {
  it.each([
    ['another size', wider, 'Table.Resize'],
    ['new cells', wider, 'Range.Formulas'],
    ['a place', made, 'TableCollection.Add'],
    ['a name', made, 'Table.Name'],
    ['a name, on a sheet of its own', ownSheet, 'Table.Name'],
  ] as const)('when it refuses %s', async (_what, table, member) => {
    const host = openNodeHost(data);
    const before = seen(host);
    host.faults.failCall(member, 'Conflict');
    const outcome = await excelWorkbook().write({ ...noChange, tables: [table] });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(seen(host)).toEqual(before);
    expect(await excelWorkbook().write({ ...noChange, tables: [table] })).toMatchObject({ ok: true });
  });

  it('when what comes after it is refused', async () => {
    const host = openNodeHost(data);
    const before = seen(host);
    host.faults.failCall('CustomXmlPartCollection.Add', 'GeneralException');
    const outcome = await excelWorkbook().write({ ...noChange, tables: [wider, made], settings: { a: '1' } });
    expect(outcome.ok).toBe(false);
    expect(seen(host)).toEqual(before);
  });
});

it('an Excel that cannot resize tables empties rows, and says how to add some', async () => {
  const host = openNodeHost(data, { ...currentExcel, ExcelApi: '1.12' });
  const before = seen(host);
  const refused = await excelWorkbook().write({ ...noChange, tables: [wider] });
  expect(refused).toMatchObject({ ok: false, error: { kind: 'unsupportedHost' } });
  if (!refused.ok)
    expect(refused.error.message).toMatch(/Drag its lower right corner until it has 3 rows and 3 columns/);
  expect(seen(host)).toEqual(before);
  const shorter = { ...wider, headers: ['Item', 'Day'], rows: [['Nut', 9]] };
  expect(await excelWorkbook().write({ ...noChange, tables: [shorter] })).toMatchObject({ ok: true });
  const { sheets, tables } = host.snapshot();
  expect(tables).toEqual([{ name: 'T', address: 'Data!B2:C4' }]);
  expect(Object.keys(sheets[0].cells)).toEqual(['B2', 'C2', 'B3', 'C3']);
});

it('a protected sheet or structure is refused before anything is written', async () => {
  const host = openNodeHost(data);
  host.user.protectStructure();
  const structure = await excelWorkbook().write({ ...noChange, tables: [ownSheet] });
  expect(structure).toMatchObject({ ok: false, error: { kind: 'protectedStructure' } });
  expect(await excelWorkbook().write({ ...noChange, tables: [wider] })).toMatchObject({ ok: true });
  host.user.protectSheet('Data');
  const sheet = await excelWorkbook().write({ ...noChange, tables: [wider] });
  expect(sheet).toMatchObject({ ok: false, error: { kind: 'protectedSheet' } });
});
