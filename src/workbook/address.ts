/** Excel's own limits of a sheet. */
export const sheetRows = 1048576;
export const sheetColumns = 16384;

/** A rectangle without its sheet; rows and columns count from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Letters of a column counted from 0: 0 is `A`, 27 is `AB`. */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column counted from 0 of its letters, upper or lower case. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Address of a cell, e.g. `C7`. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Address of a rectangle, e.g. `C7:F9`, or `C7` for a single cell. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  const last = cellAddress(area.row + area.rowCount - 1, area.column + area.columnCount - 1);
  return first === last ? first : `${first}:${last}`;
}

/** Absolute reference with its sheet, as formulas, names and charts write it: `'My sheet'!$C$7:$F$9`. */
export function absoluteReference(sheet: string, area: Area): string {
  const absolute = areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `${quotedSheetName(sheet)}!${absolute}`;
}

/** Sheet name as a formula writes it: in apostrophes, doubled inside, unless it is a plain word that is no address. */
export function quotedSheetName(name: string): string {
  const plainWord = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
  const readsAsSomethingElse = /^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*|TRUE|FALSE)$/i.test(name);
  return plainWord && !readsAsSomethingElse ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Reads `A1`, `$A$1:B2`, whole columns `A:C` and whole rows `2:5`; null for anything else. */
export function parseArea(text: string): Area | null {
  const cells = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text);
  if (cells) {
    const [, column, row, lastColumn = column, lastRow = row] = cells;
    return spanned(Number(row) - 1, Number(lastRow) - 1, columnIndex(column), columnIndex(lastColumn));
  }
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns) return spanned(0, sheetRows - 1, columnIndex(columns[1]), columnIndex(columns[2]));
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (rows) return spanned(Number(rows[1]) - 1, Number(rows[2]) - 1, 0, sheetColumns - 1);
  return null;
}

function spanned(rowA: number, rowB: number, columnA: number, columnB: number): Area | null {
  const row = Math.min(rowA, rowB);
  const column = Math.min(columnA, columnB);
  const lastRow = Math.max(rowA, rowB);
  const lastColumn = Math.max(columnA, columnB);
  if (row < 0 || column < 0 || lastRow >= sheetRows || lastColumn >= sheetColumns) return null;
  return { row, column, rowCount: lastRow - row + 1, columnCount: lastColumn - column + 1 };
}

/** Whether a cell lies in a rectangle. */
export function areaContains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rowCount &&
    column >= area.column &&
    column < area.column + area.columnCount
  );
}
