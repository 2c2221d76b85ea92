import { refuse } from '../refusal';
import { decodeXml } from './xml-text';

/**
 * An XML reader that knows where everything stands in the text, so that a part is edited by splices and every byte that is
 * not meant to change stays. A DOM (the browser's or @xmldom/xmldom's) gives no positions and is missing in workers.
 * Document type declarations are refused, as the packaging standard demands (ECMA-376 part 2, 8.1.4).
 */
export interface XmlElement {
  /** Name as written, with its prefix. */
  readonly name: string;
  /** Name without its prefix. */
  readonly local: string;
  /** Namespace. */
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Prefix → namespace, as in scope inside the element. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Position of `<`. */
  readonly start: number;
  /** Just after the `>` of the start tag. */
  readonly openEnd: number;
  /** Position of the end tag; equals `openEnd` for an empty-element tag. */
  readonly closeStart: number;
  /** Just after the element. */
  readonly end: number;
}

export interface XmlAttribute {
  readonly name: string;
  readonly local: string;
  /** Decoded. */
  readonly value: string;
  /** Position of the name, and just after the closing quote. */
  readonly start: number;
  readonly end: number;
}

/** A tag, comment or the like, found by `nextTag`. */
export interface XmlTag {
  readonly kind: 'open' | 'empty' | 'close' | 'other';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The next markup at or after a position; null at the end of the text. */
export function nextTag(text: string, from: number): XmlTag | null {
  const start = text.indexOf('<', from);
  if (start < 0) return null;
  const second = text.charCodeAt(start + 1);
  if (second === exclamation || second === question)
    return { kind: 'other', name: '', start, end: skipOther(text, start) };
  const isClose = second === slash;
  const end = tagEnd(text, start);
  let nameEnd = start + (isClose ? 2 : 1);
  const nameStart = nameEnd;
  while (nameEnd < end - 1 && !isNameEnd(text.charCodeAt(nameEnd))) nameEnd++;
  const name = text.slice(nameStart, nameEnd);
  if (name === '') damaged();
  if (isClose) return { kind: 'close', name, start, end };
  return { kind: text.charCodeAt(end - 2) === slash ? 'empty' : 'open', name, start, end };
}

const exclamation = 33;
const question = 63;
const slash = 47;

function isNameEnd(code: number): boolean {
  return code === 32 || code === slash || code === 62 || code === 10 || code === 13 || code === 9;
}

function tagEnd(text: string, start: number): number {
  let quote = 0;
  for (let position = start + 1; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return position + 1;
    else if (code === 60) break;
  }
  return damaged();
}

function skipOther(text: string, start: number): number {
  const closers: readonly [string, string][] = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ];
  for (const [opener, closer] of closers) {
    if (!text.startsWith(opener, start)) continue;
    const end = text.indexOf(closer, start + opener.length);
    return end < 0 ? damaged() : end + closer.length;
  }
  return damaged();
}

function damaged(): never {
  return refuse(
    'damaged',
    'A part of the file is not well-formed XML. Open the workbook in Excel, let it repair it and save.',
  );
}

