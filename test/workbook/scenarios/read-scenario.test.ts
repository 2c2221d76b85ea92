import { fingerprint } from '../../../src/workbook/fingerprint';
import { readProblem, readWithEffects } from '../../../src/workbook/read-problem';
import { scenarioList } from '../../../src/workbook/scenarios/scenario-table';
import type { CellValue } from '../../../src/workbook/workbook';
import type { Grid, GridCell } from '../workbook-content';
import { workbookContent } from '../workbook-content';

const headings = ['Scenario', 'Input', 'Item', 'Period from', 'Period to', 'Change', 'Amount', 'Note'];

/** Two items over three months, with a table of scenarios. */
function bookWith(rows: readonly (readonly GridCell[])[], more: Readonly<Record<string, string>> = {}, data = across) {
  const sheets: Record<string, Grid> = { Data: data, Scenarios: [headings, ...rows] };
  return workbookContent({
    sheets,
    names: { ...(data === across ? acrossNames : downNames), ...more },
    tables: { SOP_Scenarios: `Scenarios!A1:H${rows.length + 1}` },
  });
}

const across: Grid = [
  [null, 'Jan', 'Feb', 'Mar', null, 'Capacity', 100],
  ['Red bag', 10, 20, 30, null, 'Ratio', 0.5],
  ['Blue bag', 40, 50, 60, null, 'Max', null],
];
const acrossNames = { Demand: 'Data!B2:D3', Periods: 'Data!B1:D1', Items: 'Data!A2:A3', Capacity: 'Data!G1' };
const down: Grid = [
  [null, 'Red bag', 'Blue bag'],
  ['Jan', 10, 40],
  ['Feb', 20, 50],
  ['Mar', 30, 60],
  ['Capacity', 100, null],
];
const downNames = { Demand: 'Data!B2:C4', Periods: 'Data!A2:A4', Items: 'Data!B1:C1', Capacity: 'Data!B5' };

const row = (input: string, item: CellValue, from: CellValue, to: CellValue, change: string, amount: GridCell) =>
  ['Push', input, item, from, to, change, amount, null] as const;

function demandOf(rows: readonly (readonly GridCell[])[], data = across) {
  const { problem, issues } = readProblem(bookWith(rows, {}, data), { scenario: 'push' });
  return problem ? problem.demands.map(({ quantity }) => quantity) : issues;
}

describe('a scenario on top of the workbook', () => {
  it.each([
    ['across', across],
    ['down', down],
  ])('changes some items in a span of periods, with periods running %s', (_direction, data) => {
    expect(demandOf([row('Demand', 'Red bag', 'Feb', 'Mar', 'percent', 10)], data)).toEqual([
      [10, 22, 33],
      [40, 50, 60],
    ]);
    expect(demandOf([row('demand', '*bag', 'Mar', null, 'absolute', -5)], data)).toEqual([
      [10, 20, 25],
      [40, 50, 55],
    ]);
    expect(demandOf([row('SOP_Demand', 'red bag, BLUE BAG', null, 'Jan', 'value', 7)], data)).toEqual([
      [7, 20, 30],
      [7, 50, 60],
    ]);
  });

  it('applies its rows from top to bottom', () => {
    expect(
      demandOf([row('Demand', null, null, null, 'percent', 100), row('Demand', 'Red*', 'Jan', 'Jan', 'absolute', 1)]),
    ).toEqual([
      [21, 40, 60],
      [80, 100, 120],
    ]);
  });

  it('reads a percentage as the cell shows it', () => {
    expect(demandOf([row('Demand', null, 'Jan', 'Jan', 'percent', { value: 0.5, numberFormat: '0%' })])).toEqual([
      [15, 20, 30],
      [60, 50, 60],
    ]);
    const { issues } = readProblem(bookWith([row('Demand', null, null, null, 'percent', 0.5)]), { scenario: 'Push' });
    expect(issues).toContainEqual(
      expect.objectContaining({ severity: 'warning', code: 'small-percentage', sheet: 'Scenarios', cell: 'G2' }),
    );
  });

  it.each([
    ['across', across],
    ['down', down],
  ])('lets one number for all become one by period, or by item, with periods running %s', (_direction, data) => {
    const capacity = [row('Capacity', null, 'Feb', 'Feb', 'value', 150)];
    const content = bookWith(capacity, {}, data);
    expect(readProblem(content, { scenario: 'Push' }).problem?.resources[0].capacity).toEqual([100, 150, 100]);
    const cost = bookWith([row('Holding_Cost', 'Blue bag', 'Mar', 'Mar', 'value', 2)], {}, data);
    expect(readProblem(cost, { scenario: 'Push' }).problem?.items.map(({ holdingCost }) => holdingCost)).toEqual([
      [0, 0, 0],
      [0, 0, 2],
    ]);
    const safety = bookWith([row('Safety_Stock', 'Blue bag', null, null, 'value', 9)], {}, data);
    expect(readProblem(safety, { scenario: 'Push' }).problem?.items.map(({ safetyStock }) => safetyStock)).toEqual([
      [0, 0, 0],
      [9, 9, 9],
    ]);
  });

  it('leaves the workbook itself as it is, and says what differs', () => {
    const content = bookWith([row('Capacity', null, 'Mar', null, 'percent', -20)]);
    expect(readProblem(content).problem?.resources[0].capacity).toEqual([100, 100, 100]);
    expect(readProblem(content, { scenario: 'BASELINE' }).problem).toEqual(readProblem(content).problem);
    const { effects, reading } = readWithEffects(content, { scenario: 'Push' });
    expect(effects).toEqual([{ input: 'Capacity', item: null, period: 'Mar', before: 100, after: 80 }]);
    expect(reading.inputs.find(({ name }) => name === 'Capacity')?.changed).toBe(true);
    expect(reading.inputs.find(({ name }) => name === 'Demand')?.changed).toBeUndefined();
  });

  it('lists the scenarios, the workbook itself first', () => {
    const content = bookWith([
      row('Capacity', null, null, null, 'value', 1),
      ['Quiet', null, null, null, null, null, null, null],
      row('Demand', null, null, null, 'value', 1),
    ]);
    expect(scenarioList(content)).toEqual([
      { name: 'BASELINE', changes: 0 },
      { name: 'Push', changes: 2 },
      { name: 'Quiet', changes: 0 },
    ]);
    const named = bookWith([['Baseline', null, null, null, null, null, null, null]]);
    expect(scenarioList(named)).toEqual([{ name: 'Baseline', changes: 0 }]);
  });

  it('counts only its own rows in the fingerprint of a run', () => {
    const before = bookWith([row('Capacity', null, null, null, 'value', 1)]);
    const after = bookWith([row('Capacity', null, null, null, 'value', 2)]);
    expect(fingerprint(after)).toBe(fingerprint(before));
    expect(fingerprint(after, 'push')).not.toBe(fingerprint(before, 'push'));
    expect(fingerprint(after, 'other')).toBe(fingerprint(before));
  });
});

