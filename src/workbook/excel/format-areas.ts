import type { Area } from '../address';
import type { SheetCell } from '../sheet-content';

/** A number format, and the rectangles of cells that have it. */
export interface FormattedAreas {
  readonly numberFormat: string;
  readonly areas: readonly Area[];
}

/** Cells of one format in a row: its columns, and how far it could reach without touching a cell of another format. */
interface FormatRun {
  first: number;
  last: number;
  readonly from: number;
  to: number;
}

/** A rectangle that reaches down to the last row with cells, and the columns it may still take. */
interface GrowingArea {
  readonly top: number;
  bottom: number;
  run: FormatRun;
}

/**
 * Number formats but `General` with the rectangles of cells that have them, in as few rectangles as a walk from row to row finds:
 * each takes a call of its own. They reach over blank cells, where a format does not show, but over no cell of another format.
 */
export function formattedAreas(rows: readonly (readonly SheetCell[])[]): readonly FormattedAreas[] {
  const closed = new Map<string, GrowingArea[]>();
  let open = new Map<string, GrowingArea[]>();
  rows.forEach((cells, row) => {
    if (cells.length === 0) return;
    const reached = new Map<string, GrowingArea[]>();
    for (const [numberFormat, runs] of formatRuns(cells)) {
      const above = open.get(numberFormat) ?? [];
      const areas = runs.map((run) => grown(above, run, row) ?? { top: row, bottom: row, run });
      reached.set(numberFormat, areas);
      const known = closed.get(numberFormat);
      if (!known) closed.set(numberFormat, areas.slice());
      else known.push(...areas.filter(({ top }) => top === row));
    }
    open = reached;
  });
  return [...closed].map(([numberFormat, areas]) => ({ numberFormat, areas: areas.map(areaOf) }));
}

/** The runs of a row by number format. Blank cells between two cells of the same format belong to their run. */
function formatRuns(cells: readonly SheetCell[]): ReadonlyMap<string, readonly FormatRun[]> {
  const runs = new Map<string, FormatRun[]>();
  let current: FormatRun | null = null;
  let format = 'General';
  let before = -1;
  for (const { column, style } of cells) {
    const own = style?.numberFormat ?? 'General';
    if (own !== format && current) {
      current.to = column - 1;
      current = null;
    }
    if (current) current.last = column;
    else if (own !== 'General') {
      current = { first: column, last: column, from: before + 1, to: Infinity };
      const known = runs.get(own);
      if (known) known.push(current);
      else runs.set(own, [current]);
    }
    format = own;
    before = column;
  }
  return runs;
}

/** The first rectangle above that can take in the run, which it then has; null where none can. */
function grown(above: readonly GrowingArea[], run: FormatRun, row: number): GrowingArea | null {
  for (const area of above) {
    const joined = joinedRun(area.run, run);
    if (area.bottom === row || !joined) continue;
    area.bottom = row;
    area.run = joined;
    return area;
  }
  return null;
}

/** The columns of both runs, where neither touches a cell of another format in the other's row. */
function joinedRun(one: FormatRun, other: FormatRun): FormatRun | null {
  const joined = {
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
    from: Math.max(one.from, other.from),
    to: Math.min(one.to, other.to),
  };
  return joined.first >= joined.from && joined.last <= joined.to ? joined : null;
}

function areaOf({ top, bottom, run }: GrowingArea): Area {
  return { row: top, column: run.first, rowCount: bottom - top + 1, columnCount: run.last - run.first + 1 };
}
