import type { Said } from '../planning/index';
import type { Result, WorkbookError } from './workbook';

/**
 * The world's "no", raised deep inside an adapter's parsing and turned into a `Result` by `settle` at its public functions.
 * Mistakes of ours are ordinary errors and pass through.
 */
export class Refusal extends Error {
  constructor(readonly error: WorkbookError) {
    super(error.message);
  }
}

/** Stops the current request; the message ends with the remedy. */
export function refuse(kind: WorkbookError['kind'], message: string | Said): never {
  throw new Refusal(typeof message === 'string' ? { kind, message } : { kind, message: message.text, said: message });
}

/** Runs a request to its value, or to the refusal it ended with. */
export function settle<T>(request: () => T): Result<T> {
  try {
    return { ok: true, value: request() };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
    throw thrown;
  }
}
