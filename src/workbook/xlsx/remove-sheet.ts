import { withoutSheet } from '../formula-references';
import { refuse } from '../refusal';
import { dropFromCalcChain } from './calc-chain';
import { partText, setPartText, type Parts } from './parts';
import { recalculateOnOpen } from './recalculation';
import { removeRelationships } from './relationships';
import { removeDependents, removeWithRelationships } from './sheet-parts';
import { applySplices, removeElement, setAttribute, type Splice } from './splice';
import { readWorkbookPart, sheetNamed, type SheetEntry, type WorkbookPart } from './workbook-part';
import { attribute, child, childrenNamed } from './xml';
import { decodeXml, escapeText } from './xml-text';

/**
 * Deletes a sheet and what only it uses. Formulas that pointed at it read `#REF!`, as they would in Excel. A sheet that is
 * not there is no error: it is gone, as asked. Returns sentences for the planner.
 */
export function removeSheet(parts: Parts, workbookPart: string, name: string): string[] {
  const workbook = readWorkbookPart(parts, workbookPart);
  const sheet = sheetNamed(workbook, name);
  if (!sheet) return [];
  if (!workbook.sheets.some((other) => other !== sheet && other.visible)) {
    refuse(
      'conflict',
      `"${sheet.name}" is the only visible sheet, and a workbook needs one. Add or unhide another sheet first.`,
    );
  }
  setPartText(parts, workbookPart, applySplices(workbook.text, workbookSplices(workbook, sheet)));
  dropFromCalcChain(parts, workbook, (sheetId) => sheetId === sheet.sheetId);
  removeRelationships(parts, workbookPart, [sheet.relationshipId]);
  removeDependents(parts, sheet.part);
  removeWithRelationships(parts, sheet.part);
  if (!breakReferences(parts, sheet)) return [];
  recalculateOnOpen(parts, workbookPart);
  return [`Formulas that pointed at the deleted sheet "${sheet.name}" now show #REF!.`];
}

function workbookSplices(workbook: WorkbookPart, sheet: SheetEntry): Splice[] {
  const index = workbook.sheets.indexOf(sheet);
  return [removeElement(sheet.element), ...nameSplices(workbook, sheet, index), ...viewSplices(workbook, index)];
}

/** Names confined to the sheet go, later sheets' names count one less, and other names that point at the sheet break. */
function nameSplices(workbook: WorkbookPart, sheet: SheetEntry, index: number): Splice[] {
  const list = child(workbook.root, 'definedNames');
  const kept = workbook.names.filter((name) => name.sheetIndex !== index);
  if (list && kept.length === 0) return [removeElement(list)];
  return workbook.names.flatMap(({ element, sheetIndex, refersTo }) => {
    if (sheetIndex === index) return [removeElement(element)];
    const splices: Splice[] = [];
    if (sheetIndex !== null && sheetIndex > index) {
      splices.push(setAttribute(workbook.text, element, 'localSheetId', String(sheetIndex - 1)));
    }
    const broken = withoutSheet(refersTo, sheet.name);
    if (broken !== refersTo) {
      splices.push({ start: element.openEnd, end: element.closeStart, insert: escapeText(broken) });
    }
    return splices;
  });
}

/** The active and the first shown tab count one less when the sheet stood before them, and never point past the end. */
function viewSplices(workbook: WorkbookPart, index: number): Splice[] {
  const last = workbook.sheets.length - 2;
  return childrenNamed(child(workbook.root, 'bookViews'), 'workbookView').flatMap((view) =>
    ['activeTab', 'firstSheet'].flatMap((name) => {
      const stated = attribute(view, name);
      if (stated === null) return [];
      const moved = Math.min(Number(stated) > index ? Number(stated) - 1 : Number(stated), last);
      return moved === Number(stated) ? [] : [setAttribute(workbook.text, view, name, String(Math.max(0, moved)))];
    }),
  );
}

/** Rewrites formulas of cells, formats, validations and charts that name the sheet; whether there were any. */
function breakReferences(parts: Parts, sheet: SheetEntry): boolean {
  // The longest run that a formula cannot spell differently: a cheap test before a part is searched.
  const mention = sheet.name
    .toLowerCase()
    .split(/['"&<>]/)
    .sort((one, other) => other.length - one.length)[0];
  let found = false;
  for (const name of [...parts.names.values()]) {
    if (!/\/(?:worksheets|charts|chartsheets)\/[^/]+\.xml$/i.test(`/${name}`)) continue;
    const text = partText(parts, name);
    if (!text.toLowerCase().includes(mention)) continue;
    const broken = text.replace(formulaElements, (whole, open: string, content: string, close: string) => {
      const formula = decodeXml(content);
      const rewritten = withoutSheet(formula, sheet.name);
      return rewritten === formula ? whole : open + escapeText(rewritten) + close;
    });
    found ||= broken !== text;
    setPartText(parts, name, broken);
  }
  return found;
}

const formulaElements = /(<(?:[^\s<>/:]+:)?(?:f|formula|formula1|formula2)(?:\s[^<>]*)?>)([^<]*)(<\/)/g;
