import { madeSheet } from '../../../src/workbook/sheet-content';
import { inputChecks } from '../../../src/workbook/input-checks';
import { planSheet } from '../../../src/workbook/plan-sheet';
import { changedInputsText } from '../../../src/workbook/plan-sheet/input-checks';
import { readProblem } from '../../../src/workbook/read-problem';
import { workbookContent, type Book, type GridCell } from '../workbook-content';
import { bookOf, planBook } from './planned-book';
import { recalculate } from './recalculate';

const labels = [null, 'Jan', 'Feb', 'Mar'];
const book = bookOf('Data', [labels, ['Bolt', 10, 20, 0], ['Nut', 5, null, 7]], {
  Capacity: [[40, 40, 40]],
  Holding_Cost: [[1.25], [0.75]],
  Max_Inventory: [[null], [30]],
  Shortage_Cost: 100,
});

/** What the status cell shows once the sheet stands in a workbook, and the inputs that are marked as changed. */
async function statusIn(later: Book): Promise<{ status: unknown; changed: readonly unknown[] }> {
  const { input } = await planBook(book);
  const content = workbookContent(book);
  const sheet = madeSheet(planSheet({ ...input, inputChecks: inputChecks(content, readProblem(content)) }));
  const found = recalculate(sheet, later);
  const status = found.find(({ cell }) => cell.row === 1 && cell.column === 0)?.found;
  const heading = sheet.cells.find(({ value }) => value === 'Inputs of this plan')?.row ?? Infinity;
  const changed = found.filter(({ cell, found: value }) => cell.row > heading && value !== true);
  const titleOf = (row: number) => sheet.cells.find((cell) => cell.row === row && cell.column === 0)?.value;
  return { status, changed: changed.map(({ cell }) => titleOf(cell.row)) };
}

/** The book with another content of one cell. */
function withCell(row: number, column: number, content: GridCell): Book {
  const { Data } = book.sheets;
  const grid = Data.map((line, r) => {
    if (r !== row) return line;
    const cells = [...line];
    while (cells.length <= column) cells.push(null);
    cells[column] = content;
    return cells;
  });
  return { ...book, sheets: { Data: grid } };
}

test('the plan’s status stands at its top while the inputs are as they were', async () => {
  expect(await statusIn(book)).toEqual({ status: 'Optimal, gap 0; least cost', changed: [] });
});

test.each([
  ['another number', withCell(1, 2, 20.01), 'Demand'],
  ['a zero where there was nothing', withCell(2, 2, 0), 'Demand'],
  ['nothing where there was a zero', withCell(1, 3, null), 'Demand'],
  ['a text in the place of a number', withCell(1, 1, 'ten'), 'Demand'],
  ['an error', withCell(1, 1, { error: '#N/A' }), 'Demand'],
])('%s turns it into a sentence, and names the input', async (_what, later, input) => {
  expect(await statusIn(later)).toEqual({ status: changedInputsText, changed: [input] });
});

test('numbers of the same sum in other places are a change', async () => {
  const moved = withCell(1, 1, 20).sheets.Data.map((line, r) => (r === 1 ? ['Bolt', 20, 10, 0] : line));
  expect(await statusIn({ ...book, sheets: { Data: moved } })).toEqual({
    status: changedInputsText,
    changed: ['Demand'],
  });
});

test('rows inserted above the inputs, and notes beside them, are none', async () => {
  const down = (address: string) => address.replace(/\d+/g, (row) => String(Number(row) + 2));
  const names = Object.entries(book.names ?? {}).map(([name, target]) => [name, down(String(target))]);
  const moved: Book = { sheets: { Data: [[], ['a note'], ...book.sheets.Data] }, names: Object.fromEntries(names) };
  expect((await statusIn(moved)).changed).toEqual([]);
});
