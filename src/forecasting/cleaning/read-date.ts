import { dayFromExcelSerial, dayNumberIfReal, type DayNumber } from '../calendar-day';

/** The way a date is written; the ways that most rows of a column share are its house formats. */
export type DateFormat =
  | 'serial'
  | 'serialText'
  | 'iso'
  | 'yearFirst.'
  | 'yearFirst/'
  | 'compact'
  | 'numeric.'
  | 'numeric/'
  | 'numeric-'
  | 'shortYear.'
  | 'shortYear/'
  | 'shortYear-'
  | 'monthName';

/** One day a text may mean, and the order of its parts. */
export interface DateCandidate {
  day: DayNumber;
  order: 'yearMonthDay' | 'yearDayMonth' | 'dayMonthYear' | 'monthDayYear';
}

/** What a date cell says: nothing, days it may mean, a date that no calendar has, or no date at all. */
export type DateReading =
  | { kind: 'missing' }
  | { kind: 'candidates'; format: DateFormat; candidates: DateCandidate[] }
  | { kind: 'impossible'; format: DateFormat; candidates: DateCandidate[] }
  | { kind: 'unreadable' };

const NOTHING = /^(|n\/?a|#n\/a|nan|null|none|nil|unknown|tbd|\?+|-+|\.|nat)$/i;

// English, German, French, Spanish, Italian and Dutch beginnings; the longer ones first where one begins another.
const MONTH_BEGINNINGS: [RegExp, number][] = [
  [/^(jan|ene|gen)/, 1],
  [/^(feb|fev|fév)/, 2],
  [/^(mar|mär|mrz|maa)/, 3],
  [/^(apr|avr|abr)/, 4],
  [/^(may|mai|mei|mag)/, 5],
  [/^(jun|juin|giu)/, 6],
  [/^(jul|juil|lug)/, 7],
  [/^(aug|aoû|aou|ago)/, 8],
  [/^(sep|set)/, 9],
  [/^(oct|okt|ott)/, 10],
  [/^nov/, 11],
  [/^(dec|dez|déc|dic)/, 12],
];

/** Reads a date cell to every day it may mean. Two-digit years are 1970–2069 (the window of Excel moved to whole decades). */
export function readDate(value: string | number | null): DateReading {
  if (value === null) return { kind: 'missing' };
  if (typeof value === 'number') return readNumber(value);
  const text = value
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i, '')
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?(Z|[+-]\d{2}:?\d{2})?$/i, '');
  if (NOTHING.test(text)) return { kind: 'missing' };
  return readParts(text);
}

function readNumber(value: number): DateReading {
  if (!Number.isFinite(value)) return { kind: 'missing' };
  if (Number.isInteger(value) && value >= 10000101 && value <= 99991231) return readCompact(String(value));
  if (value < 1 || value >= 2958466) return { kind: 'impossible', format: 'serial', candidates: [] };
  return {
    kind: 'candidates',
    format: 'serial',
    candidates: [{ day: dayFromExcelSerial(value), order: 'yearMonthDay' }],
  };
}

function readParts(text: string): DateReading {
  if (/^\d{8}$/.test(text)) return readCompact(text);
  if (/^\d{4,6}(\.\d+)?$/.test(text)) {
    const reading = readNumber(Number(text));
    return reading.kind === 'candidates' || reading.kind === 'impossible'
      ? { ...reading, format: 'serialText' }
      : reading;
  }
  const yearFirst = /^(\d{4})([-./ ])(\d{1,2})\2(\d{1,2})\.?$/.exec(text);
  if (yearFirst) {
    const [, year, separator, second, third] = yearFirst;
    const format: DateFormat = separator === '-' ? 'iso' : separator === '/' ? 'yearFirst/' : 'yearFirst.';
    return readYearFirst(format, Number(year), Number(second), Number(third));
  }
  const yearLast = /^(\d{1,2})([-./ ])(\d{1,2})\2(\d{4}|\d{2})\.?$/.exec(text);
  if (yearLast) {
    const [, first, separator, second, last] = yearLast;
    return readYearLast(separator === ' ' ? '.' : separator, Number(first), Number(second), last);
  }
  return readMonthName(text);
}

function found(format: DateFormat, parts: [DateCandidate['order'], number, number, number][]): DateReading {
  const candidates: DateCandidate[] = [];
  for (const [order, year, month, day] of parts) {
    const number = dayNumberIfReal(year, month, day);
    if (number !== null && !candidates.some((candidate) => candidate.day === number)) {
      candidates.push({ day: number, order });
    }
  }
  return { kind: candidates.length > 0 ? 'candidates' : 'impossible', format, candidates };
}

function readCompact(digits: string): DateReading {
  const yearMonthDay = found('compact', [
    ['yearMonthDay', Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))],
  ]);
  if (yearMonthDay.kind === 'candidates') return yearMonthDay;
  const [first, second, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))];
  return year < 1900
    ? yearMonthDay
    : found('compact', [
        ['dayMonthYear', year, second, first],
        ['monthDayYear', year, first, second],
      ]);
}

/** Nobody writes year-day-month on purpose: such a text is impossible, and its one other reading is only a proposal. */
function readYearFirst(format: DateFormat, year: number, second: number, third: number): DateReading {
  const usual = found(format, [['yearMonthDay', year, second, third]]);
  if (usual.kind === 'candidates') return usual;
  const swapped = found(format, [['yearDayMonth', year, third, second]]);
  return { kind: 'impossible', format, candidates: swapped.kind === 'candidates' ? swapped.candidates : [] };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function readYearLast(separator: string, first: number, second: number, last: string): DateReading {
  const year = fullYear(last);
  const long = last.length === 4;
  const format: DateFormat =
    separator === '.'
      ? long
        ? 'numeric.'
        : 'shortYear.'
      : separator === '/'
        ? long
          ? 'numeric/'
          : 'shortYear/'
        : long
          ? 'numeric-'
          : 'shortYear-';
  const parts: [DateCandidate['order'], number, number, number][] = [
    ['dayMonthYear', year, second, first],
    ['monthDayYear', year, first, second],
  ];
  if (!long) parts.push(['yearMonthDay', fullYear(String(first).padStart(2, '0')), second, Number(last)]);
  return found(format, parts);
}

function monthFromName(name: string): number | null {
  const lower = name.toLowerCase();
  return MONTH_BEGINNINGS.find(([beginning]) => beginning.test(lower))?.[1] ?? null;
}

function readMonthName(text: string): DateReading {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)?[-/. ]*(\p{L}{3,12})\.?[-/., ]*'?(\d{4}|\d{2})$/iu.exec(text);
  const monthFirst = /^(\p{L}{3,12})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th|\.)?[-/., ]+'?(\d{4}|\d{2})$/iu.exec(text);
  const yearFirst = /^(\d{4})[-/. ]*(\p{L}{3,12})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th)?$/iu.exec(text);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : yearFirst
        ? [yearFirst[3], yearFirst[2], yearFirst[1]]
        : ['', '', ''];
  const month = monthFromName(name);
  if (month === null) return { kind: 'unreadable' };
  return found('monthName', [['dayMonthYear', fullYear(year), month, Number(day)]]);
}
