import { parseArea } from '../../src/workbook/address';
import type { Area } from '../../src/workbook/address';
import type {
  Cell,
  CellValue,
  NamedContent,
  RangeContent,
  TableContent,
  WorkbookContent,
} from '../../src/workbook/workbook';

/** A cell of a test grid: a value, or a value with what else Excel knows about it. */
export type GridCell = CellValue | (Partial<Cell> & { readonly value: CellValue });
export type Grid = readonly (readonly GridCell[])[];

/** What a test says about a workbook: grids by sheet, and what names and tables refer to (`Sheet!A1:B2`). */
export interface Book {
  readonly sheets: Readonly<Record<string, Grid>>;
  /** A key `Sheet!Name` is confined to the sheet; a target without `!` is a constant. */
  readonly names?: Readonly<Record<string, string | { readonly constant: CellValue } | Unresolved>>;
  readonly tables?: Readonly<Record<string, string>>;
  /** Rectangles read for a mapping. */
  readonly ranges?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly activeSheet?: string;
  readonly date1904?: boolean;
}

type Unresolved = Extract<NamedContent['target'], { kind: 'unresolved' }>;

/** The content that an adapter would read from such a workbook. */
export function workbookContent(book: Book): WorkbookContent {
  const sheets = Object.keys(book.sheets);
  return {
    sheets,
    activeSheet: book.activeSheet ?? sheets[0],
    date1904: book.date1904 ?? false,
    names: Object.entries(book.names ?? {}).map(([key, target]) => named(book, key, target)),
    tables: Object.entries(book.tables ?? {}).map(([name, address]) => table(book, name, address)),
    ranges: (book.ranges ?? []).map((address) => range(book, address)),
    settings: book.settings ?? {},
    warnings: [],
  };
}

/** One sheet `Data` from a grid, with names that refer to its cells. */
export function sheetBook(grid: Grid, names: Record<string, string>): WorkbookContent {
  const onData = Object.entries(names).map(([name, address]) => [name, `Data!${address}`] as const);
  return workbookContent({ sheets: { Data: grid }, names: Object.fromEntries(onData) });
}

function named(book: Book, key: string, target: string | { constant: CellValue } | Unresolved): NamedContent {
  const [scope, name] = key.includes('!') ? key.split('!') : [null, key];
  if (typeof target !== 'string') {
    return { name, scope, target: 'kind' in target ? target : { kind: 'constant', value: target.constant } };
  }
  const { sheet, area } = split(target);
  const { row, column, rowCount, columnCount } = area;
  const above = row > 0 ? cells(book, sheet, { row: row - 1, column, rowCount: 1, columnCount })[0] : null;
  const left =
    column > 0 ? cells(book, sheet, { row, column: column - 1, rowCount, columnCount: 1 }).map(([cell]) => cell) : null;
  return { name, scope, target: { kind: 'range', range: range(book, target), above, left } };
}

function table(book: Book, name: string, address: string): TableContent {
  const { reference, cells: rows } = range(book, address);
  return { name, headers: rows[0].map(({ value }) => String(value ?? '')), reference, body: rows.slice(1) };
}

function range(book: Book, address: string): RangeContent {
  const { sheet, area } = split(address);
  return { reference: { sheet, ...area }, cells: cells(book, sheet, area) };
}

function cells(book: Book, sheet: string, area: Area): Cell[][] {
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (_, column) =>
      gridCell(book.sheets[sheet][area.row + row]?.[area.column + column] ?? null),
    ),
  );
}

function gridCell(content: GridCell): Cell {
  const blank = { value: null, numberFormat: 'General', text: null, formula: null };
  if (typeof content !== 'object' || content === null || 'error' in content) return { ...blank, value: content };
  return { ...blank, ...content };
}

function split(address: string): { readonly sheet: string; readonly area: Area } {
  const [sheet, cellsPart] = address.split('!');
  const area = parseArea(cellsPart);
  if (!area) throw new Error(`The test's address ${address} is none.`);
  return { sheet, area };
}
