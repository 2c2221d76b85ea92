import { changedSettings } from '../settings-xml';
import { storeSettings } from './settings-part';
import type { UndoStep } from './undo-step';
import { restoreCells, writeCells } from './write-cells';
import type { DrawnChange, WritePlan } from './write-plan';
import { writeSheet } from './write-sheet';
import { writeTable } from './write-table';

/**
 * Carries out a checked change. Each step puts how to take it back on the list before it starts; the deletion of sheets, which
 * nothing takes back, comes last. Returns sentences for the planner.
 */
export async function applyWrite(
  context: Excel.RequestContext,
  change: DrawnChange,
  plan: WritePlan,
  undo: UndoStep[],
): Promise<string[]> {
  if (plan.cells.length > 0) {
    undo.push((later) => restoreCells(later, plan.cells));
    await writeCells(context, plan.cells);
  }
  const warnings: string[] = [];
  for (const target of plan.sheets) warnings.push(...(await writeSheet(context, target, undo)));
  for (const target of plan.tables) await writeTable(context, target, undo);
  if (plan.settings) await writeSettings(context, change, plan.settings, undo);
  if (plan.removeSheets.length > 0) {
    for (const name of plan.removeSheets) context.workbook.worksheets.getItem(name).delete();
    await context.sync();
  }
  return warnings;
}

async function writeSettings(
  context: Excel.RequestContext,
  change: DrawnChange,
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
