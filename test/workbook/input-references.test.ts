import { emptySheet } from '../../src/workbook/book-content';
import { inputChecks } from '../../src/workbook/input-checks';
import { inputReferences } from '../../src/workbook/input-references';
import { liveFormula } from '../../src/workbook/live-formula';
import { readContent, readProblem } from '../../src/workbook/read-problem';
import type { WorkbookContent } from '../../src/workbook/workbook';
import { buildXlsx } from '../../src/workbook/xlsx/build-xlsx';
import { openXlsx } from '../../src/workbook/xlsx/open-xlsx';

/** Demand in B2:D2 and capacity in B4:D4, the latter named as given. */
async function contentWith(capacity: string): Promise<WorkbookContent> {
  const cells = [10, 20, 30].flatMap((value, index) => [
    { row: 1, column: 1 + index, value },
    { row: 3, column: 1 + index, value: value + 5 },
  ]);
  const names = [
    { name: 'Demand', refersTo: 'Plan!$B$2:$D$2' },
    { name: 'Capacity', refersTo: capacity },
    { name: 'Machines', refersTo: 'Plan!B4:D4' },
  ];
  const opened = openXlsx(buildXlsx({ sheets: [{ ...emptySheet('Plan'), cells }], names, tables: [] }));
  if (!opened.ok) throw new Error(opened.error.message);
  const content = await readContent(opened.value);
  if (!content.ok) throw new Error(content.error.message);
  return content.value;
}

const byName = { kind: 'name', name: 'Capacity', scope: null };
const byAddress = { kind: 'range', range: { sheet: 'Plan', row: 3, column: 1, rowCount: 1, columnCount: 3 } };

test.each([
  ['Plan!$B$4:$D$4', byName],
  ['+Plan!$B$4:$D$4', byName],
  ['(Plan!$B$4:$D$4)', byName],
  ['Plan!$D$4:$B$4', byName],
  // Position 1 of a whole row is column A, and what was read starts where it is used.
  ['Plan!$4:$4', byAddress],
  // Without $ the name means other cells in every cell that uses it.
  ['Plan!B4:D4', byAddress],
  ['Plan!$B4:$D4', byAddress],
  ['Machines', byAddress],
])('a capacity that refers to %s is written as what means the same everywhere', async (refersTo, place) => {
  const content = await contentWith(refersTo);
  const reading = readProblem(content);
  expect(reading.problem?.resources[0].capacity).toEqual([15, 25, 35]);
  expect(inputReferences(reading).Capacity?.place).toEqual(place);
  const written = place === byName ? 'Capacity' : 'Plan!$B$4:$D$4';
  expect(inputChecks(content, reading).find(({ title }) => title === 'Capacity')?.formula).toContain(
    `COUNT(${written})=3`,
  );
  expect(liveFormula(reading, [[1, 2, 3]])).toBe(`=SOP.PLAN(Demand,${written})`);
});
