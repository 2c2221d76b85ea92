import { parseArea, type Area } from './address';
import type { CellValue } from './workbook';

/** What a defined name stands for, before any cell is read. */
export type NameTarget =
  /** `isFixed`: the same cells wherever the name is used, as `$` signs on all parts have it. */
  | { readonly kind: 'reference'; readonly sheet: string; readonly area: Area; readonly isFixed: boolean }
  | { readonly kind: 'constant'; readonly value: CellValue }
  | { readonly kind: 'unresolved'; readonly reason: 'deleted' | 'union' | 'external' | 'formula' };

/** An Excel table, as a structured reference needs it. */
export interface TableShape {
  readonly name: string;
  readonly sheet: string;
  /** Header, body and totals together. */
  readonly area: Area;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly headers: readonly string[];
}

/** What a name's formula may lean on. */
export interface NameScope {
  readonly sheets: readonly string[];
  readonly tables: readonly TableShape[];
  /** Formula of another name as seen from there, without `=`; null where there is none. */
  readonly formulaOf: (name: string) => string | null;
}

const deepestAlias = 8;

/** Reads a name's formula (without `=`): one rectangle, a table column, a constant, another such name, or the reason why not. */
export function nameTarget(refersTo: string, scope: NameScope, depth = 0): NameTarget {
  const formula = bareFormula(refersTo);
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  const constant = constantValue(formula);
  if (constant !== undefined) return { kind: 'constant', value: constant };
  if (/#REF!/i.test(bare)) return unresolved('deleted');
  if (isUnion(bare)) return unresolved('union');
  if (/^'?[^'!(]*\[[^\]]+\][^!(]*!/.test(bare) || /^'[^']*\[/.test(bare)) return unresolved('external');
  return (
    sheetReference(formula, scope) ??
    tableReference(formula, scope) ??
    (depth < deepestAlias ? aliased(formula, scope, depth) : null) ??
    unresolved('formula')
  );
}

/** Without what changes nothing: a sign `+` in front, as some people type it, and parentheses around one reference. */
function bareFormula(refersTo: string): string {
  const formula = refersTo.trim();
  const inner = /^\+(.*)$/s.exec(formula)?.[1] ?? /^\(([^(),]*)\)$/s.exec(formula)?.[1];
  return inner === undefined ? formula : bareFormula(inner);
}

function unresolved(reason: 'deleted' | 'union' | 'external' | 'formula'): NameTarget {
  return { kind: 'unresolved', reason };
}

function constantValue(formula: string): CellValue | undefined {
  const text = /^"((?:[^"]|"")*)"$/.exec(formula);
  if (text) return text[1].replace(/""/g, '"');
  if (/^(TRUE|FALSE)$/i.test(formula)) return formula.toUpperCase() === 'TRUE';
  const number = /^\(*([+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)(%*)\)*$/i.exec(formula);
  if (number) return Number(number[1]) / 100 ** number[2].length;
  if (/^#(N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)$/i.test(formula)) return { error: formula.toUpperCase() };
  return undefined;
}

/** Whether commas stand outside parentheses (other than one around all), quotes and brackets. */
function isUnion(formula: string): boolean {
  const quoteless = formula.replace(/'(?:[^']|'')*'/g, "''");
  const inner = /^\((.*)\)$/.exec(quoteless)?.[1] ?? quoteless;
  let depth = 0;
  for (const character of inner) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (character === ',' && depth === 0) return true;
  }
  return false;
}

/** A column or row without `$`: such a name means other cells in every cell that uses it. */
const relativePart = /(?<![$A-Z])[A-Z]|(?<![$\d])\d/i;

