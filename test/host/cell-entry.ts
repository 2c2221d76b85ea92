import { isErrorText } from './calculation';
import { failure } from './host-failure';
import type { Json } from './json';
import type { CellModel } from './workbook-model';

/** Longest text in a cell, and longest formula. */
const longestText = 32_767;
const longestFormula = 8_192;

/**
 * What a value becomes when it is written to a cell, as if it were typed: text that starts with `=` is a formula, with
 * `'` is text as it stands, numbers and truth values are recognised unless the cell's format is text (`@`).
 * Undefined empties the cell.
 */
export function cellFromEntry(entry: Json, numberFormat: Json): CellModel | undefined {
  if (typeof entry === 'number') {
    if (!Number.isFinite(entry)) throw failure('InvalidArgument');
    return { value: entry };
  }
  if (typeof entry === 'boolean') return { value: entry };
  if (typeof entry !== 'string') throw failure('InvalidArgument');
  if (entry === '') return undefined;
  if (entry.length > longestText) throw failure('InvalidArgument');
  if (numberFormat === '@') return { value: entry, text: true };
  if (entry.startsWith("'")) return { value: entry.slice(1), text: true };
  if (entry.length > 1 && /^[=+\-@]/.test(entry) && isFormula(entry)) return formulaCell(entry);
  if (/^(true|false)$/i.test(entry)) return { value: entry.toLowerCase() === 'true' };
  const number = readNumber(entry);
  if (number !== undefined) return { value: number };
  return isErrorText(entry.toUpperCase()) ? { value: entry.toUpperCase() } : { value: entry };
}

function isFormula(entry: string): boolean {
  return entry.startsWith('=') || (/^[+\-@]/.test(entry) && readNumber(entry) === undefined && /[A-Za-z(]/.test(entry));
}

function formulaCell(entry: string): CellModel {
  const formula = entry.startsWith('=') ? entry : `=${entry}`;
  if (formula.length > longestFormula) throw failure('FormulaLengthExceedsLimit');
  const open = formula.replace(/"[^"]*"|'[^']*'/g, '');
  if ((open.match(/\(/g) ?? []).length !== (open.match(/\)/g) ?? []).length || /[=+\-*/^&,(]$/.test(open.trim())) {
    throw failure('InvalidArgument', 'There is a problem with this formula.');
  }
  return { value: '', formula };
}

function readNumber(entry: string): number | undefined {
  const text = entry.trim();
  if (/^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?%?$/i.test(text) && /\d/.test(text)) {
    const number = Number(text.replaceAll(',', '').replace('%', ''));
    return text.endsWith('%') ? number / 100 : number;
  }
  return undefined;
}
