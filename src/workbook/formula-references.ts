import { columnIndex, columnName, sheetColumns, sheetRows } from './address';

const sheetPrefix = String.raw`(?:'(?:[^']|'')*'|[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff]*)!`;
const pieces = new RegExp(
  [
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<brackets>\[(?:[^\[\]]|\[[^\[\]]*\])*\])`,
    `(?<sheet>${sheetPrefix})`,
    String.raw`(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w(.]))`,
    String.raw`(?<rows>\$?\d{1,7}:\$?\d{1,7}(?![\w(.]))`,
    String.raw`(?<cell>\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?![\w(.!\[]))`,
    String.raw`(?<word>[A-Za-z_\\\u0080-\uffff][\w.\\?\u0080-\uffff]*)`,
    String.raw`(?<number>\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?)`,
  ].join('|'),
  'g',
);

/**
 * Formula (without `=`) as it reads when its cell moves by some rows and columns, as a shared formula is stored once and
 * meant for each of its cells. References that leave the sheet become `#REF!`.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return replacePieces(formula, (piece, kind) => {
    if (kind === 'cell') return shiftCell(piece, rows, columns);
    if (kind === 'columns') return shiftPair(piece, (end) => shiftColumn(end, columns));
    if (kind === 'rows') return shiftPair(piece, (end) => shiftRow(end, rows));
    return piece;
  });
}

/** Formula in which the references to a sheet that is deleted read `#REF!`, as Excel leaves them; the same text if none. */
export function withoutSheet(formula: string, sheet: string): string {
  return replacePieces(formula, (piece, kind) => {
    if (kind !== 'sheet') return piece;
    const name = piece.startsWith("'") ? piece.slice(1, -2).replace(/''/g, "'") : piece.slice(0, -1);
    return name.toLowerCase() === sheet.toLowerCase() ? '#REF!' : piece;
  });
}

/**
 * Rewrites a formula piece by piece: texts, brackets, sheet prefixes, cells, columns, rows, words and numbers. `before` is the
 * formula up to the piece.
 */
export function replacePieces(
  formula: string,
  replace: (piece: string, kind: string, before: string) => string,
): string {
  return formula.replace(pieces, (piece: string, ...rest) => {
    const groups = rest[rest.length - 1] as Record<string, string | undefined>;
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';
    return replace(piece, kind, formula.slice(0, Number(rest[rest.length - 3])));
  });
}

function shiftCell(reference: string, rows: number, columns: number): string {
  const match = /^(\$?[A-Za-z]+)(\$?\d+)$/.exec(reference);
  if (!match) return reference;
  const column = shiftColumn(match[1], columns);
  const row = shiftRow(match[2], rows);
  return column === null || row === null ? '#REF!' : column + row;
}

function shiftPair(pair: string, shift: (end: string) => string | null): string {
  const ends = pair.split(':').map(shift);
  return ends.includes(null) ? '#REF!' : ends.join(':');
}

function shiftColumn(letters: string, columns: number): string | null {
  if (letters.startsWith('$')) return letters;
  const column = columnIndex(letters) + columns;
  return column < 0 || column >= sheetColumns ? null : columnName(column);
}

function shiftRow(digits: string, rows: number): string | null {
  if (digits.startsWith('$')) return digits;
  const row = Number(digits) + rows;
  return row < 1 || row > sheetRows ? null : String(row);
}
