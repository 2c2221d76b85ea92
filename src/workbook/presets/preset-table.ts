import { planningModes } from '../../planning/index';
import type { PlanningMode } from '../../planning/index';
import { sameName } from '../scenarios/scenario-table';
import { tableDefinition } from '../schema';
import { noChange } from '../workbook';
import type { Cell, CellValue, TableContent, WorkbookChange, WorkbookContent } from '../workbook';
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
}

/** The workbook's table of presets; undefined where it has none. */
export function presetTable({ tables }: WorkbookContent): TableContent | undefined {
  return tables.find(({ name }) => sameName(name, tableName));
}

/** Presets of the workbook, then those built in that it does not replace. */
export function presetList(content: WorkbookContent): readonly PresetEntry[] {
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
  const table = presetTable(content);
  const known = new Set(presetList(content).flatMap(({ name, own }) => (own ? [name.toLowerCase()] : [])));
  const builtIn = builtInRows().filter(([preset]) => !known.has(String(preset).toLowerCase()));
  if (!table) {
    return {
      ...noChange,
      tables: [
        { name: tableName, place: { sheet: freeSheetName(content), row: 0, column: 0 }, headers, rows: builtIn },
      ],
    };
  }
  const { sheet, row, column } = table.reference;
  const lacking = headers.filter((heading) => positionOf(table, heading) < 0);
  const all = [...table.headers, ...lacking];
  const kept = table.body.map((cells) =>
    all.map((_, c) => {
      const { value = null, formula = null } = cells[c] ?? {};
      return formula === null ? value : { formula, value };
    }),
  );
  const added = builtIn.map((line) =>
    all.map((heading) => line[headers.findIndex((each) => sameName(each, heading))] ?? null),
  );
  return {
    ...noChange,
    tables: [{ name: table.name, place: { sheet, row, column }, headers: all, rows: [...kept, ...added] }],
  };
}

const headers = tableDefinition(tableName).columns.map(({ name }) => name);

function builtInRows(): (readonly CellValue[])[] {
  return builtInPresets.map(({ preset, mode, input, value, of, note }) => {
    const cells: Readonly<Record<string, CellValue>> = {
      Preset: preset,
      Mode: mode,
      Input: input,
      Value: value,
      Of: of === '' ? null : of,
      Note: note,
    };
    return headers.map((heading) => cells[heading] ?? null);
  });
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
    entries.set(name.toLowerCase(), {
      name: known?.name ?? name,
      mode: known?.mode ?? mode,
      own,
      note: known?.note ?? (note === '' ? null : note),
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
