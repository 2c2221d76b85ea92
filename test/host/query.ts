import { failure } from './host-failure';
import type { HostObject } from './host-object';
import type { Json } from './json';
import type { ActionInfo } from './protocol';

/** The properties by which Office.js finds an object again; they come with every answer. */
const identities = ['Id', '_Id', '_ReferenceId'];

/** What Office.js learns when an object is instantiated. */
export function identityOf(object: HostObject): { [name: string]: Json } {
  const known: { [name: string]: Json } = {};
  for (const name of identities) {
    const scalar = object.scalars[name];
    if (scalar) known[name] = scalar.get();
  }
  return known;
}

/** Says whether the emulated Excel is new enough for a member, `Range.ValueTypes`. */
export type IsKnown = (member: string) => boolean;

/**
 * Loads an object: the selected properties by path (`format/fill/color`), or all of its own without a selection. In a
 * collection the paths are those of the items.
 */
export function load(
  object: HostObject,
  info: NonNullable<ActionInfo['QueryInfo']>,
  isKnown: IsKnown,
): { [name: string]: Json } {
  const { Select, Expand = [], Skip = 0, Top } = info;
  const paths = [...(Select ?? []), ...Expand].map((path) => path.split(/[/.]/));
  const everything = !Select || Select.length === 0;
  if (!object.items) return loadPaths(object, paths, everything, isKnown);
  const own = paths.filter(([name]) => everyName(object).includes(name.toLowerCase()));
  const ofItems = paths.filter((path) => !own.includes(path));
  const items = object.items().slice(Skip, Top === undefined ? undefined : Skip + Top);
  const allOfItems = everything || ofItems.length === 0;
  return {
    ...loadPaths(object, own, everything, isKnown),
    _Items: items.map((item) => loadPaths(item, ofItems, allOfItems, isKnown)),
  };
}

function everyName(object: HostObject): string[] {
  return Object.keys(object.scalars).map((name) => name.toLowerCase());
}

function loadPaths(
  object: HostObject,
  paths: string[][],
  everything: boolean,
  isKnown: IsKnown,
): { [name: string]: Json } {
  const loaded = identityOf(object);
  const nested = new Map<string, string[][]>();
  const all = everything || paths.some(([name]) => name === '*' || name === '$all');
  if (all) {
    for (const [name, scalar] of Object.entries(object.scalars)) {
      if (isKnown(`${object.className}.${name}`)) loaded[name] = scalar.get();
    }
  }
  for (const [name, ...rest] of paths) {
    if (name === '*' || name === '$all' || name === '$none' || name === '') continue;
    const scalar = rest.length === 0 ? memberNamed(object.scalars, name) : undefined;
    const navigation = memberNamed(object.navigation, name);
    const member = scalar ?? navigation;
    if (!member) throw failure('ApiNotFound', `${object.className}.${name} is not emulated.`);
    if (!isKnown(`${object.className}.${member}`)) throw failure('ApiNotFound');
    if (scalar) loaded[scalar] = object.scalars[scalar].get();
    else nested.set(member, [...(nested.get(member) ?? []), ...(rest.length > 0 ? [rest] : [])]);
  }
  for (const [name, below] of nested) {
    const target = object.navigation[name]();
    loaded[name] = target && load(target, { Select: below.map((path) => path.join('/')) }, isKnown);
  }
  return loaded;
}

/** The wire name of a member, whatever the case of its first letter: `freezePanes` → `FreezePanes`. */
function memberNamed(members: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return Object.keys(members).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
}
