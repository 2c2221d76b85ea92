import type { PlanningProblem } from '../../../src/planning';
import { readProblem, readWithEffects } from '../../../src/workbook/read-problem';
import { previewScenario } from '../../../src/workbook/scenarios/preview-scenario';
import { tableInputNamed, tableInputs } from '../../../src/workbook/scenarios/tables/table-input';
import type { CellValue, WorkbookContent } from '../../../src/workbook/workbook';
import { workbookContent } from '../workbook-content';
import type { Grid } from '../workbook-content';

const headings = ['Scenario', 'Input', 'Item', 'Period from', 'Period to', 'Change', 'Amount', 'Note'];

/** Two products from a plant to two centres in three weeks; the second centre has two customers. */
const tables: Readonly<Record<string, Grid>> = {
  SOP_Periods: [['Period'], ['W1'], ['W2'], ['W3']],
  SOP_Products: [
    ['Product', 'Price'],
    ['Cup', 10],
    ['Jug', 20],
  ],
  SOP_Demand: [
    ['Product', 'Location', 'Customer', 'Period', 'Quantity', 'NonDeliveryCost'],
    ['Cup', 'North', null, '*', 100, 5],
    ['Jug', 'North', null, 'W2', 40, 5],
    ['Cup', 'South', 'Ada', 'W1', 30, 5],
    ['Cup', 'South', 'Ada', 'W1', 10, 7],
    ['Cup', 'South', 'Bob', 'W1', 20, 5],
  ],
  SOP_Sources: [
    ['Product', 'Location', 'Resource', 'Cost'],
    ['*', 'Plant', 'Line', 1],
  ],
  SOP_Lanes: [
    ['Product', 'From', 'To', 'Cost'],
    ['*', 'Plant', 'North', 2],
    ['*', 'Plant', 'South', 3],
    ['Jug', 'Plant', 'South', 4],
  ],
  SOP_Resources: [
    ['Resource', 'Period', 'Capacity', 'Expansion'],
    ['Line', '*', 500, 10],
    ['Line', 'W3', 300, null],
  ],
  SOP_Stock: [
    ['Product', 'Location', 'HoldingCost'],
    ['*', 'North', 1],
  ],
  SOP_Adjusted: [
    ['Kind', 'Product', 'Location', 'To', 'Period', 'Quantity'],
    ['production', '*', 'Plant', null, 'W1', 50],
  ],
};

type Change = readonly [string, CellValue, CellValue, CellValue, string, CellValue];

function bookWith(changes: readonly Change[], data = tables): WorkbookContent {
  const sheets: Readonly<Record<string, Grid>> = {
    ...data,
    SOP_Scenarios: [headings, ...changes.map((change) => ['Push', ...change, null])],
  };
  const addresses = Object.entries(sheets).map(([name, grid]) => {
    return [name, `${name}!A1:${String.fromCharCode(64 + grid[0].length)}${grid.length}`];
  });
  return workbookContent({ sheets, tables: Object.fromEntries(addresses) });
}

function problemWith(changes: readonly Change[], data = tables): PlanningProblem {
  const { problem, issues } = readProblem(bookWith(changes, data), { scenario: 'Push' });
  if (!problem) throw new Error(JSON.stringify(issues));
  return problem;
}

/** Demand by item, customer and terms. */
function demandsOf({ items, demands }: PlanningProblem) {
  return demands.map(({ item, customer, quantity, shortageCost }) => [
    `${items[item].name} ${customer} ${shortageCost?.[0]}`,
    ...quantity,
  ]);
}

