import type { Said } from '../planning/index';
import type { CellValue } from './cell-value';
import type { SheetToWrite } from './sheet-content';

export type { CellError, CellValue } from './cell-value';

/**
 * The port to a workbook: an .xlsx file, Excel itself, or a workbook in memory. Reading and writing are each one request,
 * so that an adapter can serve them in one round trip and a write can be all or nothing.
 */
export interface Workbook {
  /** Everything asked for, in one go. Reading never changes the workbook. */
  read(request: ReadRequest): Promise<Result<WorkbookContent>>;
  /** Applies the whole change or nothing. */
  write(change: WorkbookChange): Promise<Result<WriteReceipt>>;
}

/** Success, or the world's "no" as a value. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WorkbookError };

/** Why a workbook could not be read or written, with the remedy in the message's last sentence. */
export interface WorkbookError {
  readonly kind:
    | 'notFound'
    | 'notAWorkbook'
    | 'encrypted'
    | 'legacyFormat'
    | 'damaged'
    | 'tooLarge'
    | 'editMode'
    | 'protectedSheet'
    | 'protectedStructure'
    | 'conflict'
    | 'unsupportedHost'
    | 'other';
  readonly message: string;
  /** The message with what it is made of, to be said in another language; absent where there is only English. */
  readonly said?: Said;
}

export interface ReadRequest {
  /** Defined names wanted, lower case; a name matches with or without the prefix `sop_`, case-insensitively. */
  readonly names: readonly string[];
  /** Excel tables wanted, matched case-insensitively. */
  readonly tables: readonly string[];
  /** Further rectangles wanted, e.g. ranges that a mapping points at. */
  readonly ranges: readonly RangeReference[];
  /** Settings wanted (values that this product stored in the workbook). */
  readonly settings: readonly string[];
}

/** A rectangle on a sheet; rows and columns count from 0. */
export interface RangeReference {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface Cell {
  readonly value: CellValue;
  /** Excel's number format code; `General` where none is set. */
  readonly numberFormat: string;
  /** Text as the cell shows it, where the workbook can tell; else null. */
  readonly text: string | null;
  /** With the leading `=`; null for a constant. */
  readonly formula: string | null;
  /** A formula whose value the file does not hold (never calculated by Excel). */
  readonly uncalculated?: boolean;
}

/** The cells of a rectangle, row by row. */
export interface RangeContent {
  readonly reference: RangeReference;
  readonly cells: readonly (readonly Cell[])[];
}

/** A defined name that was asked for. */
export interface NamedContent {
  /** As the workbook spells it. */
  readonly name: string;
  /** Sheet to which the name is confined; null for the whole workbook. */
  readonly scope: string | null;
  readonly target:
    | {
        readonly kind: 'range';
        readonly range: RangeContent;
        /** The row of cells just above and the column of cells just left of the range; null at the sheet's edge. */
        readonly above: readonly Cell[] | null;
        readonly left: readonly Cell[] | null;
        /** A formula has to write the address: the name means other cells there (whole rows or columns, or no `$` signs). */
        readonly byAddress?: true;
      }
    | { readonly kind: 'constant'; readonly value: CellValue }
    /** Deleted (`#REF!`), a union, another workbook, or a formula that is not a plain reference. */
    | {
        readonly kind: 'unresolved';
        readonly refersTo: string;
        readonly reason: 'deleted' | 'union' | 'external' | 'formula';
      };
}

export interface TableContent {
  readonly name: string;
  readonly headers: readonly string[];
  /** Header row and body together; the body starts one row below. */
  readonly reference: RangeReference;
  readonly body: readonly (readonly Cell[])[];
  /** Where each row stands, for a table with rows that a scenario has changed or added; absent: below the headers, in order. */
  readonly rowOrigins?: readonly RowOrigin[];
}

/** Place of a row's first cell in the workbook, from 0. */
export interface RowOrigin {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** The row is not there itself: it was added because of what stands there. */
  readonly added?: boolean;
}

export interface WorkbookContent {
  /** Names of all sheets in order, visible or not. */
  readonly sheets: readonly string[];
  readonly activeSheet: string;
  /** Whether serial number 0 is 1 January 1904. */
  readonly date1904: boolean;
  readonly names: readonly NamedContent[];
  readonly tables: readonly TableContent[];
  readonly ranges: readonly RangeContent[];
  readonly settings: Readonly<Record<string, string>>;
  /** Sentences about the workbook that the planner should know (a signature that a new sheet invalidates …). */
  readonly warnings: readonly string[];
}

/** What to write into a cell: a constant, or a formula with its value. A text that starts with `=` is a text. */
export type CellEntry = CellValue | { readonly formula: string; readonly value: CellValue };

/** New content for existing cells, e.g. production written in place. */
export interface CellsEdit {
  readonly reference: RangeReference;
  /** Values or formulas, row by row. */
  readonly cells: readonly (readonly CellEntry[])[];
  /**
   * Results of the formula in the first cell, which fill the rectangle; all other `cells` are blank. Excel spills them itself; a
   * file holds them as the values of an array formula.
   */
  readonly spilled?: readonly (readonly CellValue[])[];
}

/**
 * An Excel table, written whole: it is made where it does not exist, else it grows or shrinks to the rows. Cells that a growing
 * table would cover must be blank; nothing else moves. New rows take the formats of the row above them.
 */
export interface TableEdit {
  readonly name: string;
  /** First cell of a table that does not exist yet; its sheet is added where that is missing. A table that exists stays where it is. */
  readonly place: { readonly sheet: string; readonly row: number; readonly column: number };
  /** The headings of a table that exists come first, in its own order; further ones become columns at its right. */
  readonly headers: readonly string[];
  /** One entry for each heading. A table without rows keeps a blank one, as in Excel. */
  readonly rows: readonly (readonly CellEntry[])[];
  /** Number formats by column for a table on a sheet that is added; null for Excel's default. */
  readonly numberFormats?: readonly (string | null)[];
}

export interface WorkbookChange {
  /** Sheets to add, or to overwrite in place where a sheet of that name exists. */
  readonly sheets: readonly SheetToWrite[];
  /** Sheets to delete. */
  readonly removeSheets: readonly string[];
  readonly cells: readonly CellsEdit[];
  /** Tables to make or to rewrite, none of them on a sheet that the same change writes or deletes. */
  readonly tables: readonly TableEdit[];
  /** Settings to store; null deletes. */
  readonly settings: Readonly<Record<string, string | null>>;
}

/** A change that changes nothing, to build on. */
export const noChange: WorkbookChange = { sheets: [], removeSheets: [], cells: [], tables: [], settings: {} };

export interface WriteReceipt {
  /** Sheets added or overwritten, in order. */
  readonly sheets: readonly string[];
  readonly warnings: readonly string[];
}
