import { checkChange } from '../check-change';
import { changedSettings } from '../settings-xml';
import type { WorkbookChange, WriteReceipt } from '../workbook';
import { editCells } from './edit-cells';
import type { Parts } from './parts';
import { packageWarnings } from './read-content';
import { removeSheet } from './remove-sheet';
import { readSettings, writeSettings } from './settings-part';
import { styleWriter } from './style-writer';
import { readWorkbookPart } from './workbook-part';
import { writeSheet } from './write-sheet';
import { writeTable } from './write-table';

/** Applies a change to parts that the caller drops when it is refused: cells first, then sheets, tables, settings. */
export function applyChange(parts: Parts, workbookPart: string, change: WorkbookChange): WriteReceipt {
  checkChange(change);
  const warnings = packageWarnings(parts, readWorkbookPart(parts, workbookPart));
  warnings.push(...editCells(parts, workbookPart, change.cells));
  for (const name of change.removeSheets) warnings.push(...removeSheet(parts, workbookPart, name));
  if (change.sheets.length > 0) {
    const styles = styleWriter(parts, readWorkbookPart(parts, workbookPart));
    for (const sheet of change.sheets) writeSheet({ parts, workbookPart, sheets: change.sheets, styles }, sheet);
    styles.finish();
  }
  for (const table of change.tables) warnings.push(...writeTable(parts, workbookPart, table));
  if (Object.keys(change.settings).length > 0) {
    const workbook = readWorkbookPart(parts, workbookPart);
    writeSettings(parts, workbook, changedSettings(readSettings(parts, workbook), change.settings));
  }
  return { sheets: change.sheets.map((sheet) => sheet.name), warnings };
}
