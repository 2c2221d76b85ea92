import { makePlan } from '../../src/planning/index';
import type { PlanningProblem } from '../../src/planning/index';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver';
import type { ProblemReading } from '../../src/workbook/problem-reading';
import { readProblem } from '../../src/workbook/read-problem';
import { workbookContent } from './workbook-content';
import type { Grid, GridCell } from './workbook-content';

/** A table as a test writes it: the first row has the headings. */
type Tables = Readonly<Record<string, Grid>>;

function readTables(tables: Tables, names: Record<string, string> = {}): ProblemReading {
  const addresses = Object.entries(tables).map(([name, grid]) => {
    const last = `${String.fromCharCode(64 + grid[0].length)}${grid.length}`;
    return [name, `${name}!A1:${last}`] as const;
  });
  return readProblem(workbookContent({ sheets: tables, tables: Object.fromEntries(addresses), names }));
}

function problemOf(reading: ProblemReading): PlanningProblem {
  if (!reading.problem) throw new Error(JSON.stringify(reading.issues, null, 1));
  return reading.problem;
}

const weeks: Grid = [['Period'], ['W1'], ['W2'], ['W3']];
const demand: Grid = [
  ['Product', 'Location', 'Period', 'Quantity'],
  ['Bolt', 'DC', 'W1', 10],
  ['Bolt', 'DC', 'W3', 30],
  ['Nut', 'DC', '*', 5],
];
const base: Tables = { SOP_Periods: weeks, SOP_Demand: demand };

function itemNamed(problem: PlanningProblem, name: string): number {
  return problem.items.findIndex((item) => item.name === name);
}

function codes(reading: ProblemReading): string[] {
  return reading.issues.map(({ code }) => code);
}

describe('demand', () => {
  it('makes an item of each product at a location, and expands * to all periods', () => {
    const reading = readTables(base);
    const problem = problemOf(reading);
    expect(reading.source).toBe('network');
    expect(problem.periods).toEqual([{ label: 'W1' }, { label: 'W2' }, { label: 'W3' }]);
    expect(problem.items.map(({ name, product, location }) => [name, product, location])).toEqual([
      ['Bolt', 'Bolt', 'DC'],
      ['Nut', 'Nut', 'DC'],
    ]);
    expect(problem.demands.map(({ quantity }) => quantity)).toEqual([
      [10, 0, 30],
      [5, 5, 5],
    ]);
    expect(problem.demands[0]).toMatchObject({ shortageCost: null, backorderCost: null, maxLateness: Infinity });
  });

  it('adds rows up, and splits demand with different terms into streams', () => {
    const grid: Grid = [
      ['quantity', 'PERIOD', 'Location', 'Product', 'Customer', 'LateCost', 'MaxLateness', 'NonDeliveryCost'],
      [10, 'W1', 'DC', 'Bolt', 'A', 2, 1, 50],
      [5, 'W1', 'DC', 'bolt', 'A', 2, 1, 50],
      [7, 'W2', 'DC', 'Bolt', 'A', 2, 1, 60],
      [1, 'W1', 'DC', 'Bolt', 'A', 2, 1, 99],
      [8, 'W1', 'DC', 'Bolt', 'A', 3, 1, 50],
      [9, 'W1', 'DC', 'Bolt', 'B', null, null, null],
      [4, 'W3', 'DC', 'Bolt', '*', null, 2, null],
    ];
    const reading = readTables({ SOP_Periods: weeks, SOP_Demand: grid });
    const problem = problemOf(reading);
    expect(
      problem.demands.map(({ customer, quantity, shortageCost, backorderCost, maxLateness }) => [
        customer,
        quantity,
        shortageCost?.[0] ?? null,
        backorderCost?.[0] ?? null,
        maxLateness,
      ]),
    ).toEqual([
      ['A', [15, 7, 0], 50, 2, 1],
      ['A', [1, 0, 0], 99, 2, 1],
      ['A', [8, 0, 0], 50, 3, 1],
      ['B', [9, 0, 0], null, null, Infinity],
      ['', [0, 0, 4], null, 0, 2],
    ]);
    expect(problem.demands[0].shortageCost).toEqual([50, 60, 50]);
    expect(codes(reading)).toEqual(['late-without-cost']);
  });

  it('takes what a delivery earns and its fair share from the products', () => {
    const problem = problemOf(
      readTables({
        ...base,
        SOP_Products: [
          ['Product', 'Price', 'UnitCost', 'FairShare'],
          ['Bolt', 100, 90, false],
          ['Nut', 50, null, null],
        ],
      }),
    );
    expect(problem.demands.map(({ price, fairShare }) => [price[0], fairShare])).toEqual([
      [10, false],
      [50, true],
    ]);
  });

  it('wins over a range named Demand, and says so', () => {
    const reading = readTables(base, { Demand: 'SOP_Demand!D2:D4' });
    expect(problemOf(reading).items).toHaveLength(2);
    expect(reading.issues).toMatchObject([{ severity: 'warning', code: 'network-used' }]);
  });

  it('orders periods by their first appearance where there is no table of periods', () => {
    const reading = readTables({ SOP_Demand: demand });
    expect(problemOf(reading).periods).toEqual([{ label: 'W1' }, { label: 'W3' }]);
    expect(codes(reading)).toEqual(['missing-periods']);
  });

  it('matches period labels that are dates, however they are formatted', () => {
    const date = (value: number, numberFormat: string): GridCell => ({ value, numberFormat });
    const problem = problemOf(
      readTables({
        SOP_Periods: [['Period'], [date(46023, 'yyyy-mm')], [date(46054, 'yyyy-mm')]],
        SOP_Demand: [
          ['Product', 'Location', 'Period', 'Quantity'],
          ['Bolt', 'DC', date(46054, 'd.m.yyyy'), 3],
          ['Bolt', 'DC', '2026-01', 4],
        ],
      }),
    );
    expect(problem.periods).toEqual([{ label: '2026-01' }, { label: '2026-02' }]);
    expect(problem.demands[0].quantity).toEqual([4, 3]);
  });
});

