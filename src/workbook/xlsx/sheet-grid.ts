import { columnIndex, parseArea, type Area } from '../address';
import { refuse } from '../refusal';
import { attributesOf, localName, nextTag, parseXml, type XmlElement } from './xml';

/** Where a cell stands in its sheet's text. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly openEnd: number;
  readonly end: number;
  /** `t`: how the value is stored; `n` where unstated. */
  readonly type: string;
  /** `s`: index into the workbook's cell formats. */
  readonly style: number;
}

export interface RowPlace {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  /** Position of `</row>`; equals `openEnd` for an empty-element tag. */
  readonly closeStart: number;
  readonly end: number;
  readonly cells: readonly CellPlace[];
}

/** A worksheet part: its tree without the cells, and the places of its rows and cells. */
export interface SheetGrid {
  readonly text: string;
  readonly root: XmlElement;
  /** The `sheetData` element. */
  readonly data: XmlElement;
  readonly rows: readonly RowPlace[];
  /** Where a cell stands; of a cell that is stated twice, the last one. */
  readonly cell: (row: number, column: number) => CellPlace | undefined;
  readonly cells: () => readonly CellPlace[];
}

/** A cell as one number, in reading order. */
export function cellKey(row: number, column: number): number {
  return row * 16384 + column;
}

/** Reads where everything stands in a worksheet part; cells that state no address follow the one before. */
export function readSheetGrid(text: string): SheetGrid {
  const root = parseXml(text, ['sheetData']);
  const data = root.children.find((element) => element.local === 'sheetData');
  if (root.local !== 'worksheet' || !data) {
    return refuse(
      'damaged',
      'A worksheet of the file has no cells part. Open the workbook in Excel and save it again.',
    );
  }
  const rows = readRows(text, data);
  return { text, root, data, rows, ...cellIndex(rows) };
}

/** Finds cells by place. Nearly all sheets are in reading order, and then the rows themselves are the index. */
function cellIndex(rows: readonly RowPlace[]): Pick<SheetGrid, 'cell' | 'cells'> {
  if (!inReadingOrder(rows)) {
    const all = new Map(rows.flatMap((row) => row.cells).map((cell) => [cellKey(cell.row, cell.column), cell]));
    return { cell: (row, column) => all.get(cellKey(row, column)), cells: () => [...all.values()] };
  }
  const byNumber = new Map(rows.map((row) => [row.row, row.cells]));
  return {
    cell: (row, column) => {
      const cells = byNumber.get(row);
      return cells && cells.length > 0 ? cellIn(cells, column) : undefined;
    },
    cells: () => rows.flatMap((row) => row.cells),
  };
}

/** A row's cell, found by halving; where no cell is left out before it, its place follows from its column. */
function cellIn(cells: readonly CellPlace[], column: number): CellPlace | undefined {
  const likely = cells[column - cells[0].column];
  if (likely?.column === column) return likely;
  let [from, to] = [0, cells.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (cells[middle].column < column) from = middle + 1;
    else to = middle;
  }
  return cells[from]?.column === column ? cells[from] : undefined;
}

function inReadingOrder(rows: readonly RowPlace[]): boolean {
  let previous = -1;
  for (const { row, cells } of rows) {
    if (row <= previous) return false;
    previous = row;
    for (let index = 1; index < cells.length; index++) if (cells[index].column <= cells[index - 1].column) return false;
  }
  return true;
}

function readRows(text: string, data: XmlElement): RowPlace[] {
  const rows: RowPlace[] = [];
  let previous = -1;
  let position = data.openEnd;
  while (position < data.closeStart) {
    const tag = nextTag(text, position);
    if (!tag || tag.start >= data.closeStart) break;
    position = tag.end;
    if ((tag.kind !== 'open' && tag.kind !== 'empty') || localName(tag.name) !== 'row') continue;
    const stated = attributesOf(text, tag).find((candidate) => candidate.name === 'r')?.value;
    const row = stated === undefined ? previous + 1 : Number(stated) - 1;
    previous = row;
    const place = { row, start: tag.start, openEnd: tag.end };
    if (tag.kind === 'empty') {
      rows.push({ ...place, closeStart: tag.end, end: tag.end, cells: [] });
      continue;
    }
    const cells: CellPlace[] = [];
    const close = readCells(text, tag.end, row, cells);
    rows.push({ ...place, closeStart: close.start, end: close.end, cells });
    position = close.end;
  }
  return rows;
}

