import type { Issue } from '../planning/index';
import { cellAddress } from './address';
import { isBlank, readNumber, unreadable } from './cell-number';
import { shownText } from './shown-text';
import { tableDefinition } from './schema';
import type { TableName } from './schema';
import type { ColumnDefinition } from './schema-definitions';
import type { Reports } from './reports';
import type { Cell, TableContent, WorkbookContent } from './workbook';

/** A row of an input table, its cells read as the schema says; blank cells and missing columns are '' or null. */
export interface TableRow {
  readonly text: (column: string) => string;
  /** The number in a text column too, e.g. the serial number of a date label. */
  readonly number: (column: string) => number | null;
  readonly truth: (column: string) => boolean | null;
  readonly isBlank: (column: string) => boolean;
  /** Reports something about a cell of the row (or about the row, for a column that the table lacks). */
  readonly report: (severity: Issue['severity'], code: string, column: string, message: string, fix: string) => void;
}

/** An input table that the workbook has. */
export interface TableRows {
  readonly name: TableName;
  readonly content: TableContent;
  readonly rows: readonly TableRow[];
}

/** Reads an input table, reporting every cell and column that is not as it should be; null where there is none. */
export function readTable(content: WorkbookContent, name: TableName, reports: Reports): TableRows | null {
  const table = content.tables.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!table) return null;
  const definition = tableDefinition(name);
  const positions = readHeaders(table, definition.columns, name, reports);
  const rows = table.body.flatMap((cells, index) =>
    cells.every(isBlank) ? [] : [readRow(table, name, positions, definition.columns, cells, index, content, reports)],
  );
  return { name, content: table, rows };
}

/** Position of each known column; unknown ones are warned of, missing ones that are needed are errors. */
function readHeaders(
  table: TableContent,
  columns: readonly ColumnDefinition[],
  name: TableName,
  reports: Reports,
): ReadonlyMap<string, number> {
  const { sheet, row, column } = table.reference;
  const positions = new Map<string, number>();
  table.headers.forEach((header, index) => {
    const known = columns.find((candidate) => candidate.name.toLowerCase() === header.trim().toLowerCase());
    if (known) {
      positions.set(known.name, index);
      return;
    }
    reports.add(name, {
      severity: 'warning',
      code: 'unknown-column',
      sheet,
      cell: cellAddress(row, column + index),
      message: `${name} has a column "${header}" that is not used.`,
      fix: `The columns are ${columns.map((candidate) => candidate.name).join(', ')}.`,
    });
  });
  for (const { name: needed, required } of columns) {
    if (!required || positions.has(needed)) continue;
    reports.add(name, {
      severity: 'error',
      code: 'missing-column',
      sheet,
      cell: cellAddress(row, column),
      message: `${name} has no column ${needed}.`,
      fix: `Add a column with the heading ${needed}.`,
    });
  }
  return positions;
}

function readRow(
  table: TableContent,
  name: TableName,
  positions: ReadonlyMap<string, number>,
  columns: readonly ColumnDefinition[],
  cells: readonly Cell[],
  index: number,
  { date1904 }: WorkbookContent,
  reports: Reports,
): TableRow {
  const { sheet, row, column: firstColumn } = table.reference;
  const report: TableRow['report'] = (severity, code, column, message, fix) => {
    const cell = cellAddress(row + 1 + index, firstColumn + (positions.get(column) ?? 0));
    reports.add(name, { severity, code, sheet, cell, message, fix });
  };
  const texts = new Map<string, string>();
  const numbers = new Map<string, number>();
  const truths = new Map<string, boolean>();
  for (const definition of columns) {
    const position = positions.get(definition.name);
    if (position === undefined) continue;
    const cell = cells[position];
    const what = `${name}, column ${definition.name},`;
    if (definition.kind === 'text') {
      const wrong = unreadable(cell, what);
      if (wrong) report('error', wrong.code, definition.name, wrong.message, wrong.fix);
      else texts.set(definition.name, shownText(cell, date1904));
      if (typeof cell.value === 'number') numbers.set(definition.name, cell.value);
    } else if (definition.kind === 'truth') {
      const truth = readTruthCell(cell);
      if (truth !== null) truths.set(definition.name, truth);
      else if (!isBlank(cell)) {
        report(
          'error',
          'not-a-truth-value',
          definition.name,
          `${what} is neither TRUE nor FALSE.`,
          'Enter TRUE or FALSE.',
        );
      }
    } else {
      const reading = readNumber(cell, what, definition);
      if (reading.kind === 'number') numbers.set(definition.name, reading.value);
      if (reading.kind === 'wrong') report('error', reading.code, definition.name, reading.message, reading.fix);
    }
  }
  return {
    text: (column) => texts.get(column) ?? '',
    number: (column) => numbers.get(column) ?? null,
    truth: (column) => truths.get(column) ?? null,
    isBlank: (column) => isBlank(cells[positions.get(column) ?? -1] ?? blankCell),
    report,
  };
}

const blankCell: Cell = { value: null, numberFormat: 'General', text: null, formula: null };

function readTruthCell({ value }: Cell): boolean | null {
  const word = typeof value === 'string' ? value.trim().toUpperCase() : value;
  if (word === true || word === 'TRUE' || word === 1) return true;
  return word === false || word === 'FALSE' || word === 0 ? false : null;
}
