import { refuse } from '../refusal';
import { hasPart, partText, removePart, setPartText, type Parts } from './parts';
import { appendChildren, applySplices, qualified, removeElement } from './splice';
import { escapeAttribute } from './xml-text';
import { attribute, parseXml, type XmlElement } from './xml';

export interface Relationship {
  readonly id: string;
  /** The full type. */
  readonly type: string;
  /** Last word of the type, the same in transitional and strict files: `worksheet`, `styles`, `chart` … */
  readonly kind: string;
  /** Name of the part it points at, without leading slash; the bare target for an external one. */
  readonly target: string;
  readonly external: boolean;
}

/** Name of the part that holds a part's relationships; '' stands for the package itself. */
export function relationshipsPartOf(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

/** What a part points at, in file order. */
export function relationshipsOf(parts: Parts, part: string): readonly Relationship[] {
  const name = relationshipsPartOf(part);
  if (!hasPart(parts, name)) return [];
  const root = parseXml(partText(parts, name));
  return root.children
    .filter((element) => element.local === 'Relationship')
    .map((element) => {
      const type = attribute(element, 'Type') ?? '';
      const target = attribute(element, 'Target') ?? '';
      const external = attribute(element, 'TargetMode') === 'External';
      return {
        id: attribute(element, 'Id') ?? '',
        type,
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: external ? target : resolvedTarget(part, target),
        external,
      };
    });
}

/** Part that a target names, relative to the part that points at it or absolute. */
function resolvedTarget(part: string, target: string): string {
  const path = decodedPath(target.replace(/[?#].*$/, ''));
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Target that leads from one part to another, relative as Excel writes it. */
export function relativeTarget(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
  return [...source.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

/** Adds a relationship and returns its new id. */
export function addRelationship(parts: Parts, from: string, type: string, to: string): string {
  const name = relationshipsPartOf(from);
  if (!hasPart(parts, name)) setPartText(parts, name, emptyRelationships);
  const text = partText(parts, name);
  const root = parseXml(text);
  const taken = new Set(root.children.map((element) => (attribute(element, 'Id') ?? '').toLowerCase()));
  let number = root.children.length + 1;
  while (taken.has(`rid${number}`)) number++;
  const id = `rId${number}`;
  const tag = qualified(root, 'Relationship');
  const target = escapeAttribute(encodeURI(relativeTarget(from, to)));
  const xml = `<${tag} Id="${id}" Type="${escapeAttribute(type)}" Target="${target}"/>`;
  setPartText(parts, name, applySplices(text, [appendChildren(text, root, xml)]));
  return id;
}

/** `r:id` with the prefix in scope, or with a declaration of its own; `uri` is the namespace of relationships. */
export function relationshipAttribute(uri: string, scope: XmlElement): string {
  const prefix = Object.keys(scope.namespaces).find((name) => name !== '' && scope.namespaces[name] === uri);
  return prefix ? `${prefix}:id` : `xmlns:r="${uri}" r:id`;
}

const emptyRelationships =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** Removes relationships by id. */
export function removeRelationships(parts: Parts, from: string, ids: readonly string[]): void {
  const name = relationshipsPartOf(from);
  if (ids.length === 0 || !hasPart(parts, name)) return;
  const text = partText(parts, name);
  const root = parseXml(text);
  const doomed = root.children.filter((element) => ids.includes(attribute(element, 'Id') ?? ''));
  if (doomed.length === root.children.length) removePart(parts, name);
  else setPartText(parts, name, applySplices(text, doomed.map(removeElement)));
}

/** The one target of a kind that a part must have. */
export function requiredTarget(relationships: readonly Relationship[], id: string): Relationship {
  const found = relationships.find((relationship) => relationship.id === id);
  return (
    found ?? refuse('damaged', `The file lacks the relationship "${id}". Open it in Excel, let it repair it and save.`)
  );
}
