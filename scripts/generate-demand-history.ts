import { civilDate, dayNumber, excelSerial, isoDay, weekday } from '../src/forecasting/calendar-day';
import type { CleaningKind, RawHistoryRow } from '../src/forecasting/cleaning/history';

/** How the demand of an item behaves. */
export type DemandProfile = 'core' | 'seasonal' | 'intermittent';

/** What is corrupted and how much of it. */
export interface DirtyHistoryOptions {
  seed: number;
  firstYear: number;
  years: number;
  items: {
    name: string;
    profile: DemandProfile;
    level: number;
    weekdayPattern?: boolean;
    /** Nothing is sold on Saturdays and Sundays; the rows are there, with 0. */
    closedWeekends?: boolean;
  }[];
  /** Share of rows that get a corruption. */
  share: number;
  /** Relative weight of each corruption. */
  mix: Partial<Record<Corrupting, number>>;
  /** Factors of outliers, drawn evenly. */
  outlierFactors: number[];
  /** Peak of demand around Black Friday against ordinary days. */
  blackFridayFactor: number;
  /** Days of the peak: the whole last week of November before and after, or the Friday to Monday only. */
  blackFridayDays: 'week' | 'weekend';
  /** How a correct date is written. */
  dates?: 'iso' | 'serial' | 'dayMonth' | 'monthDay';
  /** Standard deviation of the logarithm of regular demand; 0.17 where absent. */
  noise?: number;
}

/** Corruptions by the kind that the cleaning should name. */
export type Corrupting = CleaningKind;

/** One corrupted row; `isEffective` is false where nothing changed (0 × 50). */
export interface KnownCorruption {
  row: number;
  kind: CleaningKind;
  isEffective: boolean;
  trueDate: string;
  trueItem: string;
  trueQuantity: number;
}

/** A shuffled dirty history, what is wrong with it, and the true demand. */
export interface DirtyHistory {
  rows: RawHistoryRow[];
  truth: KnownCorruption[];
  /** Rows of days in the Black Friday peak that carry honest demand. */
  blackFridayRows: number[];
  clean: { item: string; date: string; quantity: number }[];
}

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32, public domain, T. Ettinger). */
export function uniformNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function normalNumber(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

function poissonNumber(mean: number, uniform: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalNumber(uniform)));
  let count = 0;
  for (let product = uniform(); product > Math.exp(-mean); product *= uniform()) count++;
  return count;
}

function isBlackFridayPeak(day: number, days: DirtyHistoryOptions['blackFridayDays']): boolean {
  const { year, month, day: dayOfMonth } = civilDate(day);
  if (days === 'week') return month === 11 && dayOfMonth >= 22 && dayOfMonth <= 28;
  const first = dayNumber(year, 11, 1);
  const friday = first + ((3 - weekday(first) + 7) % 7) + 22;
  return day >= friday && day <= friday + 3;
}

const WEEKDAYS = [1.05, 1, 1, 1.05, 1.2, 0.9, 0.6];

