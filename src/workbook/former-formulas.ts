import { quotedSheetName } from './address';
import { replacePieces } from './formula-references';

/**
 * A formula as it reads on another sheet: its references to its own sheet name it, so that Excel keeps them right when rows
 * are inserted or the sheet is renamed. Null where it cannot leave its place (a row of its own table).
 */
export function asSeenElsewhere(formula: string, sheet: string): string | null {
  if (/\[@|\[#This Row\]|(?:^|[^\w\]])\[/i.test(formula)) return null;
  let before = '';
  return replacePieces(formula, (piece, kind, text) => {
    const isReference = kind === 'cell' || kind === 'columns' || kind === 'rows';
    const qualified = before === 'sheet' || (before === 'reference' && text.endsWith(':'));
    before = kind === 'sheet' ? 'sheet' : isReference ? 'reference' : 'other';
    return isReference && !qualified ? `${quotedSheetName(sheet)}!${piece}` : piece;
  });
}

/** The way back: references to the sheet lose its name. */
export function asSeenFrom(formula: string, sheet: string): string {
  return replacePieces(formula, (piece, kind) => {
    if (kind !== 'sheet') return piece;
    const name = piece.startsWith("'") ? piece.slice(1, -2).replace(/''/g, "'") : piece.slice(0, -1);
    return name.toLowerCase() === sheet.toLowerCase() ? '' : piece;
  });
}

/** Whether a formula refers to cells by address, which insertions of rows or columns move. */
export function refersToCells(formula: string): boolean {
  let found = false;
  replacePieces(formula, (piece, kind) => {
    found ||= kind === 'cell' || kind === 'columns' || kind === 'rows';
    return piece;
  });
  return found;
}
