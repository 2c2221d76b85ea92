import { forgetContentType } from './content-types';
import { partText, removePart, setPartText, type Parts } from './parts';
import { relationshipsOf, removeRelationships } from './relationships';
import { applySplices, removeElement, setAttribute, type Splice } from './splice';
import { workbookTarget, type WorkbookPart } from './workbook-part';
import { attribute, parseXml } from './xml';

/**
 * Drops entries of cells that hold no formula any more; Excel calls a file damaged that lists one. An entry without a sheet
 * takes that of the entry before, so the one that follows a dropped entry may have to state its sheet. An empty chain goes.
 */
export function dropFromCalcChain(
  parts: Parts,
  workbook: WorkbookPart,
  isDropped: (sheetId: number, address: string) => boolean,
): void {
  const part = workbookTarget(parts, workbook, 'calcChain');
  if (part === null) return;
  const text = partText(parts, part);
  const entries = parseXml(text).children.filter((element) => element.local === 'c');
  const splices: Splice[] = [];
  let sheetId = 0;
  let statedSheetId = 0;
  let kept = 0;
  for (const entry of entries) {
    sheetId = Number(attribute(entry, 'i') ?? sheetId);
    if (isDropped(sheetId, attribute(entry, 'r') ?? '')) {
      splices.push(removeElement(entry));
      continue;
    }
    if (attribute(entry, 'i') === null && sheetId !== statedSheetId) {
      splices.push(setAttribute(text, entry, 'i', String(sheetId)));
    }
    statedSheetId = sheetId;
    kept++;
  }
  if (kept > 0 || splices.length === 0) {
    setPartText(parts, part, applySplices(text, splices));
    return;
  }
  const ids = relationshipsOf(parts, workbook.part).filter(({ kind }) => kind === 'calcChain');
  removeRelationships(
    parts,
    workbook.part,
    ids.map(({ id }) => id),
  );
  forgetContentType(parts, part);
  removePart(parts, part);
}
