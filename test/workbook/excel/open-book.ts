import { absoluteReference, cellAddress } from '../../../src/workbook/address';
import { withTableHeadings, type BookContent } from '../../../src/workbook/book-content';
import type { SheetCell } from '../../../src/workbook/sheet-content';
import type { CellValue } from '../../../src/workbook/workbook';
import type { BookInspection } from '../../contracts/workbook-contract';
import type { CellData, WorkbookData, WorkbookSnapshot } from '../../host/workbook-data';

/** A workbook of plain data as the emulated Excel opens it. */
export function hostData(content: BookContent): WorkbookData {
  const book = withTableHeadings(content);
  return {
    activeSheet: book.activeSheet,
    sheets: book.sheets.map(({ name, cells }) => ({
      name,
      cells: Object.fromEntries(cells.map((cell) => [cellAddress(cell.row, cell.column), cellData(cell)])),
    })),
    names: book.names.map(({ name, refersTo, scope }) => ({ name, refersTo, scope })),
    tables: book.tables.map(({ name, reference }) => ({
      name,
      address: absoluteReference(reference.sheet, reference),
    })),
  };
}

function cellData({ value, formula, style }: SheetCell): CellData {
  const numberFormat = style?.numberFormat;
  if (formula !== undefined) return { formula, numberFormat };
  if (typeof value === 'object') return { value: value?.error ?? '', numberFormat };
  return { value, numberFormat, text: typeof value === 'string' };
}

/** What a test of the contract sees of the emulated workbook. */
export function inspected({ sheets }: WorkbookSnapshot): BookInspection {
  return {
    sheets: sheets.map(({ name, cells, charts }) => ({
      name,
      cells: Object.fromEntries(
        Object.entries(cells).map(([address, { value, formula, text }]) => {
          const isError = typeof value === 'string' && /^#[A-Z]/.test(value) && !text;
          const seen: CellValue = isError ? { error: String(value) } : value;
          return [address, { value: seen, formula: formula ?? null }];
        }),
      ),
      charts: charts.map(({ properties }) => String(properties['Title.Text'])),
    })),
  };
}
