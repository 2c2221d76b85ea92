import type { PerPeriod } from '../../planning/index';
import type { Label } from '../read-labels';
import type { TableRow, TableRows } from '../read-table';
import type { Reports } from '../reports';

/** The periods of a network, which may differ in length. */
export interface Calendar {
  readonly labels: readonly Label[];
  /** Length of each period, in lengths of the first. */
  readonly lengths: PerPeriod;
  /**
   * Periods that a row's cell means: one, or all for `*` (and for a blank cell where `blankIsAll`); none, with an issue,
   * where the label is unknown.
   */
  readonly periodsOf: (row: TableRow, column: string, blankIsAll: boolean) => readonly number[];
  /** Period in which what starts in each period arrives after a lead time in lengths of the first period. */
  readonly arrivals: (leadTime: number) => number[];
  /** A rate per length of the first period, as one per period. */
  readonly perLength: (rate: number) => number[];
  /** The same value in every period. */
  readonly constant: <T>(value: T) => T[];
}

/** Reads the periods; without a table of periods they are the demand's own, in the order of their appearance. */
export function readCalendar(periods: TableRows | null, demand: TableRows, reports: Reports): Calendar {
  const { labels, days } = periods ? listedPeriods(periods) : demandPeriods(demand, reports);
  if (periods && labels.length === 0) {
    reports.add('SOP_Periods', {
      severity: 'error',
      code: 'no-periods',
      sheet: periods.content.reference.sheet,
      cell: null,
      message: 'SOP_Periods has no period.',
      fix: 'Enter one row per period.',
    });
  }
  const lengths = days.map((length) => length / days[0]);
  const starts = lengths.map((_, period) => lengths.slice(0, period).reduce((sum, length) => sum + length, 0));
  const positions = new Map(labels.map(({ text }, period) => [text.toLowerCase(), period]));
  const byValue = new Map(labels.map(({ value }, period) => [value, period]));
  const constant = <T>(value: T): T[] => labels.map(() => value);

  return {
    labels,
    lengths,
    constant,
    perLength: (rate) => lengths.map((length) => rate * length),
    arrivals: (leadTime) =>
      labels.map((_, period) => {
        // A hair of tolerance keeps sums of lengths such as 31/30 from falling short of a boundary.
        const arrives = starts[period] + leadTime + 1e-9;
        const after = starts.findIndex((start, later) => later > period && start > arrives);
        const end = starts[starts.length - 1] + lengths[lengths.length - 1];
        return after >= 0 ? after - 1 : arrives >= end ? labels.length : labels.length - 1;
      }),
    periodsOf: (row, column, blankIsAll) => {
      const text = row.text(column);
      if (text === '*' || (text === '' && blankIsAll)) return labels.map((_, period) => period);
      const period = positions.get(text.toLowerCase()) ?? byValue.get(row.number(column) ?? NaN);
      if (period !== undefined) return [period];
      const known = labels.slice(0, 3).map((label) => label.text);
      row.report(
        'error',
        'unknown-period',
        column,
        text === '' ? 'The period is missing.' : `The period "${text}" is not one of the periods of SOP_Periods.`,
        `Enter one of its labels (${known.join(', ')}${labels.length > 3 ? ' …' : ''}), or * for all.`,
      );
      return [];
    },
  };
}

function listedPeriods({ rows }: TableRows): { readonly labels: Label[]; readonly days: number[] } {
  const seen = new Set<string>();
  const labels: Label[] = [];
  const days: number[] = [];
  let lastStart = -Infinity;
  for (const row of rows) {
    const text = row.text('Period');
    if (text === '') row.report('error', 'blank-label', 'Period', 'The period has no label.', 'Enter a label.');
    if (seen.has(text.toLowerCase())) {
      row.report(
        'error',
        'duplicate-label',
        'Period',
        `The period "${text}" appears twice.`,
        'Delete one of the rows.',
      );
    }
    const length = row.number('Days');
    if (length === 0) {
      row.report('error', 'too-small', 'Days', 'A period cannot have 0 days.', 'Enter its length in days.');
    }
    const start = row.number('Start');
    if (start !== null && start <= lastStart) {
      row.report(
        'warning',
        'periods-out-of-order',
        'Start',
        `The period "${text}" does not start after the one before.`,
        'Sort the rows by their start: periods are planned in the order of the rows.',
      );
    }
    lastStart = start ?? lastStart;
    seen.add(text.toLowerCase());
    labels.push({ text, value: row.number('Period'), numberFormat: 'General', date: null });
    days.push(length === null || length === 0 ? 1 : length);
  }
  return { labels, days };
}

function demandPeriods({ rows, content }: TableRows, reports: Reports): { labels: Label[]; days: number[] } {
  const labels = new Map<string, Label>();
  for (const row of rows) {
    const text = row.text('Period');
    if (text === '' || text === '*' || labels.has(text.toLowerCase())) continue;
    labels.set(text.toLowerCase(), { text, value: row.number('Period'), numberFormat: 'General', date: null });
  }
  reports.add('SOP_Periods', {
    severity: 'warning',
    code: 'missing-periods',
    sheet: content.reference.sheet,
    cell: null,
    message:
      'There is no table SOP_Periods; the periods are those of SOP_Demand, in the order of their first appearance.',
    fix: 'Add a table SOP_Periods with a column Period.',
  });
  return { labels: [...labels.values()], days: [...labels.values()].map(() => 1) };
}
