import type { Issue } from '../planning/index';
import { parseArea } from './address';
import { inputNamed } from './schema';
import type { InputName } from './schema';
import type { RangeReference, ReadRequest } from './workbook';

/** The setting that stores which cells the planner chose for which input. */
export const mappingSetting = 'mapping';

/** Cells that the planner chose for an input: a rectangle of a sheet, or the column of a table. */
export type MappedCells =
  { readonly sheet: string; readonly range: string } | { readonly table: string; readonly column: string };

/** Chosen cells by input. */
export type Mapping = Partial<Readonly<Record<InputName, MappedCells>>>;

/** The setting's text for a mapping: JSON, keyed by the contract's names. */
export function writeMapping(mapping: Mapping): string {
  return JSON.stringify(mapping);
}

/** Reads the setting; entries that say nothing usable become issues, and the rest still counts. */
export function readMapping(text: string | undefined): {
  readonly mapping: Mapping;
  readonly issues: readonly Issue[];
} {
  if (text === undefined || text.trim() === '') return { mapping: {}, issues: [] };
  const entries = entriesOf(text);
  if (entries === null) return { mapping: {}, issues: [badMapping('The stored choice of cells cannot be read.')] };
  const mapping: { -readonly [Name in InputName]?: MappedCells } = {};
  const issues: Issue[] = [];
  for (const [role, cells] of entries) {
    const name = inputNamed(role);
    const mapped = mappedCells(cells);
    if (name && mapped) mapping[name] = mapped;
    else issues.push(badMapping(`The stored choice of cells for ${role} cannot be read.`));
  }
  return { mapping, issues };
}

/** Rectangle of a mapped range; null for a table's column. */
export function mappedReference(cells: MappedCells): RangeReference | null {
  if (!('range' in cells)) return null;
  const area = parseArea(cells.range);
  return area && { sheet: cells.sheet, ...area };
}

/** What a read must ask for beside the names: the mapped rectangles with the labels around them, and the mapped tables. */
export function requestForMapping(mapping: Mapping): Pick<ReadRequest, 'ranges' | 'tables'> {
  const ranges: RangeReference[] = [];
  const tables: string[] = [];
  for (const cells of Object.values(mapping)) {
    const reference = mappedReference(cells);
    if (reference) ranges.push(withEdges(reference));
    else if ('table' in cells) tables.push(cells.table);
  }
  return { ranges, tables: [...new Set(tables)] };
}

/** A rectangle with the row above and the column left of it, where the sheet has them. */
export function withEdges(reference: RangeReference): RangeReference {
  const up = reference.row > 0 ? 1 : 0;
  const left = reference.column > 0 ? 1 : 0;
  return {
    sheet: reference.sheet,
    row: reference.row - up,
    column: reference.column - left,
    rowCount: reference.rowCount + up,
    columnCount: reference.columnCount + left,
  };
}

function entriesOf(text: string): [string, unknown][] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? Object.entries(parsed) : null;
  } catch {
    return null;
  }
}

function mappedCells(entry: unknown): MappedCells | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { sheet, range, table, column } = entry as Record<string, unknown>;
  if (typeof sheet === 'string' && typeof range === 'string' && parseArea(range)) return { sheet, range };
  if (typeof table === 'string' && typeof column === 'string') return { table, column };
  return null;
}

function badMapping(message: string): Issue {
  return {
    severity: 'error',
    code: 'bad-mapping',
    sheet: null,
    cell: null,
    message,
    fix: 'Choose the cells again in the set-up, or remove the choice there.',
  };
}
