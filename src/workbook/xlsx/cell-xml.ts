import { cellAddress } from '../address';
import type { CellValue } from '../workbook';
import { encodeCellText, escapeText } from './xml-text';

/** What to write into one cell. */
export interface CellSource {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** With the leading `=`; absent for a constant. */
  readonly formula?: string;
}

/**
 * The `c` element of a cell; `p` is the sheet's namespace prefix with its colon, or ''; `format` is
 * the index of the cell format, and null or 0 leaves it unstated. Text is stored in the cell itself, so
 * that the workbook's shared strings stay as they are.
 */
export function cellXml(cell: CellSource, p: string, format: number | null): string {
  const { value, formula } = cell;
  const style = format ? ` s="${format}"` : '';
  const open = `<${p}c r="${cellAddress(cell.row, cell.column)}"${style}`;
  if (formula === undefined) {
    if (value === null) return `${open}/>`;
    if (typeof value === 'string') return `${open} t="inlineStr"><${p}is>${textXml(value, `${p}t`)}</${p}is></${p}c>`;
  }
  const formulaXml =
    formula === undefined
      ? ''
      : `<${p}f>${escapeText(encodeCellText(formula.startsWith('=') ? formula.slice(1) : formula))}</${p}f>`;
  const [type, stored] = storedForm(value);
  return `${open}${type}>${formulaXml}${stored === null ? '' : `<${p}v>${stored}</${p}v>`}</${p}c>`;
}

/** Type attribute and text of a value; a number that is no number shows as Excel's own error. */
function storedForm(value: CellValue): [type: string, stored: string | null] {
  if (value === null) return ['', null];
  if (typeof value === 'number') return Number.isFinite(value) ? ['', String(value)] : [' t="e"', '#NUM!'];
  if (typeof value === 'boolean') return [' t="b"', value ? '1' : '0'];
  if (typeof value === 'object') return [' t="e"', escapeText(value.error)];
  return [' t="str"', escapeText(encodeCellText(value))];
}

function textXml(text: string, name: string): string {
  const space = /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : '';
  return `<${name}${space}>${escapeText(encodeCellText(text))}</${name}>`;
}
