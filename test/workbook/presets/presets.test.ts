import type { PlanningProblem } from '../../../src/planning';
import { fingerprint } from '../../../src/workbook/fingerprint';
import { builtInPresets } from '../../../src/workbook/presets/built-in-presets';
import { previewPreset, removedPreset, savedPreset } from '../../../src/workbook/presets/edit-presets';
import { presetList, presetsChange, presetTable } from '../../../src/workbook/presets/preset-table';
import { readProblem } from '../../../src/workbook/read-problem';
import type { CellValue, WorkbookChange, WorkbookContent } from '../../../src/workbook/workbook';
import { workbookContent } from '../workbook-content';
import type { Grid, GridCell } from '../workbook-content';

const headings = ['Preset', 'Mode', 'Input', 'Item', 'Value', 'Of', 'Note'];

/** Two products of a network, one of them without a price; late delivery only of the cup. */
function network(rows: readonly (readonly GridCell[])[] = [], scenarios: readonly (readonly GridCell[])[] = []) {
  const sheets: Record<string, Grid> = {
    SOP_Periods: [['Period'], ['W1'], ['W2']],
    SOP_Products: [
      ['Product', 'Price', 'UnitCost'],
      ['Cup', 10, 6],
      ['Jug', null, null],
    ],
    SOP_Demand: [
      ['Product', 'Location', 'Period', 'Quantity', 'NonDeliveryCost', 'LateCost'],
      ['Cup', 'North', '*', 100, 5, 1],
      ['Jug', 'North', 'W2', 40, 5, null],
    ],
    SOP_Sources: [
      ['Product', 'Location', 'Resource', 'Cost'],
      ['*', 'North', 'Line', 1],
    ],
    SOP_Resources: [
      ['Resource', 'Capacity'],
      ['Line', 500],
    ],
    SOP_Stock: [
      ['Product', 'Location', 'HoldingCost'],
      ['*', 'North', 2],
    ],
    ...(rows.length > 0 ? { SOP_Presets: [headings, ...rows] } : {}),
    ...(scenarios.length > 0
      ? { SOP_Scenarios: [['Scenario', 'Input', 'Item', 'Period from', 'Period to', 'Change', 'Amount'], ...scenarios] }
      : {}),
  };
  const addresses = Object.entries(sheets).map(([name, grid]) => {
    return [name, `${name}!A1:${String.fromCharCode(64 + grid[0].length)}${grid.length}`];
  });
  return workbookContent({ sheets, tables: Object.fromEntries(addresses) });
}

function plannedWith(content: WorkbookContent, preset: string, scenario: string | null = null): PlanningProblem {
  const { problem, issues } = readProblem(content, { preset, scenario });
  if (!problem) throw new Error(JSON.stringify(issues));
  return problem;
}

const rates = ({ demands }: PlanningProblem) =>
  demands.map(({ shortageCost, backorderCost }) => [shortageCost?.[0] ?? null, backorderCost?.[0] ?? null]);

