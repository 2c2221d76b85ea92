import { failure } from './host-failure';

/** A rectangle of cells; rows and columns count from zero. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** Size of an Excel sheet. */
export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

/** Column number from zero → letters. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A sheet name as it stands before `!` in an address. */
export function quoteSheetName(name: string): string {
  return /^[A-Za-z_\u00C0-\uFFFF][\w.\u00C0-\uFFFF]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** A rectangle → `A1`, `A1:C3`, `A:C` or `1:3`; `absolute` adds dollar signs. */
export function formatRectangle({ top, left, rows, columns }: Rectangle, absolute = false): string {
  const $ = absolute ? '$' : '';
  const cell = (row: number, column: number) => `${$}${columnLetters(column)}${$}${row + 1}`;
  if (rows === sheetRows && columns < sheetColumns) {
    return `${$}${columnLetters(left)}:${$}${columnLetters(left + columns - 1)}`;
  }
  if (columns === sheetColumns) return `${$}${top + 1}:${$}${top + rows}`;
  const first = cell(top, left);
  return rows === 1 && columns === 1 ? first : `${first}:${cell(top + rows - 1, left + columns - 1)}`;
}

/** `Sheet!A1:B2` split at the sheet; the sheet is undefined when the address names none. */
export function splitAddress(address: string): { sheet?: string; cells: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address);
  if (!match) return { cells: address };
  return { sheet: (match[1] ?? match[2]).replaceAll("''", "'"), cells: match[3] };
}

/** `A1`, `$A$1:B2`, `A:C` or `1:3` → a rectangle, or undefined when it is none of these. */
export function parseRectangle(cells: string): Rectangle | undefined {
  const plain = cells.replaceAll('$', '').toUpperCase();
  const area = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(plain);
  if (area) {
    const [top, left] = [Number(area[2]) - 1, columnNumber(area[1])];
    const [bottom, right] = area[3] ? [Number(area[4]) - 1, columnNumber(area[3])] : [top, left];
    return inside(spanning(top, left, bottom, right));
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(plain);
  if (columns) return inside(spanning(0, columnNumber(columns[1]), sheetRows - 1, columnNumber(columns[2])));
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (rows) return inside(spanning(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, sheetColumns - 1));
  return undefined;
}

function spanning(top: number, left: number, bottom: number, right: number): Rectangle {
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(right - left) + 1,
  };
}

function inside(area: Rectangle): Rectangle | undefined {
  const fits =
    area.top >= 0 && area.left >= 0 && area.top + area.rows <= sheetRows && area.left + area.columns <= sheetColumns;
  return fits && area.rows > 0 && area.columns > 0 ? area : undefined;
}

/** The rectangle itself when it lies on a sheet; an `InvalidArgument` failure otherwise. */
export function requireInside(area: Rectangle): Rectangle {
  const valid = [area.top, area.left, area.rows, area.columns].every(Number.isInteger) && inside(area);
  if (!valid) throw failure('InvalidArgument');
  return valid;
}

/** The smallest rectangle that holds both. */
export function boundingRectangle(a: Rectangle, b: Rectangle): Rectangle {
  const top = Math.min(a.top, b.top);
  const left = Math.min(a.left, b.left);
  const bottom = Math.max(a.top + a.rows, b.top + b.rows);
  const right = Math.max(a.left + a.columns, b.left + b.columns);
  return { top, left, rows: bottom - top, columns: right - left };
}

/** What two rectangles share, or undefined. */
export function intersection(a: Rectangle, b: Rectangle): Rectangle | undefined {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.top + a.rows, b.top + b.rows);
  const right = Math.min(a.left + a.columns, b.left + b.columns);
  return bottom > top && right > left ? { top, left, rows: bottom - top, columns: right - left } : undefined;
}
