import { isBlank } from '../cell-number';
import { readTable } from '../read-table';
import type { TableRow } from '../read-table';
import type { Reports } from '../reports';
import { inputDefinition, inputNamed } from '../schema';
import type { InputName } from '../schema';
import type { TableContent, WorkbookContent } from '../workbook';
import { tableInputNamed } from './tables/table-input';
import type { TableInput } from './tables/table-input';

/** The scenario that is the workbook itself, unless the table has one of that name. */
export const baselineName = 'BASELINE';

/** How a change works on a number: by so many percent, by so much, or to that number. */
export const changeKinds = ['percent', 'absolute', 'value'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One row of the table of scenarios, as far as it can be read without knowing items and periods. */
export interface ScenarioChange<Input> {
  readonly input: Input;
  /** Items (or resources) as the row names them; empty for all. */
  readonly items: string;
  readonly kind: ChangeKind;
  /** In percent for `percent`, else in the input's unit. */
  readonly amount: number;
  /** The row, for its period labels and for reporting about it. */
  readonly row: TableRow;
}

/** A change of a named input. */
export type SiteChange = ScenarioChange<InputName>;

/** A change of a column of a network table. */
export type TableChange = ScenarioChange<TableInput>;

/** A scenario of the workbook. */
export interface ScenarioEntry {
  readonly name: string;
  /** Number of its changes; 0: the workbook as it is. */
  readonly changes: number;
}

/** The table of scenarios; undefined where the workbook has none. */
export function scenarioTable(content: WorkbookContent): TableContent | undefined {
  return content.tables.find(({ name }) => name.toLowerCase() === 'sop_scenarios');
}

/** The scenarios of a workbook, the workbook itself first; names are compared without regard to case. */
export function scenarioList(content: WorkbookContent): readonly ScenarioEntry[] {
  const table = scenarioTable(content);
  const scenario = table ? columnOf(table, 'Scenario') : -1;
  if (!table || scenario < 0) return [{ name: baselineName, changes: 0 }];
  const input = columnOf(table, 'Input');
  const found = new Map<string, { readonly name: string; changes: number }>();
  for (const row of table.body) {
    const name = cellWords(row[scenario].value);
    if (name === '') continue;
    const entry = found.get(name.toLowerCase()) ?? { name, changes: 0 };
    if (input >= 0 && !isBlank(row[input])) entry.changes += 1;
    found.set(name.toLowerCase(), entry);
  }
  const entries = [...found.values()];
  return found.has(baselineName.toLowerCase()) ? entries : [{ name: baselineName, changes: 0 }, ...entries];
}

/** The scenario of that name as the workbook spells it; null where there is none. */
export function scenarioNamed(content: WorkbookContent, name: string): ScenarioEntry | null {
  return scenarioList(content).find((entry) => sameName(entry.name, name)) ?? null;
}

/** Position of a column by its heading; -1 where the table lacks it. */
export function columnOf(table: TableContent, heading: string): number {
  return table.headers.findIndex((header) => sameName(header, heading));
}

export function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Changes of a scenario, in the order of the table; rows that say nothing usable are reported. */
export function scenarioChanges<Input>(
  content: WorkbookContent,
  scenario: string,
  reports: Reports,
  readInput: (row: TableRow) => Input | null,
): readonly ScenarioChange<Input>[] {
  const rows = readTable(content, 'SOP_Scenarios', reports)?.rows ?? [];
  return rows
    .filter((row) => sameName(row.text('Scenario'), scenario) && !row.isBlank('Input'))
    .flatMap((row) => readChange(row, readInput(row)) ?? []);
}

function readChange<Input>(row: TableRow, input: Input | null): ScenarioChange<Input> | null {
  const kind = readKind(row);
  const amount = row.number('Amount');
  if (amount === null && row.isBlank('Amount')) {
    row.report('error', 'missing-amount', 'Amount', 'The change has no Amount.', 'Enter by how much, or to what.');
  }
  if (input === null || kind === null || amount === null) return null;
  const items = row.text('Item');
  return { input, items, kind, amount: kind === 'percent' ? inPercent(row, amount) : amount, row };
}

/** The named input that a row changes; none that holds no numbers, or only describes today's plan. */
export function readSiteInput(row: TableRow): InputName | null {
  const word = row.text('Input');
  const input = inputNamed(word);
  if (input && input !== 'Production_Plan' && inputDefinition(input).kind === 'number') return input;
  row.report(
    'error',
    'unknown-input',
    'Input',
    input === null ? `"${word}" is no input of the contract.` : `A scenario cannot change ${input}.`,
    'Enter the name of an input that holds numbers, e.g. Demand or Capacity.',
  );
  return null;
}

/** The column of a network table that a row changes. */
export function readTableInput(row: TableRow): TableInput | null {
  const word = row.text('Input');
  const input = tableInputNamed(word);
  if (input) return input;
  row.report(
    'error',
    'unknown-input',
    'Input',
    `"${word}" is no column with numbers of a network table.`,
    'Enter a column that holds numbers with its table, e.g. Demand Quantity, Resources Capacity, Lanes Cost, or Adjusted production.',
  );
  return null;
}

function readKind(row: TableRow): ChangeKind | null {
  const word = row.text('Change').toLowerCase();
  const kind = changeKinds.find((candidate) => candidate === word || (candidate === 'percent' && word === '%'));
  if (kind) return kind;
  row.report(
    'error',
    'unknown-change',
    'Change',
    word === '' ? 'The change does not say how it works.' : `"${word}" is no kind of change.`,
    `Enter one of ${changeKinds.join(', ')}.`,
  );
  return null;
}

/** A cell that shows 25% holds 0.25; one that shows 25 holds 25. Both mean a quarter. */
function inPercent(row: TableRow, amount: number): number {
  if (row.numberFormat('Amount').includes('%')) return amount * 100;
  if (amount !== 0 && Math.abs(amount) < 1) {
    row.report(
      'warning',
      'small-percentage',
      'Amount',
      `The Amount ${amount} is read as ${amount} %.`,
      `For ${amount * 100} % enter ${amount * 100}, or format the cell as a percentage.`,
    );
  }
  return amount;
}

function cellWords(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
