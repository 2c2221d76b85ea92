import { createInMemoryWorkbook } from '../../../src/workbook/in-memory';
import { emptySheet, type BookContent } from '../../../src/workbook/book-content';
import { readContent, readProblem } from '../../../src/workbook/read-problem';
import {
  copyScenario,
  createScenario,
  removeRow,
  removeScenario,
  renameScenario,
  scenarioRows,
  upsertChange,
} from '../../../src/workbook/scenarios/edit-scenarios';
import type { NewChange, ScenarioRow } from '../../../src/workbook/scenarios/edit-scenarios';
import { scenariosChange } from '../../../src/workbook/scenarios/write-scenarios';
import { buildXlsx } from '../../../src/workbook/xlsx/build-xlsx';
import { opened } from '../xlsx/package-files';
import { previewScenario } from '../../../src/workbook/scenarios/preview-scenario';
import { scenarioTable } from '../../../src/workbook/scenarios/scenario-table';
import type { SheetCell } from '../../../src/workbook/sheet-content';
import type { CellValue, Workbook, WorkbookContent } from '../../../src/workbook/workbook';

const change: NewChange = {
  input: 'Demand',
  item: 'Bolt',
  periodFrom: 'Feb',
  periodTo: null,
  change: 'percent',
  amount: 50,
  note: 'fair',
};

/** Two items over three months, without a table of scenarios. */
function bareBook(labels: readonly CellValue[] = ['Jan', 'Feb', 'Mar']): BookContent {
  const grid: readonly (readonly CellValue[])[] = [
    [null, ...labels],
    ['Bolt', 10, 20, 30],
    ['Nut', 1, 2, 3],
  ];
  const cells = grid.flatMap((line, row) =>
    line.map((value, column) => ({
      row,
      column,
      value,
      ...(row === 0 && typeof value === 'number' ? { style: { numberFormat: 'mmm yyyy' } } : {}),
    })),
  );
  return {
    sheets: [{ ...emptySheet('Data'), cells }],
    names: [{ name: 'Demand', refersTo: 'Data!$B$2:$D$3' }],
    tables: [],
  };
}

/** The same with a table of these lines. */
function bookWith(headers: readonly string[], lines: readonly (readonly Partial<SheetCell>[])[]): BookContent {
  const cells = lines.flatMap((line, row) =>
    line.map((cell, column) => ({ value: null, ...cell, row: row + 1, column })),
  );
  const base = bareBook();
  const reference = { sheet: 'Mine', row: 0, column: 0, rowCount: lines.length + 1, columnCount: headers.length };
  return {
    ...base,
    sheets: [...base.sheets, { ...emptySheet('Mine'), cells }],
    tables: [{ name: 'SOP_Scenarios', reference, headers }],
  };
}

async function read(workbook: Workbook): Promise<WorkbookContent> {
  const content = await readContent(workbook);
  if (!content.ok) throw new Error(content.error.message);
  return content.value;
}