function trueDemand(
  day: number,
  item: DirtyHistoryOptions['items'][number],
  options: DirtyHistoryOptions,
  uniform: () => number,
): number {
  const { year, month } = civilDate(day);
  const dayOfYear = day - dayNumber(year, 1, 1);
  const growth = 1 + 0.03 * (year - options.firstYear);
  if (item.closedWeekends && weekday(day) > 4) return 0;
  const pattern = item.weekdayPattern ? WEEKDAYS[weekday(day)] : 1;
  if (item.profile === 'intermittent') {
    return uniform() < 0.3 ? Math.round(item.level) * (1 + poissonNumber(1, uniform)) : 0;
  }
  const peak =
    item.profile === 'core' && isBlackFridayPeak(day, options.blackFridayDays) ? options.blackFridayFactor : 1;
  const season =
    item.profile === 'seasonal'
      ? Math.max(0, 1 - Math.cos((2 * Math.PI * (dayOfYear - 10)) / 365.25))
      : month === 12
        ? 1.05
        : 1;
  const spread = options.noise ?? 0.17;
  // Rounded for the usual noise, so that the sample in the project stays what it is.
  const drift = options.noise === undefined ? 0.0145 : spread ** 2 / 2;
  const noise = Math.exp(spread * normalNumber(uniform) - drift);
  return poissonNumber(item.level * growth * pattern * peak * season * noise, uniform);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Ways to write a date that are not the file's own; the last is a constant that somebody typed for want of a date. */
function badDate(day: number, choice: number, usual: DirtyHistoryOptions['dates']): string | number {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const [mm, dd] = [String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')];
  const isSerialUsual = usual === 'serial';
  const slashes = [`${dd}/${mm}/${year}`, `${dd}/${mm}/${String(year).slice(2)}`];
  const ways: (string | number)[] = [
    // Where dates are written with slashes anyway, another order of the parts is no other format.
    ...(usual === 'dayMonth' || usual === 'monthDay' ? [isoDay(day), `${dd}.${mm}.${year}`] : slashes),
    `${year}${mm}${dd}`,
    `${year}.${mm}.${dd}`,
    `${dayOfMonth}-${MONTHS[month - 1]}-${year}`,
    `${MONTHS[month - 1]} ${dayOfMonth}, ${year}`,
    `${year}/${month}/${dayOfMonth}`,
    isSerialUsual ? isoDay(day) : String(excelSerial(day)),
    'Dec 31st 23',
  ];
  return ways[Math.floor(choice * ways.length)];
}

function writtenDate(day: number, as: DirtyHistoryOptions['dates']): string | number {
  if (as === 'serial') return excelSerial(day);
  const [year, month, dayOfMonth] = isoDay(day).split('-');
  if (as === 'dayMonth') return `${dayOfMonth}/${month}/${year}`;
  return as === 'monthDay' ? `${month}/${dayOfMonth}/${year}` : isoDay(day);
}

function otherSpelling(item: string, choice: number): string {
  const ways = [
    item.toLowerCase(),
    item.replace(/-/g, ' '),
    item.replace(/-/g, '_'),
    item.replace(/-/g, ''),
    ` ${item} `,
    `Item ${item}`,
    item.replace(/-0+/g, '-'),
  ].filter((way) => way !== item);
  return ways[Math.floor(choice * ways.length)];
}

function textQuantity(quantity: number, choice: number): string {
  const thousands = String(quantity).replace(/\B(?=(\d{3})+$)/g, ',');
  const ways = [
    `${quantity} pcs`,
    `${thousands} units`,
    `${quantity},0`,
    `ca. ${quantity}`,
    `${thousands.replace(',', ' ')} ea`,
  ];
  return ways[Math.floor(choice * ways.length)];
}

function impossibleDate(choice: number, year: number): string {
  return ['2024-13-45', '2025-02-30', '2099-01-01', `${year}-00-10`, '1900-01-01'][Math.floor(choice * 5)];
}

interface Entry {
  raw: Omit<RawHistoryRow, 'row'>;
  truth: Omit<KnownCorruption, 'row'> | null;
  isPeak: boolean;
}

/** Of two equal rows the lower one is the copy: nobody could tell otherwise. */
function putCopiesBelow(entries: Entry[]): void {
  const firstAt = new Map<string, number>();
  entries.forEach((entry, at) => {
    const key = JSON.stringify(entry.raw);
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, at);
    else if (entries[first].truth?.kind === 'duplicate') [entries[first], entries[at]] = [entries[at], entries[first]];
  });
}

/** A dirty history with its truth; the same for the same options. */
export function generateDirtyHistory(options: DirtyHistoryOptions): DirtyHistory {
  const uniform = uniformNumbers(options.seed);
  const clean: DirtyHistory['clean'] = [];
  const entries: { raw: Omit<RawHistoryRow, 'row'>; truth: Omit<KnownCorruption, 'row'> | null; isPeak: boolean }[] =
    [];
  const kinds = Object.entries(options.mix) as [Corrupting, number][];
  const weight = kinds.reduce((sum, [, share]) => sum + share, 0);
  const last = dayNumber(options.firstYear + options.years, 1, 1);
  for (let day = dayNumber(options.firstYear, 1, 1); day < last; day++) {
    for (const item of options.items) {
      const quantity = trueDemand(day, item, options, uniform);
      clean.push({ item: item.name, date: isoDay(day), quantity });
      const date = writtenDate(day, options.dates);
      const raw: Omit<RawHistoryRow, 'row'> = { date, item: item.name, quantity };
      let kind: Corrupting | null = null;
      if (uniform() < options.share) {
        let draw = uniform() * weight;
        kind = kinds.find(([, share]) => (draw -= share) < 0)?.[0] ?? null;
      }
      const isPeak = item.profile === 'core' && isBlackFridayPeak(day, options.blackFridayDays) && kind !== 'outlier';
      const truth = { isEffective: true, trueDate: isoDay(day), trueItem: item.name, trueQuantity: quantity };
      const choice = uniform();
      if (kind === 'duplicate' || kind === 'conflict') {
        entries.push({ raw: { ...raw }, truth: null, isPeak });
        // A second row far from the usual, so that it is known which of the two is wrong.
        const other = kind === 'duplicate' ? quantity : quantity * 3 + 7;
        entries.push({ raw: { ...raw, quantity: other }, truth: { kind, ...truth }, isPeak: false });
        continue;
      }
      if (kind === 'outlier') {
        raw.quantity = quantity * options.outlierFactors[Math.floor(choice * options.outlierFactors.length)];
        truth.isEffective = quantity > 0;
      } else if (kind === 'missingQuantity') raw.quantity = null;
      else if (kind === 'negativeQuantity') raw.quantity = choice < 0.5 ? -100 : -quantity - 1;
      else if (kind === 'badDate') raw.date = badDate(day, choice, options.dates);
      else if (kind === 'missingDate') raw.date = null;
      else if (kind === 'impossibleDate') raw.date = impossibleDate(choice, civilDate(day).year);
      else if (kind === 'itemSpelling') raw.item = otherSpelling(item.name, choice);
      else if (kind === 'textQuantity') raw.quantity = textQuantity(quantity, choice);
      entries.push({ raw, truth: kind === null ? null : { kind, ...truth }, isPeak });
    }
  }
  for (let at = entries.length - 1; at > 0; at--) {
    const other = Math.floor(uniform() * (at + 1));
    [entries[at], entries[other]] = [entries[other], entries[at]];
  }
  putCopiesBelow(entries);
  return {
    rows: entries.map(({ raw }, index) => ({ row: index + 1, ...raw })),
    truth: entries.flatMap(({ truth }, index) => (truth === null ? [] : [{ row: index + 1, ...truth }])),
    blackFridayRows: entries.flatMap(({ isPeak }, index) => (isPeak ? [index + 1] : [])),
    clean,
  };
}
