import { areaAddress, sheetColumns, sheetRows, type Area } from './address';
import { bareName, nameTarget, type NameScope, type TableShape } from './name-target';
import { refuse } from './refusal';
import type {
  Cell,
  NamedContent,
  RangeContent,
  RangeReference,
  ReadRequest,
  TableContent,
  WorkbookContent,
} from './workbook';

/** A workbook that is wholly at hand, whatever holds it: all that answering a read request needs. */
export interface BookView {
  readonly sheets: readonly string[];
  readonly activeSheet: string;
  readonly date1904: boolean;
  readonly names: readonly BookName[];
  readonly tables: readonly TableShape[];
  readonly settings: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  /** A sheet with cells, found as Excel finds it; null where there is none. */
  readonly openSheet: (name: string) => SheetView | null;
}

export interface BookName {
  readonly name: string;
  /** Sheet to which it is confined; null for the whole workbook. */
  readonly scope: string | null;
  /** Without the leading `=`. */
  readonly refersTo: string;
  /** A macro function's name, which stands for no cell or value. */
  readonly isFunction: boolean;
}

export interface SheetView {
  readonly name: string;
  readonly cell: (row: number, column: number) => Cell;
  /** The rectangle that holds all cells with content within an area; null where there is none. */
  readonly used: (within: Area) => Area | null;
}

/** Everything a request asks for. */
export function answerRequest(book: BookView, request: ReadRequest): WorkbookContent {
  const wantedNames = new Set(request.names.map(bareName));
  const wantedTables = new Set(request.tables.map((name) => name.toLowerCase()));
  return {
    sheets: book.sheets,
    activeSheet: book.activeSheet,
    date1904: book.date1904,
    names: book.names.filter(({ name }) => wantedNames.has(bareName(name))).map((name) => namedContent(name, book)),
    tables: book.tables
      .filter(({ name }) => wantedTables.has(name.toLowerCase()))
      .flatMap((table) => tableContent(table, book)),
    ranges: request.ranges.map((range) => requestedRange(range, book)),
    settings: Object.fromEntries(Object.entries(book.settings).filter(([name]) => request.settings.includes(name))),
    warnings: book.warnings,
  };
}

/**
 * Every rectangle that answering looks at, so that an adapter can fetch them beforehand: as stated, neither clipped to the
 * used cells nor widened by the labels above and to the left.
 */
export function wantedAreas(book: Omit<BookView, 'openSheet'>, request: ReadRequest): readonly RangeReference[] {
  const wantedNames = new Set(request.names.map(bareName));
  const wantedTables = new Set(request.tables.map((name) => name.toLowerCase()));
  const named = book.names.filter(({ name, isFunction }) => wantedNames.has(bareName(name)) && !isFunction);
  return [
    ...named.flatMap((name): RangeReference[] => {
      const target = nameTarget(name.refersTo, { ...book, formulaOf: formulaLookup(book, name.scope) });
      return target.kind === 'reference' ? [{ sheet: target.sheet, ...target.area }] : [];
    }),
    ...book.tables
      .filter(({ name }) => wantedTables.has(name.toLowerCase()))
      .map(({ sheet, area }) => ({ sheet, ...area })),
    ...request.ranges,
  ];
}

function namedContent(from: BookName, book: BookView): NamedContent {
  const { name, scope } = from;
  const refersTo = `=${from.refersTo}`;
  const formula = { kind: 'unresolved', refersTo, reason: 'formula' } as const;
  if (from.isFunction) return { name, scope, target: formula };
  const target = nameTarget(from.refersTo, { ...book, formulaOf: formulaLookup(book, scope) });
  if (target.kind === 'constant') return { name, scope, target };
  if (target.kind === 'unresolved') return { name, scope, target: { ...target, refersTo } };
  const sheet = book.openSheet(target.sheet);
  if (!sheet) return { name, scope, target: formula };
  const range = rangeContent(sheet, target.area);
  const isWhole = areaAddress(range.reference) === areaAddress(target.area);
  const found = { kind: 'range', range, ...neighbours(range.reference, sheet) } as const;
  return { name, scope, target: target.isFixed && isWhole ? found : { ...found, byAddress: true } };
}

/** Other names as seen from a name: its own sheet's first, then the workbook's. */
function formulaLookup(book: Pick<BookView, 'names'>, scope: string | null): NameScope['formulaOf'] {
  return (wanted) => {
    const same = book.names.filter(
      ({ name, isFunction }) => name.toLowerCase() === wanted.toLowerCase() && !isFunction,
    );
    const found = same.find((name) => name.scope === scope) ?? same.find((name) => name.scope === null);
    return found?.refersTo ?? null;
  };
}

/** A table's body without its totals; one without a header row counts the row above its body as that row. */
function tableContent(table: TableShape, book: BookView): TableContent[] {
  const sheet = book.openSheet(table.sheet);
  if (!sheet) return [];
  const row = table.area.row + table.headerRows;
  const body = { ...table.area, row, rowCount: table.area.rowCount - table.headerRows - table.totalsRows };
  const reference = { sheet: sheet.name, ...body, row: row - 1, rowCount: body.rowCount + 1 };
  return [{ name: table.name, headers: table.headers, reference, body: areaCells(sheet, body) }];
}

function requestedRange(range: RangeReference, book: BookView): RangeContent {
  const sheet = book.openSheet(range.sheet);
  if (!sheet) return refuse('notFound', `The workbook has no worksheet "${range.sheet}". Choose the range again.`);
  return rangeContent(sheet, range);
}

function rangeContent(sheet: SheetView, area: Area): RangeContent {
  const clipped = clippedArea(area, sheet.used);
  return { reference: { sheet: sheet.name, ...clipped }, cells: areaCells(sheet, clipped) };
}

function areaCells(sheet: SheetView, area: Area): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    const cells: Cell[] = [];
    for (let column = area.column; column < area.column + area.columnCount; column++)
      cells.push(sheet.cell(row, column));
    rows.push(cells);
  }
  return rows;
}

/**
 * An area that reaches the end of the sheet is meant as "everything there": it is clipped to what is used of it, and a whole
 * column also starts at its first used cell. One cell where nothing is used.
 */
export function clippedArea(area: Area, used: SheetView['used']): Area {
  const { row, column, rowCount, columnCount } = area;
  const toBottom = row + rowCount === sheetRows;
  const toRight = column + columnCount === sheetColumns;
  if (!toBottom && !toRight) return { row, column, rowCount, columnCount };
  const content = used(area) ?? { row, column, rowCount: 1, columnCount: 1 };
  const top = toBottom && row === 0 ? content.row : row;
  const left = toRight && column === 0 ? content.column : column;
  return {
    row: top,
    column: left,
    rowCount: toBottom ? content.row + content.rowCount - top : rowCount,
    columnCount: toRight ? content.column + content.columnCount - left : columnCount,
  };
}

/** Cells just above an area, and just left of it; null at the sheet's edge. */
function neighbours(area: Area, sheet: SheetView) {
  const { row, column, rowCount, columnCount } = area;
  return {
    above: row === 0 ? null : Array.from({ length: columnCount }, (_, index) => sheet.cell(row - 1, column + index)),
    left: column === 0 ? null : Array.from({ length: rowCount }, (_, index) => sheet.cell(row + index, column - 1)),
  };
}
