import { requestFlags } from './protocol';

/** One thing the add-in did with an object of the host. */
export interface Call {
  kind: 'get' | 'call' | 'set' | 'load';
  /** Class and member in wire names: `Worksheet.Delete`, `Range.Values`. */
  member: string;
}

/** One request of the add-in: a `context.sync()`, or one that Office.js makes by itself. */
export interface RequestRecord {
  /** `sync` is the add-in's own; the rest is housekeeping of Office.js. */
  purpose: 'sync' | 'cleanup' | 'events' | 'customFunctions' | 'runtime';
  /** Characters of JSON. */
  requestSize: number;
  responseSize: number;
  /** What the emulator itself took, which a benchmark of the add-in leaves out. */
  milliseconds: number;
  calls: Call[];
  /** True when the request changes something. */
  writes: boolean;
  /** True when Office.js's metadata calls every change in it undoable. */
  undoable: boolean;
  /** Code of the error the host answered with. */
  error?: string;
}

/** The purpose of a request, seen from what it does. */
export function purposeOf(calls: Call[], service: string | undefined): RequestRecord['purpose'] {
  if (service !== undefined) return /CustomFunctions/.test(service) ? 'customFunctions' : 'runtime';
  const doing = calls.filter(({ kind }) => kind !== 'get');
  if (doing.length > 0 && doing.every(({ member }) => member === 'Workbook._RemoveReference')) return 'cleanup';
  if (doing.length > 0 && doing.every(({ member }) => /\._(Un)?[Rr]egister/.test(member))) return 'events';
  return 'sync';
}

/** The flags as the log keeps them. */
export function readFlags(flags: number): { writes: boolean; undoable: boolean } {
  return { writes: (flags & requestFlags.write) !== 0, undoable: (flags & requestFlags.undoable) !== 0 };
}

/** Calls that clear or break the user's undo list, on the web or on the desktop. */
const undoBreaking = new Set([
  'call Worksheet.Delete',
  'call Worksheet.Copy',
  'set Worksheet.Name',
  'set Worksheet.Position',
  'set Worksheet.Visibility',
  'call WorksheetProtection.Protect',
  'call WorksheetProtection.Unprotect',
  'call WorkbookProtection.Protect',
  'call WorkbookProtection.Unprotect',
  'call Workbook.InsertWorksheetsFromBase64',
]);

/** The undo-breaking calls among the requests, as `call Worksheet.Delete`. */
export function undoBreakingCalls(requests: RequestRecord[]): string[] {
  return requests
    .flatMap(({ calls }) => calls.map(({ kind, member }) => `${kind} ${member}`))
    .filter((call) => undoBreaking.has(call));
}
