import type { BookTableContent } from '../../src/workbook/book-content';
import type { SheetContent } from '../../src/workbook/sheet-content';
import type { CellValue } from '../../src/workbook/workbook';
import { look, sheetBuilder } from './sheet-builder';

const headings = ['Scenario', 'Input', 'Item', 'Period from', 'Period to', 'Change', 'Amount', 'Note'];

/** A sheet with the table of scenarios, below a title. */
export function scenarioSheet(
  changes: readonly (readonly CellValue[])[],
  widths: { readonly scenario: number; readonly input: number; readonly item: number } = {
    scenario: 16,
    input: 18,
    item: 18,
  },
): {
  readonly sheet: SheetContent;
  readonly table: BookTableContent;
} {
  const { put, finish } = sheetBuilder('Scenarios');
  put(0, 0, 'What differs from the workbook in each scenario', look.title);
  headings.forEach((heading, column) => put(2, column, heading, look.heading));
  changes.forEach((row, r) =>
    row.forEach((value, column) => {
      const isPeriod = headings[column].startsWith('Period') && typeof value === 'number';
      const format = isPeriod ? { numberFormat: 'mmm yyyy' } : { numberFormat: '#,##0' };
      if (value !== null) put(3 + r, column, value, typeof value === 'number' ? { ...look.input, ...format } : {});
    }),
  );
  const reference = {
    sheet: 'Scenarios',
    row: 2,
    column: 0,
    rowCount: changes.length + 1,
    columnCount: headings.length,
  };
  return {
    sheet: finish([widths.scenario, widths.input, widths.item, 12, 12, 12, 12, 40], { rows: 3, columns: 1 }),
    table: { name: 'SOP_Scenarios', reference, headers: headings },
  };
}
