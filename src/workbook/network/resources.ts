import type { PerPeriod, Resource } from '../../planning/index';
import type { TableRow, TableRows } from '../read-table';
import type { Calendar } from './calendar';

/** The resources of a network. */
export interface ResourceRegister {
  readonly list: readonly Resource[];
  /** Position of the resource that a cell names; null, with an issue, where there is none. */
  readonly find: (row: TableRow, column: string) => number | null;
}

/** Rows of one resource: one for all periods, and those for single periods. */
interface ResourceRows {
  readonly name: string;
  general: TableRow | null;
  readonly byPeriod: Map<number, TableRow>;
}

/** Reads the resources; a row for one period overrides the row for all, and takes its blank cells from it. */
export function readResources(table: TableRows | null, calendar: Calendar): ResourceRegister {
  const resources = new Map<string, ResourceRows>();
  for (const row of table?.rows ?? []) collect(resources, row, calendar);
  const list = [...resources.values()].map((rows) => resourceOf(rows, calendar));
  const positions = new Map([...resources.keys()].map((key, position) => [key, position]));
  return {
    list,
    find: (row, column) => {
      const position = positions.get(row.text(column).toLowerCase());
      if (position !== undefined) return position;
      row.report(
        'error',
        'unknown-resource',
        column,
        `The resource "${row.text(column)}" is not in SOP_Resources, so its capacity is not known.`,
        'Correct the name, or add the resource to SOP_Resources.',
      );
      return null;
    },
  };
}

function collect(resources: Map<string, ResourceRows>, row: TableRow, calendar: Calendar): void {
  const name = row.text('Resource');
  if (name === '') {
    row.report('error', 'blank-label', 'Resource', 'The resource has no name.', 'Enter a name.');
    return;
  }
  const key = name.toLowerCase();
  const rows: ResourceRows = resources.get(key) ?? { name, general: null, byPeriod: new Map() };
  resources.set(key, rows);
  const all = ['', '*'].includes(row.text('Period'));
  const periods = calendar.periodsOf(row, 'Period', true);
  const repeated = all ? rows.general !== null : periods.some((period) => rows.byPeriod.has(period));
  if (repeated) {
    row.report(
      'error',
      'duplicate-row',
      'Period',
      `The resource "${name}" has two rows for ${all ? 'all periods' : `the period "${row.text('Period')}"`}.`,
      'Delete one of them.',
    );
  }
  if (all) rows.general = row;
  else periods.forEach((period) => rows.byPeriod.set(period, row));
  const longer = calendar.lengths.findIndex((length) => length > 1.5);
  if (all && longer >= 0 && row.number('Capacity') !== null) {
    row.report(
      'warning',
      'capacity-of-longer-periods',
      'Capacity',
      `The capacity of "${name}" is the same in every period, though the period ` +
        `"${calendar.labels[longer].text}" is longer than the first.`,
      'Add rows with the capacity of the longer periods.',
    );
  }
}

function resourceOf(rows: ResourceRows, calendar: Calendar): Resource {
  const values = (column: string, fallback: number): PerPeriod =>
    calendar.labels.map(
      (_, period) => rows.byPeriod.get(period)?.number(column) ?? rows.general?.number(column) ?? fallback,
    );
  const without = calendar.labels.findIndex(
    (_, period) => (rows.byPeriod.get(period)?.number('Capacity') ?? rows.general?.number('Capacity') ?? null) === null,
  );
  const anyRow = rows.general ?? [...rows.byPeriod.values()][0];
  if (without >= 0 && anyRow) {
    anyRow.report(
      'error',
      'missing-capacity',
      'Capacity',
      `The resource "${rows.name}" has no capacity for the period "${calendar.labels[without].text}".`,
      'Enter a capacity, or add a row with * as its period for all periods without a row of their own.',
    );
  }
  return {
    name: rows.name,
    capacity: values('Capacity', 0),
    overtimeCapacity: values('Expansion', 0),
    overtimeCost: values('ExpansionCost', 0),
    minUse: values('MinUse', 0),
    minUseCost: oneRate(rows, 'MinUseCost', calendar),
    targetUse: values('TargetUse', Infinity),
    targetUseCost: oneRate(rows, 'TargetUseCost', calendar),
  };
}

/** A rate that holds in all periods; rows that differ get a warning, and the largest counts. */
function oneRate(rows: ResourceRows, column: string, calendar: Calendar): number {
  const given = [...(rows.general ? [rows.general] : []), ...rows.byPeriod.values()].flatMap((row) => {
    const rate = row.number(column);
    return rate === null ? [] : [{ row, rate }];
  });
  const largest = Math.max(...given.map(({ rate }) => rate));
  const different = given.find(({ rate }) => rate !== largest);
  if (different && calendar.labels.length > 0) {
    different.row.report(
      'warning',
      'different-rates',
      column,
      `The resource "${rows.name}" has different values of ${column}; the largest, ${largest}, counts in all periods.`,
      'Enter the same value in every row, or leave it blank but in one.',
    );
  }
  return given.length === 0 ? 0 : largest;
}
