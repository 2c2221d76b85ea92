import {
  blackFriday,
  civilDate,
  dayNumber,
  dayNumberIfReal,
  easterSunday,
  weekday,
  type DayNumber,
} from '../calendar-day';

/** Number of calendars by which a day recurs: fixed date, distance to Black Friday, distance to Easter, nth weekday of a month. */
const CALENDARS = 4;

/** The days of another year that are the same day by each calendar; null where that calendar does not know the day. */
export function sameDayInYear(day: DayNumber, year: number): (DayNumber | null)[] {
  const date = civilDate(day);
  const fromBlackFriday = day - blackFriday(date.year);
  const fromEaster = day - easterSunday(date.year);
  const first = dayNumber(year, date.month, 1);
  const nthWeekday = first + ((weekday(day) - weekday(first) + 7) % 7) + 7 * Math.floor((date.day - 1) / 7);
  return [
    dayNumberIfReal(year, date.month, date.day),
    Math.abs(fromBlackFriday) <= 14 ? blackFriday(year) + fromBlackFriday : null,
    fromEaster >= -10 && fromEaster <= 3 ? easterSunday(year) + fromEaster : null,
    civilDate(nthWeekday).month === date.month ? nthWeekday : null,
  ];
}

/** True in the days around Black Friday and before Christmas, when a peak is likely demand even in a history of one year. */
export function isPeakSeason(day: DayNumber): boolean {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const offset = day - blackFriday(year);
  return (offset >= -8 && offset <= 4) || (month === 12 && dayOfMonth >= 10 && dayOfMonth <= 26);
}

const LARGEST_WITHOUT_SECOND_WITNESS = Math.log(8);
const LARGEST_ON_A_NEIGHBOURING_DAY = Math.log(4);
const EXPECTED_IN_PEAK_SEASON = Math.log(2);

/**
 * How much of a deviation is a recurring event: the deviation (logarithm of value over local level, signed by `direction`) that the same
 * calendar day has in every other year of the history (all but one from the fourth year on); 0 where there is none. One other year is
 * enough in the peak season or where that year's neighbouring days deviate as well; in the peak season a neighbouring day counts, up to a
 * factor of four.
 * Data errors fall on random days, so that the same day in every year is demand.
 *
 * @param deviationOn deviation on a day, NaN where the history has none
 */
export function recurringDeviation(
  day: DayNumber,
  years: readonly number[],
  direction: 1 | -1,
  deviationOn: (day: DayNumber) => number,
): number {
  const { year } = civilDate(day);
  let recurring = 0;
  let witnesses = 0;
  for (let calendar = 0; calendar < CALENDARS; calendar++) {
    const exact: number[] = [];
    const near: number[] = [];
    const supported: boolean[] = [];
    for (const other of years) {
      if (other === year) continue;
      const same = sameDayInYear(day, other)[calendar];
      if (same === null) continue;
      const [before, on, after] = [same - 1, same, same + 1].map((candidate) => direction * deviationOn(candidate));
      if (Number.isNaN(on)) continue;
      exact.push(on);
      near.push(Math.max(on, before || 0, after || 0));
      supported.push(Math.max(before || 0, after || 0) > on / 2);
    }
    witnesses = Math.max(witnesses, exact.length);
    const isPeak = isPeakSeason(day);
    recurring = Math.max(recurring, agreed(exact, isPeak ? near : exact, supported[0] || isPeak));
  }
  return witnesses === 0 && direction === 1 && isPeakSeason(day) ? EXPECTED_IN_PEAK_SEASON : recurring;
}

function agreed(exact: readonly number[], near: readonly number[], isOneEnough: boolean): number {
  if (exact.length === 0) return 0;
  if (exact.length === 1) return isOneEnough ? Math.min(exact[0], LARGEST_WITHOUT_SECOND_WITNESS) : 0;
  const skip = exact.length >= 3 ? 1 : 0;
  const ofExact = [...exact].sort((a, b) => a - b)[skip];
  const ofNear = [...near].sort((a, b) => a - b)[skip];
  return Math.max(ofExact, Math.min(ofNear, LARGEST_ON_A_NEIGHBOURING_DAY));
}
