import { fingerprint, stableHash } from '../../src/workbook/fingerprint';
import { workbookContent } from './workbook-content';
import type { Book, Grid } from './workbook-content';

const grid: Grid = [
  [null, 'Jan', 'Feb'],
  ['Bolt', 10, 20],
];
const book: Book = { sheets: { Data: grid }, names: { Demand: 'Data!B2:C2', Price: 'Data!B2:B2' } };

function of(changed: Partial<Book>): string {
  return fingerprint(workbookContent({ ...book, ...changed }));
}

describe('the fingerprint of the inputs', () => {
  it('is the same for the same data, on every machine', () => {
    expect(of({})).toBe(of({}));
    expect(of({})).toMatch(/^[0-9a-f]{16}$/);
    expect(stableHash('supply plan')).toBe(stableHash(['supply', 'plan'].join(' ')));
  });

  it('changes with any input cell, and with its type', () => {
    const values = [10, 11, '10', true, null, { error: '#N/A' }];
    const prints = values.map((value) => of({ sheets: { Data: [grid[0], ['Bolt', value, 20]] } }));
    expect(new Set(prints).size).toBe(values.length);
  });

  it('changes when values trade places', () => {
    expect(of({ sheets: { Data: [grid[0], ['Bolt', 20, 10]] } })).not.toBe(of({}));
  });

  it('stays when the range moves, the name is spelled differently, names are listed in another order or cells are formatted', () => {
    const moved: Grid = [[], [], [null, null, { value: 10, numberFormat: '0.00' }, 20]];
    expect(of({ sheets: { Data: moved }, names: { Price: 'Data!C3:C3', DEMAND: 'Data!C3:D3' } })).toBe(of({}));
  });

  it('stays when cells outside the inputs change', () => {
    expect(of({ sheets: { Data: [...grid, ['a note', 5]] } })).toBe(of({}));
  });
});
