import type { Area } from '../address';
import type { RangeReference } from '../workbook';
import type { TableTarget } from './plan-tables';
import { rangeOf } from './range-of';
import { drawnHere } from './sheet-drawing';
import type { UndoStep } from './undo-step';
import { restoreCells, writeCells } from './write-cells';
import { writeSheet } from './write-sheet';

/**
 * Makes or rewrites a table; each step puts how to take it back on the list. The cells are put back last, because Excel names
 * columns without a heading for as long as they belong to a table.
 */
export async function writeTable(context: Excel.RequestContext, target: TableTarget, undo: UndoStep[]): Promise<void> {
  const { plan, cells, resizes } = target;
  const { present, reference } = plan;
  if (plan.sheet) await writeSheet(context, { drawn: drawnHere(plan.sheet), existing: null }, undo);
  if (cells.length > 0) undo.push((later) => restoreCells(later, cells));
  if (present && resizes) {
    undo.push((later) => resizeTable(later, present.name, reference.sheet, present.area));
    await resizeTable(context, present.name, reference.sheet, reference);
  }
  await writeCells(context, cells);
  if (!present) await addTable(context, plan.edit.name, reference, undo);
}

async function resizeTable(context: Excel.RequestContext, name: string, sheet: string, area: Area): Promise<void> {
  const { tables, worksheets } = context.workbook;
  tables.getItem(name).resize(rangeOf(worksheets.getItem(sheet), area));
  await context.sync();
}

async function addTable(
  context: Excel.RequestContext,
  name: string,
  reference: RangeReference,
  undo: UndoStep[],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(reference.sheet);
  const table = sheet.tables.add(rangeOf(sheet, reference), true);
  table.load('id');
  await context.sync();
  const { id } = table;
  undo.push((later) => removeTable(later, id));
  table.name = name;
  table.style = 'TableStyleLight1';
  await context.sync();
}

async function removeTable(context: Excel.RequestContext, id: string): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(id);
  table.load('name');
  await context.sync();
  if (table.isNullObject) return;
  table.delete();
  await context.sync();
}
