/**
 * A calendar day as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar, without time or zone, so that
 * day arithmetic is plain subtraction. Formulas: Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
 */
export type DayNumber = number;

/** Day, month (1–12) and year of a calendar day. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** The day number of a civil date that is known to exist. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a day number. */
export function civilDate(day: DayNumber): CivilDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

/** Days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** The day number of a civil date, or null where the calendar has no such day (30 February, month 13). */
export function dayNumberIfReal(year: number, month: number, day: number): DayNumber | null {
  if (!Number.isInteger(year) || month < 1 || month > 12 || day < 1) return null;
  return day > daysInMonth(year, month) ? null : dayNumber(year, month, day);
}

/** ISO text, `yyyy-mm-dd`. */
export function isoDay(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The day number of ISO text `yyyy-mm-dd`, or null where it is no such text or no such day. */
export function dayFromIso(text: string): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : dayNumberIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Day of the week, Monday = 0 … Sunday = 6 (ISO 8601 order). */
export function weekday(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day an Excel serial number of the 1900 date system means; serial 60 is Excel's 29 February 1900 that never was. */
export function dayFromExcelSerial(serial: number): DayNumber {
  const whole = Math.floor(serial);
  return whole - (whole < 60 ? 25568 : 25569);
}

/** The Excel serial number (1900 date system) of a day from March 1900 on. */
export function excelSerial(day: DayNumber): number {
  return day + 25569;
}

/** Black Friday: the day after the fourth Thursday of November. */
export function blackFriday(year: number): DayNumber {
  const first = dayNumber(year, 11, 1);
  return first + ((3 - weekday(first) + 7) % 7) + 22;
}

/** Easter Sunday, Gregorian; "A New York correspondent", Nature 13 (1876), as given by Meeus, Astronomical Algorithms, ch. 8. */
export function easterSunday(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}
