import { areaContains, type Area } from './address';
import { answerRequest, type BookView, type SheetView } from './answer-request';
import { withTableHeadings, type BookContent, type BookTableContent } from './book-content';
import { cellText } from './cell-text';
import { checkChange, checkSheetCells } from './check-change';
import { withoutSheet } from './formula-references';
import { planTable, refuseCovering } from './plan-table';
import { refuse, settle } from './refusal';
import type { TableShape } from './name-target';
import { changedSettings } from './settings-xml';
import { madeSheet, type SheetCell, type SheetContent } from './sheet-content';
import type { Cell, CellsEdit, TableEdit, Workbook, WorkbookChange, WriteReceipt } from './workbook';

/** A workbook that exists only in memory: for tests, and behind the web page. */
export interface InMemoryWorkbook extends Workbook {
  /** What the workbook holds now. */
  current(): BookContent;
}

/** A workbook of plain data behind the port. */
export function createInMemoryWorkbook(content: BookContent): InMemoryWorkbook {
  let book = withTableHeadings(content);
  return {
    read: (request) => Promise.resolve(settle(() => answerRequest(viewOf(book), request))),
    write: (change) => {
      const outcome = settle(() => changed(book, change));
      if (!outcome.ok) return Promise.resolve(outcome);
      book = outcome.value.book;
      return Promise.resolve({ ok: true, value: outcome.value.receipt });
    },
    current: () => book,
  };
}

function viewOf(book: BookContent): BookView {
  const date1904 = book.date1904 ?? false;
  return {
    sheets: book.sheets.map((sheet) => sheet.name),
    activeSheet: book.activeSheet ?? book.sheets[0]?.name ?? '',
    date1904,
    names: book.names.map(({ name, refersTo, scope = null }) => {
      return { name, scope, refersTo: refersTo.replace(/^=/, ''), isFunction: false };
    }),
    tables: book.tables.map(shapeOf),
    settings: book.settings ?? {},
    warnings: [],
    openSheet: (name) => {
      const sheet = book.sheets.find((candidate) => isSame(candidate.name, name));
      return sheet ? sheetView(sheet, date1904) : null;
    },
  };
}

function shapeOf({ name, reference, headers }: BookTableContent): TableShape {
  return { name, sheet: reference.sheet, area: reference, headerRows: 1, totalsRows: 0, headers };
}

function sheetView(sheet: SheetContent, date1904: boolean): SheetView {
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  return {
    name: sheet.name,
    cell: (row, column) => readCell(cells.get(`${row},${column}`), date1904),
    used: (within) => usedArea(sheet.cells, within),
  };
}

function readCell(cell: SheetCell | undefined, date1904: boolean): Cell {
  if (!cell) return { value: null, numberFormat: 'General', text: '', formula: null };
  const { value, formula = null } = cell;
  const numberFormat = cell.style?.numberFormat ?? 'General';
  if (formula !== null && value === null) return { value, numberFormat, text: null, formula, uncalculated: true };
  return { value, numberFormat, text: cellText(value, numberFormat, date1904), formula };
}

function usedArea(cells: readonly SheetCell[], within: Area): Area | null {
  const filled = cells.filter(({ row, column, value, formula }) => {
    return areaContains(within, row, column) && (value !== null || formula !== undefined);
  });
  if (filled.length === 0) return null;
  const rows = filled.map((cell) => cell.row);
  const columns = filled.map((cell) => cell.column);
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rowCount: Math.max(...rows) - row + 1, columnCount: Math.max(...columns) - column + 1 };
}

function changed(before: BookContent, change: WorkbookChange): { book: BookContent; receipt: WriteReceipt } {
  checkChange(change);
  checkSheetCells(change.sheets);
  const warnings: string[] = [];
  let book = before;
  for (const edit of change.cells) book = withCells(book, edit);
  for (const name of change.removeSheets) book = withSheetRemoved(book, name, warnings);
  for (const sheet of change.sheets) book = withSheet(book, madeSheet(sheet));
  for (const table of change.tables) book = withTable(book, table);
  book = { ...book, settings: changedSettings(book.settings ?? {}, change.settings) };
  return { book, receipt: { sheets: change.sheets.map((sheet) => sheet.name), warnings } };
}