describe('supply', () => {
  const sources: Grid = [
    ['Product', 'Location', 'Resource', 'Use', 'Cost', 'LeadTime', 'MinLot', 'LotSize', 'Quota'],
    ['Bolt', 'Plant', 'Line', 1.25, 3, 1, 10, 5, 0.6],
    ['Bolt', 'Plant', 'Manual', null, 4, null, null, null, 0.4],
    ['*', 'Plant', null, null, 9, null, null, null, null],
  ];
  const resources: Grid = [
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
    ['Line', 'W2', 700, null, null, null, null, null, null],
    ['Line', '*', 1000, 50, 6, 530, 50, 880, 50],
    ['Manual', null, 80, null, null, null, null, null, null],
  ];

  it('reads each source row, and a row for all products where a product has none of its own', () => {
    const problem = problemOf(readTables({ ...base, SOP_Sources: sources, SOP_Resources: resources }));
    expect(problem.sources.map(({ name }) => name)).toEqual([
      'Bolt @ Plant on Line',
      'Bolt @ Plant on Manual',
      'Nut @ Plant',
    ]);
    expect(problem.sources[0]).toMatchObject({
      item: itemNamed(problem, 'Bolt @ Plant'),
      uses: [{ resource: 0, use: 1.25 }],
      cost: [3, 3, 3],
      arrival: [1, 2, 3],
      minLot: 10,
      lotSize: 5,
      quota: 0.6,
    });
    expect(problem.sources[1]).toMatchObject({ uses: [{ resource: 1, use: 1 }], arrival: [0, 1, 2], quota: 0.4 });
    expect(problem.sources[2]).toMatchObject({ uses: [], cost: [9, 9, 9] });
  });

  it('lets a row for one period override the row for all, its blank cells filled from there', () => {
    const problem = problemOf(readTables({ ...base, SOP_Sources: sources, SOP_Resources: resources }));
    expect(problem.resources[0]).toEqual({
      name: 'Line',
      capacity: [1000, 700, 1000],
      overtimeCapacity: [50, 50, 50],
      overtimeCost: [6, 6, 6],
      minUse: [530, 530, 530],
      minUseCost: 50,
      targetUse: [880, 880, 880],
      targetUseCost: 50,
    });
    expect(problem.resources[1]).toMatchObject({ targetUse: [Infinity, Infinity, Infinity], minUseCost: 0 });
  });

  it('reports resources that are unknown, given twice or without capacity', () => {
    const reading = readTables({
      ...base,
      SOP_Sources: [
        ['Product', 'Location', 'Resource'],
        ['Bolt', 'Plant', 'Lnie'],
      ],
      SOP_Resources: [
        ['Resource', 'Period', 'Capacity'],
        ['Line', 'W1', 5],
        ['Line', 'W1', 6],
      ],
    });
    expect(codes(reading).sort()).toEqual(['duplicate-row', 'missing-capacity', 'unknown-resource']);
    expect(reading.issues.find(({ code }) => code === 'unknown-resource')).toMatchObject({
      sheet: 'SOP_Sources',
      cell: 'C2',
    });
  });

  it('reads lanes, also for all products', () => {
    const problem = problemOf(
      readTables({
        ...base,
        SOP_Lanes: [
          ['Product', 'From', 'To', 'Cost', 'LeadTime', 'MaxQuantity'],
          ['', 'Plant', 'DC', 2, 2, 40],
          ['Nut', 'Plant', 'DC', 1, null, null],
        ],
      }),
    );
    expect(problem.lanes).toHaveLength(2);
    const [bolt, nut] = problem.lanes;
    expect(problem.items[bolt.from].name).toBe('Bolt @ Plant');
    expect(problem.items[bolt.to].name).toBe('Bolt @ DC');
    expect(bolt).toMatchObject({ cost: [2, 2, 2], arrival: [2, 3, 3], maximum: [40, 40, 40] });
    expect(nut).toMatchObject({ cost: [1, 1, 1], arrival: [0, 1, 2], maximum: [Infinity, Infinity, Infinity] });
  });

  it('reads the bill of material at each source, co-products included', () => {
    const problem = problemOf(
      readTables({
        ...base,
        SOP_Sources: [
          ['Product', 'Location'],
          ['Bolt', 'Plant'],
          ['Nut', 'Plant'],
        ],
        SOP_Components: [
          ['Product', 'Component', 'Quantity'],
          ['Bolt', 'Steel', 2],
          ['Bolt', 'Swarf', -0.1],
          ['*', 'Oil', 0.5],
        ],
      }),
    );
    const named = problem.sources.map(({ components }) =>
      components.map(({ item, quantity }) => [problem.items[item].name, quantity]),
    );
    expect(named).toEqual([
      [
        ['Steel @ Plant', 2],
        ['Swarf @ Plant', -0.1],
        ['Oil @ Plant', 0.5],
      ],
      [['Oil @ Plant', 0.5]],
    ]);
  });

  it('puts fixed quantities where they belong, 0 included', () => {
    const problem = problemOf(
      readTables({
        ...base,
        SOP_Sources: sources,
        SOP_Resources: resources,
        SOP_Lanes: [
          ['Product', 'From', 'To'],
          ['*', 'Plant', 'DC'],
        ],
        SOP_Adjusted: [
          ['Kind', 'Product', 'Location', 'To', 'Period', 'Quantity'],
          ['production', 'Nut', 'Plant', null, '*', 0],
          ['Production', 'Bolt', 'Plant', null, 'W1', 10],
          ['transport', 'Bolt', 'Plant', 'DC', 'W2', 7],
          ['delivery', 'Bolt', 'DC', null, 'W1', 8],
          ['receipt', 'Bolt', 'DC', null, 'W1', 3],
          ['receipt', 'Bolt', 'DC', null, 'W1', 4],
        ],
      }),
    );
    expect(problem.sources.map(({ fixed }) => fixed)).toEqual([
      [6, null, null],
      [4, null, null],
      [0, 0, 0],
    ]);
    expect(problem.lanes[0].fixed).toEqual([null, 7, null]);
    expect(problem.demands[0].fixedDelivery).toEqual([8, null, null]);
    expect(problem.items[itemNamed(problem, 'Bolt @ DC')].receipts).toEqual([7, 0, 0]);
  });

  it('reports fixed quantities that fix nothing', () => {
    const reading = readTables({
      ...base,
      SOP_Adjusted: [
        ['Kind', 'Product', 'Location', 'To', 'Period', 'Quantity'],
        ['production', 'Bolt', 'DC', null, 'W1', 4],
        ['prod', 'Bolt', 'DC', null, 'W1', 4],
        ['delivery', 'Bolt', 'DC', null, 'W9', 4],
        ['delivery', 'Bolt', 'DC', null, 'W1', null],
      ],
    });
    expect(reading.issues.map(({ code, cell }) => [code, cell])).toEqual([
      ['nothing-to-fix', 'A2'],
      ['unknown-kind', 'A3'],
      ['unknown-period', 'E4'],
      ['blank-cell', 'F5'],
    ]);
  });
});

