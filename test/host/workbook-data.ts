import { formatRectangle, parseRectangle, quoteSheetName, splitAddress } from './addresses';
import type { Json } from './json';
import { describeConditionalFormat } from './objects/conditional-format';
import {
  cellKey,
  cellPosition,
  emptySheet,
  findSheet,
  newId,
  type CellModel,
  type CellValue,
  type FormatModel,
  type SheetModel,
  type WorkbookModel,
} from './workbook-model';

/** A cell in test data: a value, text that starts with `=` for a formula, or everything spelled out. */
export type CellData =
  CellValue | { value?: CellValue; formula?: string; numberFormat?: string; text?: boolean; format?: FormatModel };

export interface SheetData {
  name: string;
  /** By address; a matrix fills the block that starts there, null leaves a cell empty. */
  cells?: Record<string, CellData | (CellData | null)[][]>;
  visibility?: SheetModel['visibility'];
  isProtected?: boolean;
}

/** A workbook as plain test data. */
export interface WorkbookData {
  name?: string;
  sheets: SheetData[];
  /** `refersTo` with or without `=`; `scope` is a sheet's name. */
  names?: { name: string; refersTo: string; scope?: string; visible?: boolean }[];
  /** `address` with the sheet and the header row: `Data!A1:C9`. */
  tables?: { name: string; address: string }[];
  activeSheet?: string;
  selection?: string;
  readOnly?: boolean;
  structureProtected?: boolean;
  settings?: Record<string, Json>;
  customXmlParts?: string[];
}

/** The workbook these data describe. */
export function workbookFromData(data: WorkbookData): WorkbookModel {
  const model: WorkbookModel = {
    name: data.name ?? 'Book1.xlsx',
    readOnly: data.readOnly ?? false,
    structureProtected: data.structureProtected ?? false,
    sheets: [],
    activeSheetId: '',
    selection: parseRectangle(data.selection ?? 'A1') ?? { top: 0, left: 0, rows: 1, columns: 1 },
    names: [],
    tables: [],
    settings: new Map(Object.entries(data.settings ?? {})),
    customXmlParts: [],
    properties: {},
    calculationMode: 'Automatic',
    eventsEnabled: true,
    lastId: 0,
  };
  for (const sheetData of data.sheets) {
    const sheet = emptySheet(model, sheetData.name);
    sheet.visibility = sheetData.visibility ?? 'Visible';
    sheet.isProtected = sheetData.isProtected ?? false;
    for (const [address, content] of Object.entries(sheetData.cells ?? {})) fill(sheet, address, content);
    model.sheets.push(sheet);
  }
  const sheetNamed = (name: string): SheetModel => {
    const sheet = findSheet(model, name);
    if (!sheet) throw new Error(`The test data have no sheet ${name}.`);
    return sheet;
  };
  model.activeSheetId = (data.activeSheet === undefined ? model.sheets[0] : sheetNamed(data.activeSheet)).id;
  for (const { name, refersTo, scope, visible } of data.names ?? []) {
    model.names.push({
      name,
      refersTo: refersTo.startsWith('=') ? refersTo : `=${refersTo}`,
      visible: visible ?? true,
      comment: '',
      sheetId: scope === undefined ? undefined : sheetNamed(scope).id,
    });
  }
  for (const { name, address } of data.tables ?? []) {
    const { sheet, cells } = splitAddress(address);
    const area = parseRectangle(cells);
    if (sheet === undefined || !area) throw new Error(`${address} does not say where the table ${name} is.`);
    model.tables.push({ id: newId(model), name, sheetId: sheetNamed(sheet).id, area, properties: {} });
  }
  for (const xml of data.customXmlParts ?? []) model.customXmlParts.push({ id: newId(model), xml });
  return model;
}

function fill(sheet: SheetModel, address: string, content: CellData | (CellData | null)[][]): void {
  const area = parseRectangle(address);
  if (!area) throw new Error(`${address} is not an address.`);
  const rows = Array.isArray(content) ? content : [[content]];
  rows.forEach((row, i) =>
    row.forEach((cell, j) => {
      if (cell !== null) put(sheet, cellKey(area.top + i, area.left + j), cell);
    }),
  );
}

function put(sheet: SheetModel, key: number, data: CellData): void {
  const spelled = typeof data === 'object' ? data : { value: data };
  const { value, numberFormat, text, format } = spelled;
  const typed = typeof value === 'string' && value.startsWith('=') && !text ? value : undefined;
  const formula = spelled.formula ?? typed;
  if (numberFormat !== undefined || format) {
    sheet.formats.set(key, { ...format, ...(numberFormat === undefined ? {} : { NumberFormat: numberFormat }) });
  }
  if (formula === undefined && value === undefined) return;
  const cell: CellModel = { value: typed === undefined ? (value ?? '') : '' };
  if (formula !== undefined) cell.formula = formula.startsWith('=') ? formula : `=${formula}`;
  if (text) cell.text = true;
  sheet.cells.set(key, cell);
}

/** The workbook as plain data again, with all that an add-in may have written. */
export function snapshotOf(model: WorkbookModel) {
  const nameOf = (id: string | undefined) => model.sheets.find((sheet) => sheet.id === id)?.name;
  return {
    activeSheet: nameOf(model.activeSheetId),
    selection: formatRectangle(model.selection),
    structureProtected: model.structureProtected,
    sheets: model.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      isProtected: sheet.isProtected,
      tabColor: sheet.tabColor,
      showGridlines: sheet.showGridlines,
      cells: byAddress(sheet.cells, (cell) => ({ ...cell, spilledFrom: undefined })),
      formats: byAddress(sheet.formats, (format) => ({ ...format })),
      columnWidths: Object.fromEntries(sheet.columnWidths),
      rowHeights: Object.fromEntries(sheet.rowHeights),
      hiddenColumns: [...sheet.hiddenColumns],
      hiddenRows: [...sheet.hiddenRows],
      merged: sheet.merged.map((area) => formatRectangle(area)),
      frozen: sheet.frozen && formatRectangle(sheet.frozen),
      charts: structuredClone(sheet.charts),
      conditionalFormats: structuredClone(sheet.conditionalFormats.map(describeConditionalFormat)),
      pageLayout: structuredClone(sheet.pageLayout),
      printArea: sheet.printArea,
      printTitleRows: sheet.printTitleRows,
      printTitleColumns: sheet.printTitleColumns,
    })),
    names: model.names.map(({ sheetId, ...name }) => ({ ...name, scope: nameOf(sheetId) })),
    tables: model.tables.map(({ name, sheetId, area }) => ({
      name,
      address: `${quoteSheetName(nameOf(sheetId) ?? '')}!${formatRectangle(area)}`,
    })),
    settings: Object.fromEntries(model.settings),
    customXmlParts: model.customXmlParts.map(({ xml }) => xml),
  };
}

/** What a snapshot holds. */
export type WorkbookSnapshot = ReturnType<typeof snapshotOf>;

function byAddress<T, R>(cells: Map<number, T>, describe: (cell: T) => R): Record<string, R> {
  const sorted = [...cells].sort(([a], [b]) => a - b);
  return Object.fromEntries(
    sorted.map(([key, cell]) => {
      const { row, column } = cellPosition(key);
      return [formatRectangle({ top: row, left: column, rows: 1, columns: 1 }), describe(cell)];
    }),
  );
}
