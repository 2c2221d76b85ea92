import { DetailedCellError, HyperFormula } from 'hyperformula';
import type { SheetCell, SheetContent } from '../../../src/workbook/sheet-content';
import type { CellValue } from '../../../src/workbook/workbook';
import { quotedSheetName } from '../../../src/workbook/address';
import type { Book, GridCell } from '../workbook-content';

/** A formula cell with the value that the sheet holds and the one that a calculation engine finds. */
export interface Recalculated {
  readonly cell: SheetCell;
  readonly found: unknown;
}

/** Calculates every formula of a sheet, placed in the user's workbook, with HyperFormula. */
export function recalculate(sheet: SheetContent, book: Book): Recalculated[] {
  const rows: (string | number | boolean | null)[][] = [];
  for (const { row, column, value, formula } of sheet.cells) {
    while (rows.length <= row) rows.push([]);
    while (rows[row].length <= column) rows[row].push(null);
    rows[row][column] = formula === undefined ? literal(value) : withoutScopes(formula, book);
  }
  const grids = Object.entries(book.sheets).map(
    ([name, grid]) => [name, grid.map((line) => line.map((cell) => literal(valueOf(cell))))] as const,
  );
  const names = Object.entries(book.names ?? {}).flatMap(([key, target]) => {
    if (typeof target !== 'string')
      return 'constant' in target ? [{ name: key, expression: `=${target.constant}` }] : [];
    const [owner, area] = target.split('!');
    return [{ name: plainName(key), expression: `=${quotedSheetName(owner)}!${absolute(area)}` }];
  });
  const engine = HyperFormula.buildFromSheets(
    { ...Object.fromEntries(grids), [sheet.name]: rows },
    { licenseKey: 'gpl-v3', useArrayArithmetic: true },
    names,
  );
  const id = engine.getSheetId(sheet.name);
  if (id === undefined) throw new Error('The sheet is not in the engine.');
  const found = sheet.cells
    .filter(({ formula }) => formula !== undefined)
    .map((cell) => ({ cell, found: engine.getCellValue({ sheet: id, row: cell.row, col: cell.column }) }));
  engine.destroy();
  return found.map(({ cell, found: value }) => ({
    cell,
    found: value instanceof DetailedCellError ? value.value : value,
  }));
}

/** Cells whose cached value is not what the engine finds, in words. */
export function differences(sheet: SheetContent, book: Book): string[] {
  return recalculate(sheet, book)
    .filter(({ cell, found }) => !same(cell.value, found))
    .map(
      ({ cell, found }) => `R${cell.row + 1}C${cell.column + 1} ${cell.formula}: ${cell.value} but ${String(found)}`,
    );
}

function same(value: CellValue, found: unknown): boolean {
  if (typeof value === 'number' && typeof found === 'number')
    return Math.abs(value - found) <= 1e-7 * Math.max(1, Math.abs(value));
  return value === found;
}

function valueOf(cell: GridCell): CellValue {
  return typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
}

/** A text that starts like a formula must stay a text. */
function literal(value: CellValue): string | number | boolean | null {
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'object' ? null : value;
}

/** HyperFormula does not parse names qualified by their sheet: each gets a name of its own in the whole workbook. */
function withoutScopes(formula: string, book: Book): string {
  let text = formula;
  for (const key of Object.keys(book.names ?? {})) {
    if (!key.includes('!')) continue;
    const [owner, name] = key.split('!');
    text = text.split(`${quotedSheetName(owner)}!${name}`).join(plainName(key));
  }
  return text;
}

function plainName(key: string): string {
  return key.includes('!') ? `Scoped_${key.replace(/[^A-Za-z]/g, '_')}` : key;
}

function absolute(area: string): string {
  return area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
