import { cellKey } from './sheet-grid';
import { refuse } from '../refusal';
import type { ChartSeries, SeriesReference, SheetCell, SheetToWrite } from '../sheet-content';
import { cellTextFormat } from '../cell-text';
import type { Cell } from '../workbook';
import { dropFromCalcChain } from './calc-chain';
import { chartXml, type SeriesCells } from './chart-xml';
import { stateContentType } from './content-types';
import { drawingXml } from './drawing-xml';
import { freePartName, partText, setPartText, setPartUtf8, type Parts } from './parts';
import { printTitlesFormula, printTitleSplices } from './print-titles';
import { addRelationship, relationshipAttribute } from './relationships';
import { removeDependents } from './sheet-parts';
import { recalculateOnOpen } from './recalculation';
import { sheetOpener } from './sheet-reader';
import { appendChildren, applySplices, qualified } from './splice';
import { sheetData, type SheetData } from './sheet-data';
import type { StyleWriter } from './style-writer';
import { contentTypes } from './vocabulary';
import { isTrue, readWorkbookPart, sheetNamed, type SheetEntry, type WorkbookPart } from './workbook-part';
import { worksheetXml } from './worksheet-xml';
import { attribute, child, childrenNamed, parseXml, prefixOf, type XmlElement } from './xml';
import { escapeAttribute } from './xml-text';

/** What sheets written in one change share. */
export interface SheetBatch {
  readonly parts: Parts;
  readonly workbookPart: string;
  readonly sheets: readonly SheetToWrite[];
  readonly styles: StyleWriter;
}

/**
 * Adds a sheet as the last one, or overwrites the sheet of that name in place, which keeps its id and its part. Where it gives
 * formulas without their values, the workbook is calculated when it is opened.
 */
export function writeSheet(batch: SheetBatch, content: SheetToWrite): void {
  const { parts, workbookPart } = batch;
  const workbook = readWorkbookPart(parts, workbookPart);
  const existing = sheetNamed(workbook, content.name);
  const data = sheetData(content.cells, {
    sheet: content.name,
    prefix: prefixOfParts(workbook),
    styles: batch.styles,
    keptRows: chartedRows(batch),
  });
  if (existing) overwriteSheet(batch, workbook, existing, content, data);
  else addSheet(batch, workbook, content, data);
  if (data.lacksValues) recalculateOnOpen(parts, workbookPart);
  const written = readWorkbookPart(parts, workbookPart);
  const entry = sheetNamed(written, content.name);
  if (!entry) throw new Error(`Sheet ${content.name} was not written.`);
  const formula = printTitlesFormula(entry.name, content.print);
  const splices = printTitleSplices(written, written.sheets.indexOf(entry), formula);
  setPartText(parts, workbookPart, applySplices(written.text, splices));
}

function addSheet(batch: SheetBatch, workbook: WorkbookPart, content: SheetToWrite, data: SheetData): void {
  const { parts } = batch;
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);
  const part = freePartName(parts, `${folder}worksheets/sheet`, 'xml');
  stateContentType(parts, part, contentTypes.worksheet);
  setPartUtf8(parts, part, sheetXml(batch, workbook, { content, data, part, former: null }));
  const id = addRelationship(parts, workbook.part, `${workbook.vocabulary.relationships}/worksheet`, part);
  const list = child(workbook.root, 'sheets');
  if (!list) refuse('damaged', 'The workbook lists no sheets. Open it in Excel, let it repair it and save.');
  const sheetId = Math.max(0, ...workbook.sheets.map((sheet) => sheet.sheetId)) + 1;
  const tag = qualified(workbook.root, 'sheet');
  const reference = relationshipAttribute(workbook.vocabulary.relationships, list);
  const element = `<${tag} name="${escapeAttribute(content.name)}" sheetId="${sheetId}"${content.hidden ? ' state="hidden"' : ''} ${reference}="${id}"/>`;
  setPartText(parts, workbook.part, applySplices(workbook.text, [appendChildren(workbook.text, list, element)]));
}

function overwriteSheet(
  batch: SheetBatch,
  workbook: WorkbookPart,
  existing: SheetEntry,
  content: SheetToWrite,
  data: SheetData,
): void {
  const { parts } = batch;
  if (existing.kind !== 'worksheet') {
    refuse('conflict', `"${existing.name}" is a chart sheet. Rename it, or choose another name for the result.`);
  }
  const former = parseXml(partText(parts, existing.part), ['sheetData']);
  const protection = child(former, 'sheetProtection');
  if (protection && isTrue(attribute(protection, 'sheet'))) {
    refuse(
      'protectedSheet',
      `Sheet "${existing.name}" is protected. Unprotect it (Review, Unprotect Sheet) and run again.`,
    );
  }
  removeDependents(parts, existing.part);
  dropFromCalcChain(parts, workbook, (sheetId) => sheetId === existing.sheetId);
  setPartUtf8(parts, existing.part, sheetXml(batch, workbook, { content, data, part: existing.part, former }));
}

