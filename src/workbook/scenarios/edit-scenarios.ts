import type { InputName } from '../schema';
import type { CellsEdit, CellValue, RangeReference, TableContent, WorkbookContent } from '../workbook';
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
  readonly input: InputName;
  readonly change: ChangeKind;
  readonly amount: number;
};

/** The rows of the table, blank ones left out; none where the workbook has no table. */
export function scenarioRows(content: WorkbookContent): readonly ScenarioRow[] {
  const table = scenarioTable(content);
  if (!table) return [];
  const positions = headings.map((heading) => columnOf(table, heading));
  return table.body
    .map((cells): ScenarioRow => {
      const [scenario, input, item, from, to, change, amount, note] = positions.map((at) => cells[at]?.value ?? null);
      return {
        scenario: textOf(scenario) ?? '',
        input: textOf(input),
        item: textOf(item),
        periodFrom: labelOf(from),
        periodTo: labelOf(to),
        change: textOf(change),
        amount,
        note: textOf(note),
      };
    })
    .filter(({ scenario }) => scenario !== '');
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

/** What writes rows into the table of a workbook. */
export interface ScenarioTableEdit {
  readonly edit: CellsEdit;
  /** Headings and body afterwards, to which the table has to be resized; null where its size stays. */
  readonly resized: RangeReference | null;
  /** Cells below the table that must be empty; null where the table does not grow. */
  readonly added: RangeReference | null;
}

/** Writes rows into the existing table: cells of further columns stay with their row's position, and rows left over are cleared. */
export function scenarioTableEdit(table: TableContent, rows: readonly ScenarioRow[]): ScenarioTableEdit {
  const { reference } = table;
  const body = { ...reference, row: reference.row + 1 };
  const height = Math.max(rows.length, table.body.length);
  const positions = headings.map((heading) => columnOf(table, heading));
  const cells = Array.from({ length: height }, (_, r) => {
    const former = table.body[r];
    const line: CellsEdit['cells'][number][number][] = Array.from({ length: reference.columnCount }, (_cell, c) => {
      const cell = former?.[c];
      if (!cell || r >= rows.length) return null;
      return cell.formula === null ? cell.value : { formula: cell.formula, value: cell.value };
    });
    const values = rows[r] ? rowValues(rows[r]) : headings.map(() => null);
    positions.forEach((at, h) => {
      if (at >= 0) line[at] = values[h];
    });
    return line;
  });
  const grows = height > table.body.length;
  return {
    edit: { reference: { ...body, rowCount: height }, cells },
    resized: grows ? { ...reference, rowCount: height + 1 } : null,
    added: grows ? { ...body, row: body.row + table.body.length, rowCount: height - table.body.length } : null,
  };
}

/** Headings and rows as cells, for a workbook that has no table yet. */
export function newScenarioCells(rows: readonly ScenarioRow[]): readonly (readonly CellValue[])[] {
  return [[...headings], ...rows.map(rowValues)];
}

const headings = ['Scenario', 'Input', 'Item', 'Period from', 'Period to', 'Change', 'Amount', 'Note'] as const;

function rowValues(row: ScenarioRow): readonly CellValue[] {
  const { scenario, input, item, periodFrom, periodTo, change, amount, note } = row;
  return [scenario, input, item, periodFrom, periodTo, change, amount, note];
}

function blankRow(scenario: string): ScenarioRow {
  const nothing = { input: null, item: null, periodFrom: null, periodTo: null, change: null, amount: null, note: null };
  return { scenario: scenario.trim(), ...nothing };
}

function hasScenario(rows: readonly ScenarioRow[], name: string): boolean {
  return rows.some(({ scenario }) => sameName(scenario, name));
}

function placeOf({ input, item, periodFrom, periodTo }: ScenarioRow): string {
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
