import type { Area } from '../address';
import type { UndoStep } from './undo-step';
import { drawCharts } from './draw-charts';
import { drawHighlights } from './draw-highlights';
import { drawPrint, drawView } from './draw-page';
import { drawColumnWidths, drawFormats, drawStyles } from './draw-styles';
import { formerEntries, type RawBlock } from './range-cells';
import { rangeOf, setNumberFormat } from './range-of';
import { readBlocks } from './read-blocks';
import type { DrawnSheet } from './sheet-drawing';
import type { GridBlock } from './sheet-grid';
import type { SheetTarget } from './write-plan';

/**
 * Writes one sheet: its cells, then whatever Excel could refuse (charts), and only then do the former looks go, so that a refusal
 * leaves a sheet that can be put back. Returns sentences for the planner.
 */
export async function writeSheet(
  context: Excel.RequestContext,
  target: SheetTarget,
  undo: UndoStep[],
): Promise<string[]> {
  const { drawn, existing } = target;
  const { drawing } = drawn;
  const { worksheets } = context.workbook;
  // Before Excel is kept waiting: the first block may come from another thread.
  const first = drawing.blockCount > 0 ? await drawn.block(0) : null;
  rest(context);
  let sheet: Excel.Worksheet;
  if (existing) {
    const former = existing.used ? await readBlocks(context, [{ sheet: existing.name, ...existing.used }]) : [];
    undo.push((later) => restoreSheet(later, existing, former));
    sheet = worksheets.getItem(existing.name);
    clearContents(sheet, existing.used);
  } else {
    undo.push((later) => deleteSheet(later, drawing.name));
    sheet = worksheets.add(drawing.name);
    // Only a sheet of our own making: hiding another one breaks Excel's undo.
    if (drawing.hidden) sheet.visibility = 'Hidden';
  }
  if (first) writeBlock(sheet, first);
  await writeFurtherBlocks(context, sheet, drawn);
  if (drawing.blockCount > 1) {
    // A large sheet's looks are a large request of their own.
    await sent(context);
    rest(context);
  }
  const charts = drawCharts(context, sheet, drawing.charts);
  if (existing) clearLooks(sheet, existing);
  charts.forEach((chart, index) => (chart.name = drawing.charts[index].name));
  drawFormats(sheet, drawing);
  drawStyles(sheet, drawing);
  drawHighlights(sheet, drawing);
  drawColumnWidths(sheet, drawing);
  drawView(sheet, drawing);
  await context.sync();
  return printWarnings(context, sheet, target);
}

/** Lets Excel draw and calculate once at the end of the next request instead of after every call in it. */
function rest({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}

/** Hands over all blocks but the first, each in a request of its own; the last one goes with what follows. */
async function writeFurtherBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { drawing, block }: DrawnSheet,
): Promise<void> {
  for (let index = 1; index < drawing.blockCount; index++) {
    // The next block is on its way while Excel takes the last one.
    const [next] = await Promise.all([block(index), sent(context)]);
    rest(context);
    writeBlock(sheet, next);
  }
}

function writeBlock(sheet: Excel.Worksheet, { row, entries }: GridBlock): void {
  const area = { row, column: 0, rowCount: entries.length, columnCount: entries[0].length };
  rangeOf(sheet, area).formulas = entries as (string | number | boolean)[][];
}

function sent(context: Excel.RequestContext): Promise<void> {
  return context.sync();
}

function clearContents(sheet: Excel.Worksheet, used: Area | null): void {
  if (!used) return;
  const range = rangeOf(sheet, used);
  range.clear('Contents');
  // In a cell formatted as text a formula would stay text.
  setNumberFormat(range, 'General');
}

function clearLooks(sheet: Excel.Worksheet, { chartIds, used }: NonNullable<SheetTarget['existing']>): void {
  for (const id of chartIds) sheet.charts.getItem(id).delete();
  sheet.getRange().conditionalFormats.clearAll();
  if (used) rangeOf(sheet, used).clear('Formats');
}

/** Where printing cannot be set up, the sheet is complete all the same. */
async function printWarnings(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { drawn: { drawing } }: SheetTarget,
): Promise<string[]> {
  if (drawing.print === null) return [];
  drawPrint(sheet, drawing);
  try {
    await context.sync();
    return [];
  } catch (thrown) {
    if (!(thrown instanceof OfficeExtension.Error)) throw thrown;
    return [`Excel could not set up how sheet "${drawing.name}" prints. Set it under Page Layout before printing.`];
  }
}

/** Takes away a sheet that was added, if it was. */
async function deleteSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject) return;
  sheet.delete();
  await context.sync();
}

/** Puts back the cells of a sheet that was to be overwritten, and takes away the charts it did not have. */
async function restoreSheet(
  context: Excel.RequestContext,
  { name, chartIds, used }: NonNullable<SheetTarget['existing']>,
  former: readonly RawBlock[],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  const now = sheet.getUsedRangeOrNullObject();
  now.load('address');
  const { charts } = sheet;
  charts.load('items/id');
  await context.sync();
  for (const chart of charts.items) if (!chartIds.includes(chart.id)) chart.delete();
  if (!now.isNullObject) now.clear('Contents');
  if (used) await restoreBlocks(context, sheet, former);
  await context.sync();
}

async function restoreBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  former: readonly RawBlock[],
): Promise<void> {
  for (const { area, loaded } of former) {
    const range = rangeOf(sheet, area);
    range.numberFormat = loaded.numberFormat.map((line) => [...line]);
    range.formulas = formerEntries(loaded);
    await sent(context);
  }
}
