import { nextBucketStart, type Bucket } from './aggregate';
import {
  blackFriday,
  civilDate,
  dayFromExcelSerial,
  dayFromIso,
  dayNumberIfReal,
  easterSunday,
  type DayNumber,
} from './calendar-day';
import { readDate } from './cleaning/read-date';
import { spellingKey } from './cleaning/item-spelling';
import type { EventRegressor } from './events';

/** One line of the planner's list of events. */
export interface PlannedEvent {
  /** Days that share a name are one event. */
  name: string;
  /** A day, `from to to`, a day of every year (`12-24`), or a feast by its name, also with days added: `Easter+1`. */
  rule: string | number;
  /** The item it concerns; null for all. */
  item: string | null;
  /** Known effect as a fraction of demand (0.2 for 20 % more); null: the history tells. */
  effect: number | null;
}

/** Feasts and sales that move through the calendar, by their spelling key; the day in a year. */
const MOVING: Readonly<Record<string, (year: number) => DayNumber>> = {
  blackfriday: blackFriday,
  cybermonday: (year) => blackFriday(year) + 3,
  thanksgiving: (year) => blackFriday(year) - 1,
  easter: easterSunday,
  eastersunday: easterSunday,
  ostern: easterSunday,
  goodfriday: (year) => easterSunday(year) - 2,
  karfreitag: (year) => easterSunday(year) - 2,
  eastermonday: (year) => easterSunday(year) + 1,
  ostermontag: (year) => easterSunday(year) + 1,
  ascension: (year) => easterSunday(year) + 39,
  pentecost: (year) => easterSunday(year) + 49,
  pfingsten: (year) => easterSunday(year) + 49,
};
const FIXED: Readonly<Record<string, readonly [month: number, day: number]>> = {
  christmas: [12, 25],
  christmasday: [12, 25],
  christmaseve: [12, 24],
  weihnachten: [12, 25],
  newyear: [1, 1],
  newyearsday: [1, 1],
  valentinesday: [2, 14],
  valentine: [2, 14],
  halloween: [10, 31],
  singlesday: [11, 11],
};

/** The days of an event within a span of years, ascending; null where the rule cannot be read. */
export function eventDays(rule: string | number, firstYear: number, lastYear: number): DayNumber[] | null {
  if (typeof rule === 'number') return rule >= 1 ? [dayFromExcelSerial(rule)] : null;
  const text = rule.trim();
  const span = /^(.+?)\s*(?:\bto\b|\bbis\b|\.\.+|–|—)\s*(.+)$/.exec(text);
  if (span) {
    const [from, to] = [singleDay(span[1]), singleDay(span[2])];
    if (from === null || to === null || to < from || to - from > 400) return null;
    return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  }
  const day = singleDay(text);
  if (day !== null) return [day];
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const inYear = yearly(text);
  return inYear && years.flatMap((year) => inYear(year) ?? []);
}

function singleDay(text: string): DayNumber | null {
  const iso = dayFromIso(text.trim());
  if (iso !== null) return iso;
  const reading = /\d{4}/.test(text) ? readDate(text) : null;
  return reading?.kind === 'candidates' && reading.candidates.length === 1 ? reading.candidates[0].day : null;
}

/** The day that a rule means in each year; null where the rule cannot be read. */
function yearly(text: string): ((year: number) => DayNumber | null) | null {
  const fixed = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  if (fixed) {
    const [month, day] = [Number(fixed[1]), Number(fixed[2])];
    return dayNumberIfReal(2024, month, day) === null ? null : (year) => dayNumberIfReal(year, month, day);
  }
  const [, name, sign, count] = /^(.*?)(?:\s*([+-])\s*(\d{1,3}))?$/.exec(text) ?? [];
  const key = spellingKey(name ?? '');
  const offset = count === undefined ? 0 : Number(`${sign}${count}`);
  const moving = Object.hasOwn(MOVING, key) ? MOVING[key] : null;
  if (moving) return (year) => moving(year) + offset;
  const day = Object.hasOwn(FIXED, key) ? FIXED[key] : null;
  return day && ((year) => (dayNumberIfReal(year, day[0], day[1]) ?? 0) + offset);
}

/**
 * The events of an item as regressors over periods, history and future: the strength in a period is its number of event days
 * over the most that one period has. Of several known effects under one name the last counts. Rules that cannot be read are
 * left out.
 *
 * @param starts first day of each period, ascending
 */
export function eventRegressors(
  events: readonly PlannedEvent[],
  item: string,
  starts: readonly DayNumber[],
  bucket: Bucket,
): EventRegressor[] {
  if (starts.length === 0) return [];
  const end = nextBucketStart(starts[starts.length - 1], bucket);
  const [firstYear, lastYear] = [civilDate(starts[0]).year, civilDate(end).year];
  const byName = new Map<string, { days: Set<DayNumber>; effect: number | null }>();
  const key = spellingKey(item);
  for (const event of events) {
    if (event.item !== null && spellingKey(event.item) !== key) continue;
    const days = eventDays(event.rule, firstYear - 1, lastYear + 1) ?? [];
    const known = byName.get(event.name) ?? { days: new Set<DayNumber>(), effect: null };
    days.forEach((day) => known.days.add(day));
    byName.set(event.name, { days: known.days, effect: event.effect ?? known.effect });
  }
  return [...byName].flatMap(([name, { days, effect }]) => {
    const counts = starts.map((start, t) => {
      const next = starts[t + 1] ?? end;
      let count = 0;
      for (const day of days) if (day >= start && day < next) count++;
      return count;
    });
    const most = Math.max(...counts);
    if (most === 0) return [];
    const values = counts.map((count) => count / most);
    return [effect === null ? { name, values } : { name, values, effect }];
  });
}
