import { proposedTexts, sweepRange } from '../../../../src/taskpane/panels/what-if/sweep-form';
import { sweepCsv } from '../../../../src/taskpane/panels/what-if/sweep-csv';
import { costTermIds } from '../../../../src/planning';
import type { CostTermId, Sweep } from '../../../../src/planning';

it('proposes a range around the workbook’s value in the user’s format', () => {
  expect(proposedTexts({ input: 'Capacity', value: 15000 }, 'en-US')).toEqual({
    from: '10000',
    to: '20000',
    step: '500',
  });
  expect(proposedTexts({ input: 'Demand', value: 1 }, 'de-DE')).toEqual({ from: '0,8', to: '1,2', step: '0,02' });
});

it('makes evenly spaced values of a step, without the noise of adding them up', () => {
  expect(sweepRange('Demand', { from: '0.8', to: '1.2', step: '0.02' }, 'en-US')).toEqual({
    range: { input: 'Demand', from: 0.8, to: 1.2, steps: 21 },
  });
  // The last value is the last step within the range; the ends may come in either order.
  expect(sweepRange('Capacity', { from: '110', to: '50', step: '25' }, 'en-US')).toEqual({
    range: { input: 'Capacity', from: 50, to: 100, steps: 3 },
  });
});

it.each([
  [
    { from: 'x', to: '20', step: '1' },
    { field: 'from', kind: 'notANumber' },
  ],
  [
    { from: '10', to: '-1', step: '1' },
    { field: 'to', kind: 'notANumber' },
  ],
  [
    { from: '10', to: '10', step: '1' },
    { field: 'to', kind: 'noRange' },
  ],
  [
    { from: '10', to: '20', step: '11' },
    { field: 'step', kind: 'badStep' },
  ],
  [
    { from: '10', to: '20', step: '0.01' },
    { field: 'step', kind: 'tooMany' },
  ],
])('refuses %p', (texts, mistake) => {
  expect(sweepRange('Capacity', texts, 'en-US')).toEqual({ mistake });
});

it('writes values, costs and the terms that matter, as a spreadsheet reads them', () => {
  const costs = Object.fromEntries(costTermIds.map((id) => [id, id === 'production' ? 1000.5 : 0]));
  const sweep: Sweep = {
    input: 'Capacity',
    points: [
      { value: 100, status: 'infeasible', totalCost: null, costs: null },
      { value: 110.5, status: 'optimal', totalCost: 1000.5, costs: costs as Record<CostTermId, number> },
    ],
    breaks: [],
  };
  expect(sweepCsv(sweep)).toBe(
    'Capacity,status,totalCost,production\r\n100,infeasible,,\r\n110.5,optimal,1000.5,1000.5\r\n',
  );
});
