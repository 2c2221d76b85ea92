import type { PlanningProblem } from '../../src/planning/index';
import type { ProblemReading } from '../../src/workbook/problem-reading';
import { readProblem, requestForProblem } from '../../src/workbook/read-problem';
import { sheetBook, workbookContent } from './workbook-content';
import type { Grid } from './workbook-content';

const twoItems: Grid = [
  [null, 'Jan', 'Feb', 'Mar'],
  ['Bolt', 10, 20, 30],
  ['Nut', 1, 2, 3],
];
const twoItemNames = { Demand: 'B2:D3' };

/** The problem, or a failure that shows what was wrong. */
function problemOf(reading: ProblemReading): PlanningProblem {
  if (!reading.problem) throw new Error(JSON.stringify(reading.issues, null, 1));
  return reading.problem;
}

/** Two items and three periods with further inputs in the rows from 6 (index 5) on. */
function withInputs(rows: Grid, names: Record<string, string>): ProblemReading {
  return readProblem(sheetBook([...twoItems, [], [], ...rows], { ...twoItemNames, ...names }));
}

function codes(reading: ProblemReading): string[] {
  return reading.issues.map(({ code }) => code);
}

describe('what is asked of a workbook', () => {
  it('asks for every name without prefix in lower case, every table, the mapping and what was replaced', () => {
    const request = requestForProblem();
    expect(request.names).toContain('demand');
    expect(request.names).toContain('setup_cost');
    expect(request.tables).toContain('SOP_Lanes');
    expect(request.settings).toEqual(['mapping', 'replacedPlan']);
  });
});

describe('the smallest workbook', () => {
  it('takes labels from the cells above and left of the demand, and a default for everything else', () => {
    const problem = problemOf(readProblem(sheetBook(twoItems, twoItemNames)));
    expect(problem.periods.map(({ label }) => label)).toEqual(['Jan', 'Feb', 'Mar']);
    expect(problem.items.map(({ name }) => name)).toEqual(['Bolt', 'Nut']);
    expect(problem.demands.map(({ quantity }) => quantity)).toEqual([
      [10, 20, 30],
      [1, 2, 3],
    ]);
    expect(problem.mode).toBe('cost');
    expect(problem.resources).toEqual([]);
    expect(problem.warehouses).toEqual([]);
    expect(problem.subcontracts).toEqual([]);
    expect(problem.workforce).toBeNull();
    expect(problem.sources[1]).toEqual({
      name: 'Nut',
      item: 1,
      uses: [],
      cost: [0, 0, 0],
      arrival: [0, 1, 2],
      components: [],
      minLot: 0,
      lotSize: 0,
      lotPeriods: Infinity,
      setupCost: [0, 0, 0],
      setupUses: [],
      minimum: [0, 0, 0],
      maximum: [Infinity, Infinity, Infinity],
      fixed: [null, null, null],
      quota: 1,
    });
    expect(problem.items[0]).toMatchObject({
      openingInventory: 0,
      safetyStock: [0, 0, 0],
      safetyStockCost: null,
      maxInventory: [Infinity, Infinity, Infinity],
      finalInventory: 0,
      storageUse: 1,
    });
    expect(problem.demands[0]).toMatchObject({ shortageCost: null, backorderCost: null, maxLateness: Infinity });
    expect(problem.currentPractice).toEqual({ coveragePeriods: null, production: null });
  });

  it('invents labels where the demand has no neighbours', () => {
    const problem = problemOf(readProblem(sheetBook([[1, 2]], { Demand: 'A1:B1' })));
    expect(problem.items.map(({ name }) => name)).toEqual(['Item 1']);
    expect(problem.periods.map(({ label }) => label)).toEqual(['Period 1', 'Period 2']);
  });

  it('says how to name the demand when there is none, together with everything else that is wrong', () => {
    const reading = readProblem(sheetBook([['x', { error: '#N/A' }]], { Capacity: 'A1', Price: 'B1' }));
    expect(reading.problem).toBeNull();
    expect(codes(reading)).toEqual(['missing-demand', 'error-value', 'not-a-number']);
    expect(reading.issues[0].fix).toMatch(/name box/);
  });
});