describe('what is wrong with a scenario', () => {
  it.each([
    ['an input that is none', row('Demnd', null, null, null, 'value', 1), 'unknown-input', 'B2'],
    ['an input without numbers', row('Mode', null, null, null, 'value', 1), 'unknown-input', 'B2'],
    ['an unknown item', row('Demand', 'Red bag, Green bag', null, null, 'value', 1), 'unknown-item', 'C2'],
    ['an unknown period', row('Demand', null, 'May', null, 'value', 1), 'unknown-period', 'D2'],
    ['a span that runs backwards', row('Demand', null, 'Mar', 'Jan', 'value', 1), 'backward-span', 'E2'],
    ['an unknown kind of change', row('Demand', null, null, null, 'times', 1), 'unknown-change', 'F2'],
    ['no amount', row('Demand', null, null, null, 'value', null), 'missing-amount', 'G2'],
    ['an amount that is text', row('Demand', null, null, null, 'value', 'ten'), 'not-a-number', 'G2'],
    ['less than nothing', row('Demand', null, null, null, 'absolute', -11), 'out-of-range', 'G2'],
    ['items of a shared capacity', row('Capacity', 'Red bag', null, null, 'value', 1), 'unknown-item', 'C2'],
    ['periods of an opening stock', row('Initial_Inventory', null, 'Feb', null, 'value', 1), 'wrong-shape', 'D2'],
    ['a part of a cost that is not given', row('Price', 'Red bag', null, null, 'value', 1), 'nothing-to-change', 'B2'],
    ['a percentage of nothing', row('Price', null, null, null, 'percent', 1), 'nothing-to-change', 'B2'],
  ])('is reported at its cell: %s', (_what, line, code, cell) => {
    const { problem, issues } = readProblem(bookWith([line]), { scenario: 'Push' });
    expect(problem).toBeNull();
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ code, sheet: 'Scenarios', cell }),
    ]);
  });

  it('is reported all at once', () => {
    const lines = [row('Demand', 'X', null, null, 'value', 1), row('Demand', null, 'Y', null, 'value', 1)];
    const { issues } = readProblem(bookWith(lines), { scenario: 'Push' });
    expect(issues.map(({ code }) => code)).toEqual(['unknown-item', 'unknown-period']);
  });

  it('does not stop the workbook itself', () => {
    expect(readProblem(bookWith([row('Demand', 'X', null, null, 'value', 1)])).issues).toEqual([]);
  });

  it('names the scenarios there are', () => {
    const { problem, issues } = readProblem(bookWith([]), { scenario: 'Pull' });
    expect(problem).toBeNull();
    expect(issues[0].message).toContain('It has BASELINE.');
  });
});
