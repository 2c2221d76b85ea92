import { cellsNamed, mappingAfter, openedSetUp, rangeText, wrongRole } from '../../src/taskpane/set-up';

describe('cells that a text names', () => {
  test.each([
    ['Sheet1!B2:M4', { sheet: 'Sheet1', range: 'B2:M4' }],
    ["'It''s here'!$B$2", { sheet: "It's here", range: 'B2' }],
    ['=Plan data!b2:d2', { sheet: 'Plan data', range: 'B2:D2' }],
    ['C3:C9', { sheet: 'Active', range: 'C3:C9' }],
    ['Items[Unit cost]', { table: 'Items', column: 'Unit cost' }],
  ])('%s', (text, expected) => {
    expect(cellsNamed(text, 'Active')).toEqual(expected);
  });

  test.each(['', 'everything', 'Sheet1!', 'A1;B2', '[1]Sheet!A1 B2'])('are none in %p', (text) => {
    expect(cellsNamed(text, 'Active')).toBeNull();
  });

  test('are read back as they are shown', () => {
    const reference = { sheet: "It's 2026", row: 1, column: 1, rowCount: 3, columnCount: 12 };
    expect(cellsNamed(rangeText(reference), 'Active')).toEqual({ sheet: "It's 2026", range: 'B2:M4' });
  });
});

describe('the set-up', () => {
  const stored = { Demand: { sheet: 'Data', range: 'B2:D4' }, Price: { sheet: 'Data', range: 'F2' } } as const;

  test('opens with what is stored', () => {
    expect(openedSetUp(stored).cells).toEqual({ Demand: 'Data!B2:D4' });
  });

  test('asks for the demand, and for cells that exist', () => {
    const setUp = openedSetUp({});
    expect(wrongRole(setUp, ['Data'], 'Data')).toMatchObject({ role: 'Demand', kind: 'missing' });
    const elsewhere = { ...setUp, cells: { Demand: 'Other!A1' } };
    expect(wrongRole(elsewhere, ['Data'], 'Data')).toMatchObject({ kind: 'noSheet', sheet: 'Other' });
    expect(wrongRole({ ...setUp, cells: { Demand: 'data!A1' } }, ['Data'], 'Data')).toBeNull();
    expect(wrongRole({ ...setUp, step: 'stock' }, ['Data'], 'Data')).toBeNull();
  });

  test('keeps choices that it does not ask about, and drops those that were emptied', () => {
    const emptied = { ...openedSetUp(stored), cells: { Capacity: 'B9' } };
    expect(mappingAfter(emptied, 'Data')).toEqual({
      Price: stored.Price,
      Capacity: { sheet: 'Data', range: 'B9' },
    });
  });
});
