import type { Area } from '../address';
import type { UndoStep } from './undo-step';
import { drawCharts } from './draw-charts';
import { drawHighlights } from './draw-highlights';
import { drawPrint, drawView } from './draw-page';
import { drawColumnWidths, drawStyles } from './draw-styles';
import { formerEntries } from './range-cells';
import { rangeOf } from './range-of';
import { readBlocks, type Block } from './read-blocks';
import { gridBlocks, type GridBlock } from './sheet-grid';
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
  const { content, existing } = target;
  const { worksheets } = context.workbook;
  const blocks = gridBlocks(content.cells);
  rest(context);
  let sheet: Excel.Worksheet;
  if (existing) {
    const former = existing.used ? await readBlocks(context, [{ sheet: existing.name, ...existing.used }]) : [];
    undo.push((later) => restoreSheet(later, existing, former));
    sheet = worksheets.getItem(existing.name);
    clearContents(sheet, existing.used);
  } else {
    undo.push((later) => deleteSheet(later, content.name));
    sheet = worksheets.add(content.name);
  }
  await inBlocks(context, blocks, (block) => {
    rangeOf(sheet, areaOf(block)).formulas = block.entries.map((line) => [...line]);
  });
  const charts = drawCharts(context, sheet, content.charts);
  if (existing) clearLooks(sheet, existing);
  charts.forEach((chart, index) => (chart.name = content.charts[index].name));
  await inBlocks(context, blocks, (block) => {
    rangeOf(sheet, areaOf(block)).numberFormat = block.numberFormats.map((line) => [...line]);
  });
  drawStyles(sheet, content);
  drawHighlights(sheet, content);
  drawColumnWidths(sheet, content);
  drawView(sheet, content);
  await context.sync();
  return printWarnings(context, sheet, target);
}

/** Lets Excel draw and calculate once at the end of the next request instead of after every call in it. */
function rest({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}

/** Hands the blocks over, each but the first in a request of its own: one request holds 5 MB. */
async function inBlocks(
  context: Excel.RequestContext,
  blocks: readonly GridBlock[],
  write: (block: GridBlock) => void,
): Promise<void> {
  for (const [index, block] of blocks.entries()) {
    if (index > 0) {
      await sent(context);
      rest(context);
    }
    write(block);
  }
}

function sent(context: Excel.RequestContext): Promise<void> {
  return context.sync();
}

function areaOf({ row, entries }: GridBlock): Area {
  return { row, column: 0, rowCount: entries.length, columnCount: entries[0].length };
}

function clearContents(sheet: Excel.Worksheet, used: Area | null): void {
  if (!used) return;
  const range = rangeOf(sheet, used);
  range.clear('Contents');
  // In a cell formatted as text a formula would stay text.
  setFormat(range, 'General');
}

/** One format for all cells; Office.js takes a single value for them, whatever its types say. */
function setFormat(range: Excel.Range, format: string): void {
  range.set({ numberFormat: format as unknown as string[][] });
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
  { content }: SheetTarget,
): Promise<string[]> {
  if (content.print === null) return [];
  drawPrint(sheet, content);
  try {
    await context.sync();
    return [];
  } catch (thrown) {
    if (!(thrown instanceof OfficeExtension.Error)) throw thrown;
    return [`Excel could not set up how sheet "${content.name}" prints. Set it under Page Layout before printing.`];
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
  former: readonly Block[],
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
  former: readonly Block[],
): Promise<void> {
  for (const { area, loaded } of former) {
    const range = rangeOf(sheet, area);
    range.numberFormat = loaded.numberFormat.map((line) => [...line]);
    range.formulas = formerEntries(loaded);
    await sent(context);
  }
}