describe('a scenario on a network', () => {
  it('changes demand by product, location, customer and span of periods', () => {
    expect(
      demandsOf(
        problemWith([
          ['Demand', 'Cup', 'W2', null, 'percent', 10],
          ['Demand Quantity', 'Cup @ South > Bob', null, 'W1', 'absolute', 5],
          ['SOP_Demand[Quantity]', 'Cup @ South > Ada', 'W1', 'W1', 'value', 80],
        ]),
      ),
    ).toEqual([
      ['Cup @ North  5', 100, expect.closeTo(110), expect.closeTo(110)],
      ['Jug @ North  5', 0, 40, 0],
      ['Cup @ South Ada 5', 60, 0, 0],
      ['Cup @ South Ada 7', 20, 0, 0],
      ['Cup @ South Bob 5', 25, 0, 0],
    ]);
  });

  it('adds demand to a period that has none', () => {
    expect(demandsOf(problemWith([['Demand', 'Jug', 'W2', 'W3', 'value', 70]]))[1]).toEqual([
      'Jug @ North  5',
      0,
      70,
      70,
    ]);
  });

  it('changes the cost of missing deliveries of a product in a part of the horizon', () => {
    const { demands } = problemWith([['Demand NonDeliveryCost', 'Jug', null, null, 'value', 9]]);
    expect(demands.map(({ shortageCost }) => shortageCost?.[0])).toEqual([5, 9, 5, 7, 5]);
    const north = problemWith([['NonDeliveryCost', 'Cup @ North', 'W3', null, 'percent', 100]]).demands[0];
    expect(north.shortageCost).toEqual([5, 5, 10]);
  });

  it('changes a resource where a row for one period overrides the one for all', () => {
    const resourceOf = (...changes: Change[]) => problemWith(changes).resources[0];
    expect(resourceOf(['Capacity', null, null, null, 'percent', -10]).capacity).toEqual([450, 450, 270]);
    expect(resourceOf(['Capacity', 'Line', 'W2', null, 'absolute', -100]).capacity).toEqual([500, 400, 200]);
    expect(resourceOf(['Resources Expansion', null, 'W3', 'W3', 'value', 99]).overtimeCapacity).toEqual([10, 10, 99]);
    expect(resourceOf(['TargetUse', null, 'W2', 'W2', 'value', 400]).targetUse).toEqual([Infinity, 400, Infinity]);
  });

  it('splits a row for all products where it changes one of them', () => {
    const { lanes } = problemWith([['Lanes Cost', '*: Plant > South', null, null, 'absolute', 1]]);
    expect(lanes.map(({ name, cost }) => [name, cost[0]])).toEqual([
      ['Cup: Plant > North', 2],
      ['Jug: Plant > North', 2],
      ['Cup: Plant > South', 4],
      ['Jug: Plant > South', 5],
    ]);
    const { sources } = problemWith([['Production_Cost', 'Jug @ Plant on Line', null, null, 'value', 8]]);
    expect(sources.map(({ name, cost }) => [name, cost[0]])).toEqual([
      ['Cup @ Plant on Line', 1],
      ['Jug @ Plant on Line', 8],
    ]);
    const { items } = problemWith([['Holding_Cost', 'Cup', null, null, 'percent', 50]]);
    expect(
      items.filter(({ location }) => location === 'North').map((item) => [item.name, item.holdingCost[0]]),
    ).toEqual([
      ['Cup @ North', 1.5],
      ['Jug @ North', 1],
    ]);
  });

  it('fixes quantities, and changes what is fixed', () => {
    const stop = problemWith([['Adjusted production', 'Jug', 'W1', 'W2', 'value', 0]]);
    expect(stop.sources.map(({ fixed }) => fixed)).toEqual([
      [50, null, null],
      [0, 0, null],
    ]);
    const more = problemWith([['Fixed_Production', null, null, null, 'percent', 20]]);
    expect(more.sources.map(({ fixed }) => fixed[0])).toEqual([60, 60]);
    const sent = problemWith([
      ['Adjusted transport', 'Cup @ Plant > South', 'W3', null, 'value', 12],
      ['Adjusted receipt', 'Jug @ North', 'W2', 'W2', 'value', 6],
      ['Adjusted delivery', 'Cup @ South > Bob', 'W1', 'W1', 'value', 1],
    ]);
    expect(sent.lanes.map(({ fixed }) => fixed[2])).toEqual([null, null, 12, null]);
    expect(sent.items.find(({ name }) => name === 'Jug @ North')?.receipts).toEqual([0, 6, 0]);
    expect(sent.demands.map(({ fixedDelivery }) => fixedDelivery[0])).toEqual([null, null, null, null, 1]);
  });

  it('fixes quantities in a workbook without a table of them', () => {
    const without = Object.fromEntries(Object.entries(tables).filter(([name]) => name !== 'SOP_Adjusted'));
    const { sources } = problemWith([['Adjusted production', 'Cup', 'W2', 'W2', 'value', 3]], without);
    expect(sources[0].fixed).toEqual([null, 3, null]);
  });

  it('leaves the workbook as it is and says what differs, before and after all its rows', () => {
    const content = bookWith([
      ['Capacity', null, 'W3', 'W3', 'percent', 10],
      ['Capacity', null, 'W3', 'W3', 'absolute', 5],
      ['Adjusted production', 'Jug', 'W2', 'W2', 'value', 0],
    ]);
    const before = JSON.stringify(content);
    const { effects } = readWithEffects(content, { scenario: 'Push' });
    expect(effects).toEqual([
      { input: 'Resources Capacity', item: 'Line', period: 'W3', before: 300, after: expect.closeTo(335) },
      { input: 'Adjusted production', item: 'Jug @ Plant', period: 'W2', before: null, after: 0 },
    ]);
    expect(JSON.stringify(content)).toBe(before);
    expect(previewScenario(content, 'Push').inputs.map(({ input, rows, columns }) => [input, rows, columns])).toEqual([
      ['Resources Capacity', ['Line'], ['W3']],
      ['Adjusted production', ['Jug @ Plant'], ['W2']],
    ]);
  });
});