describe('stock and storage', () => {
  it('reads stock terms, hard where no cost is given', () => {
    const problem = problemOf(
      readTables({
        ...base,
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
          ],
          ['*', 'DC', 1, 0.5, 2, null, null, null],
          ['Bolt', 'DC', 20, 0.25, 8, 3, 100, 4],
        ],
      }),
    );
    expect(problem.items[0]).toMatchObject({
      openingInventory: 20,
      holdingCost: [0.25, 0.25, 0.25],
      safetyStock: [8, 8, 8],
      safetyStockCost: 3,
      maxInventory: [100, 100, 100],
      maxInventoryCost: 4,
      storageUse: 1,
    });
    expect(problem.items[1]).toMatchObject({ openingInventory: 1, safetyStockCost: null, maxInventoryCost: null });
  });

  it('makes a warehouse of a location with storage, soft where a cost is given', () => {
    const problem = problemOf(
      readTables({
        ...base,
        SOP_Locations: [
          ['Location', 'StorageCapacity', 'StorageCost'],
          ['dc', 100, null],
          ['Plant', 50, 2],
          ['Yard', null, null],
        ],
      }),
    );
    expect(problem.warehouses).toHaveLength(2);
    expect(problem.warehouses[0]).toEqual({
      name: 'dc',
      items: [0, 1],
      capacity: [100, 100, 100],
      overflowThreshold: 1,
      overflowCost: null,
    });
    const [, plant] = problem.warehouses;
    expect(plant).toMatchObject({
      capacity: [50, 50, 50],
      overflowThreshold: 1,
      overflowCost: [2, 2, 2],
      overflowLimit: Infinity,
    });
  });
});

