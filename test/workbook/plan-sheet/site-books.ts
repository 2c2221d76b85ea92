import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book, Grid, GridCell } from '../workbook-content';
import { bookOf, planBook } from './planned-book';
import type { PlannedBook } from './planned-book';

const shared = join(__dirname, '../../../../shared/cases');

interface ThreeSkus {
  data: {
    months: string[];
    demand: Record<string, number[]>;
    shared_capacity: number;
    skus: Record<
      string,
      { production_cost: number; holding_cost: number; initial_inventory: number; safety_stock: number }
    >;
  };
}

/** The published case of three products on one line, optimised. */
export async function threeSkus(): Promise<PlannedBook> {
  const { data } = JSON.parse(readFileSync(join(shared, 'seed4_three_skus_shared_capacity.json'), 'utf8')) as ThreeSkus;
  const skus = Object.entries(data.skus);
  const column = (key: keyof ThreeSkus['data']['skus'][string]) => skus.map(([, sku]) => [sku[key]]);
  return planBook(
    bookOf('Data', [[null, ...data.months], ...skus.map(([name]) => [name, ...data.demand[name]])], {
      Capacity: data.shared_capacity,
      Production_Cost: column('production_cost'),
      Holding_Cost: column('holding_cost'),
      Initial_Inventory: column('initial_inventory'),
      Safety_Stock: column('safety_stock'),
    }),
  );
}

/** A book of two products over four periods with the given further inputs. */
function smallBook(
  inputs: Readonly<Record<string, Grid | GridCell>>,
  options: Parameters<typeof bookOf>[3] & { readonly sheet?: string; readonly labels?: readonly [string, string] } = {},
) {
  const [first, second] = options.labels ?? ['Bolt', 'Nut'];
  const demand: Grid = [
    [null, 'Jan', 'Feb', 'Mar', 'Apr'],
    [first, 30, 80, 120, 40],
    [second, 20, 25, 60, 30],
  ];
  return bookOf(options.sheet ?? 'Data', demand, inputs, options);
}

const costs = { Production_Cost: [[4], [6]], Holding_Cost: 1, Initial_Inventory: [[10], [5]] };