describe('a preset of cost rates on a network', () => {
  it('sets rates as parts of the price, and leaves a product without a price as it is', () => {
    const content = network();
    expect(rates(plannedWith(content, 'Service-First'))).toEqual([
      [100, 10],
      [5, null],
    ]);
    expect(rates(plannedWith(content, 'by-margin'))).toEqual([
      [40, 4],
      [5, null],
    ]);
  });

  it('brings its planning mode, unless the caller has one', () => {
    expect(plannedWith(network(), 'profit').mode).toBe('profit');
    expect(rates(plannedWith(network(), 'profit'))).toEqual([
      [0, expect.closeTo(0.1)],
      [0, null],
    ]);
    expect(readProblem(network(), { preset: 'profit', mode: 'delivery' }).problem?.mode).toBe('delivery');
  });

  it('sets multiples of the own rates', () => {
    expect(plannedWith(network(), 'low-stock').items.map(({ holdingCost }) => holdingCost[0])).toEqual([4, 4]);
  });

  it('is the one that the workbook has, where it has one of that name', () => {
    const content = network([
      ['service-first', null, 'Demand NonDeliveryCost', 'Jug', 77, null, 'Jugs matter'],
      ['mine', 'fair-share', 'Holding_Cost', null, 3, null, null],
      ['mine', null, 'Lanes Cost', null, 2, 'current', null],
    ]);
    expect(rates(plannedWith(content, 'service-first'))).toEqual([
      [5, 1],
      [77, null],
    ]);
    expect(presetList(content).slice(0, 2)).toEqual([
      {
        name: 'service-first',
        mode: null,
        own: true,
        note: 'Jugs matter',
        rates: [{ input: 'Demand NonDeliveryCost', item: 'Jug', value: 77, of: '' }],
      },
      expect.objectContaining({ name: 'mine', mode: 'fair-share', own: true, note: null }),
    ]);
    // There is no lane to change, which the planner should know.
    const { problem, issues } = readProblem(content, { preset: 'mine' });
    expect(problem).toBeNull();
    expect(issues[0]).toMatchObject({ code: 'missing-input', sheet: 'SOP_Presets', cell: 'C4' });
  });

  it('comes on top of a scenario', () => {
    const content = network([], [['Push', 'Demand', 'Cup', null, null, 'value', 50]]);
    const problem = plannedWith(content, 'service-first', 'Push');
    expect(problem.demands[0].quantity).toEqual([50, 50]);
    expect(problem.demands[0].shortageCost).toEqual([100, 100]);
  });

  it.each<[string, readonly GridCell[], string, string]>([
    ['an input that is no rate', ['own', null, 'Demand', null, 1, null, null], 'not-a-rate', 'C2'],
    ['an unknown base', ['own', null, 'Holding_Cost', null, 1, 'cost', null], 'unknown-base', 'F2'],
    ['no value', ['own', null, 'Holding_Cost', null, null, null, null], 'missing-value', 'E2'],
    [
      'a part of the price for a resource',
      ['own', null, 'ExpansionCost', null, 1, 'price', null],
      'not-by-product',
      'F2',
    ],
    ['an unknown product', ['own', null, 'Holding_Cost', 'Pot', 1, 'price', null], 'unknown-item', 'D2'],
  ])('is reported at its cell where it has %s', (_what, row, code, cell) => {
    const { problem, issues } = readProblem(network([row]), { preset: 'own' });
    expect(problem).toBeNull();
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ code, sheet: 'SOP_Presets', cell }),
    ]);
  });

  it('is named among those there are, where there is none of that name', () => {
    const { problem, issues } = readProblem(network(), { preset: 'speed' });
    expect(problem).toBeNull();
    expect(issues[0].message).toContain('There are service-first, by-margin, profit, low-stock, steady-use.');
  });

  it('does not make a plan stale', () => {
    expect(fingerprint(network([['own', null, 'Holding_Cost', null, 1, null, null]]))).toBe(fingerprint(network()));
  });
});

test('a preset sets the rates of a single plant', () => {
  const content = workbookContent({
    sheets: {
      Data: [
        ['Demand', 10, 20],
        ['Price', 8],
        ['Cost', 3],
        ['Late', 1],
      ],
    },
    names: { Demand: 'Data!B1:C1', Price: 'Data!B2', Production_Cost: 'Data!B3', Backorder_Cost: 'Data!B4' },
  });
  expect(rates(plannedWith(content, 'by-margin'))).toEqual([[50, 5]]);
  expect(
    readProblem(content, { preset: 'by-margin' }).inputs.find(({ name }) => name === 'Shortage_Cost')?.changed,
  ).toBe(true);
});

