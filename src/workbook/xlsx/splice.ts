import { escapeAttribute } from './xml-text';
import { attribute, child, prefixOf, type XmlElement } from './xml';

/** Replaces the text from `start` to `end` by `insert`; a pure insertion has `start === end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** Applies splices that do not overlap; insertions at one place keep their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((one, other) => one.start - other.start);
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, insert } of ordered) {
    if (start < position) throw new Error('Splices overlap.');
    pieces.push(text.slice(position, start), insert);
    position = end;
  }
  pieces.push(text.slice(position));
  return pieces.join('');
}

/** Appends children to an element, opening an empty-element tag where needed. */
export function appendChildren(text: string, parent: XmlElement, xml: string): Splice {
  if (parent.end === parent.openEnd) {
    const slash = text.lastIndexOf('/', parent.openEnd);
    return { start: slash, end: parent.end, insert: `>${xml}</${parent.name}>` };
  }
  return { start: parent.closeStart, end: parent.closeStart, insert: xml };
}

/** Puts a child where the schema's sequence wants it: before the first present child that comes later in `order`. */
export function insertInOrder(
  text: string,
  parent: XmlElement,
  order: readonly string[],
  local: string,
  xml: string,
): Splice {
  const later = order.slice(order.indexOf(local) + 1);
  const next = parent.children.find((candidate) => candidate.uri === parent.uri && later.includes(candidate.local));
  return next ? { start: next.start, end: next.start, insert: xml } : appendChildren(text, parent, xml);
}

/** Sets an unprefixed attribute, in place or as a new last one. */
export function setAttribute(text: string, element: XmlElement, name: string, value: string): Splice {
  const insert = `${name}="${escapeAttribute(value)}"`;
  const present = element.attributes.find((candidate) => candidate.name === name);
  if (present) return { start: present.start, end: present.end, insert };
  const isEmpty = element.end === element.openEnd && text[element.openEnd - 2] === '/';
  const at = element.openEnd - (isEmpty ? 2 : 1);
  return { start: at, end: at, insert: ` ${insert}` };
}

/** Removes an element. */
export function removeElement(element: XmlElement): Splice {
  return { start: element.start, end: element.end, insert: '' };
}

/** Appends items to a list such as `fonts`, keeping its `count` right; creates the list where it is missing. */
export function appendToList(
  text: string,
  root: XmlElement,
  order: readonly string[],
  local: string,
  items: readonly string[],
): Splice[] {
  if (items.length === 0) return [];
  const list = child(root, local);
  if (!list) {
    const name = qualified(root, local);
    const xml = `<${name} count="${items.length}">${items.join('')}</${name}>`;
    return [insertInOrder(text, root, order, local, xml)];
  }
  const appended = appendChildren(text, list, items.join(''));
  if (attribute(list, 'count') === null) return [appended];
  return [setAttribute(text, list, 'count', String(list.children.length + items.length)), appended];
}

/** Name with the prefix that another element carries. */
export function qualified(like: XmlElement, local: string): string {
  const prefix = prefixOf(like.name);
  return prefix === '' ? local : `${prefix}:${local}`;
}
