/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "require"]}
 */
import { paneOn, smallBook } from './pane-bench';

/** A plant that cannot make all that is wanted: only a preset allows demand to be lost. */
function pricedBook() {
  const book = smallBook(100);
  return { ...book, names: [...book.names, { name: 'Price', refersTo: '=5' }] };
}

async function presetPane() {
  const pane = paneOn(pricedBook());
  const field = (selector: string) => {
    const found = pane.root.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
    if (!found) throw new Error(`Nothing matches ${selector}.`);
    return found;
  };
  const enter = (selector: string, value: string) => {
    const target = field(selector);
    target.value = value;
    target.dispatchEvent(new Event(target instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  };
  /** The table of presets in the workbook: its cells below the headings. */
  const saved = () => {
    const { sheets, tables } = pane.workbook.current();
    const table = tables.find(({ name }) => name === 'SOP_Presets');
    if (!table) return null;
    const { sheet, row, rowCount } = table.reference;
    const cells = sheets.find(({ name }) => name === sheet)?.cells ?? [];
    return Array.from({ length: rowCount - 1 }, (_, r) =>
      cells
        .filter((cell) => cell.row === row + 1 + r && cell.value !== null)
        .sort((one, other) => one.column - other.column)
        .map(({ value }) => value),
    );
  };
  const becomes = async (condition: () => boolean) => {
    for (let n = 0; n < 300 && !condition(); n++) await new Promise((go) => setTimeout(go, 10));
    expect(condition()).toBe(true);
  };
  await pane.until('#preset');
  return { ...pane, field, enter, saved, becomes };
}

test('a preset chosen beside the mode is planned with, and named beside the result', async () => {
  const pane = await presetPane();
  expect([...pane.root.querySelectorAll('#preset option')].map(({ textContent }) => textContent)).toEqual([
    "The workbook's own",
    'service-first',
    'by-margin',
    'profit',
    'low-stock',
    'steady-use',
  ]);
  pane.press('#optimize');
  await pane.until('#result-heading');
  expect(pane.text('#result-heading')).toBe('No plan satisfies all limits');
  pane.enter('#preset', 'service-first');
  expect(pane.text('#preset-hint')).toMatch(/^A lost sale costs more/);
  pane.press('#optimize');
  await pane.until('#headline-figure');
  // 250 of 550 are lost at ten prices each.
  expect(pane.text('#headline-figure')).toBe('12,500');
  expect(pane.text('#planned-with')).toBe('Planned and costed with the preset service-first.');
});

test('a preset brings its mode, which may be changed afterwards', async () => {
  const pane = await presetPane();
  pane.enter('#mode', 'delivery');
  pane.enter('#preset', 'profit');
  expect(pane.field('#mode').value).toBe('profit');
  pane.enter('#mode', 'cost');
  expect(pane.field('#mode').value).toBe('cost');
});

describe('the panel of presets', () => {
  test('shows the rates of the preset, tells what they change, and saves them under another name', async () => {
    const pane = await presetPane();
    pane.enter('#preset', 'service-first');
    pane.press('#edit-presets');
    await pane.until('#preset-preview');
    expect(pane.field('#preset-input-0').value).toBe('Shortage_Cost');
    expect(pane.field('#preset-value-0').value).toBe('10');
    expect(pane.field('#preset-of-0').value).toBe('price');
    expect(pane.text('#preset-preview')).toContain('Shortage_Cost: 1 number');
    expect(pane.text('#save-preset')).toBe('Save in the workbook');
    expect(pane.root.querySelector('#remove-preset')).toBeNull();
    pane.enter('#preset-name', 'gentle');
    pane.enter('#preset-value-0', 'many');
    pane.press('#save-preset');
    await pane.until('.message-error');
    expect(pane.text('.presets-form .message-error')).toContain('Every rate needs a number.');
    expect(pane.saved()).toBeNull();
    pane.enter('#preset-value-0', '2');
    expect(pane.text('#save-preset')).toBe('Save as new preset');
    pane.press('#save-preset');
    await pane.until('#undo-preset');
    expect(pane.saved()?.map((row) => row.slice(0, 4))).toEqual([
      ['gentle', 'Shortage_Cost', 2, 'price'],
      ['gentle', 'Backorder_Cost', 1, 'price'],
      ['gentle', 'Safety_Stock_Cost', 0.5, 'price'],
    ]);
    pane.press('#use-preset');
    await pane.becomes(() => pane.root.querySelector('#preset') !== null);
    expect(pane.field('#preset').value).toBe('gentle');
    pane.press('#optimize');
    await pane.until('#planned-with');
    expect(pane.text('#headline-figure')).toBe('2,500.00');
  });

  test('takes the last edit back, and a built-in preset back from the workbook', async () => {
    const pane = await presetPane();
    pane.press('#edit-presets');
    await pane.until('#preset-preview');
    expect(pane.field('#opened-preset').value).toBe('service-first');
    pane.enter('#preset-value-0', '3');
    pane.press('#save-preset');
    await pane.until('#remove-preset');
    expect(pane.saved()?.[0]).toEqual(expect.arrayContaining(['service-first', 3]));
    pane.enter('#preset-value-0', '4');
    pane.press('#save-preset');
    await pane.becomes(() => pane.saved()?.[0]?.includes(4) === true);
    await pane.until('#remove-preset');
    pane.press('#undo-preset');
    await pane.becomes(() => pane.saved()?.[0]?.includes(3) === true);
    await pane.becomes(() => pane.field('#preset-value-0').value === '3');
    pane.press('#remove-preset');
    await pane.becomes(() => pane.field('#preset-value-0').value === '10');
    expect(pane.root.querySelector('#remove-preset')).toBeNull();
    expect(pane.saved()).toEqual([[]]);
  });

  test('refuses a row that is no rate of the workbook, with what is wrong', async () => {
    const pane = await presetPane();
    pane.press('#edit-presets');
    await pane.until('#preset-preview');
    pane.enter('#opened-preset', '');
    pane.press('#save-preset');
    await pane.becomes(() => pane.text('#preset-name-hint') === 'Give it a name.');
    pane.enter('#preset-name', 'mine');
    pane.press('#add-rate');
    pane.enter('#preset-input-0', 'Shortage_Cost');
    pane.enter('#preset-value-0', '2');
    pane.enter('#preset-of-0', 'price');
    pane.enter('#preset-item-0', 'Valve');
    pane.press('#save-preset');
    await pane.becomes(() => /Valve/.test(pane.text('#preset-preview .message-error')));
    expect(pane.saved()).toBeNull();
    pane.enter('#preset-item-0', 'Pump');
    pane.press('#save-preset');
    await pane.becomes(() => pane.saved() !== null);
    expect(pane.saved()).toEqual([['mine', 'Shortage_Cost', 'Pump', 2, 'price']]);
  });
});
