import type { Label } from '../../read-labels';
import type { TableName } from '../../schema';
import type { CellValue } from '../../workbook';
import { copiedRow } from './editable-table';
import type { EditableRow, EditableTable } from './editable-table';
import { keyColumns } from './row-names';

/** What rows for "all" stand for. */
export interface TableAxes {
  /** Names of all products. */
  readonly products: readonly string[];
  readonly periods: readonly Label[];
}

/** Whether a cell means every product or every period. */
export function meansAll(text: string): boolean {
  return text === '' || text === '*';
}

/** What a new row has in its column Period. */
export function periodCell({ text, value }: Label): CellValue {
  return value ?? text;
}

/** Position of the period that a row names; -1 where it is unknown. */
export function periodOf(table: EditableTable, row: EditableRow, periods: readonly Label[]): number {
  const text = table.text(row, 'Period').toLowerCase();
  const serial = table.number(row, 'Period');
  return periods.findIndex(
    (period) => period.text.toLowerCase() === text || (serial !== null && period.value === serial),
  );
}

/**
 * Replaces rows for all products by one for each, so that a scenario can change one of them. Where a product has a row of its
 * own, a row for all does not count for it.
 */
export function expandProducts(table: EditableTable, name: TableName, { products }: TableAxes): void {
  if (!table.rows.some((row) => meansAll(table.text(row, 'Product')))) return;
  const keys = keyColumns[name] ?? null;
  const keyOf = (row: EditableRow, product: string) =>
    [product, ...(keys ?? []).map((column) => table.text(row, column))].join('|').toLowerCase();
  const own = new Set(
    table.rows
      .filter((row) => !meansAll(table.text(row, 'Product')))
      .map((row) => keyOf(row, table.text(row, 'Product'))),
  );
  table.rows = table.rows.flatMap((row) => {
    if (!meansAll(table.text(row, 'Product'))) return [row];
    return products
      .filter((product) => keys === null || !own.has(keyOf(row, product)))
      .filter((product) => table.text(row, 'Component').toLowerCase() !== product.toLowerCase())
      .map((product) => copiedRow(table, row, { Product: product }));
  });
}

/** Replaces rows for all periods by one for each. */
export function expandPeriods(table: EditableTable, { periods }: TableAxes): void {
  if (!table.rows.some((row) => table.text(row, 'Period') === '*')) return;
  table.rows = table.rows.flatMap((row) =>
    table.text(row, 'Period') === '*'
      ? periods.map((period) => copiedRow(table, row, { Period: periodCell(period) }))
      : [row],
  );
}
