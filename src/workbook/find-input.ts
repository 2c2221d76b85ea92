import { sayIn, worded } from '../planning/index';
import type { Issue, Said } from '../planning/index';
import { areaAddress } from './address';
import { mappedReference } from './mapping';
import type { MappedCells, Mapping } from './mapping';
import { inputNamed, inputs, namePrefix } from './schema';
import type { InputName } from './schema';
import type { Cell, CellValue, NamedContent, RangeReference, TableContent, WorkbookContent } from './workbook';

/** Where an input was found, and the cells there; not yet judged. */
export interface FoundInput {
  readonly input: InputName;
  /** The defined name as the workbook spells it; null where the planner chose the cells in the pane. */
  readonly definedName: string | null;
  /** Sheet to which the defined name is confined; null for the whole workbook. */
  readonly scope: string | null;
  /** Null for a constant. */
  readonly reference: RangeReference | null;
  readonly cells: readonly (readonly Cell[])[];
  /** The row of cells just above and the column of cells just left; null where there is none. */
  readonly above: readonly Cell[] | null;
  readonly left: readonly Cell[] | null;
  /** Formulas have to write the address of the cells: the defined name means others there. */
  readonly byAddress?: true;
  /** The cells are a scenario's, not those of the workbook. */
  readonly changed?: boolean;
}

/** What the workbook has for each input; an input that cannot be resolved has an issue and no entry. */
export interface FoundInputs {
  readonly found: ReadonlyMap<InputName, FoundInput>;
  readonly unresolved: readonly { readonly input: InputName; readonly issue: Issue }[];
}

/**
 * Looks up every input: the planner's mapping wins over names; among names the one with the prefix wins, then workbook
 * scope over sheet scope, then the active sheet over the others.
 */
export function findInputs(content: WorkbookContent, mapping: Mapping): FoundInputs {
  const found = new Map<InputName, FoundInput>();
  const unresolved: { readonly input: InputName; readonly issue: Issue }[] = [];
  for (const { name } of inputs) {
    const mapped = mapping[name];
    const outcome = mapped ? findMapped(content, name, mapped) : findNamed(content, name);
    if (outcome === null) continue;
    if ('severity' in outcome) unresolved.push({ input: name, issue: outcome });
    else found.set(name, outcome);
  }
  return { found, unresolved };
}

/** How messages call the cells of an input: by the contract's name. */
export function addressOf(found: FoundInput): { readonly sheet: string | null; readonly cell: string | null } {
  return found.reference
    ? { sheet: found.reference.sheet, cell: areaAddress(found.reference) }
    : { sheet: null, cell: null };
}

function findNamed(content: WorkbookContent, input: InputName): FoundInput | Issue | null {
  const candidates = content.names.filter((named) => inputNamed(named.name) === input);
  const named = [...candidates].sort((a, b) => precedence(content, a) - precedence(content, b))[0];
  if (!named) return null;
  const { name: definedName, scope, target } = named;
  switch (target.kind) {
    case 'range': {
      const { range, above, left, byAddress } = target;
      const found = { input, definedName, scope, reference: range.reference, cells: range.cells, above, left };
      return byAddress ? { ...found, byAddress } : found;
    }
    case 'constant':
      return { input, definedName, scope, reference: null, cells: [[constant(target.value)]], above: null, left: null };
    case 'unresolved':
      return unresolvedName(definedName, target.refersTo, target.reason);
  }
}

/** Smaller wins. */
function precedence(content: WorkbookContent, named: NamedContent): number {
  const prefixed = named.name.toLowerCase().startsWith(namePrefix.toLowerCase());
  const sheet = named.scope === null ? 0 : named.scope === content.activeSheet ? 1 : 2;
  const order = named.scope === null ? 0 : content.sheets.indexOf(named.scope) / (content.sheets.length + 1);
  return (prefixed ? 0 : 10) + sheet + order;
}

function constant(value: CellValue): Cell {
  return { value, numberFormat: 'General', text: null, formula: null };
}

