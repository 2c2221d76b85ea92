/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import type { BookContent } from '../../src/workbook/book-content';
import { paneOn, smallBook } from './pane-bench';

/** A plan that makes 200 units every month, by a formula and two values: more than anybody needs. */
function bookWithPlan(): BookContent {
  const book = smallBook(200);
  const [data] = book.sheets;
  const plan = [
    { row: 4, column: 1, value: 200, formula: '=B3' },
    { row: 4, column: 2, value: 200 },
    { row: 4, column: 3, value: 200 },
  ];
  return {
    ...book,
    sheets: [{ ...data, cells: [...data.cells, ...plan] }],
    names: [...book.names, { name: 'Production_Plan', refersTo: 'Data!$B$5:$D$5' }],
  };
}

describe('the plan in place of today’s', () => {
  const planCells = (pane: ReturnType<typeof paneOn>) =>
    pane.workbook
      .current()
      .sheets[0].cells.filter(({ row, column }) => row === 4 && column > 0)
      .sort((one, other) => one.column - other.column)
      .map(({ value, formula = null }) => ({ value, formula }));

  test('says where today ties up cash, writes the plan over it, and brings back what stood there', async () => {
    const pane = paneOn(bookWithPlan());
    await pane.until('.verdict');
    expect(pane.root.querySelector('#replace-plan')).toBeNull();
    pane.press('#optimize');
    await pane.until('#replace-plan');
    // 50 units more than needed from January to March, 2 a unit and month.
    expect(pane.text('section[aria-labelledby=replacement-heading]')).toContain(
      'Today’s way ties up cash: holding more than this plan costs 300.00.',
    );
    const before = planCells(pane);
    pane.press('#replace-plan');
    await pane.until('#restore-plan');
    expect(planCells(pane)).toEqual([150, 200, 200].map((value) => ({ value, formula: null })));
    expect(pane.text('[role=status]')).toBe('The plan was written into Production_Plan. What stood there is kept.');
    expect(pane.root.querySelector('.section .message-warning')).toBeNull();
    expect(pane.shown).toContain('Data!B5:D5');
    pane.press('#restore-plan');
    for (let n = 0; n < 300 && pane.root.querySelector('#restore-plan'); n++) {
      await new Promise((go) => setTimeout(go, 10));
    }
    expect(planCells(pane)).toEqual(before);
  });

  test('restores in a session that has made no plan, and refuses where the cells were edited since', async () => {
    const first = paneOn(bookWithPlan());
    await first.until('.verdict');
    first.press('#optimize');
    await first.until('#replace-plan');
    first.press('#replace-plan');
    await first.until('#restore-plan');
    const replaced = first.workbook.current();
    const edited = {
      ...replaced,
      sheets: replaced.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          sheet.name === 'Data' && cell.row === 4 && cell.column === 2 ? { ...cell, value: 170 } : cell,
        ),
      })),
    };
    const second = paneOn(edited);
    await second.until('#restore-plan');
    second.press('#restore-plan');
    await second.until('.pane-body .message-error');
    expect(second.text('[role=alert]')).toMatch(/C5 was edited after the plan was replaced\. Nothing was changed/);
  });
});
