import { areaAddress, cellAddress, type Area } from '../address';
import type { Highlight, PrintSetup, SheetCell, SheetContent } from '../sheet-content';
import { cellWriter } from './cell-xml';
import type { StyleWriter } from './style-writer';
import { utf8Text } from './utf8-text';
import type { TextSink } from './utf8-text';
import type { Vocabulary } from './vocabulary';
import { escapeAttribute, escapeText } from './xml-text';

/** What a result sheet needs from the workbook it goes to. */
export interface SheetSurroundings {
  readonly vocabulary: Vocabulary;
  /** Namespace prefix of the workbook's own parts, with its colon; '' where they have none. */
  readonly prefix: string;
  readonly styles: StyleWriter;
  /** Name by which macros know the sheet, kept when a sheet is overwritten. */
  readonly codeName: string | null;
  readonly isSelected: boolean;
  /** Relationship to the drawing with the charts. */
  readonly drawingId: string | null;
}

/** The worksheet part of a sheet given as plain data, in UTF-8 (ECMA-376 part 1, 18.3.1.99, in the schema's order). */
export function worksheetXml(content: SheetContent, surroundings: SheetSurroundings): Uint8Array {
  const { prefix: p, vocabulary, drawingId } = surroundings;
  const namespaces = `xmlns${p === '' ? '' : `:${p.slice(0, -1)}`}="${vocabulary.spreadsheet}" xmlns:r="${vocabulary.relationships}"`;
  const out = utf8Text();
  const head = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<${p}worksheet ${namespaces}>`,
    propertiesXml(content, surroundings),
    `<${p}dimension ref="${areaAddress(contentArea(content.cells))}"/>`,
    viewXml(content, surroundings),
    `<${p}sheetFormatPr defaultRowHeight="15"/>`,
    columnsXml(content.columnWidths, p),
  ];
  out.add(head.join(''));
  writeRows(out, content.cells, surroundings);
  const tail = [
    highlightsXml(content.highlights, surroundings),
    printXml(content.print, p),
    drawingId === null ? '' : `<${p}drawing r:id="${drawingId}"/>`,
    `</${p}worksheet>`,
  ];
  out.add(tail.join(''));
  return out.bytes();
}

function propertiesXml(content: SheetContent, { prefix: p, codeName }: SheetSurroundings): string {
  const name = codeName === null ? '' : ` codeName="${escapeAttribute(codeName)}"`;
  const tab = content.tabColor === null ? '' : `<${p}tabColor rgb="FF${content.tabColor.toUpperCase()}"/>`;
  const fit = content.print === null ? '' : `<${p}pageSetUpPr fitToPage="1"/>`;
  return name + tab + fit === '' ? '' : `<${p}sheetPr${name}>${tab}${fit}</${p}sheetPr>`;
}

function contentArea(cells: readonly SheetCell[]): Area {
  let rowCount = 1;
  let columnCount = 1;
  for (const { row, column } of cells) {
    rowCount = Math.max(rowCount, row + 1);
    columnCount = Math.max(columnCount, column + 1);
  }
  return { row: 0, column: 0, rowCount, columnCount };
}

function viewXml(content: SheetContent, { prefix: p, isSelected }: SheetSurroundings): string {
  const gridlines = content.showGridlines ? '' : ' showGridLines="0"';
  const selected = isSelected ? ' tabSelected="1"' : '';
  const view = `<${p}sheetView${gridlines}${selected} workbookViewId="0"`;
  const pane = paneXml(content.freeze, p);
  return `<${p}sheetViews>${view}${pane === '' ? '/>' : `>${pane}</${p}sheetView>`}</${p}sheetViews>`;
}

function paneXml(freeze: SheetContent['freeze'], p: string): string {
  if (freeze === null || (freeze.rows === 0 && freeze.columns === 0)) return '';
  const { rows, columns } = freeze;
  const active = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const splits = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  const pane = `<${p}pane${splits} topLeftCell="${cellAddress(rows, columns)}" activePane="${active}" state="frozen"/>`;
  return `${pane}<${p}selection pane="${active}"/>`;
}

function columnsXml(widths: SheetContent['columnWidths'], p: string): string {
  const columns = widths.map((width, index) =>
    width === null ? '' : `<${p}col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const drawn = columns.join('');
  return drawn === '' ? '' : `<${p}cols>${drawn}</${p}cols>`;
}

function writeRows(out: TextSink, cells: readonly SheetCell[], { prefix: p, styles }: SheetSurroundings): void {
  const writeCell = cellWriter(p);
  let row = -1;
  out.add(`<${p}sheetData>`);
  for (const cell of inReadingOrder(cells)) {
    if (cell.row !== row) {
      if (row >= 0) out.add(`</${p}row>`);
      row = cell.row;
      out.add(`<${p}row r="${row + 1}">`);
    }
    writeCell(out, cell, styles.cellFormat(cell.style));
  }
  if (row >= 0) out.add(`</${p}row>`);
  out.add(`</${p}sheetData>`);
}

/** Row by row, from left to right, as most sheets are given already. */
function inReadingOrder(cells: readonly SheetCell[]): readonly SheetCell[] {
  const follows = (one: SheetCell, other: SheetCell) => one.row - other.row || one.column - other.column;
  const ordered = cells.every((cell, index) => index === 0 || follows(cell, cells[index - 1]) > 0);
  return ordered ? cells : [...cells].sort(follows);
}

/** Where several thresholds cover the same cells, the highest one met shows, in whatever order they are given. */
function highlightsXml(highlights: readonly Highlight[], { prefix: p, styles }: SheetSurroundings): string {
  const limit = ({ when }: Highlight) => (when.kind === 'atLeast' ? when.limit : Infinity);
  return [...highlights]
    .sort((one, other) => (limit(one) === limit(other) ? 0 : limit(other) - limit(one)))
    .map((highlight, index) => {
      const address = areaAddress(highlight);
      const rule = ruleXml(highlight, `dxfId="${styles.highlightFormat(highlight.style)}" priority="${index + 1}"`, p);
      return `<${p}conditionalFormatting sqref="${address}">${rule}</${p}conditionalFormatting>`;
    })
    .join('');
}

function ruleXml({ when, row, column }: Highlight, attributes: string, p: string): string {
  const rule = (kind: string, formula: string) =>
    `<${p}cfRule ${kind} ${attributes}><${p}formula>${escapeText(formula)}</${p}formula></${p}cfRule>`;
  const first = cellAddress(row, column);
  switch (when.kind) {
    case 'atLeast':
      return rule('type="cellIs" operator="greaterThanOrEqual"', String(when.limit));
    case 'isFalse':
      return rule('type="expression"', `AND(ISLOGICAL(${first}),NOT(${first}))`);
    case 'formula':
      return rule('type="expression"', when.formula.replace(/^=/, ''));
  }
}

function printXml(print: PrintSetup | null, p: string): string {
  if (print === null) return '';
  const margins = 'left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"';
  const setup = `orientation="${print.orientation}" fitToWidth="${print.fitToWidth}" fitToHeight="0"`;
  return `<${p}pageMargins ${margins}/><${p}pageSetup ${setup}/>`;
}
