import * as fc from 'fast-check';
import type { CellValue } from '../../src/workbook/workbook';
import type { CaseTables } from '../cases/table-book';

/*
 * Networks as a planner would type them: plants with several sources on shared resources, a bill of material of three levels with a
 * co-product, a distribution centre, shops with customers, lead times, lots, storage, soft and hard stock limits, periods of
 * different length, fixed quantities and frozen periods. Optional columns and cells are left out as often as not.
 */

const whole = (min: number, max: number) => fc.integer({ min, max });
/** A cell that is blank as often as not. */
const blankOr = (value: fc.Arbitrary<CellValue>, weight = 1): fc.Arbitrary<CellValue> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight, arbitrary: value });
/** Mostly nothing. */
const seldom = (value: fc.Arbitrary<CellValue>): fc.Arbitrary<CellValue> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const row = (...cells: readonly (CellValue | fc.Arbitrary<CellValue>)[]): fc.Arbitrary<CellValue[]> =>
  fc.tuple(
    ...cells.map((cell) =>
      cell !== null && typeof cell === 'object' && 'generate' in cell ? cell : fc.constant(cell),
    ),
  );
/** Each row is there as often as `share` says. */
const some = (share: number, rows: readonly fc.Arbitrary<CellValue[]>[]): fc.Arbitrary<CellValue[][]> =>
  fc
    .tuple(...rows.map((each) => fc.tuple(each, fc.double({ min: 0, max: 1, noNaN: true }))))
    .map((drawn) => drawn.flatMap(([cells, chance]) => (chance <= share ? [cells] : [])));

const label = (t: number): string => `P${t + 1}`;
const sources = [
  ['A', 'North', 'Line 1'],
  ['A', 'North', 'Line 2'],
  ['A', 'South', 'South line'],
  ['B', 'North', 'Line 1'],
  ['B', 'South', null],
  ['Part', 'North', 'Press'],
  ['Part', 'South', null],
  ['Raw', 'North', null],
  ['Raw', 'South', null],
] as const;
const lanes = [
  ['*', 'North', 'Centre'],
  ['*', 'South', 'Centre'],
  ['A', 'Centre', 'Shop'],
  ['B', 'Centre', 'Shop'],
  ['A', 'South', 'Shop'],
  ['Part', 'North', 'South'],
] as const;
const places = [
  ['A', 'Shop'],
  ['A', 'Centre'],
  ['B', 'Shop'],
  ['B', 'Centre'],
  ['A', 'North'],
  ['Part', 'North'],
  ['Raw', 'North'],
  ['Raw', 'South'],
  ['Scrap', 'North'],
  ['*', 'South'],
] as const;

export interface TableFeatures {
  /** Whether minimum lots and lot sizes may be asked for. */
  readonly lots: boolean;
  /** Whether quantities may be fixed. */
  readonly adjusted: boolean;
}