/** What can be wrong with a name or with chosen cells. */
export const nameTexts = {
  deleted: 'The name {name} refers to cells that were deleted ({refersTo}).',
  union: 'The name {name} refers to several separate ranges ({refersTo}).',
  external: 'The name {name} refers to another workbook ({refersTo}).',
  formula: 'The name {name} refers to a formula that is neither one range nor a constant ({refersTo}).',
  referToRange: 'In Formulas > Name Manager, let it refer to one range of this workbook, or delete the name.',
  lostRange: '{input} was chosen as the range {range} of the sheet {sheet}, which the workbook does not have.',
  lostColumn: '{input} was chosen as the column {column} of the table {table}, which the workbook does not have.',
  chooseAgain: 'Choose the cells of {input} again in the set-up.',
} as const;

const say = sayIn(nameTexts);

function unresolvedName(name: string, refersTo: string, reason: 'deleted' | 'union' | 'external' | 'formula'): Issue {
  return {
    severity: 'error',
    code: 'unresolved-name',
    sheet: null,
    cell: null,
    ...worded(say(reason, { name, refersTo }), say('referToRange')),
  };
}

function findMapped(content: WorkbookContent, input: InputName, mapped: MappedCells): FoundInput | Issue {
  if ('table' in mapped) return findColumn(content.tables, input, mapped.table, mapped.column);
  const reference = mappedReference(mapped);
  const found = reference && cutOut(content, reference);
  if (found) return { input, definedName: null, scope: null, reference, ...found };
  return lostMapping(input, say('lostRange', { input, range: mapped.range, sheet: mapped.sheet }));
}

function findColumn(
  tables: readonly TableContent[],
  input: InputName,
  tableName: string,
  columnName: string,
): FoundInput | Issue {
  const table = tables.find(({ name }) => sameWord(name, tableName));
  const column = table ? table.headers.findIndex((header) => sameWord(header, columnName)) : -1;
  if (!table || column < 0)
    return lostMapping(input, say('lostColumn', { input, column: columnName, table: tableName }));
  return {
    input,
    definedName: null,
    scope: null,
    reference: {
      sheet: table.reference.sheet,
      row: table.reference.row + 1,
      column: table.reference.column + column,
      rowCount: table.body.length,
      columnCount: 1,
    },
    cells: table.body.map((row) => [row[column]]),
    above: null,
    left: null,
  };
}

/** The cells of a rectangle, and those just above and left of it, out of a larger rectangle that was read. */
function cutOut(
  content: WorkbookContent,
  wanted: RangeReference,
): Pick<FoundInput, 'cells' | 'above' | 'left'> | undefined {
  const covers = content.ranges.filter(({ reference, cells }) => {
    return (
      sameWord(reference.sheet, wanted.sheet) &&
      reference.row <= wanted.row &&
      reference.column <= wanted.column &&
      reference.row + cells.length >= wanted.row + wanted.rowCount &&
      reference.column + (cells[0]?.length ?? 0) >= wanted.column + wanted.columnCount
    );
  });
  // The largest one that was read knows most about the surroundings.
  const cover = covers.sort((a, b) => b.cells.length - a.cells.length)[0];
  if (!cover) return undefined;
  const row = wanted.row - cover.reference.row;
  const column = wanted.column - cover.reference.column;
  const rows = cover.cells.slice(row, row + wanted.rowCount);
  return {
    cells: rows.map((cells) => cells.slice(column, column + wanted.columnCount)),
    above: row > 0 ? cover.cells[row - 1].slice(column, column + wanted.columnCount) : null,
    left: column > 0 ? rows.map((cells) => cells[column - 1]) : null,
  };
}

function lostMapping(input: InputName, message: Said): Issue {
  return {
    severity: 'error',
    code: 'lost-mapping',
    sheet: null,
    cell: null,
    ...worded(message, say('chooseAgain', { input })),
  };
}

function sameWord(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
