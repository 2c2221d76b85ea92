import type { SolveProgress } from '../planning';
import type { Surroundings } from './command';

/** A solve shorter than this shows nothing. */
const quietMilliseconds = 1500;

/** One line on a terminal that says how far a long solve is; nothing where standard error is a file. */
export interface ProgressLine {
  readonly show: (progress: SolveProgress) => void;
  /** Clears the line, so that what follows starts on an empty one. */
  readonly clear: () => void;
}

export function progressLine({ err, terminal, clock }: Surroundings): ProgressLine {
  const started = clock();
  let shown = false;
  return {
    show({ elapsedSeconds, incumbent, gap }) {
      if (!terminal || clock() - started < quietMilliseconds) return;
      const found = incumbent === null ? 'no plan yet' : `best plan ${incumbent.toFixed(2)}`;
      const proven = gap === null || !Number.isFinite(gap) ? '' : `, within ${(100 * gap).toFixed(2)} % of the optimum`;
      err(`\r\u001b[2KSolving, ${elapsedSeconds.toFixed(0)} s: ${found}${proven}`);
      shown = true;
    },
    clear() {
      if (shown) err('\r\u001b[2K');
    },
  };
}