describe('fair share', () => {
  it('is switched off per product, location or customer', () => {
    const problem = problemOf(
      readTables({
        SOP_Products: [
          ['Product', 'FairShare'],
          ['Bolt', true],
          ['Nut', false],
        ],
        SOP_Demand: [
          ['Product', 'Location', 'Customer', 'Period', 'Quantity', 'FairShare'],
          ['Bolt', 'DC', 'Ada', 'W1', 10, null],
          ['Bolt', 'DC', 'Bob', 'W1', 10, false],
          ['Bolt', 'Shop', null, 'W1', 10, false],
          ['Nut', 'DC', null, 'W1', 10, null],
          ['Nut', 'Shop', null, 'W1', 10, true],
        ],
      }),
    );
    expect(problem.demands.map(({ fairShare }) => fairShare)).toEqual([true, false, false, false, true]);
  });
});

describe('periods of different length', () => {
  const telescopic: Grid = [
    ['Period', 'Days'],
    ['W1', 7],
    ['W2', 7],
    ['M2', 28],
    ['M3', 28],
  ];
  const tables: Tables = {
    SOP_Periods: telescopic,
    SOP_Demand: [
      ['Product', 'Location', 'Period', 'Quantity', 'LateCost'],
      ['Bolt', 'DC', 'M3', 30, 2],
    ],
    SOP_Stock: [
      ['Product', 'Location', 'HoldingCost'],
      ['Bolt', 'DC', 0.5],
    ],
    SOP_Locations: [
      ['Location', 'StorageCapacity', 'StorageCost'],
      ['DC', 10, 3],
    ],
  };

  it('scales rates per period by the length of the period', () => {
    const problem = problemOf(readTables(tables));
    expect(problem.items[0].holdingCost).toEqual([0.5, 0.5, 2, 2]);
    expect(problem.demands[0].backorderCost).toEqual([2, 2, 8, 8]);
    expect(problem.warehouses[0].overflowCost).toEqual([3, 3, 12, 12]);
  });

  it.each([
    [0, [0, 1, 2, 3]],
    [1, [1, 2, 2, 3]],
    [2, [2, 2, 2, 3]],
    [4, [2, 2, 3, 4]],
    [40, [4, 4, 4, 4]],
  ])('lets a lead time of %d weeks arrive in the period into which it reaches', (leadTime, arrival) => {
    const problem = problemOf(
      readTables({
        ...tables,
        SOP_Lanes: [
          ['Product', 'From', 'To', 'LeadTime'],
          ['Bolt', 'Plant', 'DC', leadTime],
        ],
      }),
    );
    expect(problem.lanes[0].arrival).toEqual(arrival);
  });

  it('warns that a capacity for all periods does not grow with the period', () => {
    const reading = readTables({
      ...tables,
      SOP_Resources: [
        ['Resource', 'Capacity'],
        ['Line', 10],
      ],
    });
    expect(problemOf(reading).resources[0].capacity).toEqual([10, 10, 10, 10]);
    expect(codes(reading)).toEqual(['capacity-of-longer-periods']);
  });

  it('charges missing safety stock and stock above its maximum by the length of the period', () => {
    const stock: Grid = [
      ['Product', 'Location', 'SafetyStock', 'SafetyStockCost', 'MaxStock', 'MaxStockCost', 'Initial'],
      ['Bolt', 'DC', 5, 3, null, null, 0],
      ['Nut', 'DC', 0, null, 4, 2, 10],
    ];
    const reading = readTables({ ...tables, SOP_Stock: stock });
    expect(reading.issues).toEqual([]);
    const problem = problemOf(reading);
    expect(problem.periods.map(({ length }) => length)).toEqual([undefined, undefined, 4, 4]);
    const outcome = makePlan(
      { ...problem, demands: problem.demands.map((demand) => ({ ...demand, shortageCost: [1, 1, 1, 1] })) },
      javascriptLpSolver(),
      { clock: () => 0 },
    );
    if (outcome.kind !== 'planned') throw new Error(outcome.kind);
    const cost = (id: string) => outcome.cost.terms.find((term) => term.id === id)?.total;
    // Nothing can be made: five units are missing, and six too many, for 1 + 1 + 4 + 4 weeks.
    expect(cost('safetyStock')).toBeCloseTo(5 * 3 * 10, 6);
    expect(cost('maxInventory')).toBeCloseTo(6 * 2 * 10, 6);
  });

  it('reports repeated labels, a length of 0 and periods out of order', () => {
    const reading = readTables({
      SOP_Demand: demand,
      SOP_Periods: [
        ['Period', 'Start', 'Days'],
        ['W1', 46000, 7],
        ['w1', 45000, 0],
        ['W3', 46014, null],
      ],
    });
    expect(reading.issues.map(({ code, cell }) => [code, cell])).toEqual([
      ['duplicate-label', 'A3'],
      ['too-small', 'C3'],
      ['periods-out-of-order', 'B3'],
    ]);
  });
});

