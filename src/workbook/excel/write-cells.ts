import { contentEntry, formerEntries } from './range-cells';
import { rangeOf } from './range-of';
import type { CellsTarget } from './cells-target';

/** Writes cells in place. */
export async function writeCells(context: Excel.RequestContext, targets: readonly CellsTarget[]): Promise<void> {
  for (const { edit, sheet, former, numberFormats = former.numberFormat } of targets) {
    const range = rangeOf(context.workbook.worksheets.getItem(sheet), edit.reference);
    range.formulas = edit.cells.map((line) => line.map(contentEntry));
    // A formula's result may bring a format along; the cells keep the one they had.
    range.numberFormat = numberFormats.map((line) => [...line]);
  }
  await context.sync();
}

/** Puts the former contents and formats of cells back. */
export async function restoreCells(context: Excel.RequestContext, targets: readonly CellsTarget[]): Promise<void> {
  for (const { edit, sheet, former } of targets) {
    const range = rangeOf(context.workbook.worksheets.getItem(sheet), edit.reference);
    range.formulas = formerEntries(former);
    range.numberFormat = former.numberFormat.map((line) => [...line]);
  }
  await context.sync();
}
