import type { Area } from '../address';
import { answerRequest, type BookName, type BookView, type SheetView } from '../answer-request';
import type { TableShape } from '../name-target';
import type { Cell, RangeReference, ReadRequest, WorkbookContent } from '../workbook';
import { isDate1904 } from './date-system';
import { loadedCell, type RawBlock } from './range-cells';

/**
 * What Excel told of a workbook, as Excel tells it: lists and matrices of plain values, cheap to hand to another thread, which
 * makes the content of it.
 */
export interface RawBook {
  readonly sheets: readonly string[];
  readonly activeSheet: string;
  readonly names: readonly BookName[];
  readonly tables: readonly TableShape[];
  readonly settings: Readonly<Record<string, string>>;
  /** The used part of rectangles that reach the end of their sheet, by their key; null where nothing is used. */
  readonly used: ReadonlyMap<string, Area | null>;
  readonly blocks: readonly RawBlock[];
}

/** The answer to the request for which a raw book was read. */
export function rawContent(raw: RawBook, request: ReadRequest): WorkbookContent {
  const view: BookView = { ...raw, date1904: isDate1904(raw.blocks), warnings: [], openSheet: sheetOpener(raw) };
  return answerRequest(view, request);
}

/** Key of a rectangle among the used parts. */
export function areaKey({ sheet, row, column, rowCount, columnCount }: RangeReference): string {
  return [sheet.toLowerCase(), row, column, rowCount, columnCount].join('|');
}

function sheetOpener({ sheets, blocks, used }: RawBook): BookView['openSheet'] {
  return (wanted) => {
    const name = sheets.find((sheet) => sheet.toLowerCase() === wanted.toLowerCase());
    return name === undefined ? null : sheetView(name, blocks, used);
  };
}

function sheetView(name: string, blocks: readonly RawBlock[], used: RawBook['used']): SheetView {
  const own = blocks.filter(({ sheet }) => sheet === name);
  let last = own[0];
  const holds = ({ area }: RawBlock, row: number, column: number) =>
    row >= area.row &&
    row < area.row + area.rowCount &&
    column >= area.column &&
    column < area.column + area.columnCount;
  const cell = (row: number, column: number): Cell => {
    // Cells are asked for line by line: the next one nearly always stands in the same block.
    if (!last || !holds(last, row, column)) {
      const found = own.find((block) => holds(block, row, column));
      if (!found) throw new Error(`Row ${row}, column ${column} of ${name} was not read.`);
      last = found;
    }
    return loadedCell(last.loaded, row - last.area.row, column - last.area.column);
  };
  return { name, cell, used: (within) => used.get(areaKey({ sheet: name, ...within })) ?? null };
}
