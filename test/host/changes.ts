import { formatRectangle, intersection, type Rectangle } from './addresses';
import { isCustomFunctionCall } from './calculation';
import { cellFromEntry } from './cell-entry';
import { cellProperty, keysIn } from './cell-format';
import { failure } from './host-failure';
import type { Json } from './json';
import { eventTypes, type OpenWorkbook } from './open-workbook';
import { cellKey, type SheetModel } from './workbook-model';

/** Who made a change: this user (with or without the add-in), or a co-author. */
export type ChangeSource = 'Local' | 'Remote';

/** Refuses to change a protected sheet's locked cells. */
export function requireEditable(book: OpenWorkbook, sheet: SheetModel, area: Rectangle): void {
  if (book.model.readOnly) throw failure('AccessDenied');
  if (sheet.isProtected && keysIn(sheet, area).some((key) => cellProperty(sheet, key, 'Protection.Locked') === true)) {
    throw failure('AccessDenied');
  }
}

/** Refuses to change a protected sheet's formats, objects and layout. */
export function requireUnprotected(book: OpenWorkbook, sheet: SheetModel): void {
  if (sheet.isProtected || book.model.readOnly) throw failure('AccessDenied');
}

/** Refuses to add, remove, rename, move or hide sheets while the structure is protected. */
export function requireOpenStructure(book: OpenWorkbook): void {
  if (book.model.structureProtected || book.model.readOnly) throw failure('AccessDenied');
}

/**
 * Writes a block of entries: a matrix of exactly the area's size, or one entry for every cell. `null` leaves a cell as
 * it is.
 */
export function writeEntries(
  book: OpenWorkbook,
  sheet: SheetModel,
  area: Rectangle,
  entries: Json,
  source: ChangeSource = 'Local',
): void {
  requireEditable(book, sheet, area);
  const matrix = Array.isArray(entries) ? entries : undefined;
  if (
    matrix &&
    (matrix.length !== area.rows || matrix.some((row) => !Array.isArray(row) || row.length !== area.columns))
  ) {
    throw failure(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  for (let i = 0; i < area.rows; i += 1) {
    for (let j = 0; j < area.columns; j += 1) {
      const row = matrix?.[i];
      const entry = Array.isArray(row) ? row[j] : entries;
      if (entry === null) continue;
      const key = cellKey(area.top + i, area.left + j);
      const cell = cellFromEntry(entry, cellProperty(sheet, key, 'NumberFormat'));
      removeSpill(book, sheet, key);
      if (cell) sheet.cells.set(key, cell);
      else sheet.cells.delete(key);
      book.calculation.touch(sheet, key);
    }
  }
  reportChange(book, sheet, area, source);
}

/** Empties the cells' content. */
export function clearContents(
  book: OpenWorkbook,
  sheet: SheetModel,
  area: Rectangle,
  source: ChangeSource = 'Local',
): void {
  requireEditable(book, sheet, area);
  for (const key of keysIn(sheet, area)) {
    removeSpill(book, sheet, key);
    if (sheet.cells.delete(key)) book.calculation.touch(sheet, key);
  }
  reportChange(book, sheet, area, source);
}

/** Takes away what the custom function in this cell had spilled. */
export function removeSpill(book: OpenWorkbook, sheet: SheetModel, key: number): void {
  const formula = sheet.cells.get(key)?.formula;
  if (formula === undefined || !isCustomFunctionCall(formula)) return;
  for (const [other, cell] of sheet.cells) {
    if (cell.spilledFrom === key) {
      sheet.cells.delete(other);
      book.calculation.touch(sheet, other);
    }
  }
}

/** Notes that cells changed, for those who listen. */
export function reportChange(book: OpenWorkbook, sheet: SheetModel, area: Rectangle, source: ChangeSource): void {
  const address = formatRectangle(area);
  const triggerSource = book.acting.byAddIn ? 'ThisLocalAddin' : 'Unknown';
  book.events.push({
    type: eventTypes.changed,
    sheetId: sheet.id,
    detail: { changeType: 'RangeEdited', source, address, worksheetId: sheet.id, triggerSource },
  });
}

/** The smallest rectangle around the cells with content (or a format, unless only values count) within the area. */
export function usedRectangle(sheet: SheetModel, area: Rectangle, valuesOnly: boolean): Rectangle | undefined {
  const keys = valuesOnly ? [...sheet.cells.keys()] : [...sheet.cells.keys(), ...sheet.formats.keys()];
  let used: { top: number; left: number; bottom: number; right: number } | undefined;
  for (const key of keys) {
    const row = Math.floor(key / 16_384);
    const column = key % 16_384;
    if (!intersection(area, { top: row, left: column, rows: 1, columns: 1 })) continue;
    used = {
      top: Math.min(used?.top ?? row, row),
      left: Math.min(used?.left ?? column, column),
      bottom: Math.max(used?.bottom ?? row, row),
      right: Math.max(used?.right ?? column, column),
    };
  }
  return (
    used && { top: used.top, left: used.left, rows: used.bottom - used.top + 1, columns: used.right - used.left + 1 }
  );
}
