import { CellError, DetailedCellError, HyperFormula } from 'hyperformula';
import type { ConfigParams, RawCellContent, SerializedNamedExpression } from 'hyperformula';
import { formatRectangle, quoteSheetName } from './addresses';
import {
  cellKey,
  cellPosition,
  type CellModel,
  type CellValue,
  type SheetModel,
  type WorkbookModel,
} from './workbook-model';

/** Values of formulas, kept up to date by HyperFormula; the model's cells stay the only truth about their content. */
export interface Calculation {
  /** Says that this cell's content changed. */
  touch(sheet: SheetModel, key: number): void;
  /** Says that sheets, names or tables changed: the next calculation starts anew. */
  restart(): void;
  /** Brings the values of all formula cells up to date; returns the sheets on which a value changed. */
  calculate(): Set<string>;
  /** The value of a formula that stands in no cell, as rows of values. */
  evaluate(formula: string, sheet: SheetModel): CellValue[][];
}

const errorText = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!)$/;

/** True for the text of an error value. */
export function isErrorText(value: unknown): value is string {
  return typeof value === 'string' && errorText.test(value);
}

/** True when the formula is one call of a function in a namespace, as custom functions are: `=SOP.PLAN(A1:B2)`. */
export function isCustomFunctionCall(formula: string): boolean {
  return (
    /^=\s*[A-Z]\w*\.[A-Z][\w.]*\(.*\)\s*$/i.test(formula) &&
    !/^=\s*(STDEV|VAR|MODE|RANK|NORM|CEILING|FLOOR|FORECAST|PERCENTILE|QUARTILE)\./i.test(formula)
  );
}

/** From so many changed cells on, building anew is faster than changing cell by cell. */
const manyCells = 200;

const configuration: Partial<ConfigParams> = {
  licenseKey: 'gpl-v3',
  useArrayArithmetic: true,
  smartRounding: false,
  leapYear1900: true,
  nullDate: { year: 1899, month: 12, day: 31 },
  evaluateNullToZero: true,
  accentSensitive: true,
  undoLimit: 0,
};

/** The calculation of one workbook. */
export function openCalculation(model: WorkbookModel): Calculation {
  let engine: HyperFormula | undefined;
  let touched = new Map<string, Set<number>>();

  function start(): HyperFormula {
    const sheets = Object.fromEntries(model.sheets.map((sheet) => [sheet.name, contents(sheet)]));
    return HyperFormula.buildFromSheets(sheets, configuration, namedExpressions());
  }

  /** The names that HyperFormula can read; tried on a workbook without content, where that is cheap. */
  function namedExpressions(): SerializedNamedExpression[] {
    const empty = Object.fromEntries(model.sheets.map((sheet) => [sheet.name, []]));
    const trial = HyperFormula.buildFromSheets(empty, configuration);
    const readable = model.names.flatMap(({ name, refersTo, sheetId }) => {
      const sheet = model.sheets.find(({ id }) => id === sheetId);
      const scope = sheet && trial.getSheetId(sheet.name);
      const expression = plainFormula(model, refersTo);
      if (!trial.isItPossibleToAddNamedExpression(name, expression, scope)) return [];
      trial.addNamedExpression(name, expression, scope);
      return [{ name, expression, scope }];
    });
    trial.destroy();
    return readable;
  }

  function contents(sheet: SheetModel): RawCellContent[][] {
    const rows: RawCellContent[][] = [];
    for (const [key, cell] of sheet.cells) {
      const { row, column } = cellPosition(key);
      while (rows.length <= row) rows.push([]);
      while (rows[row].length < column) rows[row].push(null);
      rows[row][column] = content(model, cell);
    }
    return rows;
  }

  function put(target: HyperFormula, sheet: SheetModel, key: number): void {
    const sheetNumber = target.getSheetId(sheet.name);
    if (sheetNumber === undefined) return;
    const { row, column } = cellPosition(key);
    target.setCellContents({ sheet: sheetNumber, row, col: column }, content(model, sheet.cells.get(key)));
  }

  function current(): HyperFormula {
    const count = [...touched.values()].reduce((sum, keys) => sum + keys.size, 0);
    if (!engine || count > manyCells) {
      engine?.destroy();
      engine = start();
      touched = new Map();
    } else if (touched.size > 0) {
      const ready = engine;
      ready.batch(() => {
        for (const sheet of model.sheets) {
          for (const key of touched.get(sheet.id) ?? []) put(ready, sheet, key);
        }
      });
      touched = new Map();
    }
    return engine;
  }

  function calculate(): Set<string> {
    const stale = !engine || touched.size > 0;
    const changed = new Set<string>();
    if (!stale || !model.sheets.some(hasFormula)) return changed;
    const ready = current();
    for (const sheet of model.sheets) {
      const sheetNumber = ready.getSheetId(sheet.name);
      if (sheetNumber === undefined) continue;
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === undefined || isCustomFunctionCall(cell.formula)) continue;
        const { row, column } = cellPosition(key);
        const value = shownValue(ready.getCellValue({ sheet: sheetNumber, row, col: column }));
        // A function that the engine does not know keeps the value the workbook came with.
        if (value === '#NAME?' && cell.value !== '') continue;
        if (value !== cell.value) changed.add(sheet.id);
        cell.value = value;
      }
    }
    return changed;
  }

  return {
    calculate,
    touch: (sheet, key) => touched.set(sheet.id, (touched.get(sheet.id) ?? new Set()).add(key)),
    restart: () => {
      engine?.destroy();
      engine = undefined;
    },
    evaluate: (formula, sheet) => {
      const ready = current();
      const plain = plainFormula(model, formula);
      if (!ready.validateFormula(plain)) return [['#VALUE!']];
      const result = ready.calculateFormula(plain, ready.getSheetId(sheet.name) ?? 0);
      const rows = Array.isArray(result) ? result : [[result]];
      return rows.map((row) => row.map((value) => (value === null ? '' : shownValue(value))));
    },
  };
}

