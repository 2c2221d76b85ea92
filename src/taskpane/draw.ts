import { drawLater, drawWhenSeen, forgetLater } from './draw-later';
import type { Attributes, ElementNode, LaterContent, Listener, ViewNode } from './view-node';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** What each drawn element shows, and the listeners it has. */
const drawn = new WeakMap<Node, ViewNode>();
const listeners = new WeakMap<Element, Map<string, Listener>>();

/**
 * Makes the children of `parent` what the nodes say. Elements that stay keep their identity, and with it focus, selection
 * and scroll position; live regions only hear of what changed.
 */
export function draw(parent: Element, nodes: readonly ViewNode[]): void {
  const now = matched(parent, nodes);
  const kept = new Set(now);
  // What goes, goes first: an element that is moved loses the focus.
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  let place: ChildNode | null = parent.firstChild;
  nodes.forEach((node, n) => {
    const child = now[n];
    if (child === place) place = child.nextSibling;
    else parent.insertBefore(child, place);
    update(child, drawn.get(child), node);
  });
}

/** For each node the child that becomes it: one of the same key, else the first free one of the same kind, else a new one. */
function matched(parent: Element, nodes: readonly ViewNode[]): ChildNode[] {
  const keyed = new Map<string, ChildNode>();
  const free: ChildNode[] = [];
  for (const child of parent.childNodes) {
    const key = keyOf(drawn.get(child));
    if (key === null) free.push(child);
    else keyed.set(key, child);
  }
  return nodes.map((node) => {
    const key = keyOf(node);
    if (key !== null) {
      const child = keyed.get(key);
      return child && canBecome(drawn.get(child), node) ? child : created(node, parent);
    }
    const index = free.findIndex((child) => canBecome(drawn.get(child), node));
    return index < 0 ? created(node, parent) : free.splice(index, 1)[0];
  });
}

function keyOf(node: ViewNode | undefined): string | null {
  if (node === undefined || typeof node === 'string') return null;
  const { key } = node.attributes;
  return key === undefined || key === null ? null : String(key);
}

function canBecome(before: ViewNode | undefined, after: ViewNode): boolean {
  if (before === undefined) return false;
  if (typeof before === 'string' || typeof after === 'string') return typeof before === typeof after;
  return before.tag === after.tag && keyOf(before) === keyOf(after);
}

function created(node: ViewNode, parent: Element): ChildNode {
  const { ownerDocument } = parent;
  if (typeof node === 'string') return ownerDocument.createTextNode('');
  const isDrawing = node.tag === 'svg' || (parent.namespaceURI === svgNamespace && parent.tagName !== 'foreignObject');
  return isDrawing ? ownerDocument.createElementNS(svgNamespace, node.tag) : ownerDocument.createElement(node.tag);
}

function update(target: ChildNode, before: ViewNode | undefined, after: ViewNode): void {
  if (before === after) return;
  drawn.set(target, after);
  if (typeof after === 'string') {
    if (before !== after) target.textContent = after;
    return;
  }
  const here = target as unknown as Element;
  const old: Partial<ElementNode> = typeof before === 'object' ? before : {};
  if (after.later) updateLater(here, old.later, after.later);
  else {
    if (old.later) forgetLater(here);
    draw(here, after.children);
  }
  for (const name of Object.keys(old.attributes ?? {})) {
    if (!(name in after.attributes)) setAttribute(here, name, null);
  }
  for (const [name, value] of Object.entries(after.attributes)) {
    if (old.attributes?.[name] !== value || name === 'value' || name === 'checked') setAttribute(here, name, value);
  }
}

function updateLater(here: Element, before: LaterContent | undefined, { from, make, whenSeen }: LaterContent): void {
  const isSame = before?.from.length === from.length && before.from.every((part, n) => part === from[n]);
  if (!isSame) (whenSeen ? drawWhenSeen : drawLater)(here, () => draw(here, make()));
}

function setAttribute(target: Element, name: string, value: Attributes[string]): void {
  if (name === 'key') return;
  if (name.startsWith('on')) setListener(target, name.slice(2), typeof value === 'function' ? value : null);
  else if (name === 'value' && 'value' in target) {
    // A text that is being typed is left alone.
    if (target.value !== String(value ?? '')) target.value = String(value ?? '');
  } else if (name === 'checked' && 'checked' in target) target.checked = value === true;
  else if (value === null || value === undefined || value === false) target.removeAttribute(name);
  else target.setAttribute(name, value === true ? '' : String(value));
}

/** One real listener per kind of event, whatever function the view gives next. */
function setListener(target: Element, kind: string, listener: Listener | null): void {
  const known = listeners.get(target) ?? new Map<string, Listener>();
  listeners.set(target, known);
  if (!known.has(kind)) target.addEventListener(kind, (event) => listeners.get(target)?.get(kind)?.(event));
  known.set(kind, listener ?? (() => undefined));
}
