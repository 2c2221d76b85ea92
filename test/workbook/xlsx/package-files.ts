import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openXlsx, type XlsxWorkbook } from '../../../src/workbook/xlsx/open-xlsx';
import type { NamedContent, ReadRequest, WorkbookContent } from '../../../src/workbook/workbook';

/** A zip file of named texts. */
export function packed(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => [name, toBytes(content)] as const);
  return zipSync(Object.fromEntries(entries));
}

const toBytes = (content: string | Uint8Array) => (typeof content === 'string' ? strToU8(content) : content);

/** The parts of a zip file as texts. */
export function unpacked(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** Fails unless every XML part of a package is well-formed to an independent parser. */
export function expectWellFormed(bytes: Uint8Array): void {
  for (const [name, text] of Object.entries(unpacked(bytes))) {
    if (!/\.(xml|rels|vml)$/.test(name)) continue;
    const parser = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${name}: ${level}: ${message}`);
      },
    });
    parser.parseFromString(text.replace(/^\ufeff/, ''), 'application/xml');
  }
}

/** Fails unless every relationship leads to a part, every part is led to, and every part has a content type. */
export function expectConsistentPackage(bytes: Uint8Array): void {
  const files = unpacked(bytes);
  const names = new Set(Object.keys(files).map((name) => name.toLowerCase()));
  const reached = new Set<string>();
  for (const [name, text] of Object.entries(files)) {
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]*$/, '');
    for (const [tag] of text.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
      if (/TargetMode="External"/.test(tag)) continue;
      const target = decodeURI(/Target="([^"]*)"/.exec(tag)?.[1] ?? '');
      const path = new URL(target, `http://x/${folder}`).pathname.slice(1).toLowerCase();
      expect({ from: name, target: path, exists: names.has(decodeURI(path)) }).toEqual({
        from: name,
        target: path,
        exists: true,
      });
      reached.add(decodeURI(path));
    }
  }
  const types = files['[Content_Types].xml'];
  for (const name of Object.keys(files)) {
    if (name.endsWith('.rels') || name === '[Content_Types].xml') continue;
    expect({ name, reached: reached.has(name.toLowerCase()) }).toEqual({ name, reached: true });
  }
  for (const [, name] of types.matchAll(/PartName="\/([^"]*)"/g)) {
    expect({ name, exists: names.has(decodeURI(name).toLowerCase()) }).toEqual({ name, exists: true });
  }
}

/** A minimal workbook written out by hand, in the dialect and with the prefix that a test wants. */
export interface HandWritten {
  /** Namespace prefix with its colon. */
  readonly prefix?: string;
  readonly strict?: boolean;
  /** `sheetData` (and what follows) of each sheet by name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** `definedName` elements. */
  readonly names?: string;
  readonly workbookProperties?: string;
  /** Elements after `definedNames`. */
  readonly afterNames?: string;
  /** Content of `sst`. */
  readonly sharedStrings?: string;
  /** Content of `styleSheet`. */
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  /** Further relationships of the workbook part. */
  readonly relationships?: string;
}

export function handWritten(book: HandWritten): Record<string, string | Uint8Array> {
  const p = book.prefix ?? '';
  const main = book.strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = book.strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const space = `xmlns${p === '' ? '' : `:${p.slice(0, -1)}`}="${main}"`;
  const titles = Object.keys(book.sheets);
  const sheets = titles.map(
    (name, index) => `<${p}sheet name="${name.replace(/&/g, '&amp;')}" sheetId="${index + 3}" r:id="rId${index + 1}"/>`,
  );
  const links = titles.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  if (book.sharedStrings)
    links.push(`<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/>`);
  if (book.styles) links.push(`<Relationship Id="rIdT" Type="${office}/styles" Target="styles.xml"/>`);
  const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
  const ml = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml': `<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${ml}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${ml}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<${p}workbook ${space} xmlns:r="${office}">${book.workbookProperties ?? ''}<${p}sheets>${sheets.join('')}</${p}sheets>${
      book.names ? `<${p}definedNames>${book.names}</${p}definedNames>` : ''
    }${book.afterNames ?? ''}</${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageSpace}/relationships">${links.join('')}${book.relationships ?? ''}</Relationships>`,
    ...Object.fromEntries(
      Object.values(book.sheets).map((data, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<${p}worksheet ${space}>${data}</${p}worksheet>`,
      ]),
    ),
    ...(book.sharedStrings ? { 'xl/sharedStrings.xml': `<${p}sst ${space}>${book.sharedStrings}</${p}sst>` } : {}),
    ...(book.styles ? { 'xl/styles.xml': `<${p}styleSheet ${space}>${book.styles}</${p}styleSheet>` } : {}),
    ...book.more,
  };
}

/** Opens bytes that must be a workbook. */
export function opened(bytes: Uint8Array): XlsxWorkbook {
  const outcome = openXlsx(bytes);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** Reads what must be readable. */
export async function contentOf(workbook: XlsxWorkbook, request: Partial<ReadRequest>): Promise<WorkbookContent> {
  const outcome = await workbook.read({ names: [], tables: [], ranges: [], settings: [], ...request });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** The values behind a name, row by row. */
export function valuesOf(name: NamedContent | undefined) {
  if (name?.target.kind !== 'range') throw new Error(`Expected a range, found ${JSON.stringify(name)}.`);
  return name.target.range.cells.map((row) => row.map((cell) => cell.value));
}
