import type { PlanReport } from '../../src/planning';
import { optimizeBook } from './run-case';
import { tableBook } from './table-book';
import type { CaseTables } from './table-book';

/**
 * Demand takes 40 × 1.25 + 50 × 0.8 = 90 hours in each week. The line has 120 in the first, so that 30 hours are left for safety
 * stocks of 40 × 1.25 + 50 × 0.8 = 90 hours: two thirds of each are missed if both give up the same part.
 */
function tables(columns: { readonly products?: readonly boolean[]; readonly stock?: readonly boolean[] }): CaseTables {
  return {
    SOP_Periods: [['Period'], ['W1'], ['W2']],
    SOP_Products: [
      ['Product', ...(columns.products ? ['FairShare'] : [])],
      ...['Heavy', 'Light'].map((product, p) => [product, ...(columns.products ? [columns.products[p]] : [])]),
    ],
    SOP_Demand: [
      ['Product', 'Location', 'Period', 'Quantity', 'NonDeliveryCost'],
      ['Heavy', 'Plant', '*', 40, 100],
      ['Light', 'Plant', '*', 50, 100],
    ],
    SOP_Sources: [
      ['Product', 'Location', 'Resource', 'Use', 'Cost'],
      ['Heavy', 'Plant', 'Line', 1.25, 1],
      ['Light', 'Plant', 'Line', 0.8, 1],
    ],
    SOP_Resources: [
      ['Resource', 'Period', 'Capacity'],
      ['Line', 'W1', 120],
      ['Line', 'W2', 90],
    ],
    SOP_Stock: [
      ['Product', 'Location', 'SafetyStock', 'SafetyStockCost', ...(columns.stock ? ['FairShare'] : [])],
      ['Heavy', 'Plant', 40, 3, ...(columns.stock ? [columns.stock[0]] : [])],
      ['Light', 'Plant', 50, 3, ...(columns.stock ? [columns.stock[1]] : [])],
    ],
  };
}

async function plan(book: CaseTables, mode: string, constants: Readonly<Record<string, number>> = {}) {
  const { code, report } = await optimizeBook(tableBook(book, constants), '--mode', mode);
  expect(code).toBe(0);
  expect(report.issues).toEqual([]);
  return report;
}

/** Units missed of the safety stock in each week; how the exact fair share divides an item's part over weeks is open. */
const gaps = ({ network }: PlanReport, product: string): number[] =>
  (network ?? []).filter((row) => row.product === product).map(({ targetGap }) => targetGap);
const missed = (report: PlanReport, product: string): number =>
  gaps(report, product).reduce((sum, gap) => sum + gap, 0);

describe('fair share of missed safety stock, from a workbook', () => {
  it('misses two thirds of both, as counted by hand, where cost would miss all of the heavy one', async () => {
    const shared = await plan(tables({}), 'fair-share');
    expect(missed(shared, 'Heavy')).toBeCloseTo((2 / 3) * 2 * 40, 5);
    expect(missed(shared, 'Light')).toBeCloseTo((2 / 3) * 2 * 50, 5);
    // 3 money for each of 120 units missed, 1 per unit made: 180 for demand, and 24 of the heavy one at the end, the fewest units
    // that 30 hours can make.
    expect(shared.totalCost).toBeCloseTo(3 * 120 + 180 + 24, 5);
    const byCost = await plan(tables({}), 'cost');
    expect(missed(byCost, 'Heavy')).toBeCloseTo(80, 5);
    expect(missed(byCost, 'Light')).toBeCloseTo(25, 5);
  });

  it('is switched off per product, or per product and location', async () => {
    // The heavy one alone is levelled, and takes all 30 hours: 24 units. What the light one misses is a matter of cost.
    for (const apart of [tables({ products: [true, false] }), tables({ stock: [true, false] })]) {
      const report = await plan(apart, 'fair-share');
      expect(missed(report, 'Heavy')).toBeCloseTo(32, 5);
      expect(missed(report, 'Light')).toBeCloseTo(100, 5);
    }
    const neither = await plan(tables({ products: [false, false], stock: [false, false] }), 'fair-share');
    expect(missed(neither, 'Heavy')).toBeCloseTo(80, 5);
  });

  it('is spread to within a segment by the segmented penalty', async () => {
    const report = await plan(tables({}), 'fair-share', { Fair_Share_Segments: 10, Fair_Share_Growth: 2 });
    for (const [product, wanted] of [
      ['Heavy', 40],
      ['Light', 50],
    ] as const)
      for (const gap of gaps(report, product)) expect(Math.abs(gap / wanted - 2 / 3)).toBeLessThanOrEqual(0.1 + 1e-6);
  });
});
