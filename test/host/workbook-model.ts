import type { Rectangle } from './addresses';
import type { Json } from './json';

/** What a cell holds or shows; errors are their text, `#N/A`. */
export type CellValue = string | number | boolean;

/** One cell: a constant, or a formula whose last known value may be given. */
export interface CellModel {
  value: CellValue;
  formula?: string;
  /** True for text that looks like something else and was entered after an apostrophe. */
  text?: boolean;
  /** For the cells a custom function fills: the key of the cell that holds the formula. */
  spilledFrom?: number;
}

/** Formatting by property path in Excel's wire names: `NumberFormat`, `Fill.Color`, `Borders.EdgeTop.Style`. */
export type FormatModel = { [property: string]: Json };

export interface SeriesModel {
  properties: { [path: string]: Json };
  values?: string;
  categories?: string;
}

export interface ChartModel {
  id: string;
  /** Type, name, title, axes, legend, position by property path in wire names: `Title.Text`. */
  properties: { [path: string]: Json };
  series: SeriesModel[];
  source?: string;
  from?: string;
  to?: string;
}

export interface ConditionalFormatModel {
  id: string;
  type: string;
  area: Rectangle;
  properties: { [path: string]: Json };
}

export interface TableModel {
  id: string;
  name: string;
  sheetId: string;
  /** Header row included. */
  area: Rectangle;
  properties: { [path: string]: Json };
}

export interface NameModel {
  name: string;
  /** With a leading `=`. */
  refersTo: string;
  visible: boolean;
  comment: string;
  /** Id of the sheet it is scoped to; undefined for the workbook. */
  sheetId?: string;
}

export interface SheetModel {
  id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  showGridlines: boolean;
  isProtected: boolean;
  /** By `cellKey`. */
  cells: Map<number, CellModel>;
  formats: Map<number, FormatModel>;
  /** Columns' and rows' own properties, in points. */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenColumns: Set<number>;
  hiddenRows: Set<number>;
  merged: Rectangle[];
  charts: ChartModel[];
  conditionalFormats: ConditionalFormatModel[];
  frozen?: Rectangle;
  pageLayout: { [path: string]: Json };
  printArea?: string;
  printTitleRows?: string;
  printTitleColumns?: string;
}

/** The whole workbook as plain data; everything the add-in can see or change is here. */
export interface WorkbookModel {
  name: string;
  readOnly: boolean;
  structureProtected: boolean;
  sheets: SheetModel[];
  activeSheetId: string;
  selection: Rectangle;
  names: NameModel[];
  tables: TableModel[];
  settings: Map<string, Json>;
  customXmlParts: { id: string; xml: string }[];
  properties: { [path: string]: Json };
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  eventsEnabled: boolean;
  /** Last number given to a sheet, chart, table or part: ids are never reused. */
  lastId: number;
}

/** A cell's position as one number. */
export function cellKey(row: number, column: number): number {
  return row * 16_384 + column;
}

/** The inverse of `cellKey`. */
export function cellPosition(key: number): { row: number; column: number } {
  return { row: Math.floor(key / 16_384), column: key % 16_384 };
}

/** A new id in Excel's shape, unlike every other in this workbook. */
export function newId(model: WorkbookModel): string {
  model.lastId += 1;
  return `{${model.lastId.toString(16).toUpperCase().padStart(8, '0')}-0001-0000-0000-000000000000}`;
}

/** A sheet without content. */
export function emptySheet(model: WorkbookModel, name: string): SheetModel {
  return {
    id: newId(model),
    name,
    visibility: 'Visible',
    tabColor: '',
    showGridlines: true,
    isProtected: false,
    cells: new Map(),
    formats: new Map(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenColumns: new Set(),
    hiddenRows: new Set(),
    merged: [],
    charts: [],
    conditionalFormats: [],
    pageLayout: {},
  };
}

/** The sheet with this name (in any case) or id. */
export function findSheet(model: WorkbookModel, nameOrId: string): SheetModel | undefined {
  const wanted = nameOrId.toLowerCase();
  return model.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted);
}
