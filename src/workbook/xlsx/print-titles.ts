import { columnName, quotedSheetName } from '../address';
import type { PrintSetup } from '../sheet-content';
import { appendChildren, insertInOrder, qualified, removeElement, type Splice } from './splice';
import { workbookOrder } from './vocabulary';
import type { WorkbookPart } from './workbook-part';
import { child } from './xml';
import { escapeText } from './xml-text';

const printTitles = '_xlnm.Print_Titles';

/** Formula of the rows and columns that repeat on every page, columns first as Excel writes them; null for none. */
export function printTitlesFormula(sheet: string, print: PrintSetup | null): string | null {
  const name = quotedSheetName(sheet);
  const columns = print?.titleColumns?.map((column) => `$${columnName(column)}`).join(':');
  const rows = print?.titleRows?.map((row) => `$${row + 1}`).join(':');
  const pieces = [columns, rows].filter((piece) => piece !== undefined).map((piece) => `${name}!${piece}`);
  return pieces.length === 0 ? null : pieces.join(',');
}

/**
 * Splices that give a sheet its print titles. The former ones go, and so does the hidden name of a filter that an overwritten
 * sheet no longer has. Excel keeps names sorted; a list that is sorted stays so.
 */
export function printTitleSplices(workbook: WorkbookPart, sheetIndex: number, formula: string | null): Splice[] {
  const ownNames = [printTitles, '_xlnm._FilterDatabase'];
  const doomed = workbook.names.filter((name) => name.sheetIndex === sheetIndex && ownNames.includes(name.name));
  const list = child(workbook.root, 'definedNames');
  if (formula === null) {
    const isEmptied = list !== null && doomed.length > 0 && doomed.length === list.children.length;
    return isEmptied ? [removeElement(list)] : doomed.map((name) => removeElement(name.element));
  }
  const tag = qualified(workbook.root, 'definedName');
  const xml = `<${tag} name="${printTitles}" localSheetId="${sheetIndex}">${escapeText(formula)}</${tag}>`;
  const former = doomed.find((name) => name.name === printTitles);
  const dropped = doomed.filter((name) => name !== former).map((name) => removeElement(name.element));
  if (former) return [{ start: former.element.start, end: former.element.end, insert: xml }, ...dropped];
  if (!list) {
    const names = qualified(workbook.root, 'definedNames');
    const whole = `<${names}>${xml}</${names}>`;
    return [insertInOrder(workbook.text, workbook.root, workbookOrder, 'definedNames', whole)];
  }
  const at = sortedPlace(workbook, sheetIndex);
  const added = at === null ? appendChildren(workbook.text, list, xml) : { start: at, end: at, insert: xml };
  return [added, ...dropped];
}

/** Place before the first greater name, when the names are sorted; null to go last. */
function sortedPlace(workbook: WorkbookPart, sheetIndex: number): number | null {
  const keys = workbook.names.map((name) => sortKey(name.name, name.sheetIndex));
  const isSorted = keys.every((key, index) => index === 0 || keys[index - 1] <= key);
  const next = isSorted ? keys.findIndex((key) => key > sortKey(printTitles, sheetIndex)) : -1;
  return next < 0 ? null : workbook.names[next].element.start;
}

function sortKey(name: string, sheetIndex: number | null): string {
  return `${name.toLowerCase()}\u0000${String(sheetIndex ?? 0).padStart(6, '0')}`;
}
