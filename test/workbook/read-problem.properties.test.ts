import fc from 'fast-check';
import type { PlanningProblem } from '../../src/planning/index';
import { areaAddress } from '../../src/workbook/address';
import { readProblem } from '../../src/workbook/read-problem';
import { workbookContent } from './workbook-content';
import type { Grid, GridCell } from './workbook-content';

/** A made-up site: what each input holds, as lists by item and by period and as matrices. */
interface Site {
  readonly items: readonly string[];
  readonly periods: readonly string[];
  readonly demand: Grid;
  readonly productionCost: Grid;
  readonly holdingCost: readonly number[];
  readonly openingInventory: readonly number[];
  readonly capacity: readonly number[];
}

const amount = fc.integer({ min: 0, max: 999 });

const sites: fc.Arbitrary<Site> = fc
  .record({ itemCount: fc.integer({ min: 2, max: 5 }), periodCount: fc.integer({ min: 2, max: 5 }) })
  .chain(({ itemCount, periodCount }) => {
    const matrix = fc.array(fc.array(amount, { minLength: periodCount, maxLength: periodCount }), {
      minLength: itemCount,
      maxLength: itemCount,
    });
    const perItem = fc.array(amount, { minLength: itemCount, maxLength: itemCount });
    const perPeriod = fc.array(amount, { minLength: periodCount, maxLength: periodCount });
    return fc.record({
      items: fc.constant(Array.from({ length: itemCount }, (_, item) => `Item ${String.fromCharCode(65 + item)}`)),
      periods: fc.constant(Array.from({ length: periodCount }, (_, period) => `2026-${period + 1}`)),
      demand: matrix,
      productionCost: matrix,
      holdingCost: perItem,
      openingInventory: perItem,
      capacity: perPeriod,
    });
  });

/** The site laid out with periods across, or everything turned so that periods run down. */
function readSite(site: Site, run: 'across' | 'down'): PlanningProblem {
  const column = (values: readonly GridCell[]): Grid => values.map((value) => [value]);
  const blocks: Record<string, Grid> = {
    Items: column(site.items),
    Periods: [site.periods],
    Demand: site.demand,
    Production_Cost: site.productionCost,
    Holding_Cost: column(site.holdingCost),
    Initial_Inventory: column(site.openingInventory),
    Capacity: [site.capacity],
  };
  const sheets: Record<string, Grid> = {};
  const names: Record<string, string> = {};
  for (const [name, block] of Object.entries(blocks)) {
    const grid = run === 'across' ? block : turned(block);
    sheets[name] = grid;
    const area = { row: 0, column: 0, rowCount: grid.length, columnCount: grid[0].length };
    names[name] = `${name}!${areaAddress(area)}`;
  }
  const reading = readProblem(workbookContent({ sheets, names }));
  if (!reading.problem) throw new Error(JSON.stringify(reading.issues));
  return reading.problem;
}

function turned(grid: Grid): Grid {
  return grid[0].map((_, column) => grid.map((row) => row[column]));
}

/** The problem with its items in another order, and everything that refers to them adjusted. */
function inOrder(problem: PlanningProblem, order: readonly number[]): PlanningProblem {
  const pick = <T extends { readonly item: number }>(list: readonly T[]): T[] =>
    order.map((old, item) => ({ ...list[old], item }));
  return {
    ...problem,
    items: order.map((old) => problem.items[old]),
    demands: pick(problem.demands),
    sources: pick(problem.sources),
  };
}

describe('reading any layout', () => {
  it('reads the same problem from a workbook whose periods run down', () => {
    fc.assert(
      fc.property(sites, (site) => {
        expect(readSite(site, 'down')).toEqual(readSite(site, 'across'));
      }),
    );
  });

  it('reads the same problem, in the new order, when items are reordered', () => {
    fc.assert(
      fc.property(
        sites.chain((site) =>
          fc.record({
            site: fc.constant(site),
            order: fc.shuffledSubarray(
              site.items.map((_, item) => item),
              { minLength: site.items.length },
            ),
          }),
        ),
        ({ site, order }) => {
          const pick = <T>(values: readonly T[]): T[] => order.map((item) => values[item]);
          const reordered: Site = {
            ...site,
            items: pick(site.items),
            demand: pick(site.demand),
            productionCost: pick(site.productionCost),
            holdingCost: pick(site.holdingCost),
            openingInventory: pick(site.openingInventory),
          };
          expect(readSite(reordered, 'across')).toEqual(inOrder(readSite(site, 'across'), order));
        },
      ),
    );
  });

  it('changes nothing but names when items are renamed', () => {
    fc.assert(
      fc.property(sites, (site) => {
        const rename = (name: string): string => `${name} (new)`;
        const renamed = readSite({ ...site, items: site.items.map(rename) }, 'across');
        const problem = readSite(site, 'across');
        expect(renamed).toEqual({
          ...problem,
          items: problem.items.map((item) => ({ ...item, name: rename(item.name), product: rename(item.product) })),
          sources: problem.sources.map((source) => ({ ...source, name: rename(source.name) })),
        });
      }),
    );
  });

  it('never throws, and gives a problem or an error, whatever the cells hold', () => {
    const cell: fc.Arbitrary<GridCell> = fc.oneof(
      amount,
      fc.double(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('#REF!', '#N/A', '#VALUE!').map((error) => ({ error })),
    );
    const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 });
    const address = fc.tuple(fc.nat(2), fc.nat(3), fc.nat(2), fc.nat(3)).map(([row, column, height, width]) =>
      areaAddress({
        row,
        column,
        rowCount: Math.min(height + 1, 3 - row),
        columnCount: Math.min(width + 1, 4 - column),
      }),
    );
    const named = fc.constantFrom('Demand', 'Periods', 'Items', 'Resources', 'Capacity', 'Capacity_Use', 'Mode');
    const others = fc.constantFrom(
      'Whole_Workers',
      'Initial_Workers',
      'Production_Plan',
      'Frozen_Periods',
      'Setup_Use',
    );
    const names = fc.dictionary(fc.oneof(named, others), address, { maxKeys: 6 });
    fc.assert(
      fc.property(rows, names, address, (grid, ranges, demand) => {
        const targets = Object.entries({ Demand: demand, ...ranges }).map(([name, cells]) => [name, `Data!${cells}`]);
        const reading = readProblem(workbookContent({ sheets: { Data: grid }, names: Object.fromEntries(targets) }));
        const failed = reading.issues.some(({ severity }) => severity === 'error');
        expect(reading.problem === null).toBe(failed);
      }),
      { numRuns: 250 },
    );
  });
});
