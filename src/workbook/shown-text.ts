import { cellText } from './cell-text';
import type { Cell, CellValue } from './workbook';

/** Days from serial number 0 of the 1900 system to serial number 0 of the 1904 system. */
const daysTo1904 = 1462;
const millisecondsPerDay = 86_400_000;

/** Text of a cell as Excel shows it, trimmed; empty for a blank cell. */
export function shownText(cell: Cell, date1904: boolean): string {
  if (typeof cell.value === 'string' && cell.text === null) return cell.value.trim();
  // A column that is too narrow shows only number signs.
  if (cell.text !== null && cell.text.trim() !== '' && !/^#+$/.test(cell.text.trim())) return cell.text.trim();
  if (typeof cell.value === 'number' && !Number.isFinite(cell.value)) return String(cell.value);
  return (cellText(cell.value, cell.numberFormat, date1904) ?? plainText(cell.value)).trim();
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(numberFormat: string): boolean {
  const bare = firstSection(numberFormat).replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

/** Day of a serial number (its time of day is dropped); null beyond Excel's calendar. */
export function dateOfSerial(serial: number, date1904: boolean): Date | null {
  const days = Math.floor(serial) + (date1904 ? daysTo1904 : 0);
  if (!(days >= 1 && days < 2_958_466)) return null;
  // The 1900 system counts a 29 February 1900 that never was, so the days before it lie one later.
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * millisecondsPerDay);
}

/** A format code has up to four sections; the first is for positive numbers. */
function firstSection(numberFormat: string): string {
  return /^(?:"[^"]*"|\\.|[^;])*/.exec(numberFormat)?.[0] ?? '';
}

/** For number formats that nothing here can draw. */
function plainText(value: CellValue): string {
  return typeof value === 'object' ? (value?.error ?? '') : String(value);
}
