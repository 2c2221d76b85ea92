import { openCalculation } from './calculation';
import { purposeOf, readFlags, type Call, type RequestRecord } from './call-log';
import { openCustomFunctions, type CustomFunctions, type MessageEntry } from './custom-functions';
import { currentExcel, knownMembers, type Requirements } from './requirements';
import { dispatch } from './dispatch';
import { prepareFaults, refusals, type Faults, type Refusal } from './faults';
import type { Json } from './json';
import type { OpenWorkbook, WorkbookEvent } from './open-workbook';
import { payloadLimit, readRequest, requestFlags, type RequestBody, type ResponseBody } from './protocol';
import { userOf, type User } from './user';
import { snapshotOf, workbookFromData, type WorkbookData, type WorkbookSnapshot } from './workbook-data';
import type { WorkbookModel } from './workbook-model';

/** What the host sends back for a request: an answer (which may report an error), or a refusal of the whole. */
export type HostAnswer = { kind: 'answered'; body: string } | { kind: 'refused'; refusal: Refusal };

/** An emulated Excel with one open workbook; the transports to Office.js (Node, browser) are attached to `request`. */
export interface Host {
  /** Everything there is; tests may look and change, the add-in only sees it through requests. */
  readonly model: WorkbookModel;
  readonly book: OpenWorkbook;
  readonly requirements: Requirements;
  /** Every request so far, in order. */
  readonly requests: RequestRecord[];
  /** Number of the add-in's own `context.sync()` calls so far. */
  readonly syncs: () => number;
  readonly faults: Faults;
  readonly customFunctions: CustomFunctions;
  /** What a person does in the workbook. */
  readonly user: User;
  /** The workbook as plain data. */
  readonly snapshot: () => WorkbookSnapshot;
  /** Answers one request of Office.js. */
  readonly request: (body: string, flags: number) => Promise<HostAnswer>;
  /** Where events and function calls for the add-in go; set by a transport. */
  readonly onEntries: (deliver: (entries: MessageEntry[]) => void) => void;
}

/** Category of an event among the messages to the add-in. */
const eventCategory = 65_536;

/** Opens a workbook in an emulated Excel. */
export function openHost(data: WorkbookData, requirements: Requirements = currentExcel): Host {
  const model = workbookFromData(data);
  const faults = prepareFaults();
  const isKnown = knownMembers(requirements);
  const requests: RequestRecord[] = [];
  const undelivered: MessageEntry[] = [];
  let deliver: ((entries: MessageEntry[]) => void) | undefined;
  let cellEditEnds: Promise<void> | undefined;
  let endCellEdit: () => void = () => undefined;

  function send(entry: MessageEntry): void {
    if (deliver) deliver([entry]);
    else undelivered.push(entry);
  }

  const book: OpenWorkbook = {
    model,
    calculation: openCalculation(model),
    events: [],
    listeners: new Set(),
    references: new Map(),
    acting: { byAddIn: false },
    runtime: { state: 'Visible', startState: 'Inactive' },
    receiveResults: (results) => customFunctions.receive(results),
    customFunctionsReady: () => customFunctions.ready(),
  };
  const customFunctions = openCustomFunctions(() => book, send);

  /** Calculates what depends on the changes and tells those who listen. */
  function settle(): void {
    if (model.calculationMode !== 'Manual') {
      for (const sheetId of book.calculation.calculate()) {
        book.events.push({ type: 16, sheetId, detail: { worksheetId: sheetId } });
      }
      customFunctions.refresh();
    }
    for (const event of book.events.splice(0)) {
      if (event.sheetId === '') {
        send(entryOf(event, ''));
        continue;
      }
      if (!model.eventsEnabled) continue;
      for (const target of [event.sheetId, 'Workbook']) {
        if (book.listeners.has(`${event.type}|${target}`)) send(entryOf(event, target));
      }
    }
  }

  function carryOut(decoded: RequestBody, before: (call: Call) => void): ResponseBody {
    book.acting.byAddIn = true;
    try {
      return dispatch(book, decoded, isKnown, before);
    } finally {
      book.acting.byAddIn = false;
    }
  }

  async function request(body: string, flags: number): Promise<HostAnswer> {
    const calls: Call[] = [];
    const record = { requestSize: body.length, responseSize: 0, milliseconds: 0, calls, ...readFlags(flags) };
    const refuse = (refusal: Refusal): HostAnswer => {
      requests.push({ ...record, purpose: 'sync', error: refusal.code });
      return { kind: 'refused', refusal };
    };
    if (cellEditEnds && (flags & requestFlags.delayForCellEdit) === 0) {
      return refuse(refusals.InvalidOperationInCellEditMode);
    }
    await cellEditEnds;
    if (faults.delayMilliseconds() > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMilliseconds()));
    const prepared = faults.beforeRequest();
    if (prepared) return refuse(prepared);
    if (body.length > payloadLimit) return refuse(refusals.RequestPayloadSizeLimitExceeded);
    const started = performance.now();
    const decoded = readRequest(body);
    const service = Object.values(decoded.ObjectPaths).find(({ ObjectPathType }) => ObjectPathType === 2)?.Name;
    const response = carryOut(decoded, (call) => {
      calls.push(call);
      faults.beforeCall(call);
    });
    const text = JSON.stringify(response);
    settle();
    if (text.length > payloadLimit) return refuse(refusals.ResponsePayloadSizeLimitExceeded);
    requests.push({
      ...record,
      responseSize: text.length,
      milliseconds: performance.now() - started,
      purpose: purposeOf(calls, service),
      error: response.Error?.Code,
    });
    return { kind: 'answered', body: text };
  }

  settle();
  return {
    model,
    book,
    requirements,
    requests,
    syncs: () => requests.filter(({ purpose }) => purpose === 'sync').length,
    faults,
    customFunctions,
    request,
    snapshot: () => {
      if (model.calculationMode !== 'Manual') book.calculation.calculate();
      return snapshotOf(model);
    },
    onEntries: (listener) => {
      deliver = listener;
      if (undelivered.length > 0) listener(undelivered.splice(0));
    },
    user: userOf(book, settle, {
      start: () => {
        cellEditEnds = new Promise((resolve) => {
          endCellEdit = () => {
            cellEditEnds = undefined;
            resolve();
          };
        });
      },
      end: () => endCellEdit(),
    }),
  };
}

function entryOf({ type, detail }: WorkbookEvent, target: string): MessageEntry {
  const message: Json = detail;
  return [eventCategory, type, target, JSON.stringify(message), 0];
}

/** The code an add-in sees when the emulator itself fails. */
export const emulatorMistakeCode = 'EmulatorMistake';

/** A mistake in the emulator itself, so that a test fails on it instead of waiting for ever. */
export function emulatorMistake(mistake: unknown): HostAnswer {
  const message = mistake instanceof Error ? (mistake.stack ?? mistake.message) : String(mistake);
  return { kind: 'refused', refusal: { officeCode: 5001, code: emulatorMistakeCode, httpStatus: 500, message } };
}
