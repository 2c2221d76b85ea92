import { columnName } from '../address';
import type { SheetDrawing } from './sheet-drawing';

/** Frozen panes, gridlines, the tab's colour, and whether there is a tab. */
export function drawView(sheet: Excel.Worksheet, { freeze, showGridlines, tabColor }: SheetDrawing): void {
  sheet.showGridlines = showGridlines;
  sheet.tabColor = tabColor === null ? '' : `#${tabColor}`;
  const { freezePanes } = sheet;
  if (freeze === null || (freeze.rows === 0 && freeze.columns === 0)) freezePanes.unfreeze();
  else if (freeze.rows === 0) freezePanes.freezeColumns(freeze.columns);
  else if (freeze.columns === 0) freezePanes.freezeRows(freeze.rows);
  else freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
}

/** How the sheet prints. Excel for Windows refuses this where no printer is installed. */
export function drawPrint(sheet: Excel.Worksheet, { print }: SheetDrawing): void {
  if (print === null) return;
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: print.fitToWidth };
  if (print.titleRows !== null) {
    pageLayout.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
  }
  if (print.titleColumns !== null) {
    const [first, last] = print.titleColumns;
    pageLayout.setPrintTitleColumns(`$${columnName(first)}:$${columnName(last)}`);
  }
}