/** A sheet with its cells written. */
interface SheetInPart {
  readonly content: SheetToWrite;
  readonly data: SheetData;
  readonly part: string;
  /** What stood in the part before; null for a new one. */
  readonly former: XmlElement | null;
}

/** The sheet's XML, with its charts written as parts of their own. */
function sheetXml(batch: SheetBatch, workbook: WorkbookPart, sheet: SheetInPart): Uint8Array {
  const { content, data, former } = sheet;
  const properties = former && child(former, 'sheetPr');
  const view = former && childrenNamed(child(former, 'sheetViews'), 'sheetView')[0];
  return worksheetXml(content, data, {
    vocabulary: workbook.vocabulary,
    prefix: prefixOfParts(workbook),
    styles: batch.styles,
    codeName: properties && attribute(properties, 'codeName'),
    isSelected: isTrue(view && attribute(view, 'tabSelected')),
    drawingId: content.charts.length === 0 ? null : writeDrawing(batch, workbook, sheet),
  });
}

/** Namespace prefix of the workbook's own parts, with its colon; '' where they have none. */
function prefixOfParts(workbook: WorkbookPart): string {
  const prefix = prefixOf(workbook.root.name);
  return prefix === '' ? '' : `${prefix}:`;
}

function writeDrawing(
  batch: SheetBatch,
  workbook: WorkbookPart,
  { content, data, part: sheetPart }: SheetInPart,
): string {
  const { parts } = batch;
  const { vocabulary } = workbook;
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);
  const drawing = freePartName(parts, `${folder}drawings/drawing`, 'xml');
  const cells = seriesCells(batch, workbook, content, data);
  const ids = content.charts.map((chart) => {
    const part = freePartName(parts, `${folder}charts/chart`, 'xml');
    setPartText(parts, part, chartXml(chart, content.name, cells, workbook));
    stateContentType(parts, part, contentTypes.chart);
    return addRelationship(parts, drawing, `${vocabulary.relationships}/chart`, part);
  });
  setPartText(parts, drawing, drawingXml(content.charts, ids, vocabulary));
  stateContentType(parts, drawing, contentTypes.drawing);
  return addRelationship(parts, sheetPart, `${vocabulary.relationships}/drawing`, drawing);
}

/** Cells for a chart's caches: of the sheets in this change, else of the workbook. */
function seriesCells(batch: SheetBatch, workbook: WorkbookPart, content: SheetToWrite, data: SheetData): SeriesCells {
  const open = sheetOpener(batch.parts, workbook);
  const charted = chartedRows(batch);
  const contents = new Map([[content, contentCells(data.kept, workbook.date1904)]]);
  return ({ sheet = content.name, row, column, rowCount, columnCount }: SeriesReference) => {
    const own = batch.sheets.find((one) => one.name.toLowerCase() === sheet.toLowerCase());
    const known =
      own &&
      (contents.get(own) ??
        contentCells(
          [...own.cells].filter((cell) => charted.has(cell.row)),
          workbook.date1904,
        ));
    if (own && known) contents.set(own, known);
    const opened = own ? null : open(sheet);
    if (!own && !opened)
      throw new Error(`A chart of ${content.name} points at a sheet ${sheet}, which does not exist.`);
    const cell = (r: number, c: number) => known?.(r, c) ?? opened?.cell(r, c) ?? blank;
    return Array.from({ length: rowCount * columnCount }, (_, index) =>
      cell(row + Math.floor(index / columnCount), column + (index % columnCount)),
    );
  };
}

/** Rows that charts of the batch show, of whatever sheet. */
function chartedRows({ sheets }: SheetBatch): ReadonlySet<number> {
  return new Set(sheets.flatMap(({ charts }) => charts.flatMap(({ series }) => series.flatMap(rowsOfSeries))));
}

const blank: Cell = { value: null, numberFormat: 'General', text: '', formula: null };

function rowsOfSeries({ values, categories }: ChartSeries): number[] {
  return [values, categories].flatMap(({ row, rowCount }) =>
    Array.from({ length: rowCount }, (_, index) => row + index),
  );
}

/** Cells by place; a chart asks for few of many, so a cell is made when asked for. */
function contentCells(
  cells: readonly SheetCell[],
  date1904: boolean,
): (row: number, column: number) => Cell | undefined {
  const places = new Map(cells.map((cell) => [cellKey(cell.row, cell.column), cell]));
  const formats = new Map<string, ReturnType<typeof cellTextFormat>>();
  return (row, column) => {
    const cell = places.get(cellKey(row, column));
    if (!cell) return undefined;
    const numberFormat = cell.style?.numberFormat ?? 'General';
    const textOf = formats.get(numberFormat) ?? cellTextFormat(numberFormat, date1904);
    formats.set(numberFormat, textOf);
    return { value: cell.value, numberFormat, text: textOf(cell.value), formula: cell.formula ?? null };
  };
}
