import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeJsFolder } from './office-js';
import type { IsKnown } from './query';

/** Requirement sets of the emulated Excel, by name; one that is not listed is not supported. */
export type Requirements = Record<string, string>;

/** Excel on the web of today, as far as it is emulated. */
export const currentExcel: Requirements = {
  ExcelApi: '1.20',
  ExcelApiUndo: '1.9',
  SharedRuntime: '1.2',
  RibbonApi: '1.2',
  KeyboardShortcuts: '1.1',
  AddInCommands: '1.3',
  CustomFunctions: '1.9',
  CustomFunctionsRuntime: '1.4',
  RichApiRuntime: '1.1',
  RichApiRuntimeFlag: '1.2',
  DelayForCellEdit: '1.1',
};

/** True when the emulated Excel has this requirement set in this version or a later one. */
export function isSupported(requirements: Requirements, name: string, version = '1.1'): boolean {
  const [major = 0, minor = 0] = (requirements[name] ?? '').split('.').map(Number);
  const [wantedMajor, wantedMinor = 0] = String(version).split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

let introduced: Map<string, [set: string, version: string]> | undefined;

/** The requirement set in which a member came (`Range.valueTypes`), as the sources of Office.js note it. */
function introducedIn(): Map<string, [set: string, version: string]> {
  if (introduced) return introduced;
  introduced = new Map();
  const source = readFileSync(join(officeJsFolder, 'excel-web-16.00.debug.js'), 'utf8');
  const note = /_throwIfApiNotSupported\("([\w.]+)", (?:_defaultApiSetName|"(\w+)"), "([\d.]+)"/g;
  for (const [, member, set = 'ExcelApi', version] of source.matchAll(note)) {
    if (!introduced.has(member)) introduced.set(member, [set, version]);
  }
  return introduced;
}

/**
 * Which members this Excel knows. Office.js itself lets newer ones pass, although it notes their versions: it is the
 * host that answers `ApiNotFound`.
 */
export function knownMembers(requirements: Requirements): IsKnown {
  return (member) => {
    const [className, name = ''] = member.split('.');
    const clientName = name.startsWith('_') ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
    const since = introducedIn().get(`${className}.${clientName}`);
    return !since || since[0] === 'CustomFunctions' || isSupported(requirements, since[0], since[1]);
  };
}
