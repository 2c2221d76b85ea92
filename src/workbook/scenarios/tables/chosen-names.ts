import { chosenPeriods, chosenRows } from '../choose-rows';
import type { TableChange } from '../scenario-table';
import type { TableAxes } from './expand-rows';

/** What a change is about: whether a row with these names is meant, and the span of periods. */
export interface Chosen {
  readonly isMeant: (names: readonly string[]) => boolean;
  readonly first: number;
  readonly last: number;
  /** Whether the change is for a part of the horizon. */
  readonly somePeriods: boolean;
}

/** What a change of rows with these names is about; null where it names something unknown, which is reported then. */
export function chosenOf(
  change: TableChange,
  names: readonly (readonly string[])[],
  { periods }: TableAxes,
): Chosen | null {
  const { input, row } = change;
  const all = [...new Set(names.flat())].filter((name) => name !== '');
  if (all.length === 0) {
    row.report(
      'error',
      'missing-input',
      'Input',
      `The workbook has no ${input.label} to change.`,
      'Enter it in the workbook, or delete the row.',
    );
    return null;
  }
  const positions = chosenRows(change.items, all, what[input.table] ?? 'item', row);
  const span = chosenPeriods(row, periods);
  if (!positions || !span) return null;
  const chosen = new Set(positions.map((position) => all[position]));
  const [first, last] = span;
  return {
    isMeant: (own) => own.some((name) => chosen.has(name)),
    first,
    last,
    somePeriods: last - first + 1 < periods.length,
  };
}

const what: Readonly<Partial<Record<TableChange['input']['table'], string>>> = {
  SOP_Resources: 'resource',
  SOP_Locations: 'location',
  SOP_Products: 'product',
};

/** Says that a change finds no number to change. */
export function reportNothing({ input, kind, row }: TableChange): void {
  row.report(
    'error',
    'nothing-to-change',
    'Input',
    `${input.label} is not given for what the row names, so there is nothing to change by ${kind}.`,
    'Use the change value, or correct Item and periods.',
  );
}

/** Says that a column holds for all periods. */
export function reportNoPeriods({ input, row }: TableChange): void {
  row.report(
    'error',
    'wrong-shape',
    'Period from',
    `${input.label} cannot differ by period.`,
    'Leave Period from and Period to blank.',
  );
}
