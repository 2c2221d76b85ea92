/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import type { CellValue } from '../../src/workbook/workbook';
import { paneOn, smallBook } from './pane-bench';

type Bench = ReturnType<typeof paneOn>;

async function opened(capacity: number): Promise<Bench> {
  const pane = paneOn(smallBook(capacity));
  await pane.until('#tab-scenarios');
  pane.press('#tab-scenarios');
  await pane.until('#scenario-heading');
  return pane;
}

function type(pane: Bench, selector: string, text: string, kind: 'input' | 'change' = 'input'): void {
  const field = pane.root.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  field.value = text;
  field.dispatchEvent(new Event(kind));
}

const submit = (pane: Bench, form: string) =>
  pane.root.querySelector(form)?.dispatchEvent(new Event('submit', { cancelable: true }));

/** Creates a scenario, which is then in front. */
async function create(pane: Bench, name: string): Promise<void> {
  pane.press('#new-scenario');
  type(pane, '#scenario-name', name);
  submit(pane, '.scenarios-form');
  await waitFor(() => pane.text('#scenario-heading') === name);
}

async function change(pane: Bench, fields: Readonly<Record<string, string>>): Promise<void> {
  const before = pane.root.querySelectorAll('.scenarios-change').length;
  pane.press('#add-change');
  for (const [id, text] of Object.entries(fields))
    type(pane, `#${id}`, text, /input|from|to|kind/.test(id) ? 'change' : 'input');
  for (const [id, text] of Object.entries(fields)) if (!/input|from|to|kind/.test(id)) type(pane, `#${id}`, text);
  submit(pane, '.scenarios-form');
  await waitFor(() => pane.root.querySelectorAll('.scenarios-change').length > before);
}

async function waitFor(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 300 && !holds(); n++) await new Promise((go) => setTimeout(go, 10));
  expect(holds()).toBe(true);
}

/** The body of the table of scenarios as the workbook has it. */
function tableRows(pane: Bench): readonly (readonly CellValue[])[] {
  const book = pane.workbook.current();
  const table = book.tables.find(({ name }) => name === 'SOP_Scenarios');
  if (!table) return [];
  const { sheet, row, column, rowCount, columnCount } = table.reference;
  const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? [];
  return Array.from({ length: rowCount - 1 }, (_none, r) =>
    Array.from(
      { length: columnCount },
      (_other, c) => cells.find((cell) => cell.row === row + 1 + r && cell.column === column + c)?.value ?? null,
    ),
  );
}

