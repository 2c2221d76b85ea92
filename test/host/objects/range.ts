import {
  boundingRectangle,
  formatRectangle,
  intersection,
  parseRectangle,
  quoteSheetName,
  requireInside,
  sheetColumns,
  sheetRows,
  type Rectangle,
} from '../addresses';
import { isErrorText } from '../calculation';
import { cellProperty, keysIn, setAreaProperty } from '../cell-format';
import { clearContents, requireEditable, requireUnprotected, usedRectangle, writeEntries } from '../changes';
import { failure } from '../host-failure';
import {
  hostObject,
  isHostObject,
  number,
  oneOf,
  readOnly,
  type Argument,
  type HostObject,
  type Scalar,
} from '../host-object';
import type { Json } from '../json';
import { formatNumber } from '../number-format';
import { eventTypes, type OpenWorkbook } from '../open-workbook';
import { cellKey, type SheetModel } from '../workbook-model';
import { setProperties } from './cell-properties';
import { conditionalFormats } from './conditional-format';
import { rangeFormat } from './range-format';
import { worksheet } from './worksheet';

/** More cells than this in one answer and Excel gives null instead. */
export const readLimitCells = 5_000_000;

/** `Excel.Range`: a rectangle of one sheet. */
export function range(book: OpenWorkbook, sheet: SheetModel, area: Rectangle): HostObject {
  const { top, left, rows, columns } = area;
  const at = (other: Rectangle) => range(book, sheet, requireInside(other));
  const used = (valuesOnly: Argument) => usedRectangle(sheet, area, valuesOnly === true);
  const matrix = (read: (key: number) => Json): Json => {
    if (rows * columns > readLimitCells) return null;
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => read(cellKey(top + i, left + j))),
    );
  };
  const referenceId = newReference(book);
  const self: HostObject = hostObject('Range', {
    range: { sheet, area },
    scalars: {
      // Empty until the add-in tracks the range: Office.js would use the id, and nobody would know it.
      _ReferenceId: readOnly(() => (book.references.has(referenceId) ? referenceId : '')),
      Address: readOnly(() => `${quoteSheetName(sheet.name)}!${formatRectangle(area)}`),
      AddressLocal: readOnly(() => `${quoteSheetName(sheet.name)}!${formatRectangle(area)}`),
      RowIndex: readOnly(() => top),
      ColumnIndex: readOnly(() => left),
      RowCount: readOnly(() => rows),
      ColumnCount: readOnly(() => columns),
      CellCount: readOnly(() => (rows * columns > 2 ** 31 - 1 ? -1 : rows * columns)),
      IsEntireColumn: readOnly(() => rows === sheetRows),
      IsEntireRow: readOnly(() => columns === sheetColumns),
      Values: {
        get: () => matrix((key) => cellValue(sheet, key)),
        set: (entries) => writeEntries(book, sheet, area, entries),
      },
      Formulas: {
        get: () => matrix((key) => sheet.cells.get(key)?.formula ?? cellValue(sheet, key)),
        set: (entries) => writeEntries(book, sheet, area, entries),
      },
      Text: readOnly(() => matrix((key) => cellText(sheet, key))),
      ValueTypes: readOnly(() => matrix((key) => valueType(sheet, key))),
      NumberFormat: {
        get: () => matrix((key) => cellProperty(sheet, key, 'NumberFormat')),
        set: (formats) => writeNumberFormats(book, sheet, area, formats),
      },
      RowHidden: hidden(book, sheet, sheet.hiddenRows, top, rows),
      ColumnHidden: hidden(book, sheet, sheet.hiddenColumns, left, columns),
      HasSpill: readOnly(() => keysIn(sheet, area).some((key) => sheet.cells.get(key)?.spilledFrom !== undefined)),
    },
    navigation: {
      Format: () => rangeFormat(book, sheet, area),
      Worksheet: () => worksheet(book, sheet),
      ConditionalFormats: () => conditionalFormats(book, sheet, area),
    },
    methods: {
      GetCell: (row, column) => at({ top: top + number(row), left: left + number(column), rows: 1, columns: 1 }),
      GetRow: (row) => at({ top: top + number(row), left, rows: 1, columns }),
      GetColumn: (column) => at({ top, left: left + number(column), rows, columns: 1 }),
      GetLastCell: () => at({ top: top + rows - 1, left: left + columns - 1, rows: 1, columns: 1 }),
      GetLastRow: () => at({ top: top + rows - 1, left, rows: 1, columns }),
      GetLastColumn: () => at({ top, left: left + columns - 1, rows, columns: 1 }),
      GetEntireColumn: () => at({ top: 0, left, rows: sheetRows, columns }),
      GetEntireRow: () => at({ top, left: 0, rows, columns: sheetColumns }),
      GetOffsetRange: (down, right) => at({ top: top + number(down), left: left + number(right), rows, columns }),
      GetResizedRange: (down, right) => at({ top, left, rows: rows + number(down), columns: columns + number(right) }),
      GetAbsoluteResizedRange: (height, width) => at({ top, left, rows: number(height), columns: number(width) }),
      GetRowsAbove: (count) => at(beside(area, 'above', number(count, 1))),
      GetRowsBelow: (count) => at(beside(area, 'below', number(count, 1))),
      GetColumnsBefore: (count) => at(beside(area, 'before', number(count, 1))),
      GetColumnsAfter: (count) => at(beside(area, 'after', number(count, 1))),
      GetBoundingRect: (other) => at(boundingRectangle(area, sameSheet(sheet, other))),
      GetIntersection: (other) => {
        const shared = intersection(area, sameSheet(sheet, other));
        if (!shared) throw failure('ItemNotFound');
        return at(shared);
      },
      GetIntersectionOrNullObject: (other) => {
        const shared = intersection(area, sameSheet(sheet, other));
        return shared ? at(shared) : null;
      },
      GetUsedRange: (valuesOnly) => at(used(valuesOnly) ?? { top, left, rows: 1, columns: 1 }),
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const found = used(valuesOnly);
        return found ? at(found) : null;
      },
      Clear: (applyTo) => clear(book, sheet, area, applyTo),
      Select: () => select(book, sheet, area),
      SetCellProperties: (properties) => setProperties(book, sheet, area, 'cell', properties),
      SetRowProperties: (properties) => setProperties(book, sheet, area, 'row', properties),
      SetColumnProperties: (properties) => setProperties(book, sheet, area, 'column', properties),
      Calculate: () => void book.calculation.calculate(),
      Merge: (across) => merge(book, sheet, area, across === true),
      Unmerge: () => {
        requireUnprotected(book, sheet);
        sheet.merged = sheet.merged.filter((merged) => !intersection(merged, area));
      },
      _KeepReference: () => void book.references.set(referenceId, self),
      _ValidateArraySize: (height, width) => {
        if (height !== rows || width !== columns) throw failure('InvalidArgument');
      },
    },
  });
  return self;
}

