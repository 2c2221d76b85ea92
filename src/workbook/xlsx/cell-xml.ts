import { columnName } from '../address';
import type { CellValue } from '../workbook';
import { storedFormula } from './add-in-functions';
import type { TextSink } from './utf8-text';
import { encodeCellText, escapeText } from './xml-text';

/** What to write into one cell. */
export interface CellSource {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** With the leading `=`; absent for a constant. */
  readonly formula?: string;
  /** Rectangle that the formula's results fill, e.g. `B2:D3`; absent for an ordinary formula. */
  readonly array?: string;
}

/** Writes cells one after another; `format` is the index of the cell format, and null or 0 leaves it unstated. */
export type CellWriter = (out: TextSink, cell: CellSource, format: number | null) => void;

/**
 * Writes `c` elements; `p` is the sheet's namespace prefix with its colon, or ''. Text is stored in the cell itself, so that
 * the workbook's shared strings stay as they are. What all cells share is put together once: a sheet may have a million.
 */
export function cellWriter(p: string): CellWriter {
  const close = `</${p}c>`;
  const [formulaOpen, formulaClose] = [`<${p}f>`, `</${p}f>`];
  const [valueOpen, valueEnd] = [`<${p}v>`, `</${p}v></${p}c>`];
  const starts: string[] = [];
  const formats: string[] = [];
  return (out, { row, column, value, formula, array }, format) => {
    out.add((starts[column] ??= `<${p}c r="${columnName(column)}`));
    out.add(wholeText(row + 1));
    if (format) out.add((formats[format] ??= `" s="${format}`));
    if (formula === undefined) {
      if (value === null) return out.add('"/>');
      if (typeof value === 'string')
        return out.add(`" t="inlineStr"><${p}is>${textXml(value, `${p}t`)}</${p}is></${p}c>`);
    }
    out.add(valueTags[typeOf(value)]);
    if (formula !== undefined) {
      out.add(array === undefined ? formulaOpen : `<${p}f t="array" ref="${array}">`);
      out.add(formulaXml(formula));
      out.add(formulaClose);
    }
    if (value === null) return out.add(close);
    out.add(valueOpen);
    out.add(storedText(value));
    out.add(valueEnd);
  };
}

/** The content of an `f` element. */
function formulaXml(formula: string): string {
  const bare = formula.startsWith('=') ? formula.slice(1) : formula;
  const isPlain = !isOutOfOrdinary.test(bare) || !mayNeedChange.test(bare);
  return isPlain ? bare : escapeText(encodeCellText(storedFormula(bare)));
}

/** Most formulas are stored as they are, and to see that once is cheaper than to look for every reason why not. */
const isOutOfOrdinary = /[^A-Za-z0-9 $'"!(),:;*+/-]/;
const mayNeedChange = /[^\w $'"!(),.:;*+/-]|_x|SOP\./i;

/** A whole number of at least 0: most are row numbers or recur. */
function wholeText(value: number): string {
  return value < wholeTexts.length ? (wholeTexts[value] ??= String(value)) : String(value);
}

const wholeTexts = new Array<string>(10_000);

/** The `c` element of a single cell. */
export function cellXml(cell: CellSource, p: string, format: number | null): string {
  let xml = '';
  cellWriter(p)({ add: (piece) => (xml += piece) }, cell, format);
  return xml;
}

/** How the start tag ends, by how the value is stored. */
const valueTags = { number: '">', truth: '" t="b">', error: '" t="e">', text: '" t="str">' };

function typeOf(value: CellValue): keyof typeof valueTags {
  if (typeof value === 'number') return Number.isFinite(value) ? 'number' : 'error';
  if (value === null) return 'number';
  if (typeof value === 'boolean') return 'truth';
  return typeof value === 'object' ? 'error' : 'text';
}

/** A number that is no number shows as Excel's own error. */
function storedText(value: Exclude<CellValue, null>): string {
  if (typeof value === 'number') {
    if (value >= 0 && Number.isInteger(value)) return wholeText(value + 0);
    return Number.isFinite(value) ? String(value) : '#NUM!';
  }
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'object') return escapeText(value.error);
  return escapeText(encodeCellText(value));
}

function textXml(text: string, name: string): string {
  const space = /^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : '';
  return `<${name}${space}>${escapeText(encodeCellText(text))}</${name}>`;
}
