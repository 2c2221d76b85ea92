import { planByRule } from '../../../src/planning';
import { planContent } from '../../../src/workbook/plan-workbook';
import { readContent } from '../../../src/workbook/read-problem';
import { openXlsx } from '../../../src/workbook/xlsx/open-xlsx';
import { demoTables } from '../../cases/network-demo-tables';
import { tableBook } from '../../cases/table-book';

it('marks what the planner fixed, and says when a rule made the plan', async () => {
  const opened = openXlsx(tableBook(demoTables({ stop: true })));
  if (!opened.ok) throw new Error(opened.error.message);
  const content = await readContent(opened.value);
  if (!content.ok) throw new Error(content.error.message);
  const { sheet } = await planContent(content.value, {
    scenario: null,
    runDate: '2026-01-31',
    plan: (problem) => Promise.resolve(planByRule('propagation', problem, { clock: () => 0 })),
  });
  const cells = [...(sheet?.cells ?? [])];
  const row = cells.find(
    ({ column, value, row: at }) =>
      column === 1 &&
      value === 'Production' &&
      cells.some((cell) => cell.row === at && cell.column === 0 && cell.value === 'IBP-320 @ 1710'),
  )?.row;
  const marked = cells.filter((cell) => cell.row === row && cell.style?.italic).map(({ value }) => value);
  expect(marked).toEqual([0, 0, 0, 0]);
  expect(cells.some(({ value }) => String(value).startsWith('Plan by supply propagation'))).toBe(true);
});
