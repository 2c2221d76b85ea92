import type { SheetContent } from './sheet-content';
import type { RangeReference } from './workbook';

/** A whole workbook as plain data: what samples and tests are built from. */
export interface BookContent {
  readonly sheets: readonly SheetContent[];
  readonly names: readonly BookNameContent[];
  readonly tables: readonly BookTableContent[];
  /** Sheet that shows when the workbook opens; the first where absent. */
  readonly activeSheet?: string;
  /** Whether serial number 0 is 1 January 1904. */
  readonly date1904?: boolean;
  /** Values that this product stores in the workbook. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface BookNameContent {
  readonly name: string;
  /** With or without the leading `=`. */
  readonly refersTo: string;
  /** Sheet to which the name is confined; the whole workbook where absent. */
  readonly scope?: string;
}

export interface BookTableContent {
  readonly name: string;
  /** Header row and body together. */
  readonly reference: RangeReference;
  readonly headers: readonly string[];
}

/** A sheet with nothing on it, to build on. */
export function emptySheet(name: string): SheetContent {
  return {
    name,
    cells: [],
    columnWidths: [],
    freeze: null,
    print: null,
    highlights: [],
    charts: [],
    showGridlines: true,
    tabColor: null,
  };
}

/** The same workbook with its tables' headings in their cells, where a table must have them. */
export function withTableHeadings(book: BookContent): BookContent {
  const sheets = book.sheets.map((sheet) => {
    const own = book.tables.filter(({ reference }) => reference.sheet.toLowerCase() === sheet.name.toLowerCase());
    const headings = own.flatMap(({ reference, headers }) =>
      headers.map((value, index) => ({ row: reference.row, column: reference.column + index, value })),
    );
    const lacking = headings.filter(
      ({ row, column }) => !sheet.cells.some((cell) => cell.row === row && cell.column === column),
    );
    return lacking.length === 0 ? sheet : { ...sheet, cells: [...sheet.cells, ...lacking] };
  });
  return { ...book, sheets };
}
