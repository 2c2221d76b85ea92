import { areaAddress, areaContains, cellAddress, parseArea } from '../address';
import { shiftFormula } from '../formula-references';
import { refuse } from '../refusal';
import type { CellsEdit } from '../workbook';
import { dropFromCalcChain } from './calc-chain';
import { readCellFormats } from './cell-formats';
import { cellSplices, type EditedCell } from './cell-splices';
import { partText, setPartText, type Parts } from './parts';
import { holdsFormulas, recalculateOnOpen } from './recalculation';
import { cellReader } from './sheet-cells';
import { cellKey, readSheetGrid, type CellPlace, type SheetGrid } from './sheet-grid';
import { applySplices, type Splice } from './splice';
import { isTrue, readWorkbookPart, sheetNamed, type SheetEntry, type WorkbookPart } from './workbook-part';
import { attribute, parseXml, type XmlElement } from './xml';
import { escapeText } from './xml-text';

/** Cells to edit in a file. */
export interface FileEdit extends CellsEdit {
  /** Formats by column for cells that the sheet does not hold yet. */
  readonly newFormats?: readonly number[];
}

/**
 * Writes values and formulas into existing sheets; formats stay. Returns sentences for the planner: when other formulas may
 * depend on the cells, the file asks Excel to calculate as it opens.
 */
export function editCells(parts: Parts, workbookPart: string, edits: readonly FileEdit[]): string[] {
  if (edits.length === 0) return [];
  const workbook = readWorkbookPart(parts, workbookPart);
  const bySheet = new Map<SheetEntry, Map<number, EditedCell>>();
  for (const edit of edits) {
    const sheet = sheetNamed(workbook, edit.reference.sheet);
    if (!sheet || sheet.kind !== 'worksheet') {
      return refuse('notFound', `The workbook has no worksheet "${edit.reference.sheet}". Choose the cells again.`);
    }
    const cells = bySheet.get(sheet) ?? new Map<number, EditedCell>();
    bySheet.set(sheet, cells);
    for (const cell of editedCells(edit)) cells.set(cellKey(cell.row, cell.column), cell);
  }
  let othersCalculate = workbook.sheets.some(
    (sheet) => sheet.kind === 'worksheet' && !bySheet.has(sheet) && holdsFormulas(parts, sheet.part),
  );
  for (const [sheet, cells] of bySheet) {
    const others = editSheet(parts, workbook, sheet, cells);
    othersCalculate ||= others;
  }
  dropEditedFromCalcChain(parts, workbook, bySheet);
  const lacksValues = [...bySheet.values()].some((cells) =>
    [...cells.values()].some(({ formula, value }) => formula !== undefined && value === null),
  );
  if (lacksValues) recalculateOnOpen(parts, workbookPart);
  if (!othersCalculate) return [];
  recalculateOnOpen(parts, workbookPart);
  return ['Formulas that use the changed cells show their new values once Excel has opened and calculated the file.'];
}

function editedCells({ reference, cells, spilled, newFormats }: FileEdit): EditedCell[] {
  if (spilled) return spilledCells(reference, cells[0][0], spilled);
  return cells.flatMap((line, rowIndex) =>
    line.map((content, columnIndex) => {
      const newFormat = newFormats?.[columnIndex];
      const place = { row: reference.row + rowIndex, column: reference.column + columnIndex, newFormat };
      const isFormula = typeof content === 'object' && content !== null && 'formula' in content;
      return isFormula ? { ...place, value: content.value, formula: content.formula } : { ...place, value: content };
    }),
  );
}

/** An array formula over the rectangle: its first cell has the formula, and every cell its value. */
function spilledCells(
  reference: CellsEdit['reference'],
  first: CellsEdit['cells'][number][number],
  values: NonNullable<CellsEdit['spilled']>,
): EditedCell[] {
  const formula = typeof first === 'object' && first !== null && 'formula' in first ? first.formula : null;
  if (formula === null) throw new Error('Spilled values need a formula in the first cell.');
  return values.flatMap((line, r) =>
    line.map((value, c): EditedCell => {
      const place = { row: reference.row + r, column: reference.column + c, value };
      return r + c === 0 ? { ...place, formula, array: areaAddress(reference) } : place;
    }),
  );
}

