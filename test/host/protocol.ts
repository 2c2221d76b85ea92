import { isRecord, type Json } from './json';

/** Where an object comes from, in Office.js's numbers. */
export const pathTypes = { global: 1, new: 2, method: 3, property: 4, indexer: 5, referenceId: 6, null: 7 } as const;

/** What to do with an object, in Office.js's numbers. */
export const actionTypes = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

export interface ArgumentInfo {
  Arguments?: Json[];
  ReferencedObjectPathIds?: Json[];
}

export interface ObjectPathInfo {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface ActionInfo {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: { Select?: string[]; Expand?: string[]; Skip?: number; Top?: number };
}

/** One `context.sync()` as it arrives. */
export interface RequestBody {
  AutoKeepReference?: boolean;
  Actions: ActionInfo[];
  ObjectPaths: Record<string, ObjectPathInfo>;
}

/** What the host answers to it. */
export interface ResponseBody {
  Results: { ActionId: number; Value: Json }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}

/** Bits of the request flags that Office.js computes from its own metadata. */
export const requestFlags = { write: 1, undoable: 16, delayForCellEdit: 64 } as const;

/** Largest request and answer of Excel on the web, in characters of JSON. */
export const payloadLimit = 5 * 1024 * 1024;

/** The request in this text; the emulator throws on anything Office.js would never send. */
export function readRequest(text: string): RequestBody {
  const body: unknown = JSON.parse(text);
  if (!isRecord(body) || !Array.isArray(body.Actions) || !isRecord(body.ObjectPaths)) {
    throw new Error(`Not a request of Office.js: ${text.slice(0, 200)}`);
  }
  return body as unknown as RequestBody;
}
