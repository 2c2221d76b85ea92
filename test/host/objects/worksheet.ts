import { parseRectangle, quoteSheetName, sheetColumns, sheetRows, splitAddress, type Rectangle } from '../addresses';
import { requireOpenStructure, requireUnprotected, usedRectangle } from '../changes';
import { failure } from '../host-failure';
import { hostObject, number, oneOf, readOnly, text, type Argument, type HostObject } from '../host-object';
import { findName, meaningOf } from '../names';
import { eventTypes, type OpenWorkbook } from '../open-workbook';
import { emptySheet, findSheet, type SheetModel } from '../workbook-model';
import { charts } from './chart';
import { listening } from './events';
import { freezePanes, pageLayout } from './sheet-view';
import { namedItems } from './named-item';
import { worksheetProtection } from './protection';
import { colour } from './range-format';
import { range, select } from './range';
import { rangeAreas } from './range-areas';
import { tables } from './table';

const wholeSheet: Rectangle = { top: 0, left: 0, rows: sheetRows, columns: sheetColumns };

/** `Excel.Worksheet`. */
export function worksheet(book: OpenWorkbook, sheet: SheetModel): HostObject {
  if (!book.model.sheets.includes(sheet)) throw failure('ItemNotFound');
  const used = (valuesOnly: Argument) => usedRectangle(sheet, wholeSheet, valuesOnly === true);
  const neighbour = (step: number) => book.model.sheets[book.model.sheets.indexOf(sheet) + step];
  return hostObject('Worksheet', {
    scalars: {
      Id: readOnly(() => sheet.id),
      Name: { get: () => sheet.name, set: (name) => rename(book, sheet, text(name)) },
      Position: {
        get: () => book.model.sheets.indexOf(sheet),
        set: (position) => move(book, sheet, number(position)),
      },
      Visibility: {
        get: () => sheet.visibility,
        set: (visibility) => show(book, sheet, oneOf(visibility, visibilities)),
      },
      TabColor: {
        get: () => sheet.tabColor,
        set: (color) => {
          requireUnprotected(book, sheet);
          sheet.tabColor = colour(color);
        },
      },
      ShowGridlines: {
        get: () => sheet.showGridlines,
        set: (shown) => {
          if (typeof shown !== 'boolean') throw failure('InvalidArgument');
          sheet.showGridlines = shown;
        },
      },
    },
    navigation: {
      Charts: () => charts(book, sheet),
      Names: () => namedItems(book, sheet),
      Tables: () => tables(book, sheet),
      Protection: () => worksheetProtection(sheet),
      FreezePanes: () => freezePanes(book, sheet),
      PageLayout: () => pageLayout(book, sheet),
    },
    methods: {
      Activate: () => select(book, sheet, { top: 0, left: 0, rows: 1, columns: 1 }),
      Calculate: () => void book.calculation.calculate(),
      Delete: () => deleteSheet(book, sheet),
      GetCell: (row, column) => {
        const [top, left] = [number(row), number(column)];
        return range(book, sheet, inSheet({ top, left, rows: 1, columns: 1 }));
      },
      GetRange: (address) => range(book, sheet, address == null ? wholeSheet : addressed(book, sheet, text(address))),
      GetRanges: (addresses) => rangeAreas(book, sheet, text(addresses)),
      GetRangeByIndexes: (top, left, rows, columns) =>
        range(
          book,
          sheet,
          inSheet({ top: number(top), left: number(left), rows: number(rows), columns: number(columns) }),
        ),
      GetUsedRange: (valuesOnly) => range(book, sheet, used(valuesOnly) ?? { top: 0, left: 0, rows: 1, columns: 1 }),
      GetUsedRangeOrNullObject: (valuesOnly) => {
        const found = used(valuesOnly);
        return found ? range(book, sheet, found) : null;
      },
      GetNext: () => worksheet(book, neighbour(1)),
      GetNextOrNullObject: () => (neighbour(1) ? worksheet(book, neighbour(1)) : null),
      GetPrevious: () => worksheet(book, neighbour(-1)),
      GetPreviousOrNullObject: () => (neighbour(-1) ? worksheet(book, neighbour(-1)) : null),
      ...listening(book, sheet.id, {
        DataChangedEvent: eventTypes.changed,
        CalculatedEvent: eventTypes.calculated,
        SelectionChangedEvent: eventTypes.selectionChanged,
        ActivatedEvent: eventTypes.activated,
        DeactivatedEvent: eventTypes.deactivated,
      }),
    },
  });
}

const visibilities = ['Visible', 'Hidden', 'VeryHidden'] as const;

/** `Excel.WorksheetCollection`. */
export function worksheets(book: OpenWorkbook): HostObject {
  const wrap = (sheet: SheetModel) => worksheet(book, sheet);
  const counted = (visibleOnly: Argument) =>
    book.model.sheets.filter(({ visibility }) => visibleOnly !== true || visibility === 'Visible');
  const item = (key: Argument) => {
    const sheet = findSheet(book.model, text(key));
    if (!sheet) throw failure('ItemNotFound');
    return wrap(sheet);
  };
  return hostObject('WorksheetCollection', {
    items: () => book.model.sheets.map(wrap),
    item,
    methods: {
      Add: (name) => wrap(addSheet(book, name == null ? freeName(book) : text(name))),
      GetActiveWorksheet: () => item(book.model.activeSheetId),
      GetItem: item,
      GetItemOrNullObject: (key) => {
        const sheet = findSheet(book.model, text(key));
        return sheet ? wrap(sheet) : null;
      },
      GetCount: (visibleOnly) => counted(visibleOnly).length,
      GetFirst: (visibleOnly) => wrap(counted(visibleOnly)[0]),
      GetLast: (visibleOnly) => wrap(counted(visibleOnly).slice(-1)[0]),
      ...listening(book, 'Workbook', {
        DataChangedEvent: eventTypes.changed,
        CalculatedEvent: eventTypes.calculated,
        SelectionChangedEvent: eventTypes.selectionChanged,
        ActivatedEvent: eventTypes.activated,
        DeactivatedEvent: eventTypes.deactivated,
        AddedEvent: eventTypes.added,
        DeletedEvent: eventTypes.deleted,
      }),
    },
  });
}

