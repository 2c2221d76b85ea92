import { readWithEffects } from '../read-problem';
import { sameName } from '../scenarios/scenario-table';
import type { Issue, PlanningMode } from '../../planning/index';
import type { CellEntry, WorkbookChange, WorkbookContent } from '../workbook';
import { openedTable, orderedRow, presetLine, presetTable, tableChange } from './preset-table';
import type { PresetRate } from './preset-table';

/** A preset as it is being edited. */
export interface PresetDraft {
  readonly name: string;
  /** Null: the workbook's own. */
  readonly mode: PlanningMode | null;
  readonly note: string | null;
  readonly rates: readonly PresetRate[];
}

/** Writes a preset into the workbook's table, in the place of the rows of its name; the table is made where it is missing. */
export function savedPreset(content: WorkbookContent, draft: PresetDraft): WorkbookChange {
  const table = openedTable(content);
  const isOwn = ownRow(table.headings, draft.name);
  const first = table.rows.findIndex(isOwn);
  const rates = draft.rates.length > 0 ? draft.rates : [nothing];
  const lines = rates.map((rate, n) =>
    orderedRow(table.headings, presetLine(draft, rate, n === 0 ? draft.note : null)),
  );
  const at = first < 0 ? table.rows.length : first;
  const before = table.rows.slice(0, at).filter((row) => !isOwn(row));
  const after = table.rows.slice(at).filter((row) => !isOwn(row));
  return tableChange(table, [...before, ...lines, ...after]);
}

/** Takes the rows of a preset out of the workbook's table; a built-in preset of that name holds again. */
export function removedPreset(content: WorkbookContent, name: string): WorkbookChange {
  const table = openedTable(content);
  const isOwn = ownRow(table.headings, name);
  return tableChange(
    table,
    table.rows.filter((row) => !isOwn(row)),
  );
}

/** What a preset would change, before it is saved: numbers by input, and what is wrong with its rows. */
export interface PresetPreview {
  readonly issues: readonly Issue[];
  readonly changes: readonly { readonly input: string; readonly numbers: number }[];
}

/** Tries a preset on the workbook without writing it. */
export function previewPreset(content: WorkbookContent, draft: PresetDraft): PresetPreview {
  const [{ name, place, headers, rows }] = savedPreset(content, draft).tables;
  const body = rows.map((row) => row.map(cellOf));
  const reference = { ...place, rowCount: body.length + 1, columnCount: headers.length };
  const table = presetTable(content);
  const tables = [...content.tables.filter((each) => each !== table), { name, headers, reference, body }];
  const { reading, effects } = readWithEffects({ ...content, tables }, { preset: draft.name });
  const inputs = [...new Set(effects.map(({ input }) => input))];
  const isOwn = ({ sheet, severity }: Issue) => sheet === place.sheet || severity === 'error';
  return {
    issues: reading.issues.filter(isOwn),
    changes: inputs.map((input) => ({ input, numbers: effects.filter((effect) => effect.input === input).length })),
  };
}

/** The row of a preset that sets nothing but its mode. */
const nothing: PresetRate = { input: '', item: '', value: null, of: '' };

function ownRow(headings: readonly string[], name: string): (row: readonly CellEntry[]) => boolean {
  const column = headings.findIndex((heading) => sameName(heading, 'Preset'));
  return (row) => {
    const { value } = cellOf(row[column]);
    return (typeof value === 'string' || typeof value === 'number') && sameName(String(value), name);
  };
}

function cellOf(entry: CellEntry) {
  const isFormula = typeof entry === 'object' && entry !== null && 'formula' in entry;
  const [value, formula] = isFormula ? [entry.value, entry.formula] : [entry, null];
  return { value, formula, numberFormat: 'General', text: null };
}
