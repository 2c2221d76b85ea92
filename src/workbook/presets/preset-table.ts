import { planningModes } from '../../planning/index';
import type { PlanningMode } from '../../planning/index';
import { sameName } from '../scenarios/scenario-table';
import { tableDefinition } from '../schema';
import { noChange } from '../workbook';
import type { Cell, CellEntry, CellValue, TableContent, TableEdit, WorkbookChange, WorkbookContent } from '../workbook';
import { builtInPresets } from './built-in-presets';

const tableName = 'SOP_Presets';
const newSheetName = 'SOP Presets';

/** A preset that a workbook can be planned with. */
export interface PresetEntry {
  readonly name: string;
  /** Null: the workbook's own mode. */
  readonly mode: PlanningMode | null;
  /** Whether the workbook has rows of its own for it. */
  readonly own: boolean;
  /** First note of its rows. */
  readonly note: string | null;
  readonly rates: readonly PresetRate[];
}

/** A cost rate of a preset, as its row has it; what is no word of the contract is told when the preset is planned with. */
export interface PresetRate {
  readonly input: string;
  /** What it is set for; empty for all. */
  readonly item: string;
  /** Null where the cell holds no number. */
  readonly value: number | null;
  /** What the value is a multiple of (`presetBases`); empty for money. */
  readonly of: string;
}

/** The workbook's table of presets; undefined where it has none. */
export function presetTable({ tables }: Pick<WorkbookContent, 'tables'>): TableContent | undefined {
  return tables.find(({ name }) => sameName(name, tableName));
}

/** Presets of the workbook, then those built in that it does not replace. */
export function presetList(content: Pick<WorkbookContent, 'tables'>): readonly PresetEntry[] {
  const table = presetTable(content);
  const own = table ? entriesOf(table, true) : [];
  const rest = entriesOf(builtInTable(), false).filter(({ name }) => !own.some((each) => sameName(each.name, name)));
  return [...own, ...rest];
}

/** The preset of that name; null where there is none. */
export function presetNamed(content: WorkbookContent, name: string): PresetEntry | null {
  return presetList(content).find((entry) => sameName(entry.name, name)) ?? null;
}

/** The table that holds a preset: the workbook's, or the one built in. */
export function tableWithPreset(content: WorkbookContent, { own }: PresetEntry): TableContent {
  return (own ? presetTable(content) : undefined) ?? builtInTable();
}

/**
 * Writes the built-in presets that the workbook does not have into its table, to be edited there; the table is made where it is
 * missing, and its own rows stay.
 */
export function presetsChange(content: WorkbookContent): WorkbookChange {
  const known = new Set(presetList(content).flatMap(({ name, own }) => (own ? [name.toLowerCase()] : [])));
  const builtIn = builtInRows().filter(([preset]) => !known.has(String(preset).toLowerCase()));
  const opened = openedTable(content);
  return tableChange(opened, [...opened.rows, ...builtIn.map((line) => orderedRow(opened.headings, line))]);
}

/** The table as it is to be written again: the workbook's with every heading of the contract, or a new one. */
export interface OpenedTable {
  readonly name: string;
  readonly place: TableEdit['place'];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellEntry[])[];
}

/** The workbook's table of presets; a new one without rows where it has none. */
export function openedTable(content: WorkbookContent): OpenedTable {
  const table = presetTable(content);
  if (!table) {
    const place = { sheet: freeSheetName(content), row: 0, column: 0 };
    return { name: tableName, place, headings: headers, rows: [] };
  }
  const { sheet, row, column } = table.reference;
  const lacking = headers.filter((heading) => positionOf(table, heading) < 0);
  const headings = [...table.headers, ...lacking];
  const rows = table.body.map((cells) =>
    headings.map((_, c): CellEntry => {
      const { value = null, formula = null } = cells[c] ?? {};
      return formula === null ? value : { formula, value };
    }),
  );
  return { name: table.name, place: { sheet, row, column }, headings, rows };
}

/** Writes the table with these rows. */
export function tableChange(
  { name, place, headings }: OpenedTable,
  rows: readonly (readonly CellEntry[])[],
): WorkbookChange {
  return { ...noChange, tables: [{ name, place, headers: headings, rows }] };
}

/** A row in the contract's order of columns, in the order of other headings. */
export function orderedRow(headings: readonly string[], line: readonly CellValue[]): readonly CellValue[] {
  return headings.map((heading) => line[headers.findIndex((each) => sameName(each, heading))] ?? null);
}

/** The cells of a rate's row, in the contract's order of columns. */
export function presetLine(
  { name, mode }: { readonly name: string; readonly mode: PlanningMode | null },
  { input, item, value, of }: PresetRate,
  note: string | null,
): readonly CellValue[] {
  const cells: Readonly<Record<string, CellValue>> = {
    Preset: name,
    Mode: mode,
    Input: input === '' ? null : input,
    Item: item === '' ? null : item,
    Value: value,
    Of: of === '' ? null : of,
    Note: note,
  };
  return headers.map((heading) => cells[heading] ?? null);
}

const headers = tableDefinition(tableName).columns.map(({ name }) => name);

function builtInRows(): (readonly CellValue[])[] {
  return builtInPresets.map(({ preset, mode, note, ...rate }) =>
    presetLine({ name: preset, mode }, { ...rate, item: '' }, note),
  );
}

function builtInTable(): TableContent {
  const rows = builtInRows();
  return {
    name: tableName,
    headers,
    reference: { sheet: newSheetName, row: 0, column: 0, rowCount: rows.length + 1, columnCount: headers.length },
    body: rows.map((line) =>
      line.map((value): Cell => ({ value, numberFormat: 'General', text: null, formula: null })),
    ),
  };
}

function entriesOf(table: TableContent, own: boolean): PresetEntry[] {
  const entries = new Map<string, PresetEntry>();
  const textAt = (cells: readonly Cell[], column: string): string => {
    const value = cells[positionOf(table, column)]?.value;
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  for (const cells of table.body) {
    const name = textAt(cells, 'Preset');
    if (name === '') continue;
    const known = entries.get(name.toLowerCase());
    const mode = planningModes.find((each) => each === textAt(cells, 'Mode').toLowerCase()) ?? null;
    const note = textAt(cells, 'Note');
    const value = cells[positionOf(table, 'Value')]?.value;
    const rate: PresetRate = {
      input: textAt(cells, 'Input'),
      item: textAt(cells, 'Item'),
      value: typeof value === 'number' ? value : null,
      of: textAt(cells, 'Of').toLowerCase(),
    };
    entries.set(name.toLowerCase(), {
      name: known?.name ?? name,
      mode: known?.mode ?? mode,
      own,
      note: known?.note ?? (note === '' ? null : note),
      rates: [...(known?.rates ?? []), ...(rate.input === '' ? [] : [rate])],
    });
  }
  return [...entries.values()];
}

function positionOf(table: TableContent, heading: string): number {
  return table.headers.findIndex((header) => sameName(header, heading));
}

function freeSheetName({ sheets }: WorkbookContent): string {
  const taken = new Set(sheets.map((name) => name.toLowerCase()));
  let name = newSheetName;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${newSheetName} ${number}`;
  return name;
}
