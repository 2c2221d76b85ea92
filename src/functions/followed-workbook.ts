import { readContent } from '../workbook/read-problem';
import type { Result, Workbook, WorkbookContent } from '../workbook/workbook';
import { contentKey } from './shared-plans';

/** Gives the workbook's inputs now and whenever they change; returns how to stop. */
export type FollowInputs = (listener: (inputs: Result<WorkbookContent>) => void) => () => void;

/** What following needs from its surroundings. */
export interface Following {
  readonly workbook: Workbook;
  /** Calls the listener after cells or results of formulas have changed; returns how to stop. */
  readonly onChanged: (listener: () => void) => () => void;
  /** Waits for quiet after a change, and before trying again while a cell is being edited. */
  readonly pause: () => Promise<void>;
}

/** Follows a workbook's inputs for any number of listeners with one reading; inputs that read the same are not passed on. */
export function followInputs({ workbook, onChanged, pause }: Following): FollowInputs {
  const listeners = new Set<(inputs: Result<WorkbookContent>) => void>();
  let latest: Result<WorkbookContent> | null = null;
  let stop: (() => void) | null = null;
  let isReading = false;
  let isStale = false;

  async function read(): Promise<void> {
    isStale = true;
    if (isReading) return;
    isReading = true;
    try {
      while (isStale && listeners.size > 0) {
        isStale = false;
        const inputs = await readContent(workbook);
        if (!inputs.ok && inputs.error.kind === 'editMode') {
          isStale = true;
          await pause();
        } else if (latest === null || keyOf(inputs) !== keyOf(latest)) {
          latest = inputs;
          for (const listener of [...listeners]) listener(inputs);
        }
      }
    } finally {
      isReading = false;
    }
  }

  return (listener) => {
    listeners.add(listener);
    stop ??= onChanged(() => void pause().then(read));
    if (latest) listener(latest);
    void read();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.();
      stop = null;
      latest = null;
    };
  };
}

function keyOf(inputs: Result<WorkbookContent>): string {
  return inputs.ok ? contentKey(inputs.value) : inputs.error.message;
}
