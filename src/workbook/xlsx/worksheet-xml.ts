import { areaAddress, cellAddress } from '../address';
import type { Highlight, PrintSetup, SheetContent } from '../sheet-content';
import type { SheetData } from './sheet-data';
import type { StyleWriter } from './style-writer';
import type { Vocabulary } from './vocabulary';
import { escapeAttribute, escapeText } from './xml-text';

/** All of a sheet but its cells. */
export type SheetLook = Omit<SheetContent, 'cells'>;

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

/**
 * The worksheet part of a sheet given as plain data, in UTF-8 (ECMA-376 part 1, 18.3.1.99, in the schema's order). Its cells
 * are written already.
 */
export function worksheetXml(content: SheetLook, data: SheetData, surroundings: SheetSurroundings): Uint8Array {
  const { prefix: p, vocabulary, drawingId } = surroundings;
  const namespaces = `xmlns${p === '' ? '' : `:${p.slice(0, -1)}`}="${vocabulary.spreadsheet}" xmlns:r="${vocabulary.relationships}"`;
  const head = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<${p}worksheet ${namespaces}>`,
    propertiesXml(content, surroundings),
    `<${p}dimension ref="${areaAddress(data.area)}"/>`,
    viewXml(content, surroundings),
    `<${p}sheetFormatPr defaultRowHeight="15"/>`,
    columnsXml(content.columnWidths, p),
  ];
  const tail = [
    highlightsXml(content.highlights, surroundings),
    printXml(content.print, p),
    drawingId === null ? '' : `<${p}drawing r:id="${drawingId}"/>`,
    `</${p}worksheet>`,
  ];
  const encoder = new TextEncoder();
  return joined([encoder.encode(head.join('')), data.xml, encoder.encode(tail.join(''))]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}

function propertiesXml(content: SheetLook, { prefix: p, codeName }: SheetSurroundings): string {
  const name = codeName === null ? '' : ` codeName="${escapeAttribute(codeName)}"`;
  const tab = content.tabColor === null ? '' : `<${p}tabColor rgb="FF${content.tabColor.toUpperCase()}"/>`;
  const fit = content.print === null ? '' : `<${p}pageSetUpPr fitToPage="1"/>`;
  return name + tab + fit === '' ? '' : `<${p}sheetPr${name}>${tab}${fit}</${p}sheetPr>`;
}

function viewXml(content: SheetLook, { prefix: p, isSelected }: SheetSurroundings): string {
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