function sheetReference(formula: string, scope: NameScope): NameTarget | null {
  const ends =
    formula.match(
      /(?:'(?:[^']|'')*'|[^'!:\s()[\],]+)!\$?[A-Za-z]*\$?\d*(?::(?!['A-Za-z_][^!]*!)\$?[A-Za-z]*\$?\d*)?/g,
    ) ?? [];
  if (ends.length === 0 || ends.length > 2 || ends.join(':') !== formula) return null;
  const parsed = ends.map((end) => {
    const cut = end.lastIndexOf('!');
    const name = end.slice(0, cut);
    return {
      sheet: name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name,
      area: parseArea(end.slice(cut + 1)),
    };
  });
  const sheet = scope.sheets.find((candidate) => candidate.toLowerCase() === parsed[0].sheet.toLowerCase());
  if (parsed.some((end) => end.sheet.toLowerCase() !== parsed[0].sheet.toLowerCase())) return null;
  const [first, last = first] = parsed.map((end) => end.area);
  if (first === null || last === null) return null;
  if (sheet === undefined) return parsed[0].sheet.includes(':') ? null : unresolved('deleted');
  const row = Math.min(first.row, last.row);
  const column = Math.min(first.column, last.column);
  const rowCount = Math.max(first.row + first.rowCount, last.row + last.rowCount) - row;
  const columnCount = Math.max(first.column + first.columnCount, last.column + last.columnCount) - column;
  const isFixed = ends.every((end) => !relativePart.test(end.slice(end.lastIndexOf('!') + 1)));
  return { kind: 'reference', sheet, area: { row, column, rowCount, columnCount }, isFixed };
}

/** `Table1`, `Table1[Qty]`, `Table1[[Qty]:[Price]]`, `Table1[#All]`, `Table1[[#Headers],[Qty]]` … */
function tableReference(formula: string, scope: NameScope): NameTarget | null {
  const match = /^([^\s![\]]+)(?:\[(.*)\])?$/s.exec(formula);
  const table = match && scope.tables.find((candidate) => candidate.name.toLowerCase() === match[1].toLowerCase());
  if (!table) return null;
  const inside = match[2] ?? '';
  const pieces = inside.replace(/'./gs, '').includes('[')
    ? [...inside.matchAll(/\[((?:'.|[^'\]])*)\]/gs)].map((piece) => piece[1])
    : inside === ''
      ? []
      : [inside];
  const regions = pieces.filter((piece) => piece.startsWith('#')).map((piece) => piece.toLowerCase());
  const named = pieces.filter((piece) => !piece.startsWith('#')).map((piece) => piece.trim().replace(/'(.)/gs, '$1'));
  const columns = named.map((name) => table.headers.findIndex((header) => header.toLowerCase() === name.toLowerCase()));
  if (columns.includes(-1)) return unresolved('deleted');
  const isColumnRange = /\]\s*:\s*\[/.test(inside);
  if (columns.length > 2 || (columns.length === 2 && !isColumnRange)) return unresolved('union');
  const rows = tableRows(table, regions);
  if (rows === null) return unresolved('formula');
  const first = columns.length > 0 ? Math.min(...columns) : 0;
  const last = columns.length > 0 ? Math.max(...columns) : table.area.columnCount - 1;
  const area = { ...rows, column: table.area.column + first, columnCount: last - first + 1 };
  return { kind: 'reference', sheet: table.sheet, area, isFixed: true };
}

function tableRows(table: TableShape, regions: readonly string[]): { row: number; rowCount: number } | null {
  const { row, rowCount } = table.area;
  const body = { row: row + table.headerRows, rowCount: rowCount - table.headerRows - table.totalsRows };
  switch (regions.join(',')) {
    case '':
    case '#data':
      return body;
    case '#all':
      return { row, rowCount };
    case '#headers':
      return table.headerRows > 0 ? { row, rowCount: table.headerRows } : null;
    case '#headers,#data':
      return { row, rowCount: rowCount - table.totalsRows };
    case '#totals':
      return table.totalsRows > 0 ? { row: row + rowCount - table.totalsRows, rowCount: table.totalsRows } : null;
    default:
      return null;
  }
}

function aliased(formula: string, scope: NameScope, depth: number): NameTarget | null {
  const name = /^(?:(?:'(?:[^']|'')*'|[^'!\s()[\]]+)!)?([A-Za-z_\\\u0080-\uffff][\w.\\?\u0080-\uffff]*)$/.exec(
    formula,
  )?.[1];
  const other = name === undefined ? null : scope.formulaOf(name);
  return other === null ? null : nameTarget(other, scope, depth + 1);
}

/** A name without the product's optional prefix `sop_`, in lower case: how names are looked up. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/^sop_/, '');
}
