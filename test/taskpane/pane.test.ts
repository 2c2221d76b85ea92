/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { noChange } from '../../src/workbook/workbook';
import type { Planner } from '../../src/planning-worker/planner';
import { inThreadPlanner, paneOn, smallBook } from './pane-bench';

describe('the pane', () => {
  test('shows what was found, plans, writes the sheet and says so', async () => {
    const pane = paneOn(smallBook(200));
    await pane.until('.verdict');
    expect(pane.text('#data-verdict')).toBe('Ready to optimize1 item · 3 periods · 1 resource');
    expect(pane.text('.inputs')).toContain('Data!B2:D2');
    pane.press('#optimize');
    await pane.until('#result-heading');
    // 100 units for March wait from February: 50 of them from January.
    expect(pane.text('#headline-figure')).toBe('300.00');
    expect(pane.text('[role=status]')).toBe('Written to the sheet “SOP Plan”.');
    expect(pane.workbook.current().sheets.map(({ name }) => name)).toEqual(['Data', 'SOP Plan']);
    expect(document.activeElement?.id).toBe('result-heading');
  });

  test('has the figures of its charts as tables, seen or not', async () => {
    const pane = paneOn(smallBook(200));
    await pane.until('.verdict');
    pane.press('#optimize');
    await pane.until('.chart-block:has(#inventory-toggle) .chart');
    await pane.until('.chart-block:has(#inventory-toggle) table');
    const table = pane.root.querySelector('.chart-block table');
    expect([...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent)).toEqual([
      'Jan150200' + '75%',
      'Feb200200' + '100%',
      'Mar200200' + '100%',
    ]);
    expect(pane.root.querySelectorAll('.chart')).toHaveLength(2);
    pane.press('#capacity-toggle');
    await pane.until('.chart-block .table-scroll');
    expect(pane.root.querySelectorAll('.chart')).toHaveLength(1);
    expect(pane.root.querySelector('.chart-block table')?.closest('.visually-hidden')).toBeNull();
  });

  test('has tabs for its panels, which the arrow keys reach', async () => {
    const pane = paneOn(smallBook(200));
    await pane.until('.tabs');
    const tabs = [...pane.root.querySelectorAll('[role=tab]')].map((tab) => tab.textContent);
    expect(tabs).toEqual(['Plan', 'Scenarios', 'What-if', 'Demand']);
    const plan = pane.root.querySelector<HTMLElement>('#tab-plan');
    plan?.focus();
    plan?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    expect(document.activeElement?.id).toBe('tab-scenarios');
    expect(pane.root.querySelector('[role=tabpanel]')?.getAttribute('aria-labelledby')).toBe('tab-scenarios');
    expect(pane.root.querySelector('#optimize')).toBeNull();
    pane.press('#tab-plan');
    await pane.until('#optimize');
  });

  test('sends the user to the cell that is wrong and does not plan', async () => {
    const pane = paneOn(smallBook('full'));
    await pane.until('.issues');
    expect(pane.text('#data-verdict')).toContain('3 errors to mend first');
    pane.press('.issues button');
    expect(pane.shown).toEqual(['Data!B3']);
    pane.press('#optimize');
    await pane.until('.run .message-error');
    expect(pane.text('[role=alert]')).toContain('The data has to be mended first');
    expect(pane.workbook.current().sheets).toHaveLength(1);
  });

  test('gives reasons and cures when no plan is possible, and writes the closest plan only when asked', async () => {
    const pane = paneOn(smallBook(150));
    await pane.until('.verdict');
    pane.press('#optimize');
    await pane.until('.fixes');
    expect(pane.text('#result-heading')).toBe('No plan satisfies all limits');
    expect(pane.text('.fixes')).toMatch(/183\.3/);
    expect(pane.workbook.current().sheets).toHaveLength(1);
    pane.press('#write-closest');
    await pane.until('#go-to-sheet');
    expect(pane.text('[role=status]')).toContain('marked as such');
    expect(pane.workbook.current().sheets).toHaveLength(2);
  });

  test('takes the last result away again', async () => {
    const pane = paneOn(smallBook(200));
    await pane.until('.verdict');
    pane.press('#optimize');
    await pane.until('#remove-result');
    pane.press('#remove-result');
    await pane.until('#optimize');
    for (let n = 0; n < 100 && pane.root.querySelector('#result-heading'); n++)
      await new Promise((go) => setTimeout(go, 10));
    expect(pane.root.querySelector('#result-heading')).toBeNull();
    expect(pane.workbook.current().sheets.map(({ name }) => name)).toEqual(['Data']);
    expect(pane.text('[role=status]')).toBe('The result was removed.');
  });

  test('says that the inputs have changed since the plan, and no longer when they are as they were', async () => {
    const pane = paneOn(smallBook(200));
    await pane.until('.verdict');
    pane.press('#optimize');
    await pane.until('#result-heading');
    const setDemand = (units: number) =>
      pane.workbook.write({
        ...noChange,
        cells: [{ reference: { sheet: 'Data', row: 1, column: 1, rowCount: 1, columnCount: 1 }, cells: [[units]] }],
      });
    await setDemand(90);
    pane.changeCells();
    await pane.until('.section .message-warning');
    expect(pane.text('.section .message-warning')).toContain('The inputs have changed');
    await setDemand(100);
    pane.changeCells();
    for (let n = 0; n < 200 && pane.root.querySelector('.message-warning'); n++)
      await new Promise((go) => setTimeout(go, 10));
    expect(pane.root.querySelector('.message-warning')).toBeNull();
  });

  test('says at opening whether the plan in the workbook is older than its inputs', async () => {
    const first = paneOn(smallBook(200));
    await first.until('.verdict');
    first.press('#optimize');
    await first.until('#result-heading');
    const saved = first.workbook.current();

    const again = paneOn(saved);
    await again.until('#written-plan');
    expect(again.text('#written-plan')).toContain('The plan on the sheet “SOP Plan” was made from these inputs.');
    expect(again.text('#optimize')).toBe('Optimize again');
    await again.workbook.write({
      ...noChange,
      cells: [{ reference: { sheet: 'Data', row: 1, column: 1, rowCount: 1, columnCount: 1 }, cells: [[90]] }],
    });

    const later = paneOn(again.workbook.current());
    await later.until('#written-plan .message-warning');
    expect(later.text('#written-plan')).toContain(
      'The inputs have changed since the plan on the sheet “SOP Plan” was made.',
    );
    later.press('#go-to-written');
    expect(later.shown).toEqual(['SOP Plan']);
    later.press('#optimize');
    await later.until('#result-heading');
    expect(later.root.querySelector('#written-plan, .message-warning')).toBeNull();
  });

  test('offers another try when the worker died', async () => {
    const planner = inThreadPlanner();
    let tries = 0;
    const mortal: Planner = {
      ...planner,
      start: (...asked) =>
        ++tries > 1
          ? planner.start(...asked)
          : { outcome: Promise.resolve({ kind: 'died', message: 'out of memory' }), cancel: () => undefined },
    };
    const pane = paneOn(smallBook(200), mortal);
    await pane.until('.verdict');
    pane.press('#optimize');
    await pane.until('#retry');
    expect(document.activeElement?.id).toBe('retry');
    expect(pane.text('[role=alert]')).toContain('The calculation stopped unexpectedly');
    pane.press('#retry');
    await pane.until('#result-heading');
    expect(pane.text('[role=alert]')).toBe('');
  });

  test('leads from a workbook without names to stored cells in four steps', async () => {
    const pane = paneOn({ ...smallBook(200), names: [] });
    await pane.until('#set-up-step');
    const submit = () => pane.root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    pane.press('.cells-field button');
    await new Promise((go) => setTimeout(go, 0));
    expect(pane.root.querySelector<HTMLInputElement>('#cells-Demand')?.value).toBe('Data!B2:D2');
    submit();
    expect(pane.text('#set-up-step')).toContain('Step 2 of 4');
    pane.select({ sheet: 'Data', row: 2, column: 1, rowCount: 1, columnCount: 3 });
    pane.press('.cells-field button');
    await new Promise((go) => setTimeout(go, 0));
    submit();
    submit();
    expect(pane.text('#set-up-step')).toContain('Step 4 of 4');
    submit();
    await pane.until('.verdict');
    expect(pane.text('#data-verdict')).toContain('Ready to optimize');
    expect(JSON.parse(pane.workbook.current().settings?.mapping ?? '{}')).toEqual({
      Demand: { sheet: 'Data', range: 'B2:D2' },
      Capacity: { sheet: 'Data', range: 'B3:D3' },
    });
  });

  test('marks a time limit that is none, and does not start', async () => {
    const pane = paneOn(smallBook(200));
    await pane.until('.verdict');
    const field = pane.root.querySelector<HTMLInputElement>('#timeLimitSeconds');
    if (!field) throw new Error('no field');
    field.value = 'soon';
    field.dispatchEvent(new Event('input'));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    pane.press('#optimize');
    await pane.until('.message-error');
    expect(pane.text('[role=alert]')).toBe('Enter a number above 0, or nothing.');
  });

  test('tells a mistake of ours from a wrong workbook', async () => {
    const broken: Planner = {
      ...inThreadPlanner(),
      start: () => {
        throw new Error('a row without a column');
      },
    };
    const pane = paneOn(smallBook(200), broken);
    await pane.until('.verdict');
    pane.press('#optimize');
    await pane.until('.message-error');
    expect(pane.text('.message-error')).toContain('Something went wrong that should not: a row without a column');
    expect(pane.root.querySelector('#optimize')).not.toBeNull();
  });
});
