import { partText, setPartText, type Parts } from './parts';
import { applySplices, insertInOrder, qualified, setAttribute } from './splice';
import { workbookOrder } from './vocabulary';
import { isTrue, readWorkbookPart } from './workbook-part';
import { attribute, child } from './xml';

/** Has Excel calculate everything when it opens the file, because values in it no longer agree with their formulas. */
export function recalculateOnOpen(parts: Parts, workbookPart: string): void {
  const { text, root } = readWorkbookPart(parts, workbookPart);
  const properties = child(root, 'calcPr');
  if (properties && isTrue(attribute(properties, 'fullCalcOnLoad'))) return;
  const xml = `<${qualified(root, 'calcPr')} fullCalcOnLoad="1"/>`;
  const splice = properties
    ? setAttribute(text, properties, 'fullCalcOnLoad', '1')
    : insertInOrder(text, root, workbookOrder, 'calcPr', xml);
  setPartText(parts, workbookPart, applySplices(text, [splice]));
}

/** Whether a worksheet's text holds formulas, other than in some of its cells. */
export function holdsFormulas(parts: Parts, part: string): boolean {
  return /<(?:[^\s<>/:]+:)?f[\s>/]/.test(partText(parts, part));
}