describe('looking names up', () => {
  const sheets = { One: [[1, 2, 3]], Two: [[4, 5, 6]], Three: [[7, 8, 9]] };
  const demandOf = (names: Record<string, string>, activeSheet = 'One'): readonly number[] =>
    problemOf(readProblem(workbookContent({ sheets, names, activeSheet }))).demands[0].quantity;

  it('ignores case', () => {
    expect(demandOf({ dEmAnD: 'One!A1:C1' })).toEqual([1, 2, 3]);
  });

  it('prefers the name with the prefix', () => {
    expect(demandOf({ Demand: 'One!A1:C1', sop_demand: 'Two!A1:C1' })).toEqual([4, 5, 6]);
  });

  it('prefers workbook scope to sheet scope', () => {
    expect(demandOf({ 'One!Demand': 'One!A1:C1', Demand: 'Two!A1:C1' })).toEqual([4, 5, 6]);
  });

  it("prefers the active sheet's name to that of another sheet, and else takes the first sheet's", () => {
    const names = { 'Three!Demand': 'Three!A1:C1', 'Two!Demand': 'Two!A1:C1' };
    expect(demandOf(names, 'Three')).toEqual([7, 8, 9]);
    expect(demandOf(names, 'One')).toEqual([4, 5, 6]);
  });

  it.each([
    ['deleted', 'cells that were deleted'],
    ['union', 'several separate ranges'],
    ['external', 'another workbook'],
    ['formula', 'a formula'],
  ] as const)('names a name whose target is %s', (reason, words) => {
    const refersTo = '=Somewhere!#REF!';
    const reading = readProblem(
      workbookContent({ sheets, names: { Demand: 'One!A1:C1', Capacity: { kind: 'unresolved', refersTo, reason } } }),
    );
    expect(reading.problem).toBeNull();
    expect(reading.issues).toHaveLength(1);
    expect(reading.issues[0]).toMatchObject({ severity: 'error', code: 'unresolved-name' });
    expect(reading.issues[0].message).toContain('Capacity');
    expect(reading.issues[0].message).toContain(words);
    expect(reading.issues[0].message).toContain(refersTo);
  });

  it('reads a constant', () => {
    const content = workbookContent({ sheets, names: { Demand: 'One!A1:C1', Holding_Cost: { constant: 0.25 } } });
    expect(problemOf(readProblem(content)).items[0].holdingCost).toEqual([0.25, 0.25, 0.25]);
  });

  it('lets cells chosen in the pane win over a name, with the labels beside them', () => {
    const grid: Grid = [
      [null, 'A', 'B'],
      ['Gear', 11, 12],
      ['Cost', 5],
    ];
    const content = workbookContent({
      sheets: { Data: grid },
      names: { Demand: 'Data!B1:C1' },
      ranges: ['Data!A1:C2'],
      settings: { mapping: JSON.stringify({ demand: { sheet: 'Data', range: 'B2:C2' } }) },
    });
    const problem = problemOf(readProblem(content));
    expect(problem.demands[0].quantity).toEqual([11, 12]);
    expect(problem.items[0].name).toBe('Gear');
    expect(problem.periods.map(({ label }) => label)).toEqual(['A', 'B']);
  });

  it('reads a table column chosen in the pane, and says when it is gone', () => {
    const grid: Grid = [
      ['SKU', 'Cost'],
      ['Bolt', 3],
      ['Nut', 4],
    ];
    const book = {
      sheets: { Data: twoItems, Lists: grid },
      names: { Demand: 'Data!B2:D3' },
      tables: { Products: 'Lists!A1:B3' },
    };
    const mapping = { Production_Cost: { table: 'products', column: 'COST' } };
    const mapped = workbookContent({ ...book, settings: { mapping: JSON.stringify(mapping) } });
    expect(problemOf(readProblem(mapped)).sources.map(({ cost }) => cost[0])).toEqual([3, 4]);
    const lost = workbookContent({ ...book, tables: {}, settings: { mapping: JSON.stringify(mapping) } });
    expect(readProblem(lost).issues).toMatchObject([{ severity: 'error', code: 'lost-mapping' }]);
    const broken = workbookContent({ ...book, settings: { mapping: '{"Price":7}' } });
    expect(readProblem(broken).issues).toMatchObject([{ severity: 'error', code: 'bad-mapping' }]);
  });
});