function withCells(book: BookContent, { reference, cells, spilled }: CellsEdit): BookContent {
  const target = book.sheets.find((sheet) => isSame(sheet.name, reference.sheet));
  if (!target) return refuse('notFound', `The workbook has no worksheet "${reference.sheet}". Choose the cells again.`);
  const styles = new Map(target.cells.map((cell) => [`${cell.row},${cell.column}`, cell.style]));
  const edited = cells.flatMap((line, rowIndex) =>
    line.map((content, columnIndex): SheetCell => {
      const row = reference.row + rowIndex;
      const column = reference.column + columnIndex;
      const style = styles.get(`${row},${column}`);
      const isFormula = typeof content === 'object' && content !== null && 'formula' in content;
      const result = spilled?.[rowIndex][columnIndex];
      const stated = isFormula
        ? { ...content, ...(result === undefined ? {} : { value: result }) }
        : { value: result ?? content };
      return { row, column, ...stated, ...(style && { style }) };
    }),
  );
  const kept = target.cells.filter((cell) => !areaContains(reference, cell.row, cell.column));
  const sheet = { ...target, cells: [...kept, ...edited] };
  return { ...book, sheets: book.sheets.map((other) => (other === target ? sheet : other)) };
}

/** Formulas and names that pointed at the sheet read `#REF!`, as they would in Excel. */
function withSheetRemoved(book: BookContent, name: string, warnings: string[]): BookContent {
  const target = book.sheets.find((sheet) => isSame(sheet.name, name));
  if (!target) return book;
  if (book.sheets.length === 1) {
    refuse(
      'conflict',
      `"${target.name}" is the only visible sheet, and a workbook needs one. Add another sheet first.`,
    );
  }
  const breaks = (cell: SheetCell) =>
    cell.formula !== undefined && withoutSheet(cell.formula, target.name) !== cell.formula;
  const others = book.sheets.filter((sheet) => sheet !== target);
  if (others.some((sheet) => sheet.cells.some(breaks))) {
    warnings.push(`Formulas that pointed at the deleted sheet "${target.name}" now show #REF!.`);
  }
  const broken = (cell: SheetCell): SheetCell =>
    breaks(cell)
      ? { ...cell, formula: withoutSheet(cell.formula ?? '', target.name), value: { error: '#REF!' } }
      : cell;
  return {
    ...book,
    sheets: others.map((sheet) => ({ ...sheet, cells: sheet.cells.map(broken) })),
    names: book.names
      .filter((other) => other.scope === undefined || !isSame(other.scope, target.name))
      .map((other) => ({ ...other, refersTo: withoutSheet(other.refersTo, target.name) })),
    tables: book.tables.filter(({ reference }) => !isSame(reference.sheet, target.name)),
    activeSheet: isSame(book.activeSheet ?? '', target.name) ? undefined : book.activeSheet,
  };
}

/** The name of an overwritten sheet keeps its spelling, so that whatever points at it stays right. */
function withSheet(book: BookContent, sheet: SheetContent): BookContent {
  const target = book.sheets.find((other) => isSame(other.name, sheet.name));
  if (!target) return { ...book, sheets: [...book.sheets, sheet] };
  const written = { ...sheet, name: target.name };
  return {
    ...book,
    sheets: book.sheets.map((other) => (other === target ? written : other)),
    tables: book.tables.filter(({ reference }) => !isSame(reference.sheet, target.name)),
  };
}

/** New rows take the formats of the row above them. */
function withTable(book: BookContent, edit: TableEdit): BookContent {
  const plan = planTable(edit, {
    sheets: book.sheets.map(({ name }) => name),
    tables: book.tables.map(shapeOf),
    hasName: (name) => book.names.some((other) => other.scope === undefined && isSame(other.name, name)),
  });
  const { present, reference } = plan;
  const target = book.sheets.find((sheet) => isSame(sheet.name, reference.sheet));
  for (const area of plan.covered) {
    const used = target && usedArea(target.cells, area);
    if (used) refuseCovering(plan, used.row, used.column);
  }
  const written = plan.cells.reduce(withCells, plan.sheet ? withSheet(book, plan.sheet) : book);
  const table = { name: present?.name ?? edit.name, reference, headers: plan.headers };
  const tables = [...book.tables.filter(({ name }) => name !== present?.name), table];
  const lastRow = present && present.area.row + present.area.rowCount - 1;
  const sheets = written.sheets.map((sheet) =>
    lastRow !== null && isSame(sheet.name, reference.sheet) ? withFormatsOf(sheet, lastRow, reference) : sheet,
  );
  return { ...written, sheets, tables };
}

function withFormatsOf(sheet: SheetContent, row: number, table: Area): SheetContent {
  const styles = new Map(sheet.cells.filter((cell) => cell.row === row).map(({ column, style }) => [column, style]));
  const isNew = (cell: SheetCell) => cell.row > row && areaContains(table, cell.row, cell.column) && !cell.style;
  const cells = sheet.cells.map((cell) => {
    const style = isNew(cell) ? styles.get(cell.column) : undefined;
    return style ? { ...cell, style } : cell;
  });
  return { ...sheet, cells };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
