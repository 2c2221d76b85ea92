/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { readContent } from '../../../../src/workbook/read-problem';
import { scenarioRows } from '../../../../src/workbook/scenarios/edit-scenarios';
import { noChange } from '../../../../src/workbook/workbook';
import { paneOn, smallBook } from '../../pane-bench';

/** The pane on one item of 100, 150 and 300 units, with the what-if in front. */
async function openPanel(capacity = 200) {
  const pane = paneOn(smallBook(capacity));
  await pane.until('#tab-whatIf');
  pane.press('#tab-whatIf');
  await pane.until('#what-if-Capacity');
  await answered(() => !pane.text('#what-if-figure').startsWith('…'));
  const enter = (selector: string, value: string, kind = 'input') => {
    const field = pane.root.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
    if (!field) throw new Error(`Nothing matches ${selector}`);
    field.value = value;
    field.dispatchEvent(new Event(kind));
  };
  return { ...pane, enter };
}

async function answered(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 300 && !holds(); n++) await new Promise((go) => setTimeout(go, 10));
  expect(holds()).toBe(true);
}

it('shows the plan as it stands, and its difference once a slider has moved', async () => {
  const pane = await openPanel();
  expect(pane.text('#what-if-figure')).toBe('300.00');
  expect(pane.text('#what-if-difference')).toBe('The workbook as it stands. Move a slider.');
  expect(pane.text('#what-if-Capacity-values')).toBe('200 a period');
  // 220 a month: 80 units wait for March, 70 of them in February alone, 10 from January.
  pane.enter('#what-if-Capacity', '10');
  await answered(() => pane.text('#what-if-figure') === '180.00');
  expect(pane.text('#what-if-difference')).toBe('120.00 (40%) less than now');
  expect(pane.text('#what-if-Capacity-values')).toBe('200 → 220 a period');
  expect(pane.root.querySelector<HTMLInputElement>('#what-if-Capacity-percent')?.value).toBe('10');
  await answered(() => pane.text('[role=status]') === 'Total cost: 180.00. 120.00 (40%) less than now.');
  pane.press('#what-if-reset');
  await answered(() => pane.text('#what-if-figure') === '300.00');
});

it('takes a typed percentage, with a comma too, and says what is none', async () => {
  const pane = await openPanel();
  pane.enter('#what-if-Holding_Cost-percent', '-12,5');
  await answered(() => pane.text('#what-if-figure') === '262.50');
  pane.enter('#what-if-Holding_Cost-percent', 'half');
  expect(pane.text('#what-if-Holding_Cost-values')).toBe('Enter a percentage from −100 to 1000.');
  expect(pane.root.querySelector('#what-if-Holding_Cost-percent')?.getAttribute('aria-invalid')).toBe('true');
  pane.enter('#what-if-Holding_Cost-percent', 'half', 'change');
  expect(pane.root.querySelector<HTMLInputElement>('#what-if-Holding_Cost-percent')?.value).toBe('-12.5');
  expect(pane.text('#what-if-figure')).toBe('262.50');
});

it('says that no plan is possible, why, and what would help', async () => {
  const pane = await openPanel();
  pane.enter('#what-if-Capacity', '-50');
  await answered(() => pane.text('#what-if-figure') === 'No plan satisfies all limits');
  await pane.until('#what-if-reasons .reasons li');
  expect(pane.text('#what-if-reasons')).toMatch(/cumulative demand/);
  expect(pane.root.querySelectorAll('#what-if-reasons .fixes li').length).toBeGreaterThan(0);
  // The way back: the figure returns, the reasons go.
  pane.enter('#what-if-Capacity', '0');
  await answered(() => pane.text('#what-if-figure') === '300.00');
  expect(pane.root.querySelector('#what-if-reasons')).toBeNull();
});

it('names what the workbook has nothing of, and starts again where its inputs change', async () => {
  const pane = await openPanel();
  expect(pane.text('[aria-labelledby=what-if-sliders-heading]')).toContain('Not in this workbook: Safety stock.');
  expect(pane.root.querySelector('#what-if-Safety_Stock')).toBeNull();
  pane.enter('#what-if-Demand', '-10');
  // 270 in March: 70 wait from February, where 135 are needed of 200, and 5 from January.
  await answered(() => pane.text('#what-if-figure') === '150.00');
  await pane.workbook.write({
    ...noChange,
    cells: [{ reference: { sheet: 'Data', row: 1, column: 3, rowCount: 1, columnCount: 1 }, cells: [[200]] }],
  });
  pane.changeCells();
  await answered(() => pane.text('#what-if-figure') === '0');
  expect(pane.text('#what-if-Demand-values')).toBe('450 → 405 in total');
});

it('keeps the setting as a scenario of the workbook, under a name that is free', async () => {
  const pane = await openPanel();
  pane.enter('#what-if-Capacity', '10');
  pane.enter('#what-if-Holding_Cost-percent', '-12.5');
  await answered(() => pane.text('#what-if-figure') === '157.50');
  pane.press('#what-if-keep');
  await pane.until('#what-if-kept');
  expect(pane.text('#what-if-kept')).toContain('The scenario “What-if 1” was added to SOP_Scenarios.');
  expect(pane.text('#what-if-kept')).not.toContain('may differ');
  const read = await readContent(pane.workbook);
  if (!read.ok) throw new Error(read.error.message);
  expect(
    scenarioRows(read.value).map(({ scenario, input, change, amount }) => [scenario, input, change, amount]),
  ).toEqual([
    ['What-if 1', 'Capacity', 'percent', 10],
    ['What-if 1', 'Holding_Cost', 'percent', -12.5],
  ]);
  pane.enter('#what-if-keep-name', 'what-if 1');
  pane.press('#what-if-keep');
  await pane.until('#what-if-keep-mistake');
  expect(pane.text('#what-if-keep-mistake')).toBe('There is a scenario “what-if 1” already. Enter another name.');
});

it('sweeps an input: the border of what is possible, where more stops helping, and the figures', async () => {
  const pane = await openPanel();
  expect([...pane.root.querySelectorAll('#sweep-input option')].map(({ textContent }) => textContent)).toEqual([
    'Capacity',
    'Demand',
    'Holding_Cost',
  ]);
  pane.enter('#sweep-from', '160');
  pane.enter('#sweep-to', '320');
  pane.enter('#sweep-step', '0');
  pane.press('#sweep-start');
  expect(pane.text('#sweep-mistake')).toBe('Enter a step above 0, and no larger than the range.');
  expect(pane.root.querySelector('#sweep-step')?.getAttribute('aria-describedby')).toBe('sweep-mistake');
  pane.enter('#sweep-step', '20');
  pane.press('#sweep-start');
  await pane.until('#sweep-breaks');
  // 550 units in three months; 300 in March alone.
  expect([...pane.root.querySelectorAll('#sweep-breaks li')].map(({ textContent }) => textContent)).toEqual([
    'Below 183.34 of Capacity no plan satisfies all limits.',
    'From 300 on, more Capacity changes nothing.',
  ]);
  const rows = [...pane.root.querySelectorAll('[aria-labelledby=what-if-sweep-heading] tbody tr')];
  expect(rows.map(({ textContent }) => textContent).slice(0, 4)).toEqual([
    '160no plan–',
    '180no plan–',
    '200300.00–',
    '220180.00-6.00',
  ]);
  expect(pane.root.querySelector('.what-if-point-now title')?.textContent).toBe('200: 300.00');
});
