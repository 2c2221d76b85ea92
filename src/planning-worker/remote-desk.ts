import { refuse } from '../workbook/refusal';
import type { Result } from '../workbook/workbook';
import type { BestPlan, BookDesk, FileReceipt } from './book-desk';
import type { DeskMessage, DeskReply } from './desk-wire';

/** The part of a browser's `Worker` that is used here. */
export interface DeskPort {
  postMessage(message: DeskMessage): void;
  terminate(): void;
  onmessage: ((event: { readonly data: DeskReply }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

/** Threads for a desk. */
export interface DeskThreads {
  readonly startDesk: () => DeskPort;
  /** A solver that answers on the port, until it is terminated; says when it ends by itself. */
  readonly startSolver: (
    port: MessagePort,
    onDied: (message: string) => void,
  ) => {
    readonly terminate: () => void;
  };
}

interface Waiting {
  readonly answer: (value: unknown) => void;
  readonly fail: (reason: Error) => void;
}

/** The worker is gone, and whatever it was asked for stays undone. */
class DeskDied extends Error {}

/**
 * A desk in a worker. When the worker dies, what it was asked for ends with a reason, and the next
 * call gets a new one with the same file open.
 */
export function remoteDesk({ startDesk, startSolver }: DeskThreads): BookDesk {
  let port: DeskPort | null = null;
  let calls = 0;
  const waiting = new Map<number, Waiting>();
  const solvers = new Map<number, { readonly terminate: () => void }>();
  let onBetter: (best: BestPlan) => void = () => undefined;
  let file: Uint8Array | null = null;

  function died(message: string): void {
    port?.terminate();
    port = null;
    for (const solver of solvers.values()) solver.terminate();
    solvers.clear();
    const all = [...waiting.values()];
    waiting.clear();
    for (const { fail } of all) fail(new DeskDied(message));
  }

  function ready(): DeskPort {
    if (port) return port;
    const started = startDesk();
    port = started;
    started.onerror = ({ message }) => died(message ?? 'The planning worker stopped.');
    started.onmessage = ({ data }) => hear(started, data);
    if (file) started.postMessage({ id: ++calls, name: 'openFile', args: [file] });
    return started;
  }

  function hear(from: DeskPort, reply: DeskReply): void {
    switch (reply.kind) {
      case 'better':
        return onBetter(reply.best);
      case 'startSolver': {
        const { solver } = reply;
        const onDied = (message: string) => from.postMessage({ name: 'solverDied', solver, message });
        return void solvers.set(solver, startSolver(reply.port, onDied));
      }
      case 'endSolver':
        solvers.get(reply.solver)?.terminate();
        return void solvers.delete(reply.solver);
      case 'answer':
        waiting.get(reply.id)?.answer(reply.value);
        return void waiting.delete(reply.id);
      case 'mistake':
        waiting.get(reply.id)?.fail(new Error(reply.message));
        return void waiting.delete(reply.id);
    }
  }

  type Answer<Name extends keyof BookDesk> = Awaited<ReturnType<BookDesk[Name]>>;
  function call<Name extends keyof BookDesk>(name: Name, ...args: unknown[]): Promise<Answer<Name>> {
    return new Promise((answer, fail) => {
      const id = ++calls;
      const target = ready();
      waiting.set(id, { answer: (value) => answer(value as Answer<Name>), fail });
      target.postMessage({ id, name, args } as unknown as DeskMessage);
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
      return call('plan', given, request).catch(endedByDeath);
    },
    comparePlanners: (given, request) => call('comparePlanners', given, request).catch(endedByDeath),
    priceOverrides: (given, request) => call('priceOverrides', given, request),
    previewPreset: (given, draft) => call('previewPreset', given, draft).catch(refusedByDeath),
    presetChange: (given, edit) => call('presetChange', given, edit).catch(refusedByDeath),
    networkRows: (place) => call('networkRows', place),
    cancel: async (choice) => {
      if (port) await call('cancel', choice);
    },
    layOut: (sheet) => call('layOut', sheet).catch(refusedByDeath),
    planSheet: () => call('planSheet').catch(refusedByDeath),
    drawPlanSheet: () => call('drawPlanSheet').catch(refusedByDeath),
    planSheetBlock: (index) =>
      call('planSheetBlock', index).catch((reason: unknown) => {
        // In the middle of a write: what was written before has to be taken back.
        const { error } = refusedByDeath(reason);
        return refuse(error.kind, error.message);
      }),
    replacement: (content, options) => call('replacement', content, options).catch(refusedByDeath),
    reportText: () => call('reportText'),
    openFile: async (bytes) => {
      const opened = await call('openFile', bytes).catch(refusedByDeath);
      if (opened.ok) file = bytes;
      return opened;
    },
    readFile: (request) => call('readFile', request).catch(refusedByDeath),
    writeFile: (change) => call('writeFile', change).then(kept, refusedByDeath),
    writePlanSheet: () => call('writePlanSheet').then(kept, refusedByDeath),
    replaceInFile: (options) => call('replaceInFile', options).then(kept, refusedByDeath),
    restoreInFile: () => call('restoreInFile').then(kept, refusedByDeath),
    lookAtSheet: (sheet) => call('lookAtSheet', sheet),
  };
}

/** A run ends with its worker; a mistake of ours is thrown on. */
function endedByDeath(reason: unknown): { readonly kind: 'died'; readonly message: string } {
  if (!(reason instanceof DeskDied)) throw reason;
  return { kind: 'died', message: reason.message };
}

function refusedByDeath(reason: unknown): { readonly ok: false; readonly error: { kind: 'other'; message: string } } {
  if (!(reason instanceof DeskDied)) throw reason;
  return {
    ok: false,
    error: { kind: 'other', message: `The background work stopped (${reason.message}). Run again.` },
  };
}
