/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { noChange } from '../../src/workbook/workbook';
import { paneOn, smallBook } from './pane-bench';

/** Where the plan's production of the first period stands. */
function productionCell(pane: ReturnType<typeof paneOn>) {
  const sheet = pane.workbook.current().sheets.find(({ name }) => name === 'SOP Plan');
  const at = (row: number, column: number) =>
    sheet?.cells.find((cell) => cell.row === row && cell.column === column)?.value;
  const line = sheet?.cells.find(
    ({ value, row, column }) => value === 'Production' && column === 1 && at(row, 0) === 'Pump',
  );
  if (!line) throw new Error('The sheet has no production.');
  return { sheet: 'SOP Plan', row: line.row, column: 4, rowCount: 1, columnCount: 1 };
}

async function becomes(text: () => string, wanted: string) {
  for (let n = 0; n < 300 && text() !== wanted; n++) await new Promise((go) => setTimeout(go, 10));
  expect(text()).toBe(wanted);
}

describe('a quantity typed over the plan', () => {
  test('is found, priced, kept while the rest is planned again, and forgotten on request', async () => {
    const pane = paneOn(smallBook(200));
    await pane.until('.verdict');
    pane.press('#optimize');
    await pane.until('#result-heading');
    expect(pane.root.querySelector('#overrides-heading')).toBeNull();
    const reference = productionCell(pane);
    const written = await pane.workbook.write({ ...noChange, cells: [{ reference, cells: [[170]] }] });
    expect(written.ok).toBe(true);
    pane.changePlan();
    await pane.until('#overrides-total');
    expect(pane.text('#overrides-heading')).toBe('You changed 1 quantity');
    // 20 units made a month sooner than they have to be, at 2 each.
    expect(pane.text('#overrides-total')).toContain('Together they cost 40.00.');
    pane.press('#lock-overrides');
    await becomes(() => pane.text('#headline-figure'), '340.00');
    pane.press('#forget-overrides');
    await becomes(() => pane.text('#headline-figure'), '300.00');
    await becomes(() => pane.text('#overrides-heading'), '');
  });
});
