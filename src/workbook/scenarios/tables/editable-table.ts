import { shownText } from '../../shown-text';
import type { Cell, CellValue, RowOrigin, TableContent } from '../../workbook';

/** A row of a table while a scenario changes it. */
export interface EditableRow {
  cells: readonly Cell[];
  /** Where the planner wrote it, for reports. */
  readonly origin: RowOrigin;
}

/** A table that a scenario changes; the workbook's own stays as it is. */
export interface EditableTable {
  rows: EditableRow[];
  /** Text of a cell, empty where it is blank or the column is missing. */
  readonly text: (row: EditableRow, column: string) => string;
  /** Number of a cell; null where it is blank, missing or no number. */
  readonly number: (row: EditableRow, column: string) => number | null;
  /** Puts a value into a cell; the column is added where the table lacks it. */
  readonly set: (row: EditableRow, column: string, value: CellValue) => void;
  /** A new row with these values, blank elsewhere. */
  readonly row: (values: Readonly<Record<string, CellValue>>, origin: RowOrigin) => EditableRow;
  readonly content: () => TableContent;
}

const blank: Cell = { value: null, numberFormat: 'General', text: null, formula: null };

/** Opens a table for changes. */
export function editableTable(table: TableContent, date1904: boolean): EditableTable {
  const headers = [...table.headers];
  const positions = new Map(headers.map((header, position) => [header.trim().toLowerCase(), position]));
  const { sheet, row: headerRow, column } = table.reference;
  const positionOf = (column: string) => positions.get(column.toLowerCase());
  const cellAt = (row: EditableRow, column: string): Cell => row.cells[positionOf(column) ?? -1] ?? blank;
  const set = (row: EditableRow, column: string, value: CellValue): void => {
    const position = positionOf(column) ?? headers.length;
    if (position === headers.length) {
      positions.set(column.toLowerCase(), position);
      headers.push(column);
    }
    const cells = Array.from({ length: headers.length }, (_, index) => row.cells[index] ?? blank);
    cells[position] = { ...cells[position], value, text: null, formula: null };
    row.cells = cells;
  };
  const rows = table.body.map((cells, index): EditableRow => ({
    cells,
    origin: table.rowOrigins?.[index] ?? { sheet, row: headerRow + 1 + index, column },
  }));
  const editable: EditableTable = {
    rows,
    text: (row, column) => shownText(cellAt(row, column), date1904),
    number: (row, column) => {
      const { value } = cellAt(row, column);
      return typeof value === 'number' ? value : null;
    },
    set,
    row: (values, origin) => {
      const made: EditableRow = { cells: headers.map(() => blank), origin };
      Object.entries(values).forEach(([column, value]) => set(made, column, value));
      return made;
    },
    content: () => ({
      ...table,
      headers,
      body: editable.rows.map(({ cells }) => headers.map((_, index) => cells[index] ?? blank)),
      rowOrigins: editable.rows.map(({ origin }) => origin),
    }),
  };
  return editable;
}

/** A copy of a row with other values in some columns. */
export function copiedRow(
  table: EditableTable,
  row: EditableRow,
  values: Readonly<Record<string, CellValue>>,
): EditableRow {
  const copy: EditableRow = { ...row };
  Object.entries(values).forEach(([column, value]) => table.set(copy, column, value));
  return copy;
}
