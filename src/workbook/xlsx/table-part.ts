import { areaAddress } from '../address';
import type { BookTableContent } from '../book-content';
import { stateContentType } from './content-types';
import { freePartName, partText, setPartText, type Parts } from './parts';
import { addRelationship, relationshipAttribute } from './relationships';
import {
  appendToList,
  applySplices,
  insertInOrder,
  qualified,
  removeElement,
  setAttribute,
  type Splice,
} from './splice';
import { readTables, type TableOfPart } from './tables';
import { contentTypes } from './vocabulary';
import { readWorkbookPart, sheetNamed } from './workbook-part';
import { attribute, child, childrenNamed, parseXml, type XmlElement } from './xml';
import { encodeCellText, escapeAttribute } from './xml-text';

/** Makes cells that are there into a table (ECMA-376 part 1, 18.5.1.2). */
export function addTablePart(parts: Parts, workbookPart: string, table: BookTableContent): void {
  const workbook = readWorkbookPart(parts, workbookPart);
  const { spreadsheet, relationships } = workbook.vocabulary;
  const sheet = sheetNamed(workbook, table.reference.sheet);
  if (!sheet) throw new Error(`Table ${table.name} lies on a sheet that does not exist.`);
  const id = Math.max(0, ...readTables(parts, workbook).map((other) => other.id)) + 1;
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const part = freePartName(parts, `${folder}tables/table`, 'xml');
  setPartText(parts, part, tableXml(table, id, spreadsheet));
  stateContentType(parts, part, contentTypes.table);
  const relationshipId = addRelationship(parts, sheet.part, `${relationships}/table`, part);
  const text = partText(parts, sheet.part);
  const root = parseXml(text, ['sheetData']);
  const scope = child(root, 'tableParts') ?? root;
  const item = `<${qualified(root, 'tablePart')} ${relationshipAttribute(relationships, scope)}="${relationshipId}"/>`;
  const splices = child(root, 'tableParts')
    ? appendToList(text, root, worksheetEnd, 'tableParts', [item])
    : [insertInOrder(text, root, worksheetEnd, 'tableParts', listXml(qualified(root, 'tableParts'), item))];
  setPartText(parts, sheet.part, applySplices(text, splices));
}

/** The last children of `worksheet` in the schema's order (18.3.1.99). */
const worksheetEnd = ['tableParts', 'extLst'];

/** Its `count` may be left out. */
function listXml(tag: string, item: string): string {
  return `<${tag}>${item}</${tag}>`;
}

function tableXml({ name, reference, headers }: BookTableContent, id: number, namespace: string): string {
  const address = areaAddress(reference);
  const quotedName = escapeAttribute(name);
  const columns = headers.map((header, index) => columnXml('tableColumn', index + 1, header));
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`,
    `<table xmlns="${namespace}" id="${id}" name="${quotedName}" displayName="${quotedName}" `,
    `ref="${address}" totalsRowShown="0"><autoFilter ref="${address}"/>`,
    `<tableColumns count="${headers.length}">${columns.join('')}</tableColumns>`,
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>',
  ].join('');
}

function columnXml(tag: string, id: number, header: string): string {
  return `<${tag} id="${id}" name="${escapeAttribute(encodeCellText(header).replace(/\n/g, '_x000a_'))}"/>`;
}

/** Gives a table another size, and columns for further headings; what the part says of its columns stays. */
export function resizeTablePart(parts: Parts, table: TableOfPart, { reference, headers }: BookTableContent): void {
  const text = partText(parts, table.part);
  const root = parseXml(text);
  const address = areaAddress(reference);
  if (attribute(root, 'ref') === address) return;
  const filtered = areaAddress({ ...reference, rowCount: reference.rowCount - table.totalsRows });
  const filter = child(root, 'autoFilter');
  setPartText(
    parts,
    table.part,
    applySplices(text, [
      setAttribute(text, root, 'ref', address),
      ...(filter ? [setAttribute(text, filter, 'ref', filtered)] : []),
      // A sort order names the rows it has put in order; the new rows are in none.
      ...[root, ...(filter ? [filter] : [])].flatMap((owner) => childrenNamed(owner, 'sortState')).map(removeElement),
      ...newColumns(text, root, headers.slice(table.headers.length)),
    ]),
  );
}

/** A column keeps its number for as long as it exists. */
function newColumns(text: string, root: XmlElement, headers: readonly string[]): Splice[] {
  const present = childrenNamed(child(root, 'tableColumns'), 'tableColumn');
  const last = Math.max(0, ...present.map((column) => Number(attribute(column, 'id') ?? 0)));
  const tag = qualified(root, 'tableColumn');
  const added = headers.map((header, index) => columnXml(tag, last + 1 + index, header));
  return appendToList(text, root, ['tableColumns', 'tableStyleInfo', 'extLst'], 'tableColumns', added);
}