/** Attributes of the start tag at `start`. */
export function attributesOf(
  text: string,
  tag: { readonly start: number; readonly end: number; readonly name: string },
) {
  const attributes: XmlAttribute[] = [];
  const pattern = /(\s+)([^\s=/>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
  pattern.lastIndex = tag.start + 1 + tag.name.length;
  for (;;) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) {
      if (from < tag.end - 2 && !/^\s*\/?>$/.test(text.slice(from, tag.end))) damaged();
      return attributes;
    }
    const [, space, name, doubleQuoted, singleQuoted] = match;
    const start = from + space.length;
    const value = decodeXml(doubleQuoted ?? singleQuoted);
    attributes.push({ name, local: localName(name), value, start, end: pattern.lastIndex });
  }
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const deepest = 250;

type Open = { -readonly [Key in keyof XmlElement]: Key extends 'children' ? XmlElement[] : XmlElement[Key] };

/**
 * Parses a part into its root element. Elements whose local name is in `opaque` keep their place but not their content:
 * `sheetData` has a reader of its own.
 */
export function parseXml(text: string, opaque: readonly string[] = []): XmlElement {
  const path: Open[] = [];
  let root: XmlElement | null = null;
  let position = 0;
  for (let tag = nextTag(text, 0); tag; tag = nextTag(text, position)) {
    position = tag.end;
    if (tag.kind === 'other') continue;
    if (tag.kind === 'close') {
      const element = path.pop();
      if (!element || element.name !== tag.name) return damaged();
      element.closeStart = tag.start;
      element.end = tag.end;
      continue;
    }
    const element = openElement(text, tag, path[path.length - 1]?.namespaces ?? xmlNamespace);
    if (path.length > 0) path[path.length - 1].children.push(element);
    else if (root) return damaged();
    else root = element;
    if (tag.kind === 'empty') continue;
    path.push(element);
    if (path.length > deepest) damaged();
    if (opaque.includes(element.local)) {
      const close = text.indexOf(`</${element.name}`, position);
      position = close < 0 ? damaged() : close;
    }
  }
  if (!root || path.length > 0) return damaged();
  return root;
}

const xmlNamespace: Readonly<Record<string, string>> = { xml: 'http://www.w3.org/XML/1998/namespace' };

function openElement(text: string, tag: XmlTag, inherited: Readonly<Record<string, string>>): Open {
  const attributes = attributesOf(text, tag);
  let namespaces = inherited;
  for (const { name, value } of attributes) {
    if (name === 'xmlns') namespaces = { ...namespaces, '': value };
    else if (name.startsWith('xmlns:')) namespaces = { ...namespaces, [name.slice(6)]: value };
  }
  return {
    name: tag.name,
    local: localName(tag.name),
    uri: namespaces[prefixOf(tag.name)] ?? '',
    attributes,
    children: [],
    namespaces,
    start: tag.start,
    openEnd: tag.end,
    closeStart: tag.end,
    end: tag.end,
  };
}

/** Prefix of a qualified name, '' where it has none. */
export function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
}

/** Value of an unprefixed attribute; null where absent. */
export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes.find((candidate) => candidate.name === name)?.value ?? null;
}

/** Value of an attribute in a namespace (`r:id`, whatever its prefix); null where absent. */
export function attributeIn(element: XmlElement, uri: string, local: string): string | null {
  const found = element.attributes.find(
    (candidate) =>
      candidate.local === local && element.namespaces[prefixOf(candidate.name)] === uri && candidate.name !== local,
  );
  return found?.value ?? null;
}

/** First child of that local name in the parent's namespace; null where absent. */
export function child(element: XmlElement, local: string): XmlElement | null {
  return element.children.find((candidate) => candidate.local === local && candidate.uri === element.uri) ?? null;
}

/** All children of that local name in the parent's namespace. */
export function childrenNamed(element: XmlElement | null, local: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.local === local && candidate.uri === element.uri) ?? [];
}

/** Decoded text directly in an element, without that of its children. */
export function textOf(text: string, element: XmlElement): string {
  let content = '';
  let position = element.openEnd;
  const nested = [...element.children];
  while (position < element.closeStart) {
    const markup = text.indexOf('<', position);
    const stop = markup < 0 || markup > element.closeStart ? element.closeStart : markup;
    content += decodeXml(text.slice(position, stop).replace(/\r\n?/g, '\n'));
    if (stop >= element.closeStart) break;
    const inner = nested[0]?.start === stop ? nested.shift() : undefined;
    position = inner ? inner.end : skipOther(text, stop);
    if (!inner && text.startsWith('<![CDATA[', stop)) content += text.slice(stop + 9, position - 3);
  }
  return content;
}