/** Problems that between them show every row of a single site, each laid out in its own way. */
export const siteBooks: Readonly<Record<string, () => Book>> = {
  'nothing to make': () => smallBook({ ...costs, Initial_Inventory: 1000 }),
  'overtime that workers limit': () =>
    smallBook({
      ...costs,
      Initial_Workers: 12,
      Hours_Per_Worker: 8,
      Overtime_Per_Worker: 2,
      Hire_Cost: 90,
      Overtime_Cost: 3,
    }),
  'overtime of workers that is limited in total': () =>
    smallBook({
      ...costs,
      Initial_Workers: 12,
      Hours_Per_Worker: 8,
      Overtime_Capacity: 20,
      Hire_Cost: 90,
      Overtime_Cost: 3,
    }),
  'costs by item and period': () =>
    smallBook({
      ...costs,
      Capacity: [[110, 120, 130, 100]],
      Production_Cost: [
        [4, 5, 6, 7],
        [6, 6, 7, 7],
      ],
      Safety_Stock_Ratio: 0.2,
      Safety_Stock: [[5], [8]],
    }),
  'soft safety stock, its cost by item': () =>
    smallBook({ ...costs, Capacity: 140, Safety_Stock_Periods: 1, Safety_Stock_Cost: [[0.5], [0.4]] }),
  'a warehouse above its threshold': () =>
    smallBook({
      ...costs,
      Capacity: 120,
      Warehouse_Capacity: [[80, 90, 80, 80]],
      Overflow_Threshold: 0.5,
      Overflow_Cost: 0.1,
      Production_Cost: [
        [4, 4, 9, 9],
        [6, 6, 6, 6],
      ],
      Storage_Use: [[1], [0.5]],
    }),
  'purchases, overtime and uneven capacity use': () =>
    smallBook({
      ...costs,
      Capacity: [[100, 110, 100, 100]],
      Capacity_Use: [[1], [1.5]],
      Overtime_Capacity: 30,
      Overtime_Cost: 2,
      Subcontract_Cost: [[9], [7]],
      Subcontract_Limit: 30,
    }),
  'late delivery and lost sales with prices': () =>
    smallBook({
      ...costs,
      Capacity: [[60, 60, 60, 150]],
      Backorder_Cost: [[2], [1.5]],
      Shortage_Cost: [[3, 3, 3, 3]],
      Price: [[20], [30]],
    }),
  'set-ups in whole lots on two resources': () =>
    smallBook({
      ...costs,
      Resources: [['Press'], ['Oven']],
      Capacity: [
        [200, 200, 200, 200],
        [180, 190, 190, 180],
      ],
      Capacity_Use: [
        [1, 0.5],
        [0.8, 1.2],
      ],
      Setup_Cost: [[100], [80]],
      Setup_Use: [
        [4, 0],
        [2, 3],
      ],
      Lot_Size: [[10], [5]],
    }),
  'a band of capacity use': () =>
    smallBook({
      ...costs,
      Capacity: 120,
      Min_Capacity: 90,
      Min_Capacity_Cost: 0.3,
      Target_Capacity: [[95, 95, 100, 95]],
      Target_Capacity_Cost: 0.5,
    }),
  'a final inventory and no capacity at all': () => smallBook({ ...costs, Final_Inventory: 12 }),
  'periods that run down': () =>
    bookOf(
      'Data',
      [
        [null, 'Bolt', 'Nut'],
        ['Jan', 30, 20],
        ['Feb', 80, 25],
        ['Mar', 120, 60],
      ],
      {
        Periods: [['Jan'], ['Feb'], ['Mar']],
        Capacity: [[140], [140], [140]],
        Production_Cost: [[4, 6]],
        Holding_Cost: [
          [1, 2],
          [1.5, 2],
          [1, 3],
        ],
        Capacity_Use: [[1, 1.1]],
        Safety_Stock: [[3, 4]],
      },
    ),
  'as many periods as items': () =>
    bookOf(
      'Data',
      [
        [null, 'Jan', 'Feb'],
        ['Bolt', 30, 20],
        ['Nut', 40, 45],
      ],
      { Production_Cost: [[4], [6]], Holding_Cost: [[1, 2]], Capacity: [[90, 65]], Price: 10 },
    ),
  'names confined to a sheet with an odd name': () =>
    smallBook({ ...costs, Capacity: 120 }, { sheet: "Jane's plan & 計画", scoped: true }),
  'names with the prefix': () => smallBook({ ...costs, Capacity: 120 }, { prefix: 'SOP_' }),
  'blank cells and empty texts, which count as 0': () =>
    smallBook({ ...costs, Capacity: 120, Holding_Cost: [[1, '', null, 2]] }),
  'labels that look like formulas': () => smallBook({ ...costs, Capacity: 120 }, { labels: ['=1+1', '@SUM(A1)'] }),
  'Red Tomato Tools': () =>
    bookOf(
      'Data',
      [
        [null, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
        ['Tools', 1600, 3000, 3200, 3800, 2200, 2200],
      ],
      {
        Production_Cost: 10,
        Holding_Cost: 2,
        Backorder_Cost: 5,
        Subcontract_Cost: 30,
        Initial_Inventory: 1000,
        Final_Inventory: 500,
        Capacity_Use: 4,
        Initial_Workers: 80,
        Hours_Per_Worker: 160,
        Overtime_Capacity: 120000,
        Overtime_Per_Worker: 10,
        Overtime_Cost: 6,
        Wage_Cost: 640,
        Hire_Cost: 300,
        Layoff_Cost: 500,
      },
    ),
};