/** Whether all, none or some (null) of the lines are hidden. */
function hidden(book: OpenWorkbook, sheet: SheetModel, lines: Set<number>, first: number, count: number): Scalar {
  const indices = Array.from({ length: Math.min(count, sheetColumns) }, (_, i) => first + i);
  return {
    get: () => {
      const some = indices.filter((index) => lines.has(index)).length;
      return some === 0 ? false : some === indices.length ? true : null;
    },
    set: (value) => {
      requireUnprotected(book, sheet);
      for (const index of indices) {
        if (value === true) lines.add(index);
        else lines.delete(index);
      }
    },
  };
}

const references = new WeakMap<OpenWorkbook, number>();

function newReference(book: OpenWorkbook): string {
  const next = (references.get(book) ?? 0) + 1;
  references.set(book, next);
  return `range-${next}`;
}

function cellValue(sheet: SheetModel, key: number): Json {
  return sheet.cells.get(key)?.value ?? '';
}

function cellText(sheet: SheetModel, key: number): string {
  const value = cellValue(sheet, key);
  if (typeof value === 'number') return formatNumber(value, String(cellProperty(sheet, key, 'NumberFormat')));
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function valueType(sheet: SheetModel, key: number): string {
  const cell = sheet.cells.get(key);
  if (!cell) return 'Empty';
  if (typeof cell.value === 'number') return 'Double';
  if (typeof cell.value === 'boolean') return 'Boolean';
  return !cell.text && isErrorText(cell.value) ? 'Error' : 'String';
}

function beside(area: Rectangle, side: 'above' | 'below' | 'before' | 'after', count: number): Rectangle {
  const { top, left, rows, columns } = area;
  if (count === 0) throw failure('InvalidArgument');
  const size = Math.abs(count);
  const inward = count < 0;
  if (side === 'above') return { top: inward ? top : top - size, left, rows: size, columns };
  if (side === 'below') return { top: inward ? top + rows - size : top + rows, left, rows: size, columns };
  if (side === 'before') return { top, left: inward ? left : left - size, rows, columns: size };
  return { top, left: inward ? left + columns - size : left + columns, rows, columns: size };
}

function sameSheet(sheet: SheetModel, other: Argument): Rectangle {
  if (isHostObject(other) && other.range) {
    if (other.range.sheet !== sheet) throw failure('InvalidArgument');
    return other.range.area;
  }
  const area = typeof other === 'string' ? parseRectangle(other) : undefined;
  if (!area) throw failure('InvalidArgument');
  return area;
}

function writeNumberFormats(book: OpenWorkbook, sheet: SheetModel, area: Rectangle, formats: Json): void {
  requireEditable(book, sheet, area);
  if (!Array.isArray(formats)) {
    if (typeof formats !== 'string') throw failure('InvalidArgument');
    setAreaProperty(sheet, area, 'NumberFormat', formats);
    return;
  }
  if (formats.length !== area.rows) throw failure('InvalidArgument');
  formats.forEach((row, i) => {
    if (!Array.isArray(row) || row.length !== area.columns) throw failure('InvalidArgument');
    row.forEach((format, j) => {
      if (format === null) return;
      const cell = { top: area.top + i, left: area.left + j, rows: 1, columns: 1 };
      setAreaProperty(sheet, cell, 'NumberFormat', format);
    });
  });
}

function clear(book: OpenWorkbook, sheet: SheetModel, area: Rectangle, applyTo: Argument): void {
  const what = oneOf(applyTo ?? 'All', ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks']);
  if (what === 'All' || what === 'Contents') clearContents(book, sheet, area);
  if (what === 'All' || what === 'Formats') {
    requireEditable(book, sheet, area);
    for (const key of keysIn(sheet, area)) sheet.formats.delete(key);
    sheet.merged = sheet.merged.filter((merged) => !intersection(merged, area));
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !intersection(format.area, area));
  }
}

function merge(book: OpenWorkbook, sheet: SheetModel, area: Rectangle, across: boolean): void {
  requireUnprotected(book, sheet);
  const parts = across
    ? Array.from({ length: area.rows }, (_, i) => ({ ...area, top: area.top + i, rows: 1 }))
    : [area];
  for (const part of parts) {
    for (const key of keysIn(sheet, part)) {
      if (key !== cellKey(part.top, part.left) && sheet.cells.delete(key)) book.calculation.touch(sheet, key);
    }
    sheet.merged.push(part);
  }
}

/** Selects cells as the user or the add-in does; the sheet becomes the active one. */
export function select(book: OpenWorkbook, sheet: SheetModel, area: Rectangle): void {
  if (sheet.visibility !== 'Visible') throw failure('InvalidOperation');
  if (book.model.activeSheetId !== sheet.id) {
    book.events.push({
      type: eventTypes.deactivated,
      sheetId: book.model.activeSheetId,
      detail: { worksheetId: book.model.activeSheetId },
    });
    book.events.push({ type: eventTypes.activated, sheetId: sheet.id, detail: { worksheetId: sheet.id } });
  }
  book.model.activeSheetId = sheet.id;
  book.model.selection = area;
  const address = formatRectangle(area);
  book.events.push({
    type: eventTypes.selectionChanged,
    sheetId: sheet.id,
    detail: { address, worksheetId: sheet.id },
  });
}
