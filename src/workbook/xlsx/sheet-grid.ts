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
  readonly cells: ReadonlyMap<number, CellPlace>;
}

/** Key of a cell in `SheetGrid.cells`. */
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
  const cells = new Map<number, CellPlace>();
  for (const row of rows) for (const cell of row.cells) cells.set(cellKey(cell.row, cell.column), cell);
  return { text, root, data, rows, cells };
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
    usualCell.lastIndex = position;
    const usual = usualCell.exec(text);
    if (usual) {
      const [tagText, letters, style = '0', type = 'n', slash] = usual;
      const [start, openEnd] = [position, position + tagText.length];
      const column = columnOf(letters);
      const end = slash === '/' ? openEnd : text.indexOf(usualEnd, openEnd) + usualEnd.length;
      if (end < openEnd) return cutOff();
      cells.push({ row, column, start, openEnd, end, type, style: Number(style) });
      previous = column;
      position = end;
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

/** A cell's start tag as Excel and most other programs write it; any other is read attribute by attribute. */
const usualCell = /<c r="([A-Z]{1,3})\d{1,7}"(?: s="(\d{1,5})")?(?: t="([A-Za-z]{1,9})")?(\/?)>/y;
const usualEnd = '</c>';

const columns = new Map<string, number>();

/** `columnIndex`, looked up: a sheet has few columns and many cells. */
function columnOf(letters: string): number {
  const known = columns.get(letters);
  if (known !== undefined) return known;
  const column = columnIndex(letters);
  columns.set(letters, column);
  return column;
}

/** The rectangle that holds all cells with content within an area; null where there is none. */
export function usedArea(grid: SheetGrid, within: Area): Area | null {
  let top = Infinity;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const cell of grid.cells.values()) {
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
