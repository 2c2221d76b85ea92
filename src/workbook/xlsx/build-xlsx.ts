import { strToU8, zipSync } from 'fflate';
import { withTableHeadings, type BookContent } from '../book-content';
import { noChange } from '../workbook';
import { applyChange } from './apply-change';
import { partsOf, partText, savedParts, setPartText, type Parts } from './parts';
import { applySplices, setAttribute } from './splice';
import { addTablePart } from './table-part';
import { contentTypes, transitional } from './vocabulary';
import { readWorkbookPart, sheetNamed } from './workbook-part';
import { child, childrenNamed, parseXml } from './xml';
import { escapeAttribute, escapeText } from './xml-text';
import { defaultLimits, readZip } from './zip-archive';
import { javascriptCodec } from './zip-content';

const workbookPart = 'xl/workbook.xml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A new .xlsx file from plain data. The same data gives the same bytes. Content that Excel forbids is a mistake and throws. */
export function buildXlsx(content: BookContent): Uint8Array {
  const book = withTableHeadings(content);
  if (book.sheets.length === 0) throw new Error('A workbook needs a sheet.');
  const parts = partsOf(readZip(skeleton(book), defaultLimits), defaultLimits, javascriptCodec);
  applyChange(parts, workbookPart, { ...noChange, sheets: book.sheets, settings: book.settings ?? {} });
  for (const table of book.tables) addTablePart(parts, workbookPart, table);
  selectSheet(parts, book.activeSheet ?? book.sheets[0].name);
  return savedParts(parts);
}

/** A package with everything but sheets, to which the ordinary writing adds them. */
function skeleton(book: BookContent): Uint8Array {
  const xmlTypes = 'http://schemas.openxmlformats.org/package/2006';
  const types = [
    `${declaration}<Types xmlns="${xmlTypes}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
    `<Override PartName="/${workbookPart}" ContentType="${contentTypes.workbook}"/></Types>`,
  ];
  const relationship = `<Relationship Id="rId1" Type="${transitional.relationships}/officeDocument" Target="${workbookPart}"/>`;
  const files = {
    '[Content_Types].xml': types.join(''),
    '_rels/.rels': `${declaration}<Relationships xmlns="${xmlTypes}/relationships">${relationship}</Relationships>`,
    [workbookPart]: workbookXml(book),
  };
  const encoded = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(encoded), { mtime: new Date(1980, 0, 1) });
}

function workbookXml(book: BookContent): string {
  const index = (name: string) => book.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  const active = book.activeSheet === undefined ? 0 : index(book.activeSheet);
  if (active < 0) throw new Error(`The active sheet ${book.activeSheet} does not exist.`);
  const names = [...book.names]
    .sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))
    .map(({ name, refersTo, scope }) => {
      const local = scope === undefined ? '' : ` localSheetId="${index(scope)}"`;
      return `<definedName name="${escapeAttribute(name)}"${local}>${escapeText(refersTo.replace(/^=/, ''))}</definedName>`;
    });
  return [
    `${declaration}<workbook xmlns="${transitional.spreadsheet}" xmlns:r="${transitional.relationships}">`,
    `<workbookPr${book.date1904 ? ' date1904="1"' : ''}/><bookViews><workbookView activeTab="${active}"/></bookViews>`,
    `<sheets></sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}`,
    '</workbook>',
  ].join('');
}

function selectSheet(parts: Parts, name: string): void {
  const sheet = sheetNamed(readWorkbookPart(parts, workbookPart), name);
  if (!sheet) throw new Error(`The active sheet ${name} does not exist.`);
  const text = partText(parts, sheet.part);
  const view = childrenNamed(child(parseXml(text, ['sheetData']), 'sheetViews'), 'sheetView')[0];
  setPartText(parts, sheet.part, applySplices(text, [setAttribute(text, view, 'tabSelected', '1')]));
}