describe('shapes', () => {
  it.each([
    ['a scalar', [[7]], 'A6', [7, 7, 7, 7, 7, 7]],
    ['a column by item', [[7], [8]], 'A6:A7', [7, 7, 7, 8, 8, 8]],
    ['a row by item', [[7, 8]], 'A6:B6', [7, 7, 7, 8, 8, 8]],
    ['a row by period', [[1, 2, 3]], 'A6:C6', [1, 2, 3, 1, 2, 3]],
    ['a column by period', [[1], [2], [3]], 'A6:A8', [1, 2, 3, 1, 2, 3]],
    [
      'a matrix',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'A6:C7',
      [1, 2, 3, 4, 5, 6],
    ],
  ])('expands %s', (_, rows, address, expected) => {
    const problem = problemOf(withInputs(rows, { Production_Cost: address }));
    expect(problem.sources.flatMap(({ cost }) => cost)).toEqual(expected);
  });

  it('lets the direction decide where there are as many items as periods', () => {
    const square: Grid = [
      [1, 2, 9],
      [3, 4, 8],
      [5, 6],
    ];
    const inRow = problemOf(readProblem(sheetBook(square, { Demand: 'A1:B2', Holding_Cost: 'A3:B3' })));
    expect(inRow.items.map(({ holdingCost }) => holdingCost)).toEqual([
      [5, 6],
      [5, 6],
    ]);
    const inColumn = problemOf(readProblem(sheetBook(square, { Demand: 'A1:B2', Holding_Cost: 'C1:C2' })));
    expect(inColumn.items.map(({ holdingCost }) => holdingCost)).toEqual([
      [9, 9],
      [8, 8],
    ]);
    const periodsDown: Grid = [
      ['May', 1, 3, 9],
      ['June', 2, 4, 8],
      [null, 5, 6],
    ];
    const down = { Demand: 'B1:C2', Periods: 'A1:A2' };
    const alongDown = problemOf(readProblem(sheetBook(periodsDown, { ...down, Holding_Cost: 'D1:D2' })));
    expect(alongDown.demands.map(({ quantity }) => quantity)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(alongDown.items.map(({ holdingCost }) => holdingCost)).toEqual([
      [9, 8],
      [9, 8],
    ]);
    const across = problemOf(readProblem(sheetBook(periodsDown, { ...down, Holding_Cost: 'B3:C3' })));
    expect(across.items.map(({ holdingCost }) => holdingCost)).toEqual([
      [5, 5],
      [6, 6],
    ]);
  });

  it('takes a one-column demand as one item, with its label above and its periods left', () => {
    const grid: Grid = [
      [null, 'Bolt'],
      ['Jan', 1],
      ['Feb', 2],
      ['Mar', 3],
    ];
    const problem = problemOf(readProblem(sheetBook(grid, { Demand: 'B2:B4' })));
    expect(problem.items.map(({ name }) => name)).toEqual(['Bolt']);
    expect(problem.periods.map(({ label }) => label)).toEqual(['Jan', 'Feb', 'Mar']);
    expect(problem.demands[0].quantity).toEqual([1, 2, 3]);
  });

  it('takes a one-row demand as one item even where Periods is vertical', () => {
    const grid: Grid = [
      ['Jan', 1, 2],
      ['Feb', 4, 5],
    ];
    const problem = problemOf(readProblem(sheetBook(grid, { Demand: 'B1:C1', Periods: 'A1:A2' })));
    expect(problem.demands).toHaveLength(1);
    expect(problem.demands[0].quantity).toEqual([1, 2]);
    expect(problem.items[0].name).toBe('Jan');
  });

  it('takes a column of demand as several items in one period where the labels say so', () => {
    const grid: Grid = [
      [null, 'Jan'],
      ['Bolt', 1],
      ['Nut', 2],
    ];
    const byItems = problemOf(readProblem(sheetBook(grid, { Demand: 'B2:B3', Items: 'A2:A3' })));
    expect(byItems.demands.map(({ quantity }) => quantity)).toEqual([[1], [2]]);
    const byPeriods = problemOf(readProblem(sheetBook(grid, { Demand: 'B2:B3', Periods: 'B1' })));
    expect(byPeriods.items.map(({ name }) => name)).toEqual(['Bolt', 'Nut']);
    expect(byPeriods.periods.map(({ label }) => label)).toEqual(['Jan']);
  });

  it('names the address, the size and the sizes that would fit', () => {
    const reading = withInputs([[1, 2, 3, 4]], { Capacity: 'A6:D6', Holding_Cost: 'A6:D6', Lot_Size: 'A6:C6' });
    expect(reading.problem).toBeNull();
    const [holding] = reading.issues.filter(({ message }) => message.startsWith('Holding_Cost'));
    expect(holding).toMatchObject({ severity: 'error', code: 'wrong-shape', sheet: 'Data', cell: 'A6:D6' });
    expect(holding.message).toContain('1 row × 4 columns');
    expect(holding.message).toContain('2 items and 3 periods');
    expect(holding.fix).toContain('1 cell, 2 cells (one per item), 3 cells (one per period) or 2 × 3');
    expect(reading.issues.map(({ message }) => message.split(' ')[0])).toContain('Lot_Size');
  });

  it('reports a demand that contradicts the labels', () => {
    const reading = readProblem(sheetBook(twoItems, { ...twoItemNames, Periods: 'B1:C1', Items: 'A2:A3' }));
    expect(reading.issues).toMatchObject([{ code: 'wrong-shape', cell: 'B2:D3' }]);
    expect(reading.issues[0].fix).toContain('2 × 2');
  });

  it('reports labels that lie in a block', () => {
    const reading = readProblem(sheetBook(twoItems, { ...twoItemNames, Periods: 'A1:B2' }));
    expect(codes(reading)).toContain('wrong-shape');
  });
});

describe('labels', () => {
  it('shows dates as their cells show them', () => {
    const date = (value: number, numberFormat: string, text: string | null = null) => ({ value, numberFormat, text });
    const grid: Grid = [
      [date(45992, 'yyyy-mm'), date(46023, 'mmm yy'), date(46054, 'd.m.yyyy', '1.2.2026'), date(46082, 'dd/mm/yyyy')],
      [1, 2, 3, 4],
    ];
    const reading = readProblem(sheetBook(grid, { Demand: 'A2:D2' }));
    expect(problemOf(reading).periods.map(({ label }) => label)).toEqual([
      '2025-12',
      'Jan 26',
      '1.2.2026',
      '01/03/2026',
    ]);
    expect(reading.periods[0]).toEqual({ text: '2025-12', value: 45992, numberFormat: 'yyyy-mm', date: '2025-12-01' });
  });

  it('counts dates from 1904 where the workbook does', () => {
    const grid: Grid = [[{ value: 45992 - 1462, numberFormat: 'yyyy-mm-dd' }], [5]];
    const content = workbookContent({ sheets: { Data: grid }, names: { Demand: 'Data!A2' }, date1904: true });
    expect(problemOf(readProblem(content)).periods[0].label).toBe('2025-12-01');
  });

  it('reports repeated labels with their cell, in named ranges and beside the demand', () => {
    const grid: Grid = [
      [null, 'Jan', 'Feb', 'JAN '],
      ['Bolt', 1, 2, 3],
      ['Bolt', 4, 5, 6],
    ];
    const reading = readProblem(sheetBook(grid, { Demand: 'B2:D3', Items: 'A2:A3' }));
    expect(reading.problem).toBeNull();
    expect(reading.issues).toMatchObject([
      { severity: 'error', code: 'duplicate-label', sheet: 'Data', cell: 'D1' },
      { severity: 'error', code: 'duplicate-label', sheet: 'Data', cell: 'A3' },
    ]);
    expect(reading.issues[1].message).toContain('first in A2');
  });

  it('keeps two months that look alike apart', () => {
    const january = (value: number) => ({ value, numberFormat: 'mmm' });
    const reading = readProblem(
      sheetBook(
        [
          [january(45658), january(46023)],
          [1, 2],
        ],
        { Demand: 'A2:B2' },
      ),
    );
    expect(problemOf(reading).periods.map(({ label }) => label)).toEqual(['Jan', 'Jan']);
  });

  it('does not take repeated figures beside the demand for labels', () => {
    const grid: Grid = [
      [5, 5],
      [1, 2],
    ];
    const problem = problemOf(readProblem(sheetBook(grid, { Demand: 'A2:B2' })));
    expect(problem.periods.map(({ label }) => label)).toEqual(['Period 1', 'Period 2']);
  });

  it('gives a blank label a default and a warning, and reports an error value', () => {
    const reading = readProblem(
      sheetBook([['Jan', null, 'Mar'], [{ error: '#N/A' }], [1, 2, 3]], {
        Demand: 'A3:C3',
        Periods: 'A1:C1',
        Items: 'A2',
      }),
    );
    expect(reading.issues).toMatchObject([
      { severity: 'error', code: 'error-value', cell: 'A2' },
      { severity: 'warning', code: 'blank-label', cell: 'B1' },
    ]);
    expect(reading.periods.map(({ text }) => text)).toEqual(['Jan', 'Period 2', 'Mar']);
  });
});

describe('cells', () => {
  it('reports every wrong cell at once, with sheet, cell and remedy', () => {
    const grid: Grid = [
      ['n/a', { error: '#REF!' }, -5, '1,200', true, NaN],
      [-1, null, 'x'],
    ];
    const reading = readProblem(sheetBook(grid, { Demand: 'A1:F1', Capacity: 'A2', Frozen_Periods: 'C2' }));
    expect(reading.problem).toBeNull();
    const byCell = Object.fromEntries(reading.issues.map(({ cell, code }) => [cell, code]));
    expect(byCell).toEqual({
      A1: 'not-a-number',
      B1: 'error-value',
      C1: 'negative',
      D1: 'number-as-text',
      E1: 'not-a-number',
      F1: 'not-a-number',
      A2: 'negative',
      C2: 'not-a-number',
    });
    expect(reading.issues.every(({ sheet, fix }) => sheet === 'Data' && fix.length > 0)).toBe(true);
    expect(reading.issues.find(({ cell }) => cell === 'A1')?.message).toContain('"n/a"');
    expect(reading.issues.find(({ cell }) => cell === 'D1')?.fix).toContain('Convert to Number');
  });

  it.each([
    ['12 pcs', 'Enter the number alone (12)'],
    ['EUR 1,200.50', 'Enter the number alone (1,200.50)'],
    ['lots', 'Enter a number, or clear the cell.'],
  ])('does not take %s for a number, and says what to do', (text, remedy) => {
    const [issue] = readProblem(sheetBook([[text, 5]], { Demand: 'A1:B1' })).issues;
    expect(issue).toMatchObject({ code: 'not-a-number', cell: 'A1' });
    expect(issue.message).toContain(`has the text "${text}" where a number belongs`);
    expect(issue.fix).toContain(remedy);
  });

  it('counts blank cells as 0 and lists them in one warning', () => {
    const grid: Grid = [
      ['Jan', 'Feb', 'Mar', 'Apr'],
      [1, null, '  ', 4],
      [null, 6, 7, 8],
    ];
    const reading = readProblem(sheetBook(grid, { Demand: 'A2:D3' }));
    expect(problemOf(reading).demands.map(({ quantity }) => quantity)).toEqual([
      [1, 0, 0, 4],
      [0, 6, 7, 8],
    ]);
    expect(reading.issues).toMatchObject([{ severity: 'warning', code: 'blank-cell', sheet: 'Data', cell: 'B2:C2' }]);
    expect(reading.issues[0].message).toContain('B2:C2, A3');
  });

  it('takes blanks in limits as no limit, without a warning', () => {
    const reading = withInputs([[null, 0, 5]], {
      Fixed_Production: 'A6:C6',
      Min_Production: 'A6:C6',
      Max_Production: 'A6:C6',
      Max_Inventory: 'A6:C6',
    });
    const problem = problemOf(reading);
    expect(reading.issues).toEqual([]);
    expect(problem.sources[0]).toMatchObject({
      fixed: [null, 0, 5],
      minimum: [0, 0, 5],
      maximum: [Infinity, 0, 5],
    });
    expect(problem.items[1].maxInventory).toEqual([Infinity, 0, 5]);
  });

  it('takes an optional input that is blank throughout as not given', () => {
    const reading = withInputs([[null]], { Shortage_Cost: 'A6' });
    expect(problemOf(reading).demands[0].shortageCost).toBeNull();
    expect(reading.issues).toMatchObject([{ severity: 'warning', code: 'blank-input', cell: 'A6' }]);
  });

  it('asks for a calculated workbook where a formula has no value', () => {
    const reading = readProblem(
      sheetBook([[{ value: null, formula: '=A2', uncalculated: true }, 2]], { Demand: 'A1:B1' }),
    );
    expect(reading.issues).toMatchObject([{ severity: 'error', code: 'not-calculated', cell: 'A1' }]);
    expect(reading.issues[0].fix).toContain('save');
  });

  it('wants whole numbers and fractions where they belong, and warns of a negative rate', () => {
    const reading = withInputs([[1.5, 87, -2, 3, 10]], {
      Max_Lateness: 'A6',
      Overflow_Threshold: 'B6',
      Holding_Cost: 'C6',
      Backorder_Cost: 'D6',
      Warehouse_Capacity: 'E6',
    });
    expect(codes(reading).sort()).toEqual(['negative-rate', 'not-whole', 'too-large']);
  });
});

describe('what the inputs mean', () => {
  it('lets the largest safety stock bind', () => {
    const problem = problemOf(
      withInputs([[5, 0.5, 0.1]], { Safety_Stock: 'A6', Safety_Stock_Periods: 'B6', Safety_Stock_Ratio: 'C6' }),
    );
    expect(problem.items[0].safetyStock).toEqual([10, 10, 10]);
    expect(problem.items[1].safetyStock).toEqual([5, 5, 5]);
    const ratio = problemOf(withInputs([[0.5]], { Safety_Stock_Ratio: 'A6' }));
    expect(ratio.items[0].safetyStock).toEqual([10, 15, 0]);
  });

  it('accepts a set-up cost per period', () => {
    const problem = problemOf(withInputs([[85, 102, 101]], { Setup_Cost: 'A6:C6' }));
    expect(problem.sources.map(({ setupCost }) => setupCost)).toEqual([
      [85, 102, 101],
      [85, 102, 101],
    ]);
  });

  it('makes one resource of a capacity, with what each item uses', () => {
    const problem = problemOf(
      withInputs([[100], [2, 0.5], [10, 6]], {
        Capacity: 'A6',
        Capacity_Use: 'A7:B7',
        Overtime_Capacity: 'A8',
        Overtime_Cost: 'B8',
      }),
    );
    expect(problem.resources).toMatchObject([
      { name: 'Capacity', capacity: [100, 100, 100], overtimeCapacity: [10, 10, 10], overtimeCost: [6, 6, 6] },
    ]);
    expect(problem.sources.map(({ uses }) => uses)).toEqual([[{ resource: 0, use: 2 }], [{ resource: 0, use: 0.5 }]]);
  });

  it('reads several resources from their labels, also where there are as many as periods', () => {
    const rows: Grid = [
      ['Press', 'Oven', 'Pack'],
      [100, 200, 300],
      [1, 0, 3],
      [4, 5, 6],
      [7, 8, 9],
      [100],
      [200],
      [300],
    ];
    const names = { Resources: 'A6:C6', Capacity_Use: 'A8:C9' };
    const alongPeriods = problemOf(withInputs(rows, { ...names, Capacity: 'A7:C7' }));
    expect(alongPeriods.resources.map(({ name, capacity }) => [name, ...capacity])).toEqual([
      ['Press', 100, 200, 300],
      ['Oven', 100, 200, 300],
      ['Pack', 100, 200, 300],
    ]);
    expect(alongPeriods.sources[0].uses).toEqual([
      { resource: 0, use: 1 },
      { resource: 2, use: 3 },
    ]);
    const acrossPeriods = problemOf(withInputs(rows, { ...names, Capacity: 'A11:A13' }));
    expect(acrossPeriods.resources.map(({ capacity }) => capacity[0])).toEqual([100, 200, 300]);
  });

  it('finds several resources without labels, and names them by the cells beside the capacity', () => {
    const matrix = problemOf(
      withInputs(
        [
          ['Press', 1, 2, 3],
          ['Oven', 4, 5, 6],
        ],
        { Capacity: 'B6:D7' },
      ),
    );
    expect(matrix.resources.map(({ name, capacity }) => [name, ...capacity])).toEqual([
      ['Press', 1, 2, 3],
      ['Oven', 4, 5, 6],
    ]);
    const named = problemOf(
      withInputs(
        [
          [1, 2, 3, 4],
          ['a', 'b', 'c', 'd'],
        ],
        { Capacity: 'A6:D6', Resources: 'A7:D7' },
      ),
    );
    expect(named.resources).toHaveLength(4);
    expect(named.resources[3]).toMatchObject({ name: 'd', capacity: [4, 4, 4] });
  });

  it('does not take a list of capacities that is a period too long for resources', () => {
    const reading = withInputs([[1, 2, 3, 4]], { Capacity: 'A6:D6' });
    expect(reading.issues).toMatchObject([{ severity: 'error', code: 'wrong-shape', cell: 'A6:D6' }]);
    expect(reading.issues[0].fix).toBe(
      'Let Capacity refer to 1 cell or 3 cells (one per period); for several resources, name their labels Resources.',
    );
  });

  it('warns of a capacity that looks as if it were by item', () => {
    const rows: Grid = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(codes(withInputs(rows, { Capacity: 'A6:C7' }))).toEqual(['capacity-per-resource']);
    expect(codes(withInputs(rows, { Capacity: 'A6:C7', Capacity_Use: 'A6:B7' }))).toEqual([]);
  });

  it('lets workers be the capacity', () => {
    const reading = withInputs([[80, 160, 10, 640, 300, 500, 6, 4, 'TRUE', 90]], {
      Initial_Workers: 'A6',
      Hours_Per_Worker: 'B6',
      Overtime_Per_Worker: 'C6',
      Wage_Cost: 'D6',
      Hire_Cost: 'E6',
      Layoff_Cost: 'F6',
      Overtime_Cost: 'G6',
      Capacity_Use: 'H6',
      Whole_Workers: 'I6',
      Max_Workers: 'J6',
    });
    const problem = problemOf(reading);
    expect(reading.issues).toEqual([]);
    expect(problem.resources).toMatchObject([{ name: 'Capacity', capacity: [0, 0, 0], overtimeCost: [6, 6, 6] }]);
    expect(problem.workforce).toEqual({
      resource: 0,
      initialWorkers: 80,
      hoursPerWorker: [160, 160, 160],
      overtimePerWorker: [10, 10, 10],
      wageCost: [640, 640, 640],
      hireCost: [300, 300, 300],
      layoffCost: [500, 500, 500],
      maxWorkers: [90, 90, 90],
      wholeWorkers: true,
    });
  });

  it('lets overtime be limited by worker, in total, or by both', () => {
    const workers = { Initial_Workers: 'A6', Hours_Per_Worker: 'B6' };
    const limits = (names: Readonly<Record<string, string>>) => {
      const { resources, workforce } = problemOf(withInputs([[5, 10, 4, 30]], { ...workers, ...names }));
      return [resources[0].overtimeCapacity[0], workforce?.overtimePerWorker[0]];
    };
    expect(limits({})).toEqual([0, 0]);
    expect(limits({ Overtime_Per_Worker: 'C6' })).toEqual([Infinity, 4]);
    expect(limits({ Overtime_Capacity: 'D6' })).toEqual([30, Infinity]);
    expect(limits({ Overtime_Per_Worker: 'C6', Overtime_Capacity: 'D6' })).toEqual([30, 4]);
  });

  it('warns of workers without hours', () => {
    expect(codes(withInputs([[80]], { Initial_Workers: 'A6' }))).toEqual(['workers-without-hours']);
  });

  it('warns that a capacity beside workers has no effect', () => {
    const reading = withInputs([[80, 160, 999]], { Initial_Workers: 'A6', Hours_Per_Worker: 'B6', Capacity: 'C6' });
    expect(problemOf(reading).resources[0].capacity).toEqual([0, 0, 0]);
    expect(codes(reading)).toEqual(['no-effect']);
  });

  it('subcontracts only where a cost is given', () => {
    const priced = problemOf(withInputs([[30, 5]], { Subcontract_Cost: 'A6', Subcontract_Limit: 'B6' }));
    expect(priced.subcontracts[1]).toEqual({ item: 1, limit: [5, 5, 5], cost: [30, 30, 30] });
    const unlimited = problemOf(withInputs([[30]], { Subcontract_Cost: 'A6' }));
    expect(unlimited.subcontracts[0].limit[0]).toBe(Infinity);
    const unpriced = withInputs([[5]], { Subcontract_Limit: 'A6' });
    expect(problemOf(unpriced).subcontracts).toEqual([]);
    expect(codes(unpriced)).toEqual(['no-effect']);
  });

  it('makes one pool of the warehouse', () => {
    const problem = problemOf(
      withInputs([[750, 0.87, 0.1, 2]], {
        Warehouse_Capacity: 'A6',
        Overflow_Threshold: 'B6',
        Storage_Use: 'C6',
        Overflow_Cost: 'D6',
      }),
    );
    expect(problem.warehouses).toEqual([
      {
        name: 'Warehouse',
        items: [0, 1],
        capacity: [750, 750, 750],
        overflowThreshold: 0.87,
        overflowCost: [2, 2, 2],
      },
    ]);
    expect(problem.items[0].storageUse).toBe(0.1);
  });

  it('reads terms of demand and inventory', () => {
    const problem = problemOf(
      withInputs(
        [
          [9, 4, 2, 7, 100],
          [50, 1, 2],
        ],
        {
          Shortage_Cost: 'A6',
          Backorder_Cost: 'B6',
          Max_Lateness: 'C6',
          Price: 'D6',
          Max_Inventory: 'E6',
          Initial_Inventory: 'A7',
          Final_Inventory: 'B7',
          Safety_Stock_Cost: 'C7',
          Safety_Stock: 'B7',
        },
      ),
    );
    expect(problem.demands[0]).toMatchObject({
      shortageCost: [9, 9, 9],
      backorderCost: [4, 4, 4],
      maxLateness: 2,
      price: [7, 7, 7],
    });
    expect(problem.items[0]).toMatchObject({
      openingInventory: 50,
      finalInventory: 1,
      safetyStockCost: 2,
      maxInventory: [100, 100, 100],
      maxInventoryCost: null,
    });
  });

  it("keeps today's plan in the frozen periods and compares with it elsewhere", () => {
    const rows: Grid = [
      [11, 12, 13],
      [21, 22, 23],
      [2, 4],
      [null, null, 5],
    ];
    const problem = problemOf(
      withInputs(rows, {
        Production_Plan: 'A6:C7',
        Frozen_Periods: 'A8',
        Coverage_Periods: 'B8',
        Fixed_Production: 'A9:C9',
      }),
    );
    expect(problem.currentPractice).toEqual({
      coveragePeriods: [4, 4],
      production: [
        [11, 12, 13],
        [21, 22, 23],
      ],
    });
    expect(problem.sources.map(({ fixed }) => fixed)).toEqual([
      [11, 12, 5],
      [21, 22, 5],
    ]);
  });

  it('does not let a broken plan of today stop the run, unless it must be kept', () => {
    const rows: Grid = [[{ error: '#NAME?' }, 12, 13], [21, 22, 23], [1]];
    const compared = withInputs(rows, { Production_Plan: 'A6:C7' });
    expect(problemOf(compared).currentPractice.production).toBeNull();
    expect(compared.issues).toMatchObject([{ severity: 'warning', code: 'error-value', cell: 'A6' }]);
    const kept = withInputs(rows, { Production_Plan: 'A6:C7', Frozen_Periods: 'A8' });
    expect(kept.problem).toBeNull();
    expect(kept.issues[0]).toMatchObject({ severity: 'error', code: 'frozen-without-plan', cell: 'A8' });
    const empty = withInputs([], { Production_Plan: 'A6:C7' });
    expect(problemOf(empty).currentPractice.production).toBeNull();
    expect(empty.issues).toEqual([]);
  });

  it('warns of inputs that change nothing', () => {
    const reading = withInputs([[1, 2]], {
      Target_Capacity: 'A6',
      Max_Lateness: 'B6',
      Capacity_Use: 'A6',
      Overflow_Threshold: 'A6',
      Safety_Stock_Cost: 'A6',
    });
    expect(problemOf(reading).mode).toBe('cost');
    const subjects = reading.issues.map(({ message }) => message.split(' ')[0]).sort();
    expect(codes(reading).every((code) => code === 'no-effect')).toBe(true);
    expect(subjects).toEqual(['Max_Lateness', 'Overflow_Threshold', 'Safety_Stock_Cost', 'Target_Capacity']);
  });

  it('takes the mode from the caller, else from the workbook', () => {
    const content = sheetBook(
      [
        [1, 2],
        ['Fair Share', 'best'],
      ],
      { Demand: 'A1:B1', Mode: 'A2' },
    );
    expect(problemOf(readProblem(content)).mode).toBe('fair-share');
    expect(problemOf(readProblem(content, { mode: 'delivery' })).mode).toBe('delivery');
    const unknown = readProblem(sheetBook([[1, 2], ['best']], { Demand: 'A1:B1', Mode: 'A2' }));
    expect(unknown.issues).toMatchObject([{ severity: 'error', code: 'unknown-mode', cell: 'A2' }]);
    const profit = readProblem(sheetBook([[1, 2]], { Demand: 'A1:B1' }), { mode: 'profit' });
    expect(profit.issues).toMatchObject([{ severity: 'warning', code: 'profit-without-price' }]);
  });
});

describe('what the pane and the plan sheet learn', () => {
  it('tells for every input whether and where it was found, its shape and its format', () => {
    const content = workbookContent({
      sheets: {
        "Q1 '26": [
          ['Jan', 'Feb'],
          [{ value: 1, numberFormat: '#,##0' }, 2],
          [3, 4],
          [{ value: 5, numberFormat: '0.00 €' }],
        ],
      },
      names: { sop_DEMAND: "Q1 '26!A2:B3", Production_Cost: "Q1 '26!A4", Price: { constant: 3 } },
    });
    const reading = readProblem(content);
    const found = (name: string) => reading.inputs.find((input) => input.name === name);
    expect(found('Demand')).toMatchObject({
      found: true,
      definedName: 'sop_DEMAND',
      scope: null,
      address: "'Q1 ''26'!$A$2:$B$3",
      shape: 'byItemAndPeriod',
      down: 'items',
      across: 'periods',
      severity: null,
    });
    expect(found('Price')).toMatchObject({ found: true, reference: null, address: null, shape: 'scalar' });
    expect(found('Capacity')).toMatchObject({ found: false, definedName: null, shape: null });
    expect(reading.quantityFormat).toBe('#,##0');
    expect(reading.moneyFormat).toBe('0.00 €');
    expect(reading.layout).toMatchObject({ periodsRun: 'across', items: 2, periods: 2, resources: 1 });
    expect(reading.source).toBe('names');
  });
});
