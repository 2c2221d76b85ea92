import { madeSheet } from '../../src/workbook/sheet-content';
import { costOfOverrides, makePlan, openPlanning } from '../../src/planning';
import { loadHighs } from '../../src/solvers/highs';
import { readOverrides, type SheetOverride } from '../../src/workbook/plan-overrides';
import { planWorkbook } from '../../src/workbook/plan-workbook';
import { noChange, type CellValue, type Workbook } from '../../src/workbook/workbook';

/** Plans the workbook, keeps the given overrides, and writes the sheet; `type` then types over it. */
export async function plannedWith(
  workbook: Workbook,
  overrides: readonly SheetOverride[],
  runDate = '2026-01-31 09:30',
) {
  const solver = await loadHighs();
  const clock = () => 0;
  const run = await planWorkbook(workbook, {
    scenario: null,
    runDate,
    plan: (problem) => Promise.resolve(makePlan(problem, solver, { clock })),
    overrides,
    priceOverrides: (problem, placed) => {
      const session = openPlanning(problem, solver, clock);
      const costs = costOfOverrides(session, placed);
      session.dispose();
      return Promise.resolve(costs);
    },
  });
  if (!run.ok || !run.value.sheet) throw new Error('There is no plan.');
  const { settings, report } = run.value;
  const sheet = madeSheet(run.value.sheet);
  const written = await workbook.write({ ...noChange, sheets: [sheet], settings });
  if (!written.ok) throw new Error(written.error.message);
  const at = (row: number, column: number) =>
    sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
  const rowOf = (owner: string, measure: string) =>
    sheet.cells.find(({ row, column, value }) => column === 1 && value === measure && at(row, 0) === owner)?.row ?? -1;
  const type = async (owner: string, measure: string, period: number, value: CellValue) => {
    const reference = {
      sheet: sheet.name,
      row: rowOf(owner, measure),
      column: 4 + period,
      rowCount: 1,
      columnCount: 1,
    };
    const typed = await workbook.write({ ...noChange, cells: [{ reference, cells: [[value]] }] });
    if (!typed.ok) throw new Error(typed.error.message);
  };
  return { sheet, settings, report, type, rowOf };
}

/** What was typed on the plan's sheet. */
export async function overridesOn(workbook: Workbook): Promise<readonly SheetOverride[]> {
  const found = await readOverrides(workbook, 'SOP Plan');
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}