describe('presets written into the workbook', () => {
  it('become a table of all those built in', () => {
    const [table] = presetsChange(network()).tables;
    expect(table.headers).toEqual(headings);
    expect(table.rows).toHaveLength(builtInPresets.length);
    expect(table.rows[0].slice(0, 6)).toEqual(['service-first', null, 'Shortage_Cost', null, 10, 'price']);
  });

  it('leave the planner’s own as they are', () => {
    const [table] = presetsChange(network([['profit', 'profit', 'Holding_Cost', null, 1, null, null]])).tables;
    expect(table.rows[0]).toEqual(['profit', 'profit', 'Holding_Cost', null, 1, null, null]);
    expect(table.rows.filter(([name]) => name === 'profit')).toHaveLength(1);
    expect(table.rows.length).toBe(1 + builtInPresets.filter(({ preset }) => preset !== 'profit').length);
  });
});

describe('a preset edited in the workbook', () => {
  const draft = {
    name: 'Mine',
    mode: 'delivery',
    note: 'Ours',
    rates: [
      { input: 'Shortage_Cost', item: '', value: 4, of: 'price' },
      { input: 'Holding_Cost', item: 'Jug', value: 3, of: '' },
    ],
  } as const;
  const rowsOf = (content: WorkbookContent) => presetTable(content)?.body.map((line) => line.map(({ value }) => value));
  /** The workbook after a change of its table. */
  function changed(content: WorkbookContent, change: WorkbookChange): WorkbookContent {
    const [{ name, place, headers, rows }] = change.tables;
    const body = rows.map((row) =>
      row.map((value) => ({ value: value as CellValue, formula: null, numberFormat: 'General', text: null })),
    );
    const reference = { ...place, rowCount: rows.length + 1, columnCount: headers.length };
    return {
      ...content,
      tables: [...content.tables.filter((each) => each.name !== name), { name, headers, reference, body }],
    };
  }

  it('is saved into a table of its own, in the place of its former rows, and taken away again', () => {
    const first = changed(network(), savedPreset(network(), draft));
    expect(rowsOf(first)).toEqual([
      ['Mine', 'delivery', 'Shortage_Cost', null, 4, 'price', 'Ours'],
      ['Mine', 'delivery', 'Holding_Cost', 'Jug', 3, null, null],
    ]);
    const two = network([
      ['other', null, 'Holding_Cost', null, 1, null, null],
      ['MINE', null, 'Holding_Cost', null, 9, null, null],
      ['other', null, 'Shortage_Cost', null, 1, null, null],
    ]);
    const saved = changed(two, savedPreset(two, draft));
    expect(rowsOf(saved)?.map(([name, , input]) => [name, input])).toEqual([
      ['other', 'Holding_Cost'],
      ['Mine', 'Shortage_Cost'],
      ['Mine', 'Holding_Cost'],
      ['other', 'Shortage_Cost'],
    ]);
    expect(rowsOf(changed(saved, removedPreset(saved, 'mine')))?.map(([name]) => name)).toEqual(['other', 'other']);
  });

  it('in the place of one built in gives way to it when it is taken away', () => {
    const own = changed(network(), savedPreset(network(), { ...draft, name: 'profit' }));
    expect(presetList(own).find(({ name }) => name === 'profit')).toMatchObject({ own: true, mode: 'delivery' });
    const back = changed(own, removedPreset(own, 'profit'));
    expect(presetList(back).find(({ name }) => name === 'profit')).toMatchObject({ own: false, mode: 'profit' });
  });

  it('tells before it is saved what it changes, and what is wrong', () => {
    expect(previewPreset(network(), draft)).toEqual({
      issues: [expect.objectContaining({ code: 'no-price', severity: 'warning' })],
      changes: [
        { input: 'Demand NonDeliveryCost', numbers: 2 },
        { input: 'Stock HoldingCost', numbers: 1 },
      ],
    });
    const wrong = { ...draft, rates: [{ input: 'Demand', item: '', value: 4, of: '' }] };
    expect(previewPreset(network(), wrong).issues).toEqual([expect.objectContaining({ code: 'not-a-rate' })]);
  });
});