function inSheet(area: Rectangle): Rectangle {
  const whole = [area.top, area.left, area.rows, area.columns].every(Number.isInteger);
  const fits = area.top >= 0 && area.left >= 0 && area.rows > 0 && area.columns > 0;
  if (!whole || !fits || area.top + area.rows > sheetRows || area.left + area.columns > sheetColumns) {
    throw failure('InvalidArgument');
  }
  return area;
}

/** An address or a name of a range on this sheet. */
function addressed(book: OpenWorkbook, sheet: SheetModel, address: string): Rectangle {
  const { sheet: sheetName, cells } = splitAddress(address);
  if (sheetName !== undefined && findSheet(book.model, sheetName) !== sheet) throw failure('InvalidArgument');
  const area = parseRectangle(cells);
  if (area) return area;
  const name = findName(book, cells, sheet.id) ?? findName(book, cells, undefined);
  const meaning = name && meaningOf(book, name);
  if (meaning?.kind !== 'Range' || meaning.sheet !== sheet) throw failure('InvalidArgument');
  return meaning.area;
}

function freeName(book: OpenWorkbook): string {
  let count = book.model.sheets.length + 1;
  while (findSheet(book.model, `Sheet${count}`)) count += 1;
  return `Sheet${count}`;
}

function requireSheetName(book: OpenWorkbook, name: string, except?: SheetModel): void {
  const wellFormed = name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]/.test(name) && !/^'|'$/.test(name);
  if (!wellFormed || name.toLowerCase() === 'history') throw failure('InvalidArgument');
  const taken = book.model.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) throw failure('ItemAlreadyExists');
}

/** Adds a sheet at the end, as the user or the add-in does. */
export function addSheet(book: OpenWorkbook, name: string): SheetModel {
  requireOpenStructure(book);
  requireSheetName(book, name);
  const sheet = emptySheet(book.model, name);
  book.model.sheets.push(sheet);
  book.calculation.restart();
  book.events.push({
    type: eventTypes.added,
    sheetId: sheet.id,
    detail: { source: 'Local', worksheetId: sheet.id },
  });
  return sheet;
}

function rename(book: OpenWorkbook, sheet: SheetModel, name: string): void {
  requireOpenStructure(book);
  requireSheetName(book, name, sheet);
  const prefix = `${quoteSheetName(name)}!`;
  rewriteFormulas(book, (formula) => formula.replace(references(sheet), (_, reference: string) => prefix + reference));
  sheet.name = name;
  book.calculation.restart();
}

function move(book: OpenWorkbook, sheet: SheetModel, position: number): void {
  requireOpenStructure(book);
  if (!Number.isInteger(position) || position < 0 || position >= book.model.sheets.length)
    throw failure('InvalidArgument');
  const others = book.model.sheets.filter((other) => other !== sheet);
  others.splice(position, 0, sheet);
  book.model.sheets = others;
}

function show(book: OpenWorkbook, sheet: SheetModel, visibility: string): void {
  requireOpenStructure(book);
  const others = book.model.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  if (visibility !== 'Visible' && others.length === 0) throw failure('InvalidOperation');
  sheet.visibility = visibilities.find((word) => word === visibility) ?? 'Visible';
  if (visibility !== 'Visible' && book.model.activeSheetId === sheet.id) book.model.activeSheetId = others[0].id;
}

/** Deletes a sheet; names and formulas that point at it turn into `#REF!`. */
export function deleteSheet(book: OpenWorkbook, sheet: SheetModel): void {
  requireOpenStructure(book);
  const others = book.model.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  if (others.length === 0) throw failure('InvalidOperation');
  book.model.sheets = book.model.sheets.filter((other) => other !== sheet);
  book.model.tables = book.model.tables.filter(({ sheetId }) => sheetId !== sheet.id);
  book.model.names = book.model.names.filter(({ sheetId }) => sheetId !== sheet.id);
  rewriteFormulas(book, (formula) => formula.replace(references(sheet), '#REF!'));
  if (book.model.activeSheetId === sheet.id) book.model.activeSheetId = others[0].id;
  book.calculation.restart();
  book.events.push({ type: eventTypes.deleted, sheetId: sheet.id, detail: { source: 'Local', worksheetId: sheet.id } });
}

/** Rewrites the formulas of all names and cells. */
function rewriteFormulas(book: OpenWorkbook, rewrite: (formula: string) => string): void {
  for (const name of book.model.names) name.refersTo = rewrite(name.refersTo);
  for (const other of book.model.sheets) {
    for (const cell of other.cells.values()) {
      if (cell.formula !== undefined) cell.formula = rewrite(cell.formula);
    }
  }
}

/** References to a sheet's cells, quoted or not; the first group is what follows the `!`. */
function references({ name }: SheetModel): RegExp {
  const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const prefix = `(?:'${escaped(name.replaceAll("'", "''"))}'|(?<![\\w'.])${escaped(name)})!`;
  return new RegExp(`${prefix}(\\$?[A-Z]{1,3}\\$?\\d+(?::\\$?[A-Z]{1,3}\\$?\\d+)?)`, 'gi');
}