describe('the panel of scenarios', () => {
  test('begins with the workbook itself, which it does not change', async () => {
    const pane = await opened(200);
    expect([...pane.root.querySelectorAll('.scenarios-entry')].map((entry) => entry.textContent)).toEqual([
      'BASELINEthe workbook as it is',
    ]);
    expect(pane.text('#panel')).toContain('This is the workbook itself. Copy it to change something.');
    expect(pane.root.querySelector('#add-change')).toBeNull();
    expect(pane.root.querySelector('#delete-scenario')).toBeNull();
    expect(pane.root.querySelector('#optimize-scenarios')).toBeNull();
  });

  test('creates a scenario with a change, shows what it does before and after it is saved, and writes the table', async () => {
    const pane = await opened(200);
    await create(pane, 'Spring');
    expect(pane.text('[role=status]')).toContain('“Spring” was saved in the table SOP_Scenarios');
    pane.press('#add-change');
    expect(document.activeElement?.id).toBe('change-input');
    type(pane, '#change-item', 'Pu*');
    expect(pane.text('#change-item-hint')).toBe('1 of 1: Pump');
    type(pane, '#change-from', '1', 'change');
    type(pane, '#change-amount', '10');
    await pane.until('.scenarios-preview');
    expect(pane.text('.scenarios-preview p')).toBe('Demand · 2 numbers in all: 450 → 495 (+10%)');
    expect(tableRows(pane)).toEqual([['Spring', null, null, null, null, null, null, null]]);
    submit(pane, '.scenarios-form');
    await pane.until('.scenarios-change');
    expect(tableRows(pane)).toEqual([['Spring', 'Demand', 'Pu*', 'Feb', null, 'percent', 10, null]]);
    expect(pane.text('.scenarios-change-text')).toBe('Demand+10 %Pu* · from Feb');
    expect(pane.text('.scenarios-entry[aria-pressed=true]')).toBe('Spring1 change');
  });

  test('says what is wrong with a change and saves nothing until it is mended', async () => {
    const pane = await opened(200);
    await create(pane, 'Spring');
    pane.press('#add-change');
    submit(pane, '.scenarios-form');
    expect(pane.text('#change-amount-hint')).toBe('Enter a number.');
    expect(document.activeElement?.id).toBe('change-amount');
    type(pane, '#change-amount', '-110');
    submit(pane, '.scenarios-form');
    await pane.until('#scenario-issues');
    expect(pane.text('#scenario-issues')).toContain('The change makes Demand -10, but it cannot be less than 0.');
    type(pane, '#change-item', 'Valve');
    expect(pane.text('#change-item-hint')).toBe('No item of this name.');
    submit(pane, '.scenarios-form');
    expect(pane.text('#scenario-issues')).toContain('No item is called "Valve"');
    expect(tableRows(pane)).toHaveLength(1);
    expect(tableRows(pane)[0][1]).toBeNull();
  });

  test('copies, renames, edits and deletes, asking first', async () => {
    const pane = await opened(200);
    await create(pane, 'Spring');
    await change(pane, { 'change-amount': '10' });
    pane.press('#copy-scenario');
    type(pane, '#scenario-name', 'spring');
    submit(pane, '.scenarios-form');
    expect(pane.text('#scenario-name-wrong')).toBe('There is a scenario of that name already.');
    type(pane, '#scenario-name', 'Summer');
    submit(pane, '.scenarios-form');
    await waitFor(() => pane.text('#scenario-heading') === 'Summer');
    pane.press('.scenarios-icon');
    expect(pane.root.querySelector<HTMLInputElement>('#change-amount')?.value).toBe('10');
    type(pane, '#change-amount', '20');
    submit(pane, '.scenarios-form');
    await waitFor(() => pane.root.querySelector('#change-amount') === null);
    pane.press('#rename-scenario');
    type(pane, '#scenario-name', 'Autumn');
    submit(pane, '.scenarios-form');
    await waitFor(() => pane.text('#scenario-heading') === 'Autumn');
    expect(tableRows(pane).map(([name, , , , , , amount]) => [name, amount])).toEqual([
      ['Spring', 10],
      ['Autumn', 20],
    ]);
    pane.press('#delete-scenario');
    expect(document.activeElement?.id).toBe('keep-scenario');
    expect(tableRows(pane)).toHaveLength(2);
    pane.press('#confirm-delete');
    await waitFor(() => tableRows(pane).length === 1);
    expect(pane.text('#scenario-heading')).toBe('BASELINE');
    pane.press('.scenarios-entry[aria-pressed=false]');
    pane.press('.scenarios-icon[aria-label^=Delete]');
    await waitFor(() => tableRows(pane)[0][1] === null);
    expect(pane.text('.scenarios-changes')).toBe('');
  });

  test('optimises all, each onto its own sheet, and puts them side by side', async () => {
    const pane = await opened(200);
    await create(pane, 'Spring');
    await change(pane, { 'change-from': '2', 'change-to': '2', 'change-kind': 'absolute', 'change-amount': '-50' });
    pane.press('#optimize-scenarios');
    await pane.until('#write-comparison');
    expect(pane.workbook.current().sheets.map(({ name }) => name)).toEqual([
      'Data',
      'SOP Scenarios',
      'SOP Plan (BASELINE)',
      'SOP Plan (Spring)',
    ]);
    // March needs 100 units from earlier months, 50 of them for two months: 300. With 50 fewer only February's 50: 100.
    expect([...pane.root.querySelectorAll('.scenarios-cost')].map((cost) => cost.textContent)).toEqual([
      '300.00',
      '100.00',
    ]);
    const rows = [...pane.root.querySelectorAll('.scenarios-compare tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toContainEqual(['Total cost', '300.00', '100.00 (differs)']);
    expect(rows).toContainEqual(['Total demand', '550', '500 (differs)']);
    expect(rows).toContainEqual(['Demand delivered', '100%', '100%']);
    expect(rows).toContainEqual(['More than BASELINE', '–', '-200.00']);
    expect(rows).toContainEqual(['Demand Mar', '300', '250 (differs)']);
    const difference = [...pane.root.querySelectorAll('.scenarios-pair ~ * tbody tr')].map((row) => row.textContent);
    expect(difference).toEqual(['Jan-50', 'Feb0', 'Mar0']);
    expect(pane.text('[role=status]')).toBe('2 scenarios are planned, each on its own sheet.');
    pane.press('#write-comparison');
    await pane.until('#go-to-comparison');
    expect(pane.workbook.current().sheets.map(({ name }) => name)).toContain('SOP Compare');
  });

  test('says which results are outdated after a change', async () => {
    const pane = await opened(200);
    await create(pane, 'Spring');
    await change(pane, { 'change-amount': '-10' });
    pane.press('#optimize-scenarios');
    await pane.until('#write-comparison');
    expect(pane.text('#panel')).not.toContain('Outdated');
    await change(pane, { 'change-kind': 'absolute', 'change-from': '0', 'change-to': '0', 'change-amount': '-5' });
    expect(pane.text('#panel')).toContain('Outdated, because inputs have changed since: Spring.');
  });

  test('tells a scenario that no plan can satisfy, with its cures, and writes the closest plan on request', async () => {
    const pane = await opened(200);
    await create(pane, 'Boom');
    await change(pane, { 'change-kind': 'value', 'change-amount': '250' });
    pane.press('#optimize-scenario');
    await pane.until('#closest-of-scenario');
    expect(pane.text('.scenarios-entry[aria-pressed=true] .badge')).toBe('no plan');
    expect(pane.text('#panel')).toMatch(/At least 250 units of Capacity in every period/);
    pane.press('#closest-of-scenario');
    await waitFor(() => pane.workbook.current().sheets.some(({ name }) => name === 'SOP Plan (Boom)'));
  });
});
