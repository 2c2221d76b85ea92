import { changedSettings } from '../settings-xml';
import type { WorkbookChange } from '../workbook';
import { contentEntry, formerEntries } from './range-cells';
import { rangeOf } from './range-of';
import { storeSettings } from './settings-part';
import type { UndoStep } from './undo-step';
import type { CellsTarget, WritePlan } from './write-plan';
import { writeSheet } from './write-sheet';

/**
 * Carries out a checked change. Each step puts how to take it back on the list before it starts; the deletion of sheets, which
 * nothing takes back, comes last. Returns sentences for the planner.
 */
export async function applyWrite(
  context: Excel.RequestContext,
  change: WorkbookChange,
  plan: WritePlan,
  undo: UndoStep[],
): Promise<string[]> {
  if (plan.cells.length > 0) await writeCells(context, plan.cells, undo);
  const warnings: string[] = [];
  for (const target of plan.sheets) warnings.push(...(await writeSheet(context, target, undo)));
  if (plan.settings) await writeSettings(context, change, plan.settings, undo);
  if (plan.removeSheets.length > 0) {
    for (const name of plan.removeSheets) context.workbook.worksheets.getItem(name).delete();
    await context.sync();
  }
  return warnings;
}

async function writeCells(
  context: Excel.RequestContext,
  targets: readonly CellsTarget[],
  undo: UndoStep[],
): Promise<void> {
  undo.push(async (later) => {
    for (const { edit, sheet, former } of targets) {
      const range = rangeOf(later.workbook.worksheets.getItem(sheet), edit.reference);
      range.formulas = formerEntries(former);
      range.numberFormat = former.numberFormat.map((line) => [...line]);
    }
    await later.sync();
  });
  for (const { edit, sheet, former } of targets) {
    const range = rangeOf(context.workbook.worksheets.getItem(sheet), edit.reference);
    range.formulas = edit.cells.map((line) => line.map(contentEntry));
    // A formula's result may bring a format along; the cells keep the one they had.
    range.numberFormat = former.numberFormat.map((line) => [...line]);
  }
  await context.sync();
}

async function writeSettings(
  context: Excel.RequestContext,
  change: WorkbookChange,
  { partIds, former }: NonNullable<WritePlan['settings']>,
  undo: UndoStep[],
): Promise<void> {
  if (partIds.length > 0) {
    undo.push(async (later) => {
      storeSettings(later, partIds, former);
      await later.sync();
    });
  }
  storeSettings(context, partIds, changedSettings(former, change.settings));
  await context.sync();
}