/** Collects the cells of a row and returns its end tag. */
function readCells(text: string, from: number, row: number, cells: CellPlace[]): { start: number; end: number } {
  let position = from;
  let previous = -1;
  for (;;) {
    const usual = usualCell(text, position, row);
    if (usual) {
      cells.push(usual);
      previous = usual.column;
      position = usual.end;
      continue;
    }
    const tag = nextTag(text, position);
    if (!tag) return cutOff();
    position = tag.end;
    if (tag.kind === 'close' && localName(tag.name) === 'row') return tag;
    if ((tag.kind !== 'open' && tag.kind !== 'empty') || localName(tag.name) !== 'c') continue;
    const attributes = attributesOf(text, tag);
    const value = (name: string) => attributes.find((candidate) => candidate.name === name)?.value;
    const reference = value('r');
    const column = reference === undefined ? previous + 1 : columnIndex(reference.replace(/[^A-Za-z]/g, ''));
    previous = column;
    const end = tag.kind === 'empty' ? tag.end : closingEnd(text, tag);
    const [type, style] = [value('t') ?? 'n', Number(value('s') ?? 0)];
    cells.push({ row, column, start: tag.start, openEnd: tag.end, end, type, style });
    position = end;
  }
}

function closingEnd(text: string, open: { readonly name: string; readonly end: number }): number {
  const start = text.indexOf(`</${open.name}`, open.end);
  if (start < 0) return cutOff();
  return text.indexOf('>', start) + 1;
}

function cutOff(): never {
  return refuse('damaged', 'A worksheet of the file is cut off. Get a fresh copy of the file.');
}

/**
 * A cell as Excel and most other programs write it, `<c r="B7" s="3" t="s">…</c>`, read character by character, since a sheet may
 * have a million; null for any other, which is read attribute by attribute.
 */
function usualCell(text: string, start: number, row: number): CellPlace | null {
  if (!text.startsWith(usualStart, start)) return null;
  const letters = start + usualStart.length;
  let at = letters;
  let column = 0;
  let code = text.charCodeAt(at);
  for (; code >= codeA && code <= codeZ; code = text.charCodeAt(++at)) column = 26 * column + code - codeA + 1;
  const digits = at;
  if (digits === letters || digits > letters + 3) return null;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === digits || text.charCodeAt(at) !== codeQuote) return null;
  at++;
  let style = 0;
  if (text.startsWith(' s="', at)) {
    const from = (at += 4);
    for (code = text.charCodeAt(at); isDigit(code); code = text.charCodeAt(++at)) style = 10 * style + code - code0;
    if (at === from || at > from + 5 || code !== codeQuote) return null;
    at++;
  }
  let type = 'n';
  if (text.startsWith(' t="', at)) {
    const to = text.indexOf('"', at + 4);
    type = text.slice(at + 4, to);
    if (!usualTypes.has(type)) return null;
    at = to + 1;
  }
  if (text.startsWith('/>', at)) return { row, column: column - 1, start, openEnd: at + 2, end: at + 2, type, style };
  if (text.charCodeAt(at) !== codeEnd) return null;
  const close = text.indexOf(usualEnd, at);
  if (close < 0) return cutOff();
  return { row, column: column - 1, start, openEnd: at + 1, end: close + usualEnd.length, type, style };
}

const usualStart = '<c r="';
const usualEnd = '</c>';
/** ECMA-376 part 1, 18.18.11. */
const usualTypes = new Set(['b', 'd', 'e', 'inlineStr', 'n', 's', 'str']);
const [code0, code9, codeA, codeZ, codeQuote, codeEnd] = [...'09AZ">'].map((character) => character.charCodeAt(0));

function isDigit(code: number): boolean {
  return code >= code0 && code <= code9;
}

/** The rectangle that holds all cells with content within an area; null where there is none. */
export function usedArea(grid: SheetGrid, within: Area): Area | null {
  let top = Infinity;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const cell of grid.cells()) {
    const inside =
      cell.row >= within.row &&
      cell.row < within.row + within.rowCount &&
      cell.column >= within.column &&
      cell.column < within.column + within.columnCount;
    if (!inside || isEmptyCell(grid.text, cell)) continue;
    top = Math.min(top, cell.row);
    bottom = Math.max(bottom, cell.row);
    left = Math.min(left, cell.column);
    right = Math.max(right, cell.column);
  }
  return bottom < 0 ? null : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function isEmptyCell(text: string, cell: CellPlace): boolean {
  return cell.openEnd === cell.end || text.slice(cell.openEnd, cell.end).search(/<(?:[^\s/>:]+:)?(?:v|f|is)[\s/>]/) < 0;
}

/** Reads the `ref` of an element as an area; null where it has none. */
export function referenceArea(reference: string | null): Area | null {
  return reference === null ? null : parseArea(reference);
}
