import type { Book } from '../workbook-content';
import { periods, rowsOf, textAt, total } from './look-up';
import { planBook } from './planned-book';
import { differences, recalculate } from './recalculate';
import type { Recalculated } from './recalculate';
import { siteBooks } from './site-books';

describe('the formulas of the sheet', () => {
  it.each(Object.keys(siteBooks))('recompute to their cached values: %s', async (name) => {
    const { sheet, book, input } = await planBook(siteBooks[name]());
    expect(differences(sheet, book)).toEqual([]);
    expect(textAt(sheet, 1, 3)).toBe(true);
    expect(Number(total(sheet, 'Total cost')) / input.costs.total).toBeCloseTo(1, 9);
  });

  it('follow the cells of the user: dearer holding changes the cost of the plan', async () => {
    const { sheet, book } = await planBook(siteBooks['costs by item and period']());
    const dearer: Book = {
      ...book,
      sheets: { Data: book.sheets.Data.map((row) => (row[0] === 'Holding_Cost' ? ['Holding_Cost', 3] : row)) },
    };
    const before = recalculate(sheet, book);
    const after = recalculate(sheet, dearer);
    const [holding] = rowsOf(sheet, 'Holding cost');
    const totalOf = (found: readonly Recalculated[]) =>
      Number(found.find(({ cell }) => cell.row === holding[0].row && cell.column === 2)?.found);
    expect(totalOf(before)).toBeGreaterThan(0);
    expect(totalOf(after)).toBeCloseTo(3 * totalOf(before), 6);
    // The plan is no longer the one that the solver priced, and the sheet says so.
    const header = after.find(({ cell }) => cell.row === 1 && cell.column === 3);
    expect(header?.found).toBe(false);
  });

  it('follow the plan: stock that a change pushes below safety stock is charged', async () => {
    const { sheet, book, input } = await planBook(siteBooks['soft safety stock, its cost by item']());
    const [made] = rowsOf(sheet, 'Production').filter(
      (cells) => cells[0].value === 'Bolt' && periods(cells, 4).every(({ formula }) => formula === undefined),
    );
    const decided = new Set(periods(made, 4));
    const stopped = {
      ...sheet,
      cells: sheet.cells.map((cell) => (decided.has(cell) ? { ...cell, value: 0 } : cell)),
    };
    const [row] = rowsOf(sheet, 'Safety stock missed');
    const missed = Number(
      recalculate(stopped, book).find(({ cell }) => cell.row === row[0].row && cell.column === 2)?.found,
    );
    const [bolt] = input.problem.items;
    let stock = bolt.openingInventory;
    const lacking = input.problem.demands[0].quantity.map((wanted, t) =>
      Math.max(0, bolt.safetyStock[t] - (stock -= wanted)),
    );
    const [ofBolt, ofNut] = input.costs.terms.find(({ id }) => id === 'safetyStock')?.perItem ?? [];
    const expected = 0.5 * lacking.reduce((all, units) => all + units, 0);
    expect(expected).toBeGreaterThan(ofBolt);
    expect(missed).toBeCloseTo(expected + ofNut, 6);
  });

  it('refer to the names of the workbook, with their sheet where they are confined to one', async () => {
    const scoped = await planBook(siteBooks['names confined to a sheet with an odd name']());
    const [demand] = rowsOf(scoped.sheet, 'Demand').slice(-1);
    expect(periods(demand, 4)[1].formula).toBe("=INDEX('Jane''s plan & 計画'!Demand,2,2)");
    const prefixed = await planBook(siteBooks['names with the prefix']());
    const written = prefixed.sheet.cells.map(({ formula }) => formula);
    expect(written.filter((formula) => formula === '=INDEX(SOP_Production_Cost,2,1)')).toHaveLength(1);
  });

  it('point into ranges whose periods run down', async () => {
    const { sheet } = await planBook(siteBooks['periods that run down']());
    const [demand] = rowsOf(sheet, 'Demand').slice(-1);
    expect(periods(demand, 3).map(({ formula }) => formula)).toEqual([
      '=INDEX(Demand,1,2)',
      '=INDEX(Demand,2,2)',
      '=INDEX(Demand,3,2)',
    ]);
  });

  it('use nothing that Excel 2016 or LibreOffice lacks', async () => {
    const functions = new Set<string>();
    for (const make of Object.values(siteBooks)) {
      const { sheet } = await planBook(make());
      for (const { formula } of sheet.cells)
        for (const [, name] of formula?.matchAll(/([A-Z]+)\(/g) ?? []) functions.add(name);
    }
    expect([...functions].sort()).toEqual(
      ['ABS', 'AND', 'AVERAGE', 'COUNTIF', 'FALSE', 'IF', 'INDEX', 'ISNUMBER', 'MATCH', 'MAX', 'MIN', 'ROUND', 'SUM']
        .concat(['SUMIF', 'SUMPRODUCT'])
        .sort(),
    );
  });
});