/** The tables of a random network. */
export function networkTables({ lots, adjusted }: TableFeatures): fc.Arbitrary<CaseTables> {
  return whole(2, 5).chain((horizon) => {
    const periods = Array.from({ length: horizon }, (_, t) => label(t));
    const period = fc.constantFrom<CellValue>(...periods);
    const inLots = (value: number): fc.Arbitrary<CellValue> => (lots ? seldom(fc.constant(value)) : fc.constant(null));
    const leadTime = fc.constantFrom<CellValue>(null, 0, 0, 1, 2, 9);
    const demandAt = (product: string, location: string, customer: string | null, when: string) =>
      row(
        product,
        location,
        customer,
        when,
        whole(0, 40),
        blankOr(whole(0, 60), 3),
        seldom(whole(0, 6)),
        seldom(whole(0, 3)),
      );
    const kinds = [
      ['production', 'A', 'North', null],
      ['production', 'Part', 'North', null],
      ['production', 'B', 'South', null],
      ['transport', 'A', 'Centre', 'Shop'],
      ['transport', '*', 'North', 'Centre'],
      ['delivery', 'A', 'Shop', null],
      ['delivery', 'B', 'Shop', 'Ann'],
    ] as const;
    const frozen = whole(0, Math.min(2, horizon - 1)).chain((last) =>
      fc
        .tuple(
          ...kinds.flatMap(([kind, product, location, to]) =>
            periods.slice(0, last).map((when) => row(kind, product, location, to, when, whole(0, 25))),
          ),
        )
        .map((rows) => rows as CellValue[][]),
    );
    const single = (only: readonly string[]) =>
      some(
        0.15,
        kinds.flatMap(([kind, product, location, to]) =>
          only.map((when) => row(kind, product, location, to, when, whole(0, 25))),
        ),
      );
    const receipts = some(
      0.4,
      [
        ['A', 'Shop'],
        ['Raw', 'North'],
        ['B', 'Centre'],
      ].map(([product, location]) => row('receipt', product, location, null, period, whole(0, 30))),
    );
    const fixed = adjusted
      ? fc.oneof(frozen, single(periods), fc.constant<CellValue[][]>([]))
      : fc.constant<CellValue[][]>([]);
    return fc
      .record({
        days: fc.constantFrom(null, [7], [7, 7, 30, 30, 30], [1, 2, 3]),
        products: fc.tuple(
          row('A', whole(0, 40), blankOr(whole(0, 10)), blankOr(fc.boolean())),
          row('B', whole(0, 40), null, null),
        ),
        demand: fc.tuple(
          ...periods.flatMap((when) => [
            demandAt('A', 'Shop', null, when),
            demandAt('B', 'Shop', 'Ann', when),
            demandAt('B', 'Shop', 'Bob', when),
            demandAt('A', 'Centre', 'Direct', when),
          ]),
        ),
        sources: some(
          0.7,
          sources.map(([product, location, resource]) =>
            row(
              product,
              location,
              resource,
              blankOr(fc.constantFrom(0.5, 1, 2), 2),
              whole(0, 9),
              leadTime,
              inLots(12),
              inLots(5),
              blankOr(fc.constantFrom(0, 0.5, 1)),
            ),
          ),
        ),
        lanes: some(
          0.85,
          lanes.map(([product, from, to]) =>
            row(
              product,
              from,
              to,
              whole(0, 5),
              leadTime,
              inLots(8),
              inLots(4),
              seldom(whole(5, 60)),
              blankOr(fc.constantFrom(0.5, 1)),
            ),
          ),
        ),
        capacity: fc.tuple(
          ...['Line 1', 'Line 2', 'South line', 'Press'].map((name) =>
            row(
              name,
              '*',
              whole(0, 120),
              blankOr(whole(0, 30)),
              blankOr(whole(0, 9)),
              seldom(whole(0, 40)),
              seldom(whole(0, 3)),
              seldom(whole(20, 80)),
              seldom(whole(0, 3)),
            ),
          ),
        ),
        less: some(0.3, [row('Line 1', period, whole(0, 60), null, null, null, null, null, null)]),
        stock: some(
          0.6,
          places.map(([product, location]) =>
            row(
              product,
              location,
              blankOr(whole(0, 30)),
              blankOr(whole(0, 4)),
              blankOr(whole(0, 15)),
              blankOr(whole(0, 8), 3),
              seldom(whole(10, 60)),
              seldom(whole(0, 3)),
              blankOr(fc.constantFrom(0, 0.5, 1)),
            ),
          ),
        ),
        locations: some(0.4, [
          row('Centre', whole(0, 60), blankOr(whole(0, 5))),
          row('North', blankOr(whole(10, 80)), null),
          row('Shop', whole(5, 60), blankOr(whole(0, 5))),
        ]),
        components: some(0.85, [
          row('A', 'Part', 2),
          row('B', 'Part', 1),
          row('B', 'Scrap', -0.5),
          row('Part', 'Raw', fc.constantFrom<CellValue>(1, 0.25)),
        ]),
        fixed,
        receipts,
      })
      .map(
        ({
          days,
          products,
          demand,
          sources: made,
          lanes: moved,
          capacity,
          less,
          stock,
          locations,
          components,
          fixed: set,
          receipts: due,
        }) => ({
          SOP_Periods: days
            ? [['Period', 'Days'], ...periods.map((when, t) => [when, days[t % days.length]])]
            : [['Period'], ...periods.map((when) => [when])],
          SOP_Products: [['Product', 'Price', 'UnitCost', 'FairShare'], ...products],
          SOP_Demand: [
            ['Product', 'Location', 'Customer', 'Period', 'Quantity', 'NonDeliveryCost', 'LateCost', 'MaxLateness'],
            ...demand,
          ],
          SOP_Sources: [
            ['Product', 'Location', 'Resource', 'Use', 'Cost', 'LeadTime', 'MinLot', 'LotSize', 'Quota'],
            ...made,
          ],
          SOP_Lanes: [
            ['Product', 'From', 'To', 'Cost', 'LeadTime', 'MinLot', 'LotSize', 'MaxQuantity', 'Quota'],
            ...moved,
          ],
          SOP_Resources: [
            [
              'Resource',
              'Period',
              'Capacity',
              'Expansion',
              'ExpansionCost',
              'MinUse',
              'MinUseCost',
              'TargetUse',
              'TargetUseCost',
            ],
            ...capacity,
            ...less,
          ],
          SOP_Stock: [
            [
              'Product',
              'Location',
              'Initial',
              'HoldingCost',
              'SafetyStock',
              'SafetyStockCost',
              'MaxStock',
              'MaxStockCost',
              'StorageUse',
            ],
            ...stock,
          ],
          SOP_Locations: [['Location', 'StorageCapacity', 'StorageCost'], ...locations],
          SOP_Components: [['Product', 'Component', 'Quantity'], ...components],
          SOP_Adjusted: [
            ['Kind', 'Product', 'Location', 'To', 'Period', 'Quantity'],
            ...set.filter(isThere(made, moved)),
            ...due,
          ],
        }),
      );
  });
}

/** Whether a fixed quantity has a source, lane or demand to fix: without one it is an error of the data. */
function isThere(made: readonly CellValue[][], moved: readonly CellValue[][]): (fixed: CellValue[]) => boolean {
  const same = (cell: CellValue, wanted: CellValue) => wanted === '*' || cell === '*' || cell === wanted;
  return ([kind, product, location, to]) => {
    if (kind === 'production') return made.some(([of, at]) => same(of, product) && at === location);
    if (kind === 'transport')
      return moved.some(([of, from, end]) => same(of, product) && from === location && end === to);
    return true;
  };
}
