import { areaAddress, parseArea, quotedSheetName } from '../workbook/address';
import type { MappedCells, Mapping } from '../workbook/mapping';
import type { InputName } from '../workbook/schema';
import type { RangeReference } from '../workbook/workbook';

/** The steps of the set-up, in order. */
export const setUpSteps = ['demand', 'capacity', 'costs', 'stock'] as const;

export type SetUpStep = (typeof setUpSteps)[number];

/** What is asked for in each step. */
export const rolesOf: Readonly<Record<SetUpStep, readonly InputName[]>> = {
  demand: ['Demand'],
  capacity: ['Capacity'],
  costs: ['Production_Cost', 'Holding_Cost'],
  stock: ['Initial_Inventory', 'Safety_Stock'],
};

const roles = setUpSteps.flatMap((step) => rolesOf[step]);

/** The guided set-up: where it is, and what was typed or taken for each role. */
export interface SetUpState {
  /** The choice that is stored in the workbook. */
  readonly mapping: Mapping;
  readonly step: SetUpStep;
  /** As shown in the field, e.g. `Sheet1!B2:M4`. */
  readonly cells: Partial<Readonly<Record<InputName, string>>>;
  /** Role whose text cannot be used, and why. */
  readonly wrong: { readonly role: InputName; readonly message: string } | null;
}

/** The cells that a text names: `Sheet1!B2:M4`, `B2:M4` (on the active sheet) or `Table[Column]`; null for anything else. */
export function cellsNamed(text: string, activeSheet: string): MappedCells | null {
  const trimmed = text.trim().replace(/^=/, '');
  const column = /^([^\s'![\]]+)\[([^[\]]+)\]$/.exec(trimmed);
  if (column) return { table: column[1], column: column[2] };
  const [, quoted, plain, address = ''] = /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?([^!]+)$/.exec(trimmed) ?? [];
  const range = address.replace(/\$/g, '').toUpperCase();
  if (!parseArea(range)) return null;
  return { sheet: quoted?.replace(/''/g, "'") ?? plain ?? activeSheet, range };
}

/** A rectangle as the set-up's fields show it. */
export function rangeText(reference: RangeReference): string {
  return `${quotedSheetName(reference.sheet)}!${areaAddress(reference)}`;
}

/** The state in which the set-up opens: what is mapped already stands in the fields. */
export function openedSetUp(mapping: Mapping): SetUpState {
  const texts = roles.flatMap((role) => {
    const cells = mapping[role];
    if (!cells) return [];
    return [
      [role, 'table' in cells ? `${cells.table}[${cells.column}]` : `${quotedSheetName(cells.sheet)}!${cells.range}`],
    ];
  });
  return { mapping, step: 'demand', cells: Object.fromEntries(texts), wrong: null };
}

/** The first role of a step whose text names no cells; null when all is well. Only the demand must be there. */
export function wrongRole(
  { step, cells }: SetUpState,
  sheets: readonly string[],
  activeSheet: string,
): { readonly role: InputName; readonly kind: 'unreadable' | 'missing' | 'noSheet'; readonly sheet: string } | null {
  for (const role of rolesOf[step]) {
    const text = (cells[role] ?? '').trim();
    if (text === '') {
      if (role === 'Demand') return { role, kind: 'missing', sheet: '' };
      continue;
    }
    const named = cellsNamed(text, activeSheet);
    if (!named) return { role, kind: 'unreadable', sheet: '' };
    if ('sheet' in named && !sheets.some((sheet) => sheet.toLowerCase() === named.sheet.toLowerCase())) {
      return { role, kind: 'noSheet', sheet: named.sheet };
    }
  }
  return null;
}

/** The stored choice with what the set-up says; an emptied field takes its role out, other roles stay. */
export function mappingAfter({ mapping, cells }: SetUpState, activeSheet: string): Mapping {
  const after: { -readonly [Name in InputName]?: MappedCells } = { ...mapping };
  for (const role of roles) {
    const named = cellsNamed(cells[role] ?? '', activeSheet);
    if (named) after[role] = named;
    else delete after[role];
  }
  return after;
}
