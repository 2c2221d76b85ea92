import { parseRectangle, splitAddress, type Rectangle } from './addresses';
import { clearContents, writeEntries, type ChangeSource } from './changes';
import type { Json } from './json';
import type { OpenWorkbook } from './open-workbook';
import { select } from './objects/range';
import { addSheet, deleteSheet } from './objects/worksheet';
import { findSheet, type SheetModel } from './workbook-model';

/** What a person, or a co-author, does in the workbook without the add-in. Addresses name the sheet: `Data!B2`. */
export interface User {
  /** Types into cells: one entry, or a matrix from the first cell on. */
  enter(address: string, entries: Json, source?: ChangeSource): void;
  clear(address: string): void;
  select(address: string): void;
  /** Begins to edit a cell: requests are refused until it ends, or wait where the add-in asked for that. */
  startCellEdit(): void;
  endCellEdit(): void;
  protectSheet(name: string): void;
  unprotectSheet(name: string): void;
  protectStructure(): void;
  addSheet(name: string): void;
  deleteSheet(name: string): void;
}

export function userOf(book: OpenWorkbook, settle: () => void, cellEdit: { start(): void; end(): void }): User {
  const located = (address: string): { sheet: SheetModel; area: Rectangle } => {
    const { sheet: name, cells } = splitAddress(address);
    const sheet = name === undefined ? undefined : findSheet(book.model, name);
    const area = parseRectangle(cells);
    if (!sheet || !area) throw new Error(`${address} is not a place in the workbook.`);
    return { sheet, area };
  };
  const sheetNamed = (name: string): SheetModel => {
    const sheet = findSheet(book.model, name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  };
  const then = (act: () => void) => {
    act();
    settle();
  };
  return {
    enter: (address, entries, source = 'Local') => {
      const { sheet, area } = located(address);
      const rows = Array.isArray(entries) ? entries.length : area.rows;
      const first = Array.isArray(entries) ? entries[0] : undefined;
      const columns = Array.isArray(first) ? first.length : area.columns;
      then(() => writeEntries(book, sheet, { ...area, rows, columns }, entries, source));
    },
    clear: (address) => {
      const { sheet, area } = located(address);
      then(() => clearContents(book, sheet, area));
    },
    select: (address) => {
      const { sheet, area } = located(address);
      then(() => select(book, sheet, area));
    },
    startCellEdit: cellEdit.start,
    endCellEdit: cellEdit.end,
    protectSheet: (name) => void (sheetNamed(name).isProtected = true),
    unprotectSheet: (name) => void (sheetNamed(name).isProtected = false),
    protectStructure: () => void (book.model.structureProtected = true),
    addSheet: (name) => then(() => void addSheet(book, name)),
    deleteSheet: (name) => then(() => deleteSheet(book, sheetNamed(name))),
  };
}
