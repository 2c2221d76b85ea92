import type { Issue } from '../planning/index';
import { cellAddress } from './address';
import { isBlank, readNumber, unreadable } from './cell-number';
import { shownText } from './shown-text';
import { tableDefinition } from './schema';
import type { TableName } from './schema';
import type { ColumnDefinition } from './schema-definitions';
import type { Reports } from './reports';
import type { Cell, RowOrigin, TableContent, WorkbookContent } from './workbook';

/** A row of an input table, its cells read as the schema says; blank cells and missing columns are '' or null. */
export interface TableRow {
  readonly text: (column: string) => string;
  /** The number in a text column too, e.g. the serial number of a date label. */
  readonly number: (column: string) => number | null;
  readonly truth: (column: string) => boolean | null;
  /** Number format of the column's cell. */
  readonly numberFormat: (column: string) => string;
  readonly isBlank: (column: string) => boolean;
  readonly origin: RowOrigin;
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
  const frame: TableFrame = {
    name,
    reference: table.reference,
    origins: table.rowOrigins,
    positions: readHeaders(table, definition.columns, name, reports),
    columns: definition.columns,
    date1904: content.date1904,
    reports,
  };
  const rows = table.body.flatMap((cells, index) => (cells.every(isBlank) ? [] : [new ReadRow(frame, cells, index)]));
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

/** What all rows of a table share: where it stands, and where its columns are. */
interface TableFrame {
  readonly name: TableName;
  readonly reference: TableContent['reference'];
  readonly origins: TableContent['rowOrigins'];
  readonly positions: ReadonlyMap<string, number>;
  readonly columns: readonly ColumnDefinition[];
  readonly date1904: boolean;
  readonly reports: Reports;
}

/** A class, so that the many rows of a large table share their functions. */
class ReadRow implements TableRow {
  /** By position of the column in the table; null where blank or unusable. */
  private readonly values: (string | number | boolean | null)[];

  constructor(
    private readonly frame: TableFrame,
    private readonly cells: readonly Cell[],
    private readonly index: number,
  ) {
    this.values = cells.map(() => null);
    for (const definition of frame.columns) {
      const position = frame.positions.get(definition.name);
      if (position !== undefined) this.values[position] = this.read(definition, cells[position]);
    }
  }

  text(column: string): string {
    const value = this.valueOf(column);
    return typeof value === 'string' ? value : '';
  }

  number(column: string): number | null {
    const value = this.valueOf(column);
    if (typeof value === 'number') return value;
    const cell = this.cellOf(column);
    return typeof value === 'string' && typeof cell?.value === 'number' ? cell.value : null;
  }

  truth(column: string): boolean | null {
    const value = this.valueOf(column);
    return typeof value === 'boolean' ? value : null;
  }

  numberFormat(column: string): string {
    return this.cellOf(column)?.numberFormat ?? 'General';
  }

  isBlank(column: string): boolean {
    const cell = this.cellOf(column);
    return !cell || isBlank(cell);
  }

  report(severity: Issue['severity'], code: string, column: string, message: string, fix: string): void {
    const { name, positions, reports } = this.frame;
    const { sheet, row, column: first, added } = this.origin;
    const cell = cellAddress(row, first + (added ? 0 : (positions.get(column) ?? 0)));
    reports.add(name, { severity, code, sheet, cell, message, fix });
  }

  /** Where the row stands in the workbook. */
  get origin(): RowOrigin {
    const { reference, origins } = this.frame;
    const { sheet, row, column } = reference;
    return origins?.[this.index] ?? { sheet, row: row + 1 + this.index, column };
  }

  private valueOf(column: string): string | number | boolean | null {
    const position = this.frame.positions.get(column);
    return position === undefined ? null : this.values[position];
  }

  private cellOf(column: string): Cell | undefined {
    const position = this.frame.positions.get(column);
    return position === undefined ? undefined : this.cells[position];
  }

  private read(definition: ColumnDefinition, cell: Cell): string | number | boolean | null {
    const { name: column, kind } = definition;
    const what = `${this.frame.name}, column ${column},`;
    if (kind === 'text') {
      const wrong = unreadable(cell, what);
      if (!wrong) return shownText(cell, this.frame.date1904);
      this.report('error', wrong.code, column, wrong.message, wrong.fix);
      return null;
    }
    if (kind === 'truth') {
      const truth = readTruthCell(cell);
      if (truth === null && !isBlank(cell)) {
        this.report('error', 'not-a-truth-value', column, `${what} is neither TRUE nor FALSE.`, 'Enter TRUE or FALSE.');
      }
      return truth;
    }
    const reading = readNumber(cell, what, definition);
    if (reading.kind === 'wrong') this.report('error', reading.code, column, reading.message, reading.fix);
    return reading.kind === 'number' ? reading.value : null;
  }
}

function readTruthCell({ value }: Cell): boolean | null {
  const word = typeof value === 'string' ? value.trim().toUpperCase() : value;
  if (word === true || word === 'TRUE' || word === 1) return true;
  return word === false || word === 'FALSE' || word === 0 ? false : null;
}