/** Edits one sheet; whether formulas remain in cells that were not edited. */
function editSheet(
  parts: Parts,
  workbook: WorkbookPart,
  sheet: SheetEntry,
  edited: ReadonlyMap<number, EditedCell>,
): boolean {
  const grid = readSheetGrid(partText(parts, sheet.part));
  checkProtection(parts, workbook, sheet, grid, edited);
  const formulas = formulaCells(grid);
  checkArrays(sheet, formulas, edited);
  const splices = [...independentFormulas(grid, formulas, edited), ...cellSplices(grid, edited)];
  setPartText(parts, sheet.part, applySplices(grid.text, splices));
  return formulas.some(({ place }) => !edited.has(cellKey(place.row, place.column)));
}

interface FormulaCell {
  readonly place: CellPlace;
  /** The `f` element, its positions relative to the cell's start. */
  readonly formula: XmlElement;
}

function formulaCells(grid: SheetGrid): FormulaCell[] {
  return grid.cells().flatMap((place) => {
    if (place.openEnd === place.end) return [];
    const formula = parseXml(grid.text.slice(place.start, place.end)).children.find((item) => item.local === 'f');
    return formula ? [{ place, formula }] : [];
  });
}

/** Excel refuses edits of locked cells on a protected sheet, and so does the file. A cell that does not exist is locked. */
function checkProtection(
  parts: Parts,
  workbook: WorkbookPart,
  sheet: SheetEntry,
  grid: SheetGrid,
  edited: ReadonlyMap<number, EditedCell>,
): void {
  const protection = grid.root.children.find((element) => element.local === 'sheetProtection');
  if (!protection || !isTrue(attribute(protection, 'sheet'))) return;
  const { locked } = readCellFormats(parts, workbook);
  for (const { row, column } of edited.values()) {
    if (locked[grid.cell(row, column)?.style ?? 0] === false) continue;
    refuse(
      'protectedSheet',
      `Sheet "${sheet.name}" is protected. Unprotect it (Review, Unprotect Sheet) and run again.`,
    );
  }
}

/** A part of an array formula or data table cannot change on its own. */
function checkArrays(
  sheet: SheetEntry,
  formulas: readonly FormulaCell[],
  edited: ReadonlyMap<number, EditedCell>,
): void {
  for (const { formula } of formulas) {
    const type = attribute(formula, 't');
    const area = type === 'array' || type === 'dataTable' ? parseArea(attribute(formula, 'ref') ?? '') : null;
    if (!area) continue;
    const touched = [...edited.values()].filter((cell) => areaContains(area, cell.row, cell.column)).length;
    if (touched === 0 || touched === area.rowCount * area.columnCount) continue;
    refuse(
      'conflict',
      `Cells on sheet "${sheet.name}" belong to the array formula in ${attribute(formula, 'ref')}. Replace that by single formulas first.`,
    );
  }
}

/** Followers of a shared formula whose written-out cell is edited get their own text. */
function independentFormulas(
  grid: SheetGrid,
  formulas: readonly FormulaCell[],
  edited: ReadonlyMap<number, EditedCell>,
): Splice[] {
  const context = { sharedStrings: () => [], formats: { numberFormats: [], locked: [] }, date1904: false };
  const masters = cellReader(grid, context).shared();
  const lost = [...masters].filter(([, master]) => edited.has(cellKey(master.row, master.column)));
  if (lost.length === 0) return [];
  const lostMasters = new Map(lost);
  return formulas.flatMap(({ place, formula }) => {
    const master = lostMasters.get(attribute(formula, 'si') ?? '');
    const isShared = attribute(formula, 't') === 'shared' && !edited.has(cellKey(place.row, place.column));
    if (!master || !isShared) return [];
    const text = shiftFormula(master.formula, place.row - master.row, place.column - master.column);
    const insert = `<${formula.name}>${escapeText(text)}</${formula.name}>`;
    return [{ start: place.start + formula.start, end: place.start + formula.end, insert }];
  });
}

function dropEditedFromCalcChain(
  parts: Parts,
  workbook: WorkbookPart,
  bySheet: ReadonlyMap<SheetEntry, ReadonlyMap<number, EditedCell>>,
): void {
  const constants = new Set<string>();
  for (const [sheet, cells] of bySheet) {
    for (const cell of cells.values()) {
      if (cell.formula === undefined) constants.add(`${sheet.sheetId}!${cellAddress(cell.row, cell.column)}`);
    }
  }
  dropFromCalcChain(parts, workbook, (sheetId, address) => constants.has(`${sheetId}!${address}`));
}
