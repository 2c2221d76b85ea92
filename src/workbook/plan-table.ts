import { areaAddress, cellAddress, sheetRows, type Area } from './address';
import { emptySheet } from './book-content';
import type { TableShape } from './name-target';
import { refuse } from './refusal';
import type { SheetCell, SheetContent } from './sheet-content';
import type { CellEntry, CellsEdit, RangeReference, TableEdit } from './workbook';

/** A workbook as far as a table that is to be written depends on it. */
export interface TableSurroundings {
  readonly sheets: readonly string[];
  readonly tables: readonly TableShape[];
  /** Whether a defined name of the whole workbook is spelled so. */
  readonly hasName: (name: string) => boolean;
}

/** How a table is written, the same for every adapter. */
export interface TablePlan {
  readonly edit: TableEdit;
  /** The table as it is; null for one to make. */
  readonly present: TableShape | null;
  /** Headings and body (and total row) afterwards. */
  readonly reference: RangeReference;
  /** Headings afterwards, in the spelling that the table has. */
  readonly headers: readonly string[];
  /** A sheet to add, with the table's cells on it; null where the sheet exists. */
  readonly sheet: SheetContent | null;
  /** Cells to write on a sheet that exists: the body, blank where rows are left over, and headings of new columns. */
  readonly cells: readonly CellsEdit[];
  /** Cells that must be blank beforehand. */
  readonly covered: readonly RangeReference[];
}

/** Works out how a table is written, and refuses what would lose something. */
export function planTable(edit: TableEdit, surroundings: TableSurroundings): TablePlan {
  const present = surroundings.tables.find(({ name }) => isSame(name, edit.name)) ?? null;
  const plan = present ? rewritten(edit, present) : created(edit, surroundings);
  const others = surroundings.tables.filter((table) => table !== present && isSame(table.sheet, plan.reference.sheet));
  const hit = others.find(({ area }) => overlap(area, plan.reference));
  if (hit) refuse('conflict', noRoomMessage(plan, `the table ${hit.name} is`));
  return plan;
}

function created(edit: TableEdit, { sheets, hasName }: TableSurroundings): TablePlan {
  if (hasName(edit.name)) {
    refuse(
      'conflict',
      `The workbook has a defined name ${edit.name}, so no table can be called so. Rename it under Formulas, Name Manager.`,
    );
  }
  const { place, headers } = edit;
  const sheet = sheets.find((name) => isSame(name, place.sheet));
  const lines = [headers, ...bodyLines(edit)];
  const size = { rowCount: lines.length, columnCount: headers.length };
  const reference = { sheet: sheet ?? place.sheet, row: place.row, column: place.column, ...size };
  const base = { edit, present: null, reference, headers };
  if (sheet === undefined) return { ...base, sheet: tableSheet(edit, lines), cells: [], covered: [] };
  return { ...base, sheet: null, cells: [{ reference, cells: lines }], covered: [reference] };
}

function rewritten(edit: TableEdit, present: TableShape): TablePlan {
  const { area, sheet, name } = present;
  if (present.headerRows !== 1) {
    refuse('conflict', `The table ${name} shows no headings. Turn them on (Table Design, Header Row) and run again.`);
  }
  const foreign = present.headers.findIndex(
    (header, index) => !isSame(header.trim(), (edit.headers[index] ?? '').trim()),
  );
  if (foreign >= 0) throw new Error(`The table ${name} has a column ${present.headers[foreign]} that would be lost.`);
  const lines = bodyLines(edit);
  const [height, width] = [area.rowCount - 1 - present.totalsRows, present.headers.length];
  if (present.totalsRows > 0 && lines.length !== height) {
    const what = lines.length > height ? 'longer' : 'shorter';
    refuse(
      'conflict',
      `The table ${name} becomes ${what}, and it has a total row. Turn that off (Table Design, Total Row) and run again.`,
    );
  }
  const right = { sheet, row: area.row, column: area.column + width, columnCount: edit.headers.length - width };
  const below = { sheet, row: area.row + 1 + height, column: area.column, columnCount: edit.headers.length };
  const blank = edit.headers.map(() => null);
  const body = [...lines, ...Array.from({ length: Math.max(0, height - lines.length) }, () => blank)];
  const cells: CellsEdit[] = [{ reference: { ...below, row: area.row + 1, rowCount: body.length }, cells: body }];
  const covered: RangeReference[] = [];
  if (lines.length > height) covered.push({ ...below, rowCount: lines.length - height });
  if (right.columnCount > 0) {
    cells.unshift({ reference: { ...right, rowCount: 1 }, cells: [edit.headers.slice(width)] });
    covered.push({ ...right, rowCount: height + 1 });
  }
  if (area.row + lines.length >= sheetRows) {
    refuse('tooLarge', `The table ${name} does not fit on sheet "${sheet}". Use fewer rows.`);
  }
  const size = { rowCount: 1 + lines.length + present.totalsRows, columnCount: edit.headers.length };
  return {
    edit,
    present,
    headers: [...present.headers, ...edit.headers.slice(width)],
    reference: { sheet, row: area.row, column: area.column, ...size },
    sheet: null,
    cells,
    covered,
  };
}

/** Refuses to write over a cell in use; `row` and `column` are its place. */
export function refuseCovering(plan: TablePlan, row: number, column: number): never {
  return refuse('conflict', noRoomMessage(plan, `${cellAddress(row, column)} is`));
}

function noRoomMessage({ edit, reference }: TablePlan, what: string): string {
  return `The table ${edit.name} needs the cells ${areaAddress(reference)} of sheet "${reference.sheet}", but ${what} in the way. Move that elsewhere and run again.`;
}

function bodyLines({ headers, rows }: TableEdit): readonly (readonly CellEntry[])[] {
  return rows.length > 0 ? rows : [headers.map(() => null)];
}

/** The sheet of a new table, its columns as wide as what they hold. */
function tableSheet(edit: TableEdit, lines: readonly (readonly CellEntry[])[]): SheetContent {
  const { place, numberFormats } = edit;
  const cells = lines.flatMap((line, r) =>
    line.map((entry, c): SheetCell => {
      const at = { row: place.row + r, column: place.column + c };
      const numberFormat = r === 0 ? null : (numberFormats?.[c] ?? null);
      const style = numberFormat === null ? {} : { style: { numberFormat } };
      const isFormula = typeof entry === 'object' && entry !== null && 'formula' in entry;
      return isFormula ? { ...at, ...entry, ...style } : { ...at, value: entry, ...style };
    }),
  );
  const widths = edit.headers.map((_, c) => {
    const longest = Math.max(...cells.filter(({ column }) => column === place.column + c).map(lengthOf));
    return Math.min(Math.max(longest + 3, 10), 42);
  });
  const columnWidths = [...Array.from({ length: place.column }, () => null), ...widths];
  return { ...emptySheet(place.sheet), cells, columnWidths };
}

function lengthOf({ value }: SheetCell): number {
  return typeof value === 'string' || typeof value === 'number' ? String(value).length : 0;
}

function overlap(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rowCount &&
    other.row < one.row + one.rowCount &&
    one.column < other.column + other.columnCount &&
    other.column < one.column + one.columnCount
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