/** Writes rows into a workbook and gives its content afterwards. */
async function written(workbook: Workbook, rows: readonly ScenarioRow[]): Promise<WorkbookContent> {
  const outcome = await workbook.write(scenariosChange(await read(workbook), rows));
  if (!outcome.ok) throw new Error(outcome.error.message);
  return read(workbook);
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

test('a scenario gets another name, unless another one has it', () => {
  const two = copyScenario(pushed, 'Push', 'Pull');
  expect(renameScenario(two, 'PUSH', ' Press ').map(({ scenario }) => scenario)).toEqual(['Press', 'Pull']);
  expect(renameScenario(two, 'Push', 'pull')).toBe(two);
  expect(renameScenario(two, 'Push', 'PUSH').map(({ scenario }) => scenario)).toEqual(['PUSH', 'Pull']);
  expect(renameScenario(two, 'Push', ' ')).toBe(two);
});

describe.each([
  ['in memory', (book: BookContent) => createInMemoryWorkbook(book)],
  ['in a file', (book: BookContent) => opened(buildXlsx(book))],
])('%s', (_where, open) => {
  test('a workbook without scenarios gets a table, and rows come back as they were written', async () => {
    const book = open(bareBook());
    const rows = copyScenario(pushed, 'Push', 'Pull');
    expect(scenarioRows(await written(book, rows))).toEqual(rows);
    expect(scenarioTable(await read(book))?.reference).toMatchObject({ sheet: 'SOP Scenarios', row: 0, rowCount: 3 });
  });

  test('the table grows and shrinks with its rows, down to none', async () => {
    const book = open(bareBook());
    const two = copyScenario(pushed, 'Push', 'Pull');
    for (const rows of [pushed, two, pushed, [], two]) {
      const content = await written(book, rows);
      expect(scenarioRows(content)).toEqual(rows);
      expect(scenarioTable(content)?.reference.rowCount).toBe(Math.max(rows.length, 1) + 1);
    }
  });

  test('dates among the periods show as they do in the plan', async () => {
    const book = open(bareBook([46023, 46054, 46082]));
    const table = scenarioTable(await written(book, upsertChange([], 'Push', { ...change, periodFrom: 46054 })));
    expect(table?.body[0][3]).toMatchObject({ value: 46054, numberFormat: 'mmm yyyy' });
  });

  test('formulas, percentages and columns of the planner stay with their rows', async () => {
    const percent = { style: { numberFormat: '0%' } };
    const book = open(
      bookWith(
        ['Scenario', 'Input', 'Item', 'Change', 'Amount', 'Who'],
        [
          [{ value: 'First' }, { value: 'Demand' }, {}, { value: 'percent' }, { value: 7 }, { value: 'Ann' }],
          [
            { value: 'Second' },
            { value: 'Demand' },
            { value: 'Nut' },
            { value: 'percent' },
            { value: 0.07, formula: '=Data!B2/100-0.03', ...percent },
            { value: 'Bob' },
          ],
          [
            { value: 'Second' },
            { value: 'Demand' },
            {},
            { value: 'percent' },
            { value: 0.5, ...percent },
            { value: 'Eve' },
          ],
        ],
      ),
    );
    const rows = scenarioRows(await read(book));
    expect(rows.map(({ amount }) => amount)).toEqual([7, 7, 50]);
    const kept = upsertChange(removeScenario(rows, 'First'), 'Second', {
      ...{ input: 'Demand' as const, item: null, periodFrom: null, periodTo: null },
      ...{ change: 'percent' as const, amount: 60, note: null },
    });
    const table = scenarioTable(await written(book, kept));
    expect(table?.headers).toEqual(['Scenario', 'Input', 'Item', 'Change', 'Amount', 'Who']);
    expect(table?.body.map((line) => line[5].value)).toEqual(['Bob', 'Eve']);
    // The cell that shows a percentage has stayed where it was, one row below.
    expect(table?.body[0][4]).toMatchObject({ formula: '=(Data!B2/100-0.03)*100', value: 7 });
    expect(table?.body[1][4].value).toBe(0.6);
    const noted = scenarioTable(
      await written(
        book,
        kept.map((row) => ({ ...row, note: 'why' })),
      ),
    );
    expect(noted?.headers).toEqual(['Scenario', 'Input', 'Item', 'Change', 'Amount', 'Who', 'Note']);
    expect(noted?.body.map((line) => line[5].value)).toEqual(['Bob', 'Eve']);
  });
});

test('a preview shows what changes, before and after', async () => {
  const content = await written(createInMemoryWorkbook(bareBook()), pushed);
  expect(previewScenario(content, 'Push')).toEqual({
    inputs: [{ input: 'Demand', rows: ['Bolt'], columns: ['Feb', 'Mar'], before: [[20, 30]], after: [[30, 45]] }],
    issues: [],
  });
  expect(readProblem(content).problem?.demands[0].quantity).toEqual([10, 20, 30]);
});
