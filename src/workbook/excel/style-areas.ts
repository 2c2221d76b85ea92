import { areaAddress, type Area } from '../address';
import type { CellStyle, SheetCell } from '../sheet-content';

/** A look, and all cells that have it, in as few addresses as Excel takes. */
export interface StyledAreas {
  readonly style: CellStyle;
  /** Lists such as `A1:C1,B4`, each short enough for `getRanges`. */
  readonly addresses: readonly string[];
}

/** A number format, and the rectangles of cells that have it. */
export interface FormattedAreas {
  readonly numberFormat: string;
  readonly areas: readonly Area[];
}

/** Longest list of addresses that Excel takes; its own limit is 8192. */
const longestAddress = 8000;

/** Cells by their looks, number formats aside; neighbours become rectangles. */
export function styledAreas(cells: readonly SheetCell[]): readonly StyledAreas[] {
  return grouped(cells, lookOf).map(({ style, members }) => {
    // A line above or below belongs to every cell, not to the outline of a rectangle of several rows.
    const hasLines = style.borderTop !== undefined || style.borderBottom !== undefined;
    const runs = rowRuns(members);
    const look: CellStyle = { ...style, numberFormat: undefined };
    return { style: look, addresses: addressLists(hasLines ? runs : stacked(runs)) };
  });
}

/** Cells by their number formats but `General`; neighbours become rectangles. */
export function formattedAreas(cells: readonly SheetCell[]): readonly FormattedAreas[] {
  return grouped(cells, formatOf).map(({ style, members }) => {
    return { numberFormat: formatOf(style), areas: stacked(rowRuns(members)) };
  });
}

function lookOf(style: CellStyle): string {
  const look = Object.entries(style).filter(([name, value]) => name !== 'numberFormat' && value !== undefined);
  return look.length === 0 ? '' : JSON.stringify(look.sort());
}

function formatOf({ numberFormat = 'General' }: CellStyle): string {
  return numberFormat === 'General' ? '' : numberFormat;
}

/** Cells by a key of their style, which is worked out once for a style that cells share; an empty key leaves them out. */
function grouped(
  cells: readonly SheetCell[],
  keyOf: (style: CellStyle) => string,
): readonly { readonly style: CellStyle; readonly members: readonly SheetCell[] }[] {
  const keys = new Map<CellStyle, string>();
  const groups = new Map<string, { style: CellStyle; members: SheetCell[] }>();
  for (const cell of cells) {
    const { style } = cell;
    if (!style) continue;
    let key = keys.get(style);
    if (key === undefined) keys.set(style, (key = keyOf(style)));
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.members.push(cell);
    else groups.set(key, { style, members: [cell] });
  }
  return [...groups.values()];
}

/** Neighbouring cells of a row as one rectangle. */
function rowRuns(cells: readonly SheetCell[]): Area[] {
  const sorted = [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
  const runs: { row: number; column: number; rowCount: number; columnCount: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs[runs.length - 1];
    if (last && last.row === row && last.column + last.columnCount === column) last.columnCount += 1;
    else runs.push({ row, column, rowCount: 1, columnCount: 1 });
  }
  return runs;
}

/** Runs that stand exactly on top of each other as one rectangle. */
function stacked(runs: readonly Area[]): Area[] {
  const sorted = [...runs].sort(
    (one, other) => one.column - other.column || one.columnCount - other.columnCount || one.row - other.row,
  );
  const areas: { row: number; column: number; rowCount: number; columnCount: number }[] = [];
  for (const run of sorted) {
    const last = areas[areas.length - 1];
    const continues =
      last !== undefined &&
      last.column === run.column &&
      last.columnCount === run.columnCount &&
      last.row + last.rowCount === run.row;
    if (continues) last.rowCount += 1;
    else areas.push({ ...run });
  }
  return areas;
}

function addressLists(areas: readonly Area[]): string[] {
  const lists: string[] = [];
  let list = '';
  for (const area of areas) {
    const address = areaAddress(area);
    if (list.length + address.length + 1 > longestAddress) {
      lists.push(list);
      list = address;
    } else list = list === '' ? address : `${list},${address}`;
  }
  return list === '' ? lists : [...lists, list];
}
