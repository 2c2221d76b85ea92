import { refuse } from '../refusal';
import { contentTypeOf } from './content-types';
import { hasPart, partText, type Parts } from './parts';
import { relationshipsOf, requiredTarget } from './relationships';
import { strict, transitional, type Vocabulary } from './vocabulary';
import { attribute, attributeIn, child, childrenNamed, parseXml, textOf, type XmlElement } from './xml';

/** The workbook part: its sheets, names and settings, with the places where they stand in its text. */
export interface WorkbookPart {
  readonly part: string;
  readonly text: string;
  readonly root: XmlElement;
  readonly vocabulary: Vocabulary;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  /** Index into `sheets`. */
  readonly activeSheet: number;
  readonly structureProtected: boolean;
}

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  readonly part: string;
  /** `worksheet`, `chartsheet`, `dialogsheet` … */
  readonly kind: string;
  readonly visible: boolean;
  readonly element: XmlElement;
}

export interface DefinedName {
  readonly name: string;
  /** Index of the sheet to which it is confined; null for the whole workbook. */
  readonly sheetIndex: number | null;
  /** Without the leading `=`. */
  readonly refersTo: string;
  /** A macro function's name, which is no cell or value. */
  readonly isFunction: boolean;
  readonly element: XmlElement;
}

/** Finds the workbook part and refuses packages that are no .xlsx or .xlsm workbook. */
export function findWorkbookPart(parts: Parts): string {
  if (!hasPart(parts, '[Content_Types].xml') || !hasPart(parts, '_rels/.rels')) refuse('notAWorkbook', notAWorkbook);
  const target = relationshipsOf(parts, '').find((relationship) => relationship.kind === 'officeDocument')?.target;
  if (target === undefined) return refuse('notAWorkbook', notAWorkbook);
  if (!hasPart(parts, target)) {
    return refuse(
      'damaged',
      `The file lacks its workbook part "${target}". Get a fresh copy of it, or repair it in Excel.`,
    );
  }
  const type = contentTypeOf(parts, target) ?? '';
  if (type.includes('sheet.binary') || target.toLowerCase().endsWith('.bin')) {
    refuse('legacyFormat', 'This is a binary workbook (.xlsb). Save it in Excel as .xlsx or .xlsm and run again.');
  }
  return target;
}

const notAWorkbook =
  'This is a zip file but not an Excel workbook. Choose an .xlsx or .xlsm file, or save the workbook as one in Excel.';

/** Reads the workbook part as it stands now. */
export function readWorkbookPart(parts: Parts, part: string): WorkbookPart {
  const text = partText(parts, part);
  const root = parseXml(text);
  const vocabulary = [transitional, strict].find((candidate) => candidate.spreadsheet === root.uri);
  if (!vocabulary || root.local !== 'workbook') return refuse('notAWorkbook', notAWorkbook);
  const properties = child(root, 'workbookPr');
  const views = child(root, 'bookViews');
  const firstView = views && child(views, 'workbookView');
  const protection = child(root, 'workbookProtection');
  const sheets = readSheets(parts, part, root, vocabulary);
  const active = Number((firstView && attribute(firstView, 'activeTab')) ?? 0);
  return {
    part,
    text,
    root,
    vocabulary,
    sheets,
    names: readNames(text, root),
    date1904: isTrue(properties && attribute(properties, 'date1904')),
    activeSheet: active >= 0 && active < sheets.length ? active : 0,
    structureProtected: isTrue(protection && attribute(protection, 'lockStructure')),
  };
}

function readSheets(parts: Parts, part: string, root: XmlElement, vocabulary: Vocabulary): SheetEntry[] {
  const relationships = relationshipsOf(parts, part);
  return childrenNamed(child(root, 'sheets'), 'sheet').map((element) => {
    const relationshipId = attributeIn(element, vocabulary.relationships, 'id') ?? '';
    const { target, kind } = requiredTarget(relationships, relationshipId);
    return {
      name: attribute(element, 'name') ?? '',
      sheetId: Number(attribute(element, 'sheetId') ?? 0),
      relationshipId,
      part: target,
      kind,
      visible: (attribute(element, 'state') ?? 'visible') === 'visible',
      element,
    };
  });
}

function readNames(text: string, root: XmlElement): DefinedName[] {
  return childrenNamed(child(root, 'definedNames'), 'definedName').map((element) => {
    const sheet = attribute(element, 'localSheetId');
    return {
      name: attribute(element, 'name') ?? '',
      sheetIndex: sheet === null ? null : Number(sheet),
      refersTo: textOf(text, element).trim().replace(/^=/, ''),
      isFunction: ['function', 'vbProcedure', 'xlm'].some((mark) => isTrue(attribute(element, mark))),
      element,
    };
  });
}

/** Reads `xsd:boolean`. */
export function isTrue(value: string | null | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Worksheet of that name, compared as Excel does; null where there is none. */
export function sheetNamed(workbook: WorkbookPart, name: string): SheetEntry | null {
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
}

/** A part that the workbook part points at, e.g. its styles; null where there is none. */
export function workbookTarget(parts: Parts, workbook: WorkbookPart, kind: string): string | null {
  const found = relationshipsOf(parts, workbook.part).find((relationship) => relationship.kind === kind);
  return found && hasPart(parts, found.target) ? found.target : null;
}
