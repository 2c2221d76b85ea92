import type { HostObject } from './host-object';

/** What Office.js's classes tell about themselves. */
interface ClassMetadata {
  _scalarPropertyOriginalNames?: string[];
  _scalarPropertyUpdateable?: boolean[];
  _navigationPropertyNames?: string[];
  _isCollection?: boolean;
}

/**
 * Everything an emulated object claims and its class in the loaded Office.js does not have, as sentences. Empty when the
 * emulation invents nothing.
 */
export function inventedMembers(object: HostObject, namespace: Readonly<Record<string, unknown>>): string[] {
  const type = namespace[object.className];
  if (typeof type !== 'function') return [`There is no class Excel.${object.className}.`];
  const prototype: object & ClassMetadata = type.prototype;
  const scalars = prototype._scalarPropertyOriginalNames ?? [];
  const updateable = prototype._scalarPropertyUpdateable ?? [];
  const invented: string[] = [];
  const report = (member: string, problem: string) => invented.push(`${object.className}.${member} ${problem}`);
  for (const [name, { set }] of Object.entries(object.scalars)) {
    const index = scalars.indexOf(name);
    if (index < 0) report(name, 'is no property.');
    else if (set && !updateable[index]) report(name, 'is read-only.');
  }
  for (const name of Object.keys(object.navigation)) {
    if (!prototype._navigationPropertyNames?.includes(clientName(name))) report(name, 'is no navigation property.');
  }
  for (const name of Object.keys(object.methods)) {
    if (typeof Reflect.get(prototype, clientName(name)) !== 'function') report(name, 'is no method.');
  }
  if (object.items && !prototype._isCollection) report('items', 'is not there: no collection.');
  return invented;
}

/** `GetRange` → `getRange`; internal members keep their name. */
function clientName(wireName: string): string {
  return wireName.startsWith('_') ? wireName : wireName[0].toLowerCase() + wireName.slice(1);
}
