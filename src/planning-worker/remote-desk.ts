import type { Result } from '../workbook/workbook';
import type { BestPlan, BookDesk, FileReceipt } from './book-desk';
import type { DeskCall, DeskReply } from './desk-wire';

/** The part of a browser's `Worker` that is used here. */
export interface DeskPort {
  postMessage(call: DeskCall): void;
  terminate(): void;
  onmessage: ((event: { readonly data: DeskReply }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

interface Waiting {
  readonly answer: (value: unknown) => void;
  readonly fail: (reason: Error) => void;
}

/** The worker is gone, and whatever it was asked for stays undone. */
class DeskDied extends Error {}

/**
 * A desk in a worker that `startWorker` gives. When the worker dies, what it was asked for ends with a reason, and the next
 * call gets a new one with the same file open.
 */
export function remoteDesk(startWorker: () => DeskPort): BookDesk {
  let port: DeskPort | null = null;
  let calls = 0;
  const waiting = new Map<number, Waiting>();
  let onBetter: (best: BestPlan) => void = () => undefined;
  let file: Uint8Array | null = null;

  function died(message: string): void {
    port?.terminate();
    port = null;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { fail } of all) fail(new DeskDied(message));
  }

  function ready(): DeskPort {
    if (port) return port;
    const started = startWorker();
    port = started;
    started.onerror = ({ message }) => died(message ?? 'The planning worker stopped.');
    started.onmessage = ({ data }) => {
      if (data.kind === 'better') return onBetter(data.best);
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.kind === 'answer') call?.answer(data.value);
      else call?.fail(new Error(data.message));
    };
    if (file) started.postMessage({ id: ++calls, name: 'openFile', args: [file] });
    return started;
  }

  type Answer<Name extends keyof BookDesk> = Awaited<ReturnType<BookDesk[Name]>>;
  function call<Name extends keyof BookDesk>(name: Name, ...args: unknown[]): Promise<Answer<Name>> {
    return new Promise((answer, fail) => {
      const id = ++calls;
      const target = ready();
      waiting.set(id, { answer: (value) => answer(value as Answer<Name>), fail });
      target.postMessage({ id, name, args } as unknown as DeskCall);
    });
  }

  const kept = (written: Result<FileReceipt>) => {
    if (written.ok) file = written.value.bytes;
    return written;
  };

  return {
    warmUp: () => call('warmUp'),
    inspect: (given) => call('inspect', given).catch(refusedByDeath),
    plan: async (given, request, onBetterPlan = () => undefined) => {
      onBetter = onBetterPlan;
      try {
        return await call('plan', given, request);
      } catch (reason) {
        if (reason instanceof DeskDied) return { kind: 'died', message: reason.message };
        throw reason;
      }
    },
    cancel: async (choice) => {
      if (port) await call('cancel', choice);
    },
    layOut: (sheet) => call('layOut', sheet).catch(refusedByDeath),
    planSheet: () => call('planSheet').catch(refusedByDeath),
    drawPlanSheet: () => call('drawPlanSheet').catch(refusedByDeath),
    planSheetBlock: (index) => call('planSheetBlock', index),
    reportText: () => call('reportText'),
    openFile: async (bytes) => {
      const opened = await call('openFile', bytes).catch(refusedByDeath);
      if (opened.ok) file = bytes;
      return opened;
    },
    readFile: (request) => call('readFile', request).catch(refusedByDeath),
    writeFile: (change) => call('writeFile', change).then(kept, refusedByDeath),
    writePlanSheet: () => call('writePlanSheet').then(kept, refusedByDeath),
    lookAtSheet: (sheet) => call('lookAtSheet', sheet),
  };
}

function refusedByDeath(reason: unknown): { readonly ok: false; readonly error: { kind: 'other'; message: string } } {
  if (!(reason instanceof DeskDied)) throw reason;
  return {
    ok: false,
    error: { kind: 'other', message: `The background work stopped (${reason.message}). Run again.` },
  };
}
