import { refuse } from './refusal';
import { sheetColumns, sheetRows, type Area } from './address';
import type { SheetCell, SheetToWrite } from './sheet-content';
import type { CellEntry, CellsEdit, TableEdit, WorkbookChange } from './workbook';

/** Longest text and formula that a cell holds. */
const longestText = 32767;
const longestFormula = 8192;

/** Refuses a change that no workbook can take, before anything is applied; the cells of its sheets apart. */
export function checkChange(change: WorkbookChange): void {
  const names = new Set<string>();
  for (const sheet of change.sheets) {
    const problem = sheetNameProblem(sheet.name);
    if (problem !== null) refuse('other', problem);
    const key = sheet.name.toLowerCase();
    if (names.has(key))
      refuse('conflict', `Two result sheets are called "${sheet.name}". Give each a name of its own.`);
    names.add(key);
  }
  for (const name of change.removeSheets) {
    if (names.has(name.toLowerCase())) {
      refuse('conflict', `Sheet "${name}" would be written and deleted at once. Do one of the two.`);
    }
  }
  change.cells.forEach(checkEdit);
  checkTables(change);
}

/** What Excel has against a sheet's name; null when nothing. */
export function sheetNameProblem(name: string): string | null {
  if (name.trim() === '') return 'A sheet needs a name. Give it one.';
  if (name.length > 31) {
    return `The sheet name "${name}" has ${name.length} characters; Excel allows 31. Choose a shorter name.`;
  }
  const illegal = /[[\]:*?/\\\p{Cc}]/u.exec(name);
  if (illegal) return `The sheet name "${name}" contains "${illegal[0]}". Leave out [ ] : * ? / and \\.`;
  if (name.startsWith("'") || name.endsWith("'")) {
    return `The sheet name "${name}" starts or ends with an apostrophe. Choose another name.`;
  }
  if (name.toLowerCase() === 'history') return 'Excel keeps the sheet name "History" for itself. Choose another name.';
  return null;
}

/** Refuses sheets with cells that no workbook can take. */
export function checkSheetCells(sheets: readonly SheetToWrite[]): void {
  for (const sheet of sheets) {
    let previous = -1;
    let ordered = true;
    for (const cell of sheet.cells) {
      checkSheetCell(sheet.name, cell);
      const place = cell.row * sheetColumns + cell.column;
      ordered &&= place > previous;
      previous = place;
    }
    // Cells in reading order stand there once; only others need a look at all of them.
    if (!ordered) checkPlaces(sheet);
  }
}

/** The same for one cell of the sheet of that name, whether or not another stands in its place. */
export function checkSheetCell(sheet: string, { row, column, value, formula }: SheetCell): void {
  if (row < 0 || column < 0 || row >= sheetRows || column >= sheetColumns) refuse('tooLarge', tooLargeMessage(sheet));
  checkContent(sheet, value, formula);
}

function checkPlaces({ name, cells }: SheetToWrite): void {
  const places = new Set<number>();
  for (const cell of cells) {
    const place = cell.row * sheetColumns + cell.column;
    if (places.has(place)) throw new Error(statedTwice(name, cell));
    places.add(place);
  }
}

/** What a sheet that states a cell twice is told: a mistake of the program. */
export function statedTwice(sheet: string, { row, column }: Pick<SheetCell, 'row' | 'column'>): string {
  return `Sheet ${sheet} states row ${row}, column ${column} twice.`;
}

function checkEdit(edit: CellsEdit): void {
  const { reference, cells } = edit;
  if (!isOnSheet(reference)) refuse('tooLarge', tooLargeMessage(reference.sheet));
  if (cells.length !== reference.rowCount || cells.some((row) => row.length !== reference.columnCount)) {
    throw new Error(`The cells for ${reference.sheet} do not have the size of their range.`);
  }
  for (const cell of cells.flat()) checkEntry(reference.sheet, cell);
}

/** What a table cannot be is a mistake of the program, except where its name or place comes from the planner. */
function checkTables({ tables, sheets, removeSheets }: WorkbookChange): void {
  const written = new Set([...sheets.map(({ name }) => name), ...removeSheets].map((name) => name.toLowerCase()));
  const names = new Set<string>();
  for (const table of tables) {
    const { name, place, headers, rows } = table;
    const problem = sheetNameProblem(place.sheet);
    if (problem !== null) refuse('other', problem);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name)) throw new Error(`Excel allows no table named ${name}.`);
    const distinct = new Set(headers.map((header) => header.toLowerCase()));
    if (headers.length === 0 || headers.some((header) => header.trim() === '') || distinct.size < headers.length) {
      throw new Error(`The table ${name} needs headings that differ from each other.`);
    }
    if (rows.some((row) => row.length !== headers.length)) throw new Error(`A row of ${name} lacks cells.`);
    if (names.has(name.toLowerCase())) throw new Error(`The table ${name} would be written twice.`);
    if (written.has(place.sheet.toLowerCase())) throw new Error(`The sheet of ${name} would be written as well.`);
    names.add(name.toLowerCase());
    if (!isOnSheet(tableArea(table))) refuse('tooLarge', tooLargeMessage(place.sheet));
    for (const entry of rows.flat()) checkEntry(place.sheet, entry);
  }
}

function tableArea({ place, headers, rows }: TableEdit): Area {
  return { row: place.row, column: place.column, rowCount: rows.length + 1, columnCount: headers.length };
}

function checkEntry(sheet: string, entry: CellEntry): void {
  const isFormula = typeof entry === 'object' && entry !== null && 'formula' in entry;
  if (isFormula) checkContent(sheet, entry.value, entry.formula);
  else checkContent(sheet, entry, undefined);
}

function checkContent(sheet: string, value: unknown, formula: string | undefined): void {
  if (typeof value === 'string' && value.length > longestText) {
    refuse(
      'tooLarge',
      `A text for sheet "${sheet}" has ${value.length} characters; a cell holds ${longestText}. Shorten it.`,
    );
  }
  if (formula !== undefined && formula.length > longestFormula) {
    refuse(
      'tooLarge',
      `A formula for sheet "${sheet}" has ${formula.length} characters; Excel allows ${longestFormula}. Use fewer items or periods.`,
    );
  }
}

function isOnSheet(area: Area): boolean {
  const { row, column, rowCount, columnCount } = area;
  return row >= 0 && column >= 0 && row + rowCount <= sheetRows && column + columnCount <= sheetColumns;
}

function tooLargeMessage(sheet: string): string {
  return `The result for sheet "${sheet}" does not fit on an Excel sheet. Use fewer items or periods.`;
}
