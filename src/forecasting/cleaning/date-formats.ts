import type { DateCandidate, DateFormat, DateReading } from './read-date';

/** What the whole column says about how its dates are written. */
export interface DateHabits {
  /** Formats that at least a fifth of the readable dates share: a date written so is in order. */
  house: ReadonlySet<DateFormat>;
  /** The order of the parts that the unambiguous dates of a format prove (13/02 can only be the 13th of February). */
  orders: ReadonlyMap<DateFormat, DateCandidate['order']>;
}

const FAMILIES: DateFormat[][] = [
  ['numeric/', 'shortYear/'],
  ['numeric-', 'shortYear-'],
  ['numeric.', 'shortYear.'],
];

/** Reads the habits of a column off its readings. */
export function dateHabits(readings: readonly DateReading[]): DateHabits {
  const counts = new Map<DateFormat, number>();
  const votes = new Map<DateFormat, Map<DateCandidate['order'], number>>();
  let readable = 0;
  for (const reading of readings) {
    if (reading.kind !== 'candidates') continue;
    readable++;
    counts.set(reading.format, (counts.get(reading.format) ?? 0) + 1);
    const orders = new Set(
      reading.candidates.map((candidate) => candidate.order).filter((order) => order !== 'yearMonthDay'),
    );
    const [order] = orders;
    if (orders.size !== 1 || order === undefined) continue;
    const ofFormat = votes.get(reading.format) ?? new Map<DateCandidate['order'], number>();
    ofFormat.set(order, (ofFormat.get(order) ?? 0) + 1);
    votes.set(reading.format, ofFormat);
  }
  const house = new Set([...counts].filter(([, count]) => count >= 0.2 * readable).map(([format]) => format));
  return { house, orders: provenOrders(votes) };
}

function provenOrders(
  votes: ReadonlyMap<DateFormat, ReadonlyMap<DateCandidate['order'], number>>,
): Map<DateFormat, DateCandidate['order']> {
  const proven = new Map<DateFormat, DateCandidate['order']>();
  for (const family of FAMILIES) {
    const together = new Map<DateCandidate['order'], number>();
    for (const format of family) {
      for (const [order, count] of votes.get(format) ?? []) together.set(order, (together.get(order) ?? 0) + count);
    }
    for (const format of family) {
      const order = clearMajority(votes.get(format) ?? new Map()) ?? clearMajority(together);
      if (order) proven.set(format, order);
    }
  }
  return proven;
}

function clearMajority(votes: ReadonlyMap<DateCandidate['order'], number>): DateCandidate['order'] | null {
  const total = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const winner = [...votes].find(([, count]) => count >= 2 && count >= 0.9 * total);
  return winner ? winner[0] : null;
}
