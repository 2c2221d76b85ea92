/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { noChange } from '../../src/workbook/workbook';
import { paneOn, smallBook } from './pane-bench';

async function infeasiblePane() {
  const pane = paneOn(smallBook(180));
  const names = () => pane.workbook.current().sheets.map(({ name }) => name);
  const becomes = async (condition: () => boolean) => {
    for (let n = 0; n < 300 && !condition(); n++) await new Promise((go) => setTimeout(go, 10));
    expect(condition()).toBe(true);
  };
  await pane.until('.verdict');
  pane.press('#optimize');
  await pane.until('#try-fix-0');
  return { ...pane, names, becomes };
}

describe('a suggested fix', () => {
  test('is tried without changing the workbook, says so, and leads back to the reasons', async () => {
    const pane = await infeasiblePane();
    const data = JSON.stringify(pane.workbook.current().sheets.find(({ name }) => name === 'Data'));
    const fixes = [...pane.root.querySelectorAll('.fixes li > span')].map(({ textContent }) => textContent);
    expect(fixes.length).toBeGreaterThan(1);
    pane.press('#try-fix-0');
    await pane.until('#tried');
    expect(pane.text('#tried')).toContain(fixes[0]?.trim());
    expect(pane.names()).toEqual(['Data', 'SOP Plan (tried change)']);
    expect(JSON.stringify(pane.workbook.current().sheets.find(({ name }) => name === 'Data'))).toBe(data);
    const sheet = pane.workbook.current().sheets.find(({ name }) => name === 'SOP Plan (tried change)');
    const values = sheet?.cells.map(({ value }) => value) ?? [];
    expect(values).toContain('Tried, not in the workbook');
    // The sheet's own formulas hold with the change, and no memory takes its cells for the workbook's plan.
    expect(values.filter((value) => typeof value === 'boolean')).not.toContain(false);
    expect(sheet?.cells.some(({ formula }) => formula?.includes('Data!') === true)).toBe(false);

    pane.press('#back-to-reasons');
    await pane.until('#try-fix-1');
    await pane.becomes(() => pane.names().length === 1);
    pane.press('#try-fix-1');
    await pane.until('#tried');
    expect(pane.text('#tried')).toContain(fixes[1]?.trim());
  });

  test('is not tried on inputs that have changed since', async () => {
    const pane = await infeasiblePane();
    const reference = { sheet: 'Data', row: 1, column: 3, rowCount: 1, columnCount: 1 };
    await pane.workbook.write({ ...noChange, cells: [{ reference, cells: [[500]] }] });
    pane.press('#try-fix-0');
    await pane.becomes(() => /inputs have changed since the fix was found/.test(pane.text('[role=alert]')));
    expect(pane.names()).toEqual(['Data']);
    expect(pane.root.querySelector('#try-fix-0')).not.toBeNull();
  });
});