function hasFormula(sheet: SheetModel): boolean {
  for (const cell of sheet.cells.values()) if (cell.formula !== undefined) return true;
  return false;
}

function shownValue(value: unknown): CellValue {
  if (value === null || value === undefined) return 0;
  if (value instanceof DetailedCellError) return value.value;
  if (value instanceof CellError) return '#VALUE!';
  return typeof value === 'string' || typeof value === 'boolean' ? value : Number(value);
}

function content(model: WorkbookModel, cell: CellModel | undefined): RawCellContent {
  if (!cell) return null;
  if (cell.formula !== undefined && !isCustomFunctionCall(cell.formula)) return plainFormula(model, cell.formula);
  if (typeof cell.value !== 'string' || (isErrorText(cell.value) && !cell.text)) return cell.value;
  return cell.value === '' ? null : `'${cell.value}`;
}

/**
 * Excel's formula without what HyperFormula cannot read: constants `TRUE` and `FALSE`, future-function
 * prefixes, `@`, and table references.
 */
function plainFormula(model: WorkbookModel, formula: string): string {
  return formula
    .replace(/("[^"]*"|'[^']*'!)|\b(TRUE|FALSE)\b(?!\s*[(!])/gi, (_, quoted: string | undefined, constant: string) =>
      quoted === undefined ? `${constant}()` : quoted,
    )
    .replace(/_xlfn\.(_xlws\.)?/g, '')
    .replace(/([=(,+\-*/^&<>]\s*)@/g, '$1')
    .replace(/([A-Za-z_]\w*)\[([^[\]#@]+)\]/g, (reference, tableName: string, column: string) => {
      const table = model.tables.find(({ name }) => name.toLowerCase() === tableName.toLowerCase());
      const sheet = model.sheets.find(({ id }) => id === table?.sheetId);
      if (!table || !sheet) return reference;
      const { top, left, rows, columns } = table.area;
      const headings = Array.from({ length: columns }, (_, i) => sheet.cells.get(cellKey(top, left + i))?.value);
      const index = headings.findIndex((heading) => String(heading).toLowerCase() === column.toLowerCase());
      if (index < 0) return reference;
      const area = { top: top + 1, left: left + index, rows: rows - 1, columns: 1 };
      return `${quoteSheetName(sheet.name)}!${formatRectangle(area, true)}`;
    });
}
