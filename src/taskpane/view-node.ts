/** A piece of a page as plain data: what a view returns and `draw` makes real. */
export type ViewNode = ElementNode | string;

export interface ElementNode {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly ViewNode[];
}

/** What a browser is told when something happens to an element. */
export type Listener = (event: Event) => void;

/**
 * Attributes by name; `false`, `null` and `undefined` leave one out, `true` writes it bare. `on…` are listeners, `key` tells
 * siblings apart across redraws, `value` and `checked` are what the control shows, `later` draws what a new element contains in a
 * task of its own.
 */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | Listener>>;

/** A child, or nothing. */
export type Child = ViewNode | null | false;

/** Builds a node: `element('button', { type: 'button' }, 'Go')`. */
export function element(tag: string, attributes: Attributes = {}, ...children: (Child | readonly Child[])[]): ViewNode {
  const kept = children.flat().filter((child): child is ViewNode => child !== null && child !== false && child !== '');
  return { tag, attributes, children: kept };
}
