import { areaAddress, areaContains, parseArea, type Area } from '../address';
import { cellXml, type CellSource } from './cell-xml';
import type { RowPlace, SheetGrid } from './sheet-grid';
import { appendChildren, setAttribute, type Splice } from './splice';
import { isTrue } from './workbook-part';
import { attribute, attributesOf, child, childrenNamed, prefixOf } from './xml';

/** New content of one cell of an existing sheet. */
export type EditedCell = CellSource & {
  /** Format of a cell that is not there yet, instead of that of its row or column. */
  readonly newFormat?: number;
};

/**
 * Splices that put cells into a worksheet part: present ones are replaced and keep their format, others go to their place in
 * order, in the format of their row or column. `edited` is keyed by `cellKey`.
 */
export function cellSplices(grid: SheetGrid, edited: ReadonlyMap<number, EditedCell>): Splice[] {
  const p = prefixOf(grid.root.name) === '' ? '' : `${prefixOf(grid.root.name)}:`;
  const lines = new Map<number, EditedCell[]>();
  const inOrder = [...edited.values()].sort((one, other) => one.row - other.row || one.column - other.column);
  for (const cell of inOrder) lines.set(cell.row, [...(lines.get(cell.row) ?? []), cell]);
  const rows = new Map(grid.rows.map((row) => [row.row, row]));
  const present = [...lines].flatMap(([index, cells]) => {
    const row = rows.get(index);
    return row ? rowSplices(grid, row, cells, p) : [];
  });
  const absent = [...lines].filter(([index]) => !rows.has(index));
  return [...present, ...newRowSplices(grid, absent, p), ...dimensionSplice(grid, edited)];
}

/** Rows that did not exist, each before the next one that does. */
function newRowSplices(
  grid: SheetGrid,
  lines: readonly (readonly [number, readonly EditedCell[]])[],
  p: string,
): Splice[] {
  const splices: Splice[] = [];
  let appended = '';
  for (const [row, cells] of lines) {
    const drawn = cells
      .filter(hasContent)
      .map((cell) => cellXml(cell, p, cell.newFormat ?? columnStyle(grid, cell.column)));
    if (drawn.length === 0) continue;
    const xml = `<${p}row r="${row + 1}">${drawn.join('')}</${p}row>`;
    const next = grid.rows.find((candidate) => candidate.row > row);
    if (next) splices.push({ start: next.start, end: next.start, insert: xml });
    else appended += xml;
  }
  return appended === '' ? splices : [...splices, appendChildren(grid.text, grid.data, appended)];
}

function rowSplices(grid: SheetGrid, row: RowPlace, cells: readonly EditedCell[], p: string): Splice[] {
  const splices: Splice[] = [];
  const present = new Map(row.cells.map((cell) => [cell.column, cell]));
  let appended = '';
  for (const cell of cells) {
    const place = present.get(cell.column);
    if (place) {
      splices.push({ start: place.start, end: place.end, insert: cellXml(cell, p, place.style) });
      continue;
    }
    if (!hasContent(cell)) continue;
    const xml = cellXml(cell, p, cell.newFormat ?? rowStyle(grid.text, row) ?? columnStyle(grid, cell.column));
    const next = row.cells.find((candidate) => candidate.column > cell.column);
    if (next) splices.push({ start: next.start, end: next.start, insert: xml });
    else appended += xml;
  }
  const spans = spansSplice(grid.text, row, cells);
  if (appended === '') return [...splices, ...spans];
  const isEmptyTag = row.openEnd === row.end;
  if (!isEmptyTag) return [...splices, ...spans, { start: row.closeStart, end: row.closeStart, insert: appended }];
  const slash = grid.text.lastIndexOf('/', row.openEnd);
  return [...spans, { start: slash, end: row.end, insert: `>${appended}</${p}row>` }];
}

function hasContent(cell: EditedCell): boolean {
  return cell.value !== null || cell.formula !== undefined || Boolean(cell.newFormat);
}

function rowTag(text: string, row: RowPlace) {
  const name = /^<([^\s/>]+)/.exec(text.slice(row.start, row.openEnd))?.[1] ?? 'row';
  return attributesOf(text, { start: row.start, end: row.openEnd, name });
}

function rowStyle(text: string, row: RowPlace): number | null {
  const attributes = rowTag(text, row);
  const value = (name: string) => attributes.find((candidate) => candidate.name === name)?.value;
  return isTrue(value('customFormat')) ? Number(value('s') ?? 0) : null;
}

function columnStyle(grid: SheetGrid, column: number): number | null {
  const columns = childrenNamed(child(grid.root, 'cols'), 'col');
  const found = columns.find(
    (item) => Number(attribute(item, 'min')) <= column + 1 && Number(attribute(item, 'max')) >= column + 1,
  );
  return found ? Number(attribute(found, 'style') ?? 0) : null;
}

/** `spans` is a hint to readers, first to last column; it is widened where new cells lie outside. */
function spansSplice(text: string, row: RowPlace, cells: readonly EditedCell[]): Splice[] {
  const spans = rowTag(text, row).find((candidate) => candidate.name === 'spans');
  const bounds = spans && /^(\d+):(\d+)$/.exec(spans.value.trim());
  if (!spans || !bounds) return [];
  const columns = cells.map((cell) => cell.column + 1);
  const first = Math.min(Number(bounds[1]), ...columns);
  const last = Math.max(Number(bounds[2]), ...columns);
  const insert = `spans="${first}:${last}"`;
  return first === Number(bounds[1]) && last === Number(bounds[2])
    ? []
    : [{ start: spans.start, end: spans.end, insert }];
}

function dimensionSplice(grid: SheetGrid, edited: ReadonlyMap<number, EditedCell>): Splice[] {
  const element = child(grid.root, 'dimension');
  const area = element && parseArea(attribute(element, 'ref') ?? '');
  if (!element || !area) return [];
  const all = [...edited.values()].filter(hasContent);
  if (all.every((cell) => areaContains(area, cell.row, cell.column))) return [];
  return [setAttribute(grid.text, element, 'ref', widenedAddress(area, all))];
}

function widenedAddress(area: Area, cells: readonly EditedCell[]): string {
  const rows = cells.map((cell) => cell.row);
  const columns = cells.map((cell) => cell.column);
  const row = Math.min(area.row, ...rows);
  const column = Math.min(area.column, ...columns);
  const rowCount = Math.max(area.row + area.rowCount - 1, ...rows) - row + 1;
  const columnCount = Math.max(area.column + area.columnCount - 1, ...columns) - column + 1;
  return areaAddress({ row, column, rowCount, columnCount });
}
