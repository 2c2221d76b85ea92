import type { Cell, CellValue, TableContent, WorkbookContent } from '../workbook';
import { columnOf, sameName, scenarioTable } from './scenario-table';
import type { ChangeKind } from './scenario-table';

/** One row of the table of scenarios as the planner edits it. */
export interface ScenarioRow {
  readonly scenario: string;
  /** Null: the row only names the scenario. */
  readonly input: string | null;
  /** Items (or resources), commas between them, or a pattern; null for all. */
  readonly item: string | null;
  /** Labels, or serial numbers of dates as in the period headings; null for the first and the last. */
  readonly periodFrom: string | number | null;
  readonly periodTo: string | number | null;
  readonly change: ChangeKind | string | null;
  readonly amount: CellValue;
  readonly note: string | null;
}

/** A change as the pane offers it: what of an input, by how much. */
export type NewChange = Omit<ScenarioRow, 'scenario' | 'input' | 'change' | 'amount'> & {
  readonly input: string;
  readonly change: ChangeKind;
  readonly amount: number;
};

/** The rows of the table, blank ones left out; none where the workbook has no table. */
export function scenarioRows(content: WorkbookContent): readonly ScenarioRow[] {
  const table = scenarioTable(content);
  if (!table) return [];
  return table.body.map((cells) => scenarioRow(table, cells)).filter(({ scenario }) => scenario !== '');
}

/** One line of the table; a percentage is read as the planner sees it, 25% as 25. */
export function scenarioRow(table: TableContent, cells: readonly Cell[]): ScenarioRow {
  const at = (heading: ScenarioHeading) => cells[columnOf(table, heading)];
  const value = (heading: ScenarioHeading) => at(heading)?.value ?? null;
  const change = textOf(value('Change'));
  const amount = value('Amount');
  const isShare = typeof amount === 'number' && isPercent(change) && showsPercent(at('Amount'));
  return {
    scenario: textOf(value('Scenario')) ?? '',
    input: textOf(value('Input')),
    item: textOf(value('Item')),
    periodFrom: labelOf(value('Period from')),
    periodTo: labelOf(value('Period to')),
    change,
    amount: isShare ? roundedPercent(amount) : amount,
    note: textOf(value('Note')),
  };
}

/** Whether a kind of change counts in percent. */
export function isPercent(change: string | null): boolean {
  return ['percent', '%'].includes((change ?? '').toLowerCase());
}

/** Whether a cell shows 0.25 as 25%. */
export function showsPercent(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.numberFormat.includes('%');
}

/** 0.07 × 100 is 7.000000000000001 otherwise. */
function roundedPercent(share: number): number {
  return Number((share * 100).toPrecision(15));
}

/** The rows with a new scenario that changes nothing yet; the same rows where there is one of that name. */
export function createScenario(rows: readonly ScenarioRow[], name: string): readonly ScenarioRow[] {
  return hasScenario(rows, name) ? rows : [...rows, blankRow(name)];
}

/** The rows with a copy of a scenario under a new name; the workbook itself, which has no rows, gives one without changes. */
export function copyScenario(rows: readonly ScenarioRow[], from: string, to: string): readonly ScenarioRow[] {
  if (hasScenario(rows, to)) return rows;
  const own = rows.filter(({ scenario }) => sameName(scenario, from));
  return own.length === 0
    ? createScenario(rows, to)
    : [...rows, ...own.map((row) => ({ ...row, scenario: to.trim() }))];
}

/** The rows with another name for a scenario; the same rows where another one has that name, or it is blank. */
export function renameScenario(rows: readonly ScenarioRow[], from: string, to: string): readonly ScenarioRow[] {
  if (to.trim() === '' || (hasScenario(rows, to) && !sameName(from, to))) return rows;
  return rows.map((row) => (sameName(row.scenario, from) ? { ...row, scenario: to.trim() } : row));
}

/** The rows without a scenario. */
export function removeScenario(rows: readonly ScenarioRow[], name: string): readonly ScenarioRow[] {
  return rows.filter(({ scenario }) => !sameName(scenario, name));
}

/**
 * The rows with a change: it takes the place of the one on the same input, items and periods, else it follows the scenario's
 * last row. A row that only named the scenario goes.
 */
export function upsertChange(
  rows: readonly ScenarioRow[],
  scenario: string,
  change: NewChange,
): readonly ScenarioRow[] {
  const made: ScenarioRow = { ...change, scenario: scenario.trim() };
  const same = rows.findIndex((row) => sameName(row.scenario, scenario) && placeOf(row) === placeOf(made));
  if (same >= 0) return rows.map((row, index) => (index === same ? made : row));
  const kept = rows.filter((row) => !(sameName(row.scenario, scenario) && row.input === null));
  const last = kept.reduce((found, row, index) => (sameName(row.scenario, scenario) ? index : found), kept.length - 1);
  return [...kept.slice(0, last + 1), made, ...kept.slice(last + 1)];
}

/** The rows without one of them; a scenario that loses its last change keeps a row with its name. */
export function removeRow(rows: readonly ScenarioRow[], index: number): readonly ScenarioRow[] {
  const kept = rows.filter((_row, position) => position !== index);
  const { scenario } = rows[index];
  return hasScenario(kept, scenario) ? kept : [...kept, blankRow(scenario)];
}

/** Headings of the table, in the order in which a new one has them. */
export const scenarioHeadings = [
  'Scenario',
  'Input',
  'Item',
  'Period from',
  'Period to',
  'Change',
  'Amount',
  'Note',
] as const;
export type ScenarioHeading = (typeof scenarioHeadings)[number];

function blankRow(scenario: string): ScenarioRow {
  const nothing = { input: null, item: null, periodFrom: null, periodTo: null, change: null, amount: null, note: null };
  return { scenario: scenario.trim(), ...nothing };
}

function hasScenario(rows: readonly ScenarioRow[], name: string): boolean {
  return rows.some(({ scenario }) => sameName(scenario, name));
}

/** What of the workbook a row changes, for comparing rows. */
export function placeOf({ input, item, periodFrom, periodTo }: ScenarioRow): string {
  const words = [input, item, periodFrom, periodTo].map((part) =>
    String(part ?? '')
      .trim()
      .toLowerCase(),
  );
  return JSON.stringify(words);
}

function textOf(value: CellValue): string | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? null : text;
}

function labelOf(value: CellValue): string | number | null {
  return typeof value === 'number' ? value : textOf(value);
}
