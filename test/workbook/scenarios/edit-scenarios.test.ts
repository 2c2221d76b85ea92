import { createInMemoryWorkbook } from '../../../src/workbook/in-memory';
import { emptySheet } from '../../../src/workbook/book-content';
import { readContent, readProblem } from '../../../src/workbook/read-problem';
import {
  copyScenario,
  createScenario,
  newScenarioCells,
  removeRow,
  removeScenario,
  scenarioRows,
  scenarioTableEdit,
  upsertChange,
} from '../../../src/workbook/scenarios/edit-scenarios';
import type { NewChange, ScenarioRow } from '../../../src/workbook/scenarios/edit-scenarios';
import { previewScenario } from '../../../src/workbook/scenarios/preview-scenario';
import { scenarioTable } from '../../../src/workbook/scenarios/scenario-table';
import { noChange } from '../../../src/workbook/workbook';
import type { CellValue, WorkbookContent } from '../../../src/workbook/workbook';

const change: NewChange = {
  input: 'Demand',
  item: 'Bolt',
  periodFrom: 'Feb',
  periodTo: null,
  change: 'percent',
  amount: 50,
  note: 'fair',
};

/** Two items over three months with a table of so many rows. */
function bookOf(rows: readonly ScenarioRow[], tableRows = rows.length) {
  const grid: readonly (readonly CellValue[])[] = [
    [null, 'Jan', 'Feb', 'Mar'],
    ['Bolt', 10, 20, 30],
    ['Nut', 1, 2, 3],
  ];
  const cellsOf = (lines: readonly (readonly CellValue[])[]) =>
    lines.flatMap((line, row) => line.map((value, column) => ({ row, column, value })));
  const headers = newScenarioCells([])[0].map(String);
  return createInMemoryWorkbook({
    sheets: [
      { ...emptySheet('Data'), cells: cellsOf(grid) },
      { ...emptySheet('Scenarios'), cells: cellsOf(newScenarioCells(rows)) },
    ],
    names: [{ name: 'Demand', refersTo: 'Data!$B$2:$D$3' }],
    tables: [
      {
        name: 'SOP_Scenarios',
        reference: { sheet: 'Scenarios', row: 0, column: 0, rowCount: tableRows + 1, columnCount: headers.length },
        headers,
      },
    ],
  });
}

async function contentOf(rows: readonly ScenarioRow[]): Promise<WorkbookContent> {
  const content = await readContent(bookOf(rows));
  if (!content.ok) throw new Error(content.error.message);
  return content.value;
}

const pushed = upsertChange(createScenario([], 'Push'), 'Push', change);

test('a new scenario has a row with its name until it has a change', () => {
  expect(createScenario([], ' Push ')).toEqual([expect.objectContaining({ scenario: 'Push', input: null })]);
  expect(pushed).toEqual([{ ...change, scenario: 'Push' }]);
  expect(createScenario(pushed, 'PUSH')).toBe(pushed);
  expect(removeRow(pushed, 0)).toEqual(createScenario([], 'Push'));
});

test('a change takes the place of the one on the same cells, another follows it', () => {
  const more = upsertChange(pushed, 'push', { ...change, change: 'absolute', amount: 3 });
  expect(more.map(({ amount }) => amount)).toEqual([3]);
  const copied = copyScenario(pushed, 'Push', 'Pull');
  const two = upsertChange(copied, 'Push', { ...change, item: 'Nut' });
  expect(two.map(({ scenario, item }) => [scenario, item])).toEqual([
    ['Push', 'Bolt'],
    ['Push', 'Nut'],
    ['Pull', 'Bolt'],
  ]);
  expect(removeScenario(two, 'PUSH')).toHaveLength(1);
  expect(copyScenario([], 'BASELINE', 'Copy')).toEqual(createScenario([], 'Copy'));
});

test('rows come back from the workbook as they were written', async () => {
  const rows = copyScenario(pushed, 'Push', 'Pull');
  expect(scenarioRows(await contentOf(rows))).toEqual(rows);
});

test('rows are written into the table, which grows or is cleared at its end', async () => {
  const rows = copyScenario(pushed, 'Push', 'Pull');
  const content = await contentOf(pushed);
  const table = scenarioTable(content);
  if (!table) throw new Error('There is no table.');
  const grown = scenarioTableEdit(table, rows);
  expect(grown.resized?.rowCount).toBe(3);
  expect(grown.added).toEqual({ sheet: 'Scenarios', row: 2, column: 0, rowCount: 1, columnCount: 8 });
  const book = bookOf(rows);
  const full = await readContent(book);
  const fullTable = full.ok ? scenarioTable(full.value) : undefined;
  if (!fullTable) throw new Error('There is no table.');
  const shrunk = scenarioTableEdit(fullTable, pushed);
  expect(shrunk).toMatchObject({ resized: null, added: null });
  await book.write({ ...noChange, cells: [shrunk.edit] });
  const after = await readContent(book);
  expect(after.ok && scenarioRows(after.value)).toEqual(pushed);
});

test('a preview shows what changes, before and after', async () => {
  const content = await contentOf(pushed);
  expect(previewScenario(content, 'Push')).toEqual({
    inputs: [{ input: 'Demand', rows: ['Bolt'], columns: ['Feb', 'Mar'], before: [[20, 30]], after: [[30, 45]] }],
    issues: [],
  });
  expect(readProblem(content).problem?.demands[0].quantity).toEqual([10, 20, 30]);
});
