/** A piece of a page as plain data: what a view returns and `draw` makes real. */
export type ViewNode = ElementNode | string;

export interface ElementNode {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly ViewNode[];
  /** What it contains instead of the children, drawn in a task of its own. */
  readonly later?: LaterContent;
}

/** Content that is made and drawn after its element, so that a large view does not keep the page from answering. */
export interface LaterContent {
  /** What the content is made of: it is only drawn again when one of these is another. */
  readonly from: readonly unknown[];
  readonly make: () => readonly ViewNode[];
  /** Not before the element is near to being seen in the region that scrolls it. */
  readonly whenSeen: boolean;
}

/** What a browser is told when something happens to an element. */
export type Listener = (event: Event) => void;

/**
 * Attributes by name; `false`, `null` and `undefined` leave one out, `true` writes it bare. `on…` are listeners, `key` tells
 * siblings apart across redraws, `value` and `checked` are what the control shows.
 */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | Listener>>;

/** A child, or nothing. */
export type Child = ViewNode | null | false;

/** Builds a node: `element('button', { type: 'button' }, 'Go')`. */
export function element(tag: string, attributes: Attributes = {}, ...children: (Child | readonly Child[])[]): ViewNode {
  return { tag, attributes, children: kept(children.flat()) };
}

/** Builds a node whose content is drawn soon after, and again when one of the things that it is made of is another. */
export function laterElement(
  tag: string,
  attributes: Attributes,
  from: readonly unknown[],
  make: () => Child | readonly Child[],
  { whenSeen = false }: { readonly whenSeen?: boolean } = {},
): ViewNode {
  return { tag, attributes, children: [], later: { from, make: () => kept([make()].flat()), whenSeen } };
}

function kept(children: readonly Child[]): ViewNode[] {
  return children.filter((child): child is ViewNode => child !== null && child !== false && child !== '');
}
