/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   the functions given back run after their caller has synchronised, which the rules cannot see */
import type { TableShape } from '../name-target';
import type { BookName } from '../answer-request';

/** What a workbook consists of, before any cell is read. */
export interface BookLists {
  readonly sheets: readonly string[];
  readonly activeSheet: string;
  /** Names of the whole workbook. */
  readonly names: readonly BookName[];
  readonly tables: readonly ListedTable[];
  /** Ids of the custom XML parts with our settings, the one that counts first. */
  readonly settingsParts: readonly string[];
}

/** A table whose place is not known yet. */
export interface ListedTable {
  readonly name: string;
  readonly sheet: string;
  readonly showsHeaders: boolean;
  readonly showsTotals: boolean;
}

/** Asks for the lists; the function gives them after the next sync. */
export function askForLists({ workbook }: Excel.RequestContext, settingsNamespace: string): () => BookLists {
  const { worksheets, names, tables } = workbook;
  const active = worksheets.getActiveWorksheet();
  const parts = workbook.customXmlParts.getByNamespace(settingsNamespace);
  worksheets.load('items/name');
  active.load('name');
  names.load('items/name,items/formula');
  tables.load('items/name,items/showHeaders,items/showTotals,items/worksheet/name');
  parts.load('items/id');
  return () => ({
    sheets: worksheets.items.map(({ name }) => name),
    activeSheet: active.name,
    names: names.items.map((item) => bookName(item, null)),
    tables: tables.items.map(({ name, showHeaders, showTotals, worksheet }) => {
      return { name, sheet: worksheet.name, showsHeaders: showHeaders, showsTotals: showTotals };
    }),
    settingsParts: parts.items.map(({ id }) => id),
  });
}

/** Asks for the names that are confined to single sheets. */
export function askForSheetNames(
  { workbook }: Excel.RequestContext,
  sheets: readonly string[],
): () => readonly BookName[] {
  const asked = sheets.map((sheet) => {
    const { names } = workbook.worksheets.getItem(sheet);
    names.load('items/name,items/formula');
    return { sheet, names };
  });
  return () => asked.flatMap(({ sheet, names }) => names.items.map((item) => bookName(item, sheet)));
}

/** Asks where tables are and what their columns are called. */
export function askForTables(
  { workbook }: Excel.RequestContext,
  listed: readonly ListedTable[],
): () => readonly TableShape[] {
  const asked = listed.map((one) => {
    const table = workbook.tables.getItem(one.name);
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    table.columns.load('items/name');
    return { one, range, columns: table.columns };
  });
  return () =>
    asked.map(({ one, range, columns }) => ({
      name: one.name,
      sheet: one.sheet,
      area: {
        row: range.rowIndex,
        column: range.columnIndex,
        rowCount: range.rowCount,
        columnCount: range.columnCount,
      },
      headerRows: one.showsHeaders ? 1 : 0,
      totalsRows: one.showsTotals ? 1 : 0,
      headers: columns.items.map(({ name }) => name),
    }));
}

/** Tables that are asked for, or that a name's formula may mean. */
export function tablesOfInterest(
  tables: readonly ListedTable[],
  wanted: readonly string[],
  names: readonly BookName[],
): readonly ListedTable[] {
  const asked = new Set(wanted.map((name) => name.toLowerCase()));
  const formulas = names.map(({ refersTo }) => refersTo.toLowerCase()).join('\n');
  return tables.filter(({ name }) => asked.has(name.toLowerCase()) || formulas.includes(name.toLowerCase()));
}

function bookName({ name, formula }: Excel.NamedItem, scope: string | null): BookName {
  return { name, scope, refersTo: String(formula).replace(/^=/, ''), isFunction: false };
}
