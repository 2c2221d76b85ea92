/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
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
  if (!holds()) throw new Error(document.body.innerHTML);
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
