import { cellAddress } from '../address';
import { refuse, settle } from '../refusal';
import { noChange } from '../workbook';
import type { Cell, CellsEdit, CellValue, RangeReference, Result, Workbook, WorkbookChange } from '../workbook';

/** The setting that remembers what stood in the cells that a forecast has filled. */
export const formerDemandSetting = 'formerDemand';

/** What the setting holds: one entry per rectangle that was filled. */
interface FilledCells {
  readonly place: RangeReference;
  /** Null where a later filling of the cell has an entry of its own. */
  readonly cells: readonly (readonly (FilledCell | null)[])[];
}

interface FilledCell {
  readonly written: CellValue;
  readonly value: CellValue;
  readonly formula: string | null;
}

/** A change that fills cells and keeps what stood in them; a cell that still holds an earlier forecast keeps what stood there before that. */
export async function keepingFormer(workbook: Workbook, edits: readonly CellsEdit[]): Promise<Result<WorkbookChange>> {
  const read = await readFilled(
    workbook,
    edits.map(({ reference }) => reference),
  );
  if (!read.ok) return read;
  const { ranges, kept } = read.value;
  const before = (sheet: string, row: number, column: number): FilledCell | null =>
    kept.map((filled) => filledCell(filled, sheet, row, column)).find((cell) => cell !== null) ?? null;
  const filled = edits.map(({ reference, cells }, index): FilledCells => {
    const { sheet, row, column } = reference;
    return {
      place: reference,
      cells: cells.map((line, r) =>
        line.map((cell, c): FilledCell => {
          const earlier = before(sheet, row + r, column + c);
          const now = ranges[index].cells[r][c];
          const { value, formula } = earlier && holds(now, earlier.written) ? earlier : now;
          return { written: valueOf(cell), value, formula };
        }),
      ),
    };
  });
  const isFilled = (sheet: string, row: number, column: number): boolean =>
    filled.some((one) => filledCell(one, sheet, row, column) !== null);
  const others = kept
    .map(({ place, cells }) => ({
      place,
      cells: cells.map((line, r) =>
        line.map((cell, c) => (isFilled(place.sheet, place.row + r, place.column + c) ? null : cell)),
      ),
    }))
    .filter(({ cells }) => cells.flat().some((cell) => cell !== null));
  const settings = { [formerDemandSetting]: JSON.stringify([...others, ...filled]) };
  return { ok: true, value: { ...noChange, cells: edits, settings } };
}

/** Whether a workbook keeps former demand. */
export async function keepsFormerDemand(workbook: Workbook): Promise<boolean> {
  const read = await readFilled(workbook, []);
  return read.ok && read.value.kept.length > 0;
}

/**
 * What puts the former values and formulas back. Refuses, and loses nothing, where a cell was edited since or the cells have
 * moved, which looks the same.
 */
export async function formerDemand(workbook: Workbook): Promise<Result<WorkbookChange>> {
  const stored = await readFilled(workbook, []);
  if (!stored.ok) return stored;
  const { kept } = stored.value;
  const read = await readFilled(
    workbook,
    kept.map(({ place }) => place),
  );
  if (!read.ok) return read;
  return settle(() => {
    if (kept.length === 0) return refuse('notFound', 'No former demand is kept in this workbook. Nothing was changed.');
    const cells = kept.flatMap((filled, index) => restored(filled, read.value.ranges[index].cells));
    return { ...noChange, cells, settings: { [formerDemandSetting]: null } };
  });
}

async function readFilled(workbook: Workbook, ranges: readonly RangeReference[]) {
  const read = await workbook.read({ names: [], tables: [], ranges, settings: [formerDemandSetting] });
  if (!read.ok) return read;
  const text = read.value.settings[formerDemandSetting];
  const kept = text === undefined ? [] : (JSON.parse(text) as readonly FilledCells[]);
  return { ok: true, value: { ranges: read.value.ranges, kept } } as const;
}

function filledCell({ place, cells }: FilledCells, sheet: string, row: number, column: number): FilledCell | null {
  if (place.sheet.toLowerCase() !== sheet.toLowerCase()) return null;
  return cells[row - place.row]?.[column - place.column] ?? null;
}

/** One edit for a whole rectangle, or one per cell where some of it was filled again later. */
function restored({ place, cells }: FilledCells, now: readonly (readonly Cell[])[]): CellsEdit[] {
  const back = cells.map((line, r) =>
    line.map((cell, c) => {
      if (cell === null) return null;
      if (!holds(now[r]?.[c], cell.written)) {
        refuse(
          'conflict',
          `${place.sheet}!${cellAddress(place.row + r, place.column + c)} was edited, or has moved, since the forecast was ` +
            'written. Nothing was changed, and the former demand is still kept. Undo the edit, and restore again.',
        );
      }
      return { content: cell.formula === null ? cell.value : { formula: cell.formula, value: cell.value } };
    }),
  );
  const whole = back.map((line) => line.flatMap((cell) => (cell === null ? [] : [cell.content])));
  if (whole.every((line) => line.length === place.columnCount)) return [{ reference: place, cells: whole }];
  return back.flatMap((line, r) =>
    line.flatMap((cell, c): CellsEdit[] => {
      if (cell === null) return [];
      const reference = { ...place, row: place.row + r, column: place.column + c, rowCount: 1, columnCount: 1 };
      return [{ reference, cells: [[cell.content]] }];
    }),
  );
}

/** Whether a cell holds what was written: figures may differ in the last bits that a file keeps. */
function holds(cell: Cell | undefined, written: CellValue): boolean {
  if (!cell || cell.formula !== null) return false;
  const { value } = cell;
  if (typeof value !== 'number' || typeof written !== 'number') return value === written;
  return Math.abs(value - written) <= 1e-9 * Math.max(1, Math.abs(written));
}

function valueOf(cell: CellsEdit['cells'][number][number]): CellValue {
  return typeof cell === 'object' && cell !== null && 'formula' in cell ? cell.value : cell;
}
