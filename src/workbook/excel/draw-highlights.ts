import { cellAddress } from '../address';
import type { Highlight } from '../sheet-content';
import { rangeOf } from './range-of';
import type { SheetDrawing } from './sheet-drawing';

/**
 * Conditional formats. Excel puts the newest rule first, so the rules go in backwards: where several thresholds cover the same
 * cells, the highest one met shows.
 */
export function drawHighlights(sheet: Excel.Worksheet, { highlights }: SheetDrawing): void {
  const limit = ({ when }: Highlight) => (when.kind === 'atLeast' ? when.limit : Infinity);
  const firstLast = [...highlights].sort((one, other) => (limit(one) === limit(other) ? 0 : limit(other) - limit(one)));
  for (const highlight of firstLast.reverse()) drawHighlight(sheet, highlight);
}

function drawHighlight(sheet: Excel.Worksheet, highlight: Highlight): void {
  const { when, style } = highlight;
  const formats = rangeOf(sheet, highlight).conditionalFormats;
  const format = when.kind === 'atLeast' ? limitRule(formats, when.limit) : formulaRule(formats, formulaOf(highlight));
  if (style.fill !== undefined) format.fill.color = `#${style.fill}`;
  if (style.fontColor !== undefined) format.font.color = `#${style.fontColor}`;
  if (style.bold !== undefined) format.font.bold = style.bold;
}

function limitRule(formats: Excel.ConditionalFormatCollection, limit: number): Excel.ConditionalRangeFormat {
  const { cellValue } = formats.add(Excel.ConditionalFormatType.cellValue);
  cellValue.rule = { formula1: String(limit), operator: 'GreaterThanOrEqual' };
  return cellValue.format;
}

function formulaRule(formats: Excel.ConditionalFormatCollection, formula: string): Excel.ConditionalRangeFormat {
  const { custom } = formats.add(Excel.ConditionalFormatType.custom);
  custom.rule.formula = formula;
  return custom.format;
}

function formulaOf({ when, row, column }: Highlight): string {
  const first = cellAddress(row, column);
  return when.kind === 'formula' ? when.formula : `=AND(ISLOGICAL(${first}),NOT(${first}))`;
}
