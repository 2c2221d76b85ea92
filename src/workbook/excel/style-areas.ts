import { areaAddress, type Area } from '../address';
import type { CellStyle, SheetCell } from '../sheet-content';

/** A look, and all cells that have it, in as few addresses as Excel takes. */
export interface StyledAreas {
  readonly style: CellStyle;
  /** Lists such as `A1:C1,B4`, each short enough for `getRanges`. */
  readonly addresses: readonly string[];
}

/** Longest list of addresses that Excel takes; its own limit is 8192. */
const longestAddress = 8000;

/** A look that is being collected from row to row. */
interface Look {
  readonly style: CellStyle;
  /** A line above or below belongs to every cell, not to the outline of a rectangle of several rows. */
  readonly isStackable: boolean;
  readonly areas: GrowingArea[];
  /** By their first column: those that reach down to the row before. */
  readonly open: Map<number, GrowingArea>;
}

type GrowingArea = { -readonly [Key in keyof Area]: Area[Key] };

/** The rows' cells by their looks, number formats aside; neighbours become rectangles. */
export function styledAreas(rows: readonly (readonly SheetCell[])[]): readonly StyledAreas[] {
  const looks = new Map<string, Look>();
  // A style that cells share is looked at once.
  const ofStyle = new Map<CellStyle, Look | null>();
  const lookOf = (style: CellStyle): Look | null => {
    const known = ofStyle.get(style);
    if (known !== undefined) return known;
    const look = registered(style, looks);
    ofStyle.set(style, look);
    return look;
  };
  rows.forEach((cells, row) => {
    let current: Look | null = null;
    let first = 0;
    let next = -1;
    for (const { column, style } of cells) {
      const look = style ? lookOf(style) : null;
      if (look !== current || column !== next) {
        if (current) addRun(current, row, first, next - first);
        current = look;
        first = column;
      }
      next = column + 1;
    }
    if (current) addRun(current, row, first, next - first);
  });
  return [...looks.values()].map(({ style, areas }) => ({ style, addresses: addressLists(areas) }));
}

/** The look of a style among those known so far; null where it has none. */
function registered(style: CellStyle, looks: Map<string, Look>): Look | null {
  const set = Object.entries(style).filter(([name, value]) => name !== 'numberFormat' && value !== undefined);
  if (set.length === 0) return null;
  const key = JSON.stringify(set.sort());
  const known = looks.get(key);
  if (known) return known;
  const isStackable = style.borderTop === undefined && style.borderBottom === undefined;
  const look: Look = { style: { ...style, numberFormat: undefined }, isStackable, areas: [], open: new Map() };
  looks.set(key, look);
  return look;
}

/** Neighbouring cells of a row: one more row of the rectangle right above them, or a rectangle of their own. */
function addRun({ isStackable, areas, open }: Look, row: number, column: number, columnCount: number): void {
  const above = isStackable ? open.get(column) : undefined;
  if (above && above.columnCount === columnCount && above.row + above.rowCount === row) {
    above.rowCount += 1;
    return;
  }
  const area = { row, column, rowCount: 1, columnCount };
  areas.push(area);
  open.set(column, area);
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
