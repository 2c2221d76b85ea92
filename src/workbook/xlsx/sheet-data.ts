import { sheetColumns, type Area } from '../address';
import { checkSheetCell, statedTwice } from '../check-change';
import type { SheetCell } from '../sheet-content';
import { cellWriter } from './cell-xml';
import type { StyleWriter } from './style-writer';
import { utf8Text } from './utf8-text';

/** The cells of a sheet in XML, and what else has to be known of them: they are gone through once. */
export interface SheetData {
  /** The `sheetData` element in UTF-8. */
  readonly xml: Uint8Array;
  /** From A1 to the last row and column. */
  readonly area: Area;
  /** Cells of the rows that were asked for. */
  readonly kept: readonly SheetCell[];
  /** Some formula is given without its value. */
  readonly lacksValues: boolean;
}

/** How cells are written. */
export interface SheetDataOptions {
  readonly sheet: string;
  /** Namespace prefix with its colon; '' for none. */
  readonly prefix: string;
  readonly styles: StyleWriter;
  readonly keptRows: ReadonlySet<number>;
}

/** Writes the cells of a sheet, and refuses those that no workbook can take (ECMA-376 part 1, 18.3.1.80). */
export function sheetData(cells: Iterable<SheetCell>, options: SheetDataOptions): SheetData {
  return inOneGo(cells, options) ?? inOneGo(inReadingOrder(cells, options.sheet), options) ?? orderedInVain();
}

/** Null where the cells do not come row by row from left to right, as most do. */
function inOneGo(
  cells: Iterable<SheetCell>,
  { sheet, prefix: p, styles, keptRows }: SheetDataOptions,
): SheetData | null {
  const out = utf8Text();
  const writeCell = cellWriter(p);
  const kept: SheetCell[] = [];
  let [row, column] = [-1, -1];
  let columnCount = 1;
  let keeps = false;
  let lacksValues = false;
  out.add(`<${p}sheetData>`);
  for (const cell of cells) {
    checkSheetCell(sheet, cell);
    if (cell.row !== row) {
      if (cell.row < row) return null;
      if (row >= 0) out.add(`</${p}row>`);
      row = cell.row;
      keeps = keptRows.has(row);
      out.add(`<${p}row r="${row + 1}">`);
    } else if (cell.column <= column) return null;
    column = cell.column;
    if (column >= columnCount) columnCount = column + 1;
    if (keeps) kept.push(cell);
    if (cell.value === null && cell.formula) lacksValues = true;
    writeCell(out, cell, styles.cellFormat(cell.style));
  }
  if (row >= 0) out.add(`</${p}row>`);
  out.add(`</${p}sheetData>`);
  const area = { row: 0, column: 0, rowCount: Math.max(1, row + 1), columnCount };
  return { xml: out.bytes(), area, kept, lacksValues };
}

function inReadingOrder(cells: Iterable<SheetCell>, sheet: string): readonly SheetCell[] {
  const place = ({ row, column }: SheetCell) => row * sheetColumns + column;
  const ordered = [...cells].sort((one, other) => place(one) - place(other));
  for (const [index, cell] of ordered.entries())
    if (index > 0 && place(cell) === place(ordered[index - 1])) throw new Error(statedTwice(sheet, cell));
  return ordered;
}

function orderedInVain(): never {
  throw new Error('Cells in reading order were not written in it.');
}