describe('tables as such', () => {
  it('warns of unknown columns, and asks for those that are needed', () => {
    const reading = readTables({
      SOP_Periods: weeks,
      SOP_Demand: [
        ['Product', 'Period', 'Quantity', 'Remark'],
        ['Bolt', 'W1', 10, 'hello'],
      ],
    });
    expect(reading.issues[0]).toMatchObject({ severity: 'error', code: 'missing-column', cell: 'A1' });
    expect(reading.issues[0].message).toContain('Location');
    expect(reading.issues).toContainEqual(
      expect.objectContaining({ severity: 'warning', code: 'unknown-column', cell: 'D1', sheet: 'SOP_Demand' }),
    );
  });

  it('reports every wrong cell at once', () => {
    const reading = readTables({
      SOP_Periods: weeks,
      SOP_Demand: [
        ['Product', 'Location', 'Period', 'Quantity', 'MaxLateness'],
        ['Bolt', null, 'W1', 'ten', 1.5],
        ['Bolt', 'DC', 'W7', -1, null],
        [null, null, null, null, null],
        [{ error: '#REF!' }, 'DC', 'W1', '1,200', null],
        ['Bolt', 'DC', 'W1', null, null],
      ],
      SOP_Products: [
        ['Product', 'FairShare'],
        ['Bolt', 'maybe'],
        ['Bolt', true],
      ],
    });
    expect(reading.problem).toBeNull();
    expect(reading.issues.map(({ sheet, cell, code }) => `${sheet?.slice(4)} ${cell} ${code}`).sort()).toEqual([
      'Demand A5 error-value',
      'Demand B2 missing-location',
      'Demand C3 unknown-period',
      'Demand D2 not-a-number',
      'Demand D3 negative',
      'Demand D5 number-as-text',
      'Demand D6 blank-cell',
      'Demand E2 not-whole',
      'Products A3 duplicate-label',
      'Products B2 not-a-truth-value',
    ]);
    const table = reading.tables.find(({ name }) => name === 'SOP_Demand');
    expect(table).toMatchObject({ rows: 4, severity: 'error' });
  });

  it('warns of products that SOP_Products does not have', () => {
    const reading = readTables({ ...base, SOP_Products: [['Product'], ['Bolt']] });
    expect(reading.issues).toMatchObject([{ severity: 'warning', code: 'unknown-product', cell: 'A4' }]);
    expect(problemOf(reading).demands).toHaveLength(2);
  });
});