describe('what is wrong with a scenario on a network', () => {
  it.each<[string, Change, string, string]>([
    ['a word that is no column', ['Workers', null, null, null, 'value', 1], 'unknown-input', 'B2'],
    ['a column that several tables have', ['Cost', null, null, null, 'value', 1], 'unknown-input', 'B2'],
    ['a product that nothing has', ['Demand', 'Pot', null, null, 'value', 1], 'unknown-item', 'C2'],
    ['a resource that nothing has', ['Capacity', 'Cup', null, null, 'value', 1], 'unknown-item', 'C2'],
    ['an unknown period', ['Demand', null, 'W9', null, 'value', 1], 'unknown-period', 'D2'],
    ['periods of a cost that has none', ['Lanes Cost', null, 'W2', null, 'value', 1], 'wrong-shape', 'D2'],
    ['less than nothing', ['Demand', 'Jug', 'W2', 'W2', 'absolute', -41], 'out-of-range', 'G2'],
    ['a percentage of nothing', ['Stock MaxStock', null, null, null, 'percent', 1], 'nothing-to-change', 'B2'],
    ['more of what is not fixed', ['Adjusted production', 'Cup', 'W2', null, 'absolute', 1], 'nothing-to-change', 'B2'],
    ['a table that is not there', ['Locations StorageCapacity', null, null, null, 'value', 1], 'missing-input', 'B2'],
  ])('is reported at its cell: %s', (_what, change, code, cell) => {
    const { problem, issues } = readProblem(bookWith([change]), { scenario: 'Push' });
    expect(problem).toBeNull();
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ code, sheet: 'SOP_Scenarios', cell }),
    ]);
  });

  it('keeps reporting about a table at the rows that the planner wrote', () => {
    const odd = {
      ...tables,
      SOP_Demand: [...tables.SOP_Demand, ['Cup', 'South', null, 'W2', null, 5]],
    };
    const { issues } = readProblem(bookWith([['Demand', 'Jug', null, null, 'percent', 1]], odd), { scenario: 'Push' });
    expect(issues).toEqual([expect.objectContaining({ code: 'blank-cell', sheet: 'SOP_Demand', cell: 'E7' })]);
  });
});

describe('the columns that a scenario may change', () => {
  it('are found by table and column, by the column alone where one table has it, and by the name of a single plant', () => {
    for (const input of tableInputs) expect(tableInputNamed(input.label)).toBe(input);
    expect(tableInputNamed('SOP_Lanes[Cost]')?.label).toBe('Lanes Cost');
    expect(tableInputNamed('lane cost')?.label).toBe('Lanes Cost');
    expect(tableInputNamed('Safety_Stock')?.label).toBe('Stock SafetyStock');
    expect(tableInputNamed('Quantity')).toBeNull();
    expect(tableInputNamed('FairShare')).toBeNull();
  });
});
