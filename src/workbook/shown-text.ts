import type { Cell } from './workbook';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Days from serial number 0 of the 1900 system to serial number 0 of the 1904 system. */
const daysTo1904 = 1462;
const millisecondsPerDay = 86_400_000;

/** Text of a cell as Excel shows it, trimmed; empty for a blank cell. */
export function shownText(cell: Cell, date1904: boolean): string {
  // A column that is too narrow shows only number signs.
  if (cell.text !== null && cell.text.trim() !== '' && !/^#+$/.test(cell.text.trim())) return cell.text.trim();
  const { value } = cell;
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  return shownNumber(value, cell.numberFormat, date1904).trim();
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

function shownNumber(value: number, numberFormat: string, date1904: boolean): string {
  if (isDateFormat(numberFormat)) {
    const date = dateOfSerial(value, date1904);
    if (date) return shownDate(date, value, firstSection(numberFormat));
  }
  const pattern = firstSection(numberFormat).replace(/\[[^\]]*\]|[_*]./g, '');
  const integer = /^((?:"[^"]*"|\\.|[^"\\0#?.,%@])*)(0+)((?:"[^"]*"|\\.|[^"\\0#?.,%@])*)$/.exec(pattern);
  if (integer && !/general/i.test(pattern)) {
    const digits = String(Math.abs(Math.round(value))).padStart(integer[2].length, '0');
    return `${value < 0 ? '-' : ''}${literal(integer[1])}${digits}${literal(integer[3])}`;
  }
  return String(value);
}

/** A format code has up to four sections; the first is for positive numbers. */
function firstSection(numberFormat: string): string {
  return /^(?:"[^"]*"|\\.|[^;])*/.exec(numberFormat)?.[0] ?? '';
}

function literal(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)/g, (_, quoted: string | undefined, escaped: string | undefined) => {
    return quoted ?? escaped ?? '';
  });
}

function shownDate(date: Date, serial: number, pattern: string): string {
  const tokens = pattern.match(/"[^"]*"|\\.|\[[^\]]*\]|[_*].|AM\/PM|A\/P|y+|m+|d+|h+|s+|[^]/gi) ?? [];
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const twelveHours = /AM\/PM|A\/P/i.test(pattern);
  let afterHours = false;
  const shown = tokens.map((token, position) => {
    const letter = token[0].toLowerCase();
    if (/^(AM\/PM|A\/P)$/i.test(token)) return seconds < 43_200 ? token.split('/')[0] : token.split('/')[1];
    if (!/^[ymdhs]+$/i.test(token)) return /^[[_*@]/.test(token) ? '' : literal(token);
    if (letter === 'm' && (afterHours || secondsFollow(tokens, position))) {
      return padded(Math.floor(seconds / 60) % 60, token);
    }
    afterHours = letter === 'h';
    if (letter === 'h') return padded(hourOf(seconds, twelveHours), token);
    if (letter === 's') return padded(seconds % 60, token);
    return datePart(date, token);
  });
  return shown.join('');
}

function secondsFollow(tokens: readonly string[], position: number): boolean {
  return /^s/i.test(tokens.slice(position + 1).find((token) => /^[ymdhs]+$/i.test(token)) ?? '');
}

function hourOf(seconds: number, twelveHours: boolean): number {
  const hour = Math.floor(seconds / 3600) % 24;
  return twelveHours ? hour % 12 || 12 : hour;
}

function datePart(date: Date, token: string): string {
  const year = String(date.getUTCFullYear());
  const month = date.getUTCMonth();
  if (/^y/i.test(token)) return token.length <= 2 ? year.slice(-2) : year;
  if (/^d/i.test(token)) {
    if (token.length <= 2) return padded(date.getUTCDate(), token);
    return token.length === 3 ? dayNames[date.getUTCDay()].slice(0, 3) : dayNames[date.getUTCDay()];
  }
  if (token.length <= 2) return padded(month + 1, token);
  if (token.length === 3) return monthNames[month].slice(0, 3);
  return token.length === 5 ? monthNames[month][0] : monthNames[month];
}

function padded(value: number, token: string): string {
  return token.length >= 2 ? String(value).padStart(2, '0') : String(value);
}
