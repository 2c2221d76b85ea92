import type { CellStyle } from '../sheet-content';
import { setNumberFormat, rangeOf } from './range-of';
import type { SheetDrawing } from './sheet-drawing';

/**
 * Number formats, a rectangle in one call. All other cells get `General` first: in Excel a formula may bring along the format of
 * what it refers to.
 */
export function drawFormats(sheet: Excel.Worksheet, { rowCount, columnCount, formats }: SheetDrawing): void {
  if (rowCount === 0) return;
  setNumberFormat(rangeOf(sheet, { row: 0, column: 0, rowCount, columnCount }), 'General');
  for (const { numberFormat, areas } of formats) {
    for (const area of areas) setNumberFormat(rangeOf(sheet, area), numberFormat);
  }
}

/** Fonts, fills, alignment and lines of a sheet, cells with the same look in one call. */
export function drawStyles(sheet: Excel.Worksheet, { styles }: SheetDrawing): void {
  for (const { style, addresses } of styles) {
    for (const address of addresses) applyStyle(sheet.getRanges(address).format, style);
  }
}

/** Column widths; Excel counts them in points. */
export function drawColumnWidths(sheet: Excel.Worksheet, { columnWidths }: SheetDrawing): void {
  let first = 0;
  columnWidths.forEach((width, column) => {
    if (column + 1 < columnWidths.length && columnWidths[column + 1] === width) return;
    if (width !== null) {
      const columns = sheet.getRangeByIndexes(0, first, 1, column - first + 1).getEntireColumn();
      columns.format.columnWidth = pointsOf(width);
    }
    first = column + 1;
  });
}

/** Width in points of that many characters of the default font: 7 pixels each and 5 around, at 96 pixels per inch. */
function pointsOf(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 4) / 4;
}

const horizontal = { left: 'Left', center: 'Center', right: 'Right' } as const;
const vertical = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;
const weights = { thin: 'Thin', medium: 'Medium' } as const;

function applyStyle(format: Excel.RangeFormat, style: CellStyle): void {
  const { font } = format;
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.italic !== undefined) font.italic = style.italic;
  if (style.fontSize !== undefined) font.size = style.fontSize;
  if (style.fontColor !== undefined) font.color = `#${style.fontColor}`;
  if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
  if (style.align !== undefined) format.horizontalAlignment = horizontal[style.align];
  if (style.verticalAlign !== undefined) format.verticalAlignment = vertical[style.verticalAlign];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  drawLine(format, 'EdgeTop', style.borderTop);
  drawLine(format, 'EdgeBottom', style.borderBottom);
}

function drawLine(format: Excel.RangeFormat, edge: 'EdgeTop' | 'EdgeBottom', weight: CellStyle['borderTop']): void {
  if (weight === undefined) return;
  const border = format.borders.getItem(edge);
  border.style = 'Continuous';
  border.weight = weights[weight];
}
